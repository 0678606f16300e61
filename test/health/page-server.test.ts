import { describe, expect, it } from 'vitest';
import { servePages } from '../../src/health/page-server.ts';
import type { HttpPlace } from '../../src/http-port.ts';
import { createKeptLog } from '../support/bot.ts';

const serve = (place: HttpPlace) => servePages({ '/': () => ({ status: 200, text: 'hello' }) }, place, createKeptLog());

describe('a port that cannot be used', () => {
  it('is one that another program uses', async () => {
    await using first = await serve({ host: '127.0.0.1', port: 0 });
    const port = Number(new URL(first.url).port);
    await expect(serve({ host: '127.0.0.1', port })).rejects.toThrow(
      `Another program uses port ${port} of 127.0.0.1. Set HEALTH_PORT to another port, or stop that program.`,
    );
    expect(await (await fetch(first.url)).text()).toBe('hello\n');
  });

  it('is at an address of another machine', async () => {
    // The address is for documents: no machine has it.
    await expect(serve({ host: '203.0.113.7', port: 0 })).rejects.toThrow(
      '203.0.113.7 is not an address of this machine. Set HEALTH_HOST to one, such as 127.0.0.1.',
    );
  });
});

it('shows an address of version 6 as a link', async () => {
  await using server = await serve({ host: '::1', port: 0 });
  expect(server.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
});

it('logs a page that cannot be made, and shows nothing of the error', async () => {
  const log = createKeptLog();
  const fail = () => Promise.reject(new Error('no room on the shelf'));
  await using server = await servePages({ '/shelf': fail }, { host: '127.0.0.1', port: 0 }, log);
  const response = await fetch(`${server.url}/shelf`);
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('This page could not be made. The log says why.\n');
  expect(log.lines).toMatchObject([{ level: 'error', event: 'health.failed', path: '/shelf' }]);
});
