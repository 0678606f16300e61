import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpPort } from '../../src/http-port.ts';
import type { Route } from '../../src/web/route.ts';
import { serveRoutes } from '../../src/web/web-server.ts';
import { createKeptLog } from '../support/bot.ts';

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/notes/:id',
    answer: ({ parameters, query }) => ({
      status: 200,
      body: `note ${parameters['id']} ${query.get('q') ?? ''}`.trim(),
    }),
  },
  {
    method: 'POST',
    path: '/notes/:id',
    mostBytes: 100,
    answer: ({ body, headers }) => ({ status: 200, body: `got ${body.toString()} as ${headers['content-type']}` }),
  },
  { method: 'GET', path: '/shelf/:secret', answer: () => Promise.reject(new Error('no room on the shelf')) },
];
const place = { host: '127.0.0.1', port: 0 };
const names = { pages: 'The pages', hostSetting: 'HTTP_HOST', portSetting: 'HTTP_PORT' };
const log = createKeptLog();

let server: HttpPort;
beforeAll(async () => {
  server = await serveRoutes(routes, { place, names, log });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

function connection(url: string): Socket {
  return connect(Number(new URL(url).port), '127.0.0.1');
}

/** What the server says to bytes that no client would tidy up, until it closes the connection. */
async function say(bytes: string, url = server.url): Promise<string> {
  const socket = connection(url);
  socket.write(bytes);
  let text = '';
  for await (const chunk of socket) text += chunk;
  return text;
}
const request = (line: string, headers = '') =>
  say(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`);

describe('a route', () => {
  it('answers GET, HEAD and POST at its address', async () => {
    const get = await fetch(`${server.url}/notes/a-1_B?q=7`);
    expect([get.status, await get.text()]).toEqual([200, 'note a-1_B 7']);
    const head = await fetch(`${server.url}/notes/a`, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '6']);
    const post = await fetch(`${server.url}/notes/a`, { method: 'POST', body: new URLSearchParams({ one: 'click' }) });
    expect(await post.text()).toBe('got one=click as application/x-www-form-urlencoded;charset=UTF-8');
  });

  it('is neither stored nor indexed, and runs no scripts', async () => {
    const { headers } = await fetch(`${server.url}/notes/a`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  it('that fails is logged, without the secret of its address', async () => {
    const response = await fetch(`${server.url}/shelf/s3cret`);
    expect([response.status, await response.text()]).toEqual([500, 'This page could not be made. Try again later.']);
    expect(log.lines).toMatchObject([{ level: 'error', event: 'web.failed', path: '/shelf/:secret' }]);
    expect(JSON.stringify(log.lines)).not.toContain('s3cret');
  });
});

describe('what is refused', () => {
  it.each([
    '/',
    '/notes',
    '/notes/',
    '/notes/a/',
    '//notes/a',
    '/notes/..',
    '/notes/../notes/a',
    '/notes/%61',
    '/notes/a%00',
    '/notes/:id',
    `/notes/${'a'.repeat(201)}`,
    '/__proto__',
    'http://elsewhere.example/notes/a',
    '*',
  ])('an address that is none: %s', async (path) => {
    expect(await request(`GET ${path}`)).toMatch(/^HTTP\/1.1 404 [\s\S]*There is nothing at this address\.$/);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])('the method %s', async (method) => {
    const text = await request(`${method} /notes/a`);
    expect(text).toMatch(/^HTTP\/1.1 405 [\s\S]*Allow: GET, HEAD, POST\r\n[\s\S]*allows GET and HEAD and POST\.$/);
  });

  it.each([
    ['a method that nobody knows', 'BREW /notes/a HTTP/1.1\r\nHost: x\r\n\r\n', '400'],
    ['what is not HTTP', '\u0016\u0003\u0001\u0002\r\n\r\n', '400'],
    ['two lengths', 'POST /notes/a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', '400'],
    ['huge headers', `GET /notes/a HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(9_000)}\r\n\r\n`, '431'],
    ['a huge address', `GET /notes/${'y'.repeat(9_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, '431'],
    ['a long body', 'POST /notes/a HTTP/1.1\r\nHost: x\r\nContent-Length: 101\r\n\r\n', '413'],
    [
      'a long body without a length',
      `POST /notes/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n${'z'.repeat(101)}\r\n0\r\n\r\n`,
      '413',
    ],
  ])('%s', async (_name, bytes, status) => {
    expect(await say(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });
});

describe('a slow client', () => {
  const short = { headersTimeout: 60, requestTimeout: 60, connectionsCheckingInterval: 20, silentMs: 500 };

  it.each([
    ['headers', 'GET /notes/a HTTP/1.1\r\nHost: x\r\n'],
    ['a body', 'POST /notes/a HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nz'],
  ])('does not hold its connection with %s that do not end', async (_name, beginning) => {
    await using quick = await serveRoutes(routes, { place, names, log, limits: short });
    expect(await say(beginning, quick.url)).toMatch(/^HTTP\/1.1 408 /);
  });

  it('does not hold up the end of the bot', async () => {
    const quick = await serveRoutes(routes, { place, names, log });
    const socket = connection(quick.url).on('error', () => {});
    socket.write('GET /notes/a HTTP/1.1\r\n');
    await once(socket, 'connect');
    await quick[Symbol.asyncDispose]();
    await expect(fetch(quick.url)).rejects.toThrow('fetch failed');
    socket.destroy();
  });
});

it('a port that another program uses is named, with its setting', async () => {
  const port = Number(new URL(server.url).port);
  await expect(serveRoutes(routes, { place: { ...place, port }, names, log })).rejects.toThrow(
    `Another program uses port ${port} of 127.0.0.1. Set HTTP_PORT to another port, or stop that program.`,
  );
});
