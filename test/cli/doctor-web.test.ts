import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { webCheck } from '../../src/cli/doctor/web.ts';
import { loadConfig } from '../../src/config.ts';
import { openWeb } from '../../src/web/web.ts';
import { createKeptLog } from '../support/bot.ts';

/** The findings for these settings, a line each. */
async function check(settings: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const config = loadConfig(settings, { envFile: '' });
  const { signal } = new AbortController();
  const io = { environment: {}, stdout: process.stdout, stderr: process.stderr, signal };
  const found = await webCheck.run({ config, io, now: 0, signal });
  return found.map(({ state, text }) => `${state} ${text}`);
}

describe('the check of the web', () => {
  it('finds nothing where nothing is set, and what is missing', async () => {
    expect(await check({})).toEqual([]);
    expect(await check({ PUBLIC_URL: 'https://papers.example' })).toEqual([
      'warn PUBLIC_URL is set, and HTTP_PORT is not: nothing is served.',
    ]);
    expect(await check({ HTTP_PORT: '8081' })).toEqual(['warn The addresses of feeds work on this machine alone.']);
  });

  it('says whether PUBLIC_URL leads to the bot', async () => {
    const place = { httpHost: '127.0.0.1', httpPort: 0, publicUrl: null };
    await using web = await openWeb(place, [], createKeptLog());
    await using other = await openWeb(place, [], createKeptLog());
    const HTTP_PORT = new URL(web.url ?? '').port;
    // The answer of another program.
    const strange = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
    await new Promise((resolve) => strange.once('listening', resolve));
    const strangeUrl = `http://127.0.0.1:${(strange.address() as AddressInfo).port}`;
    expect(await check({ HTTP_PORT, PUBLIC_URL: web.url ?? '' })).toEqual(['ok PUBLIC_URL leads to the bot']);
    expect(await check({ HTTP_PORT, PUBLIC_URL: `${web.url}/papers` })).toEqual([
      'warn PUBLIC_URL does not lead to the bot: it answers with the status 404.',
    ]);
    expect(await check({ HTTP_PORT, PUBLIC_URL: strangeUrl })).toEqual([
      'warn PUBLIC_URL does not lead to the bot: something else answers there.',
    ]);
    strange.close();
    const { url: gone } = other;
    await other[Symbol.asyncDispose]();
    expect(await check({ HTTP_PORT, PUBLIC_URL: gone ?? '' })).toEqual([
      'warn PUBLIC_URL does not lead to the bot: no answer came from there (ECONNREFUSED).',
    ]);
    await web[Symbol.asyncDispose]();
    expect(await check({ HTTP_PORT, PUBLIC_URL: 'http://papers.example' })).toEqual([
      'ok PUBLIC_URL can be checked once the bot runs: nothing answers at HTTP_PORT',
      'warn PUBLIC_URL begins with http://, so others on the way can read the addresses of feeds.',
    ]);
  });
});
