import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../src/cli/run.ts';
import type { OpenOptions } from '../../../src/store/database.ts';
import { examine, hasBot, openStore } from '../../../src/store/databases.ts';
import type { PostgresClient } from '../../../src/store/postgres/postgres-client.ts';
import { asOpeningError } from '../../../src/store/postgres/postgres-errors.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { subscribed } from '../contract-channels.ts';
import { listingOf, noon } from '../invented-listings.ts';
import { startNetwork } from './network.ts';
import { serverOrSkip } from './server.ts';

/** What the host gets to know: the code of the error, the exit code of the program, and the message. */
async function refusalOf(open: () => Promise<unknown>) {
  try {
    await open();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { code: error.code, exitCode: exitCodeOf(error), message: error.message };
  }
  throw new Error('Nothing was refused.');
}

const refusal = (code: string, exitCode: number, message: RegExp) => ({
  code,
  exitCode,
  message: expect.stringMatching(message),
});

/** The same URL for another user. */
const asUser = (url: string, user: string): string => url.replace('tests@', `${user}@`);

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('opening a database of PostgreSQL', () => {
  it('makes the tables of a new database, and finds what was stored before', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    const url = await server.newDatabase();
    expect(await examine(url)).toEqual({
      path: expect.stringMatching(/:5432\/paperboy_test_/),
      place: null,
      contents: null,
      isCurrent: true,
      pulls: [],
    });
    expect(await refusalOf(() => openStore({ url, mustExist: true }))).toEqual(
      refusal('missing', 1, /is empty\. Check DATABASE_URL\..*paperboy -- pull/),
    );
    const before = await openStore({ url, searchesHere: true });
    await before.recordListing(listingOf('a', 'b'), noon);
    await subscribed(before, 'lake');
    await before[Symbol.asyncDispose]();
    await using store = await openStore({ url, mustExist: true, searchesHere: true });
    expect(await store.counts()).toMatchObject({ papers: 2, subscriptions: 1 });
    const { contents, pulls, isCurrent } = await examine(url);
    expect(contents).toMatchObject({ papers: 2, channels: 1, subscriptions: 1, newestListing: '2026-03-02' });
    expect(contents?.bytes).toBeGreaterThan(100_000);
    expect(pulls).toEqual([{ source: 'arxiv', date: '2026-03-02', at: noon }]);
    expect(isCurrent).toBe(true);
  });

  it('is for several processes of a bot, and knows whether one runs', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    const url = await server.newDatabase();
    expect(await hasBot(url)).toBe(false);
    const bot = await openStore({ url, isBot: true });
    expect(await hasBot(url)).toBe(true);
    const second = await openStore({ url, isBot: true });
    // A command may run beside it.
    await (await openStore({ url }))[Symbol.asyncDispose]();
    expect(await hasBot(url)).toBe(true);
    await bot[Symbol.asyncDispose]();
    expect(await hasBot(url)).toBe(true);
    await second[Symbol.asyncDispose]();
    expect(await hasBot(url)).toBe(false);
  });

  it('says what to do if the user or the password is wrong, or has too few rights', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    if (server.process === null) return skip('a server of somebody else gets no users');
    const url = await server.newDatabase();
    await server.run("create role barred login password 'right'");
    await server.run('create role guest login');
    const open = (user: string) => refusalOf(() => openStore({ url: asUser(url, user) }));
    const wrong = await open('barred:wrong');
    expect(wrong).toEqual(refusal('access-denied', 78, /refuses the login .* password in DATABASE_URL/));
    expect(wrong.message).not.toContain('wrong');
    expect(await open('nobody')).toEqual(refusal('access-denied', 78, /refuses the login .*"nobody"/));
    expect(await open('guest')).toEqual(refusal('access-denied', 78, /too few rights .*alter database/));
    await server.run('drop role barred');
    await server.run('drop role guest');
  });

  it('says what to do if the database is missing, or cannot hold every text', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    const url = await server.newDatabase();
    expect(await refusalOf(() => openStore({ url: url.replace('paperboy_test', 'other') }))).toEqual(
      refusal('no-database', 78, /has no database .*createdb/),
    );
    const ascii = await server.newDatabase('SQL_ASCII');
    expect(await refusalOf(() => openStore({ url: ascii }))).toEqual(
      refusal('unsuitable-server', 78, /stores texts as SQL_ASCII.*createdb --encoding=UTF8/),
    );
  });

  it('says what to do if the server does not encrypt, although DATABASE_URL wants it', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    if (server.process === null) return skip('a server of somebody else may encrypt');
    await using network = await startNetwork(server.process.socket);
    const url = `postgres://tests@127.0.0.1:${network.port}/postgres?sslmode=verify-full`;
    expect(await refusalOf(() => openStore({ url }))).toEqual(refusal('unsuitable-server', 78, /sslmode=disable/));
  });

  it('says at once that there is no server, to a command', async () => {
    const url = `postgres://bot:secret@127.0.0.1:${await closedPort()}/paperboy`;
    const error = refusal('unreachable', 1, /^PostgreSQL at 127\.0\.0\.1:\d+\/paperboy cannot be reached \(.*REFUSED/);
    expect(await refusalOf(() => openStore({ url }))).toEqual(error);
    expect(await refusalOf(() => examine(url))).toEqual(error);
    expect(await refusalOf(() => hasBot(url))).toEqual(error);
  });

  it('waits for a server that starts later, if it is the bot, and reports it once', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    if (server.process === null) return skip('only a server of these tests has a socket that is known');
    const name = new URL((await server.newDatabase()).replace('@/', '@host/')).pathname;
    const port = await closedPort();
    const told: string[] = [];
    const onConnection: OpenOptions['onConnection'] = (state) => {
      told.push(state);
      if (state === 'lost') void start();
    };
    await using opened = new AsyncDisposableStack();
    const start = async () => opened.use(await startNetwork(server.process?.socket ?? '', port));
    await using store = await openStore({
      url: `postgres://tests@127.0.0.1:${port}${name}`,
      isBot: true,
      onConnection,
    });
    expect(told).toEqual(['lost', 'back']);
    expect(await store.counts()).toMatchObject({ papers: 0 });
  });

  it('stops waiting when the program is to end', async () => {
    const stop = new AbortController();
    const url = `postgres://tests@127.0.0.1:${await closedPort()}/paperboy`;
    const opening = openStore({ url, isBot: true, signal: stop.signal });
    await Promise.all([expect(opening).rejects.toThrow('abort'), sleep(1).then(() => stop.abort())]);
  });

  it('refuses a server that is too old, or a standby', async () => {
    const serverWith = (row: object): PostgresClient => ({
      connect: async () => {},
      run: async () => ({
        rows: [{ version: 150_000, encoding: 'UTF8', isStandby: 0, schema: 'public', ...row }],
        count: 1,
      }),
      close: async () => {},
    });
    const url = 'postgres://bot:secret@db.example/paperboy';
    const open = (row: object) => refusalOf(() => openPostgresStore({ url, makeClient: () => serverWith(row) }));
    expect(await open({ version: 130_011 })).toEqual(refusal('unsuitable-server', 78, /has version 13, .*15 or later/));
    expect(await open({ isStandby: 1 })).toEqual(refusal('unreachable', 1, /is a standby.*the primary/));
    expect(await open({ schema: null })).toEqual(refusal('access-denied', 78, /no schema .*create schema/));
  });

  it('takes a host that does not exist for a wrong DATABASE_URL', () => {
    const cause = Object.assign(new Error('getaddrinfo ENOTFOUND db.exmaple'), { code: 'ENOTFOUND' });
    const error = asOpeningError(cause, 'db.exmaple:5432/paperboy');
    expect(error).toMatchObject({ code: 'bad-url', message: expect.stringContaining('Check the host') });
    expect(exitCodeOf(error)).toBe(78);
  });
});
