import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileOrigins } from '../../src/discord/file-origins.ts';
import { createFileFetch } from '../../src/paper-files/attached-file.ts';
import { readPaperFile } from '../../src/use-cases/read-paper-file.ts';
import { createKeptLog } from '../support/bot.ts';

let answer: RequestListener = () => {};
let requests = 0;
const server = createServer((request, response) => {
  requests += 1;
  answer(request, response);
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const outcomeOf = (address: string, size = 10) => {
  requests = 0;
  const fetchFile = createFileFetch({ origins: [origin], userAgent: 'paperboy/test', clock: Date.now });
  const paperFiles = { read: async () => ({ kind: 'refused', why: 'empty' }) as const };
  const { signal } = new AbortController();
  return readPaperFile({ url: address, size }, { fetchFile, paperFiles, log: createKeptLog(), signal });
};
const failed = (why: string) => ({ kind: 'failed', why });

it('is fetched from Discord alone, whatever address a command names', async () => {
  const port = new URL(origin).port;
  for (const address of [
    'https://169.254.169.254/latest/meta-data',
    `http://localhost:${port}/a.bib`,
    `http://127.0.0.1.example.org:${port}/a.bib`,
    `http://user:secret@127.0.0.1:${port}/a.bib`,
    `https://127.0.0.1:${port}/a.bib`,
    'file:///etc/passwd',
    'no address',
  ])
    expect(await outcomeOf(address)).toEqual(failed('gone'));
  expect(requests).toBe(0);
});

it('is not fetched from where Discord redirects to', async () => {
  answer = (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  expect(await outcomeOf(`${origin}/a.bib`)).toEqual(failed('gone'));
});

it('is no longer there after Discord has removed it', async () => {
  answer = (_request, response) => response.writeHead(404).end('This content is no longer available.');
  expect(await outcomeOf(`${origin}/a.bib`)).toEqual(failed('gone'));
});

it('is asked for again later if Discord is down', async () => {
  answer = (_request, response) => response.writeHead(503).end();
  expect(await outcomeOf(`${origin}/a.bib`)).toEqual(failed('unreachable'));
});

it('is too large by what Discord says of it, or by what comes', async () => {
  answer = (_request, response) => response.writeHead(200).end(Buffer.alloc(1024 * 1024 + 1, 'x'));
  expect(await outcomeOf(`${origin}/a.bib`, 1024 * 1024 + 1)).toEqual(failed('too-large'));
  expect(requests).toBe(0);
  expect(await outcomeOf(`${origin}/a.bib`)).toEqual(failed('too-large'));
  expect(requests).toBe(1);
});

it('comes from the CDN where Discord is Discord, and from the local one otherwise', () => {
  expect(fileOrigins('https://discord.com/api')).toEqual([
    'https://cdn.discordapp.com',
    'https://media.discordapp.net',
  ]);
  expect(fileOrigins('http://127.0.0.1:4000/api')).toEqual(['http://127.0.0.1:4000']);
  expect(fileOrigins('https://discord.com.example.org/api')).toEqual(['https://discord.com.example.org']);
});
