import { expect, it } from 'vitest';
import { openStore } from '../../../src/store/databases.ts';
import { type MoveOptions, move } from '../../../src/store/moving/move.ts';
import type { StoreError } from '../../../src/store/store-error.ts';
import { startNetwork, type TestNetwork } from '../postgres/network.ts';
import { serverOrSkip, type TestServer } from '../postgres/server.ts';
import { fillEmptyTables, filledFile } from './filled-store.ts';
import { filePlace, serverPlace } from './places.ts';

/** Does something once, when rows are being copied. */
function whenCopying(act: () => void): NonNullable<MoveOptions['onProgress']> {
  let isDone = false;
  return ({ kind }) => {
    if (kind !== 'copying' || isDone) return;
    isDone = true;
    act();
  };
}

async function fullFile(): Promise<string> {
  const path = await filledFile();
  fillEmptyTables(path);
  return `file:${path}`;
}

/** A new database on a server of these tests, over a network that the test can damage. */
async function newDatabaseOver(server: TestServer, network: TestNetwork): Promise<string> {
  const name = /\/([^/?]*)\?/.exec(await server.newDatabase())?.[1];
  return `postgres://tests@127.0.0.1:${network.port}/${name}`;
}

const unreachable = {
  code: 'unreachable',
  message: expect.stringMatching(
    /^127\.0\.0\.1:\d+\/paperboy_test_\w+ cannot be reached \(.*\)\. Check that the server runs, then run the same command again: it goes on where it was\.$/,
  ),
};

it.for([
  ['before it is known', false],
  ['after it was done', true],
] as const)('a move goes on after the connection was lost during a commit, %s', async ([, isPassedOn], { skip }) => {
  const server = await serverOrSkip(skip);
  if (server.process === null) return skip('only a server of these tests has a socket that is known');
  await using network = await startNetwork(server.process.socket);
  const to = await newDatabaseOver(server, network);
  const from = await fullFile();
  const onProgress = whenCopying(() => network.cutAt('commit', isPassedOn));
  await expect(move(from, to, { onProgress })).rejects.toMatchObject(unreachable);
  const { tables, wasDone } = await move(from, to);
  expect(wasDone).toBe(false);
  // The way back loses its connection while it reads.
  const back = `file:${filePlace().path}`;
  await expect(move(to, back, { onProgress: whenCopying(network.cut) })).rejects.toMatchObject(unreachable);
  expect((await move(to, back)).tables).toEqual(tables);
});

it('a move goes on after the server was killed', async ({ skip }) => {
  const server = await serverOrSkip(skip);
  if (server.process === null) return skip('a server of somebody else goes on');
  await using network = await startNetwork(server.process.socket);
  const to = await newDatabaseOver(server, network);
  const from = await fullFile();
  let stopped: Promise<void> | undefined;
  const onProgress = whenCopying(() => {
    stopped = server.process?.stop('SIGQUIT');
  });
  await expect(move(from, to, { onProgress })).rejects.toMatchObject({ code: 'unreachable' });
  await stopped;
  await server.process.start();
  expect((await move(from, to)).wasDone).toBe(false);
});

it('a wrong password is named, with the option that has it', async ({ skip }) => {
  const server = await serverOrSkip(skip);
  if (server.process === null) return skip('a server of somebody else gets no users');
  await server.run("create role barred login password 'right'");
  const url = (await server.newDatabase()).replace('//tests@', '//barred:wrong@');
  const from = await fullFile();
  const refused = {
    code: 'access-denied',
    message: expect.stringMatching(
      / refuses the login .* Check the user and the password in --to; .* Then run the same/,
    ),
  };
  await expect(move(from, url)).rejects.toMatchObject(refused);
  await server.run('drop role barred');
});

it('a server under another name is the same database', async ({ skip }) => {
  const server = await serverOrSkip(skip);
  if (server.process === null) return skip('only a server of these tests has a socket that is known');
  await using network = await startNetwork(server.process.socket);
  const url = await server.newDatabase();
  await (await openStore({ url, searchesHere: true }))[Symbol.asyncDispose]();
  const name = /\/([^/?]*)\?/.exec(url)?.[1];
  await expect(move(url, `postgres://tests@127.0.0.1:${network.port}/${name}`)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/^DATABASE_URL and --to both name /),
  });
});

it('no bot starts on a database that is moved, and none is moved while a bot uses it', async ({ skip }) => {
  const server = await serverOrSkip(skip);
  const [from, to] = [await server.newDatabase(), await server.newDatabase()];
  const bot = (url: string) => openStore({ url, isBot: true, searchesHere: true });
  await move(await fullFile(), from);
  let refused: Promise<unknown> | undefined;
  await move(from, to, {
    onProgress: whenCopying(() => {
      refused = Promise.all([from, to].map((url) => expect(bot(url)).rejects.toMatchObject({ code: 'in-use' })));
    }),
  });
  await refused;
  expect(refused).toBeDefined();
  const next = await server.newDatabase();
  {
    await using _bot = await bot(from);
    await expect(move(from, next)).rejects.toMatchObject({ code: 'in-use' });
  }
  {
    await using _bot = await bot(next);
    await expect(move(from, next)).rejects.toMatchObject({ code: 'in-use' });
  }
  {
    // Its connection with the lock is lost, and it works on.
    await using store = await openStore({ url: from, searchesHere: true });
    await store.beginLease({ id: 'cut off', leaseMs: 60_000 });
    await expect(move(from, next)).rejects.toMatchObject({ code: 'in-use' });
    await store.endLease('cut off');
  }
  expect((await move(from, next)).wasDone).toBe(false);
});

it('says what to do if the other database is missing, or of a newer Paperboy or another program', async ({ skip }) => {
  const server = await serverOrSkip(skip);
  const from = await fullFile();
  const refusalOf = async (url: string) => await move(from, url).catch((error: StoreError) => error);
  const missing = (await server.newDatabase()).replace('paperboy_test', 'other');
  expect(await refusalOf(missing)).toMatchObject({
    code: 'no-database',
    message: expect.stringMatching(/ has no database .* Make it: createdb .* Then run the same command again/),
  });
  const { url: newer, ...there } = await serverPlace(server);
  await (await there.openStore())[Symbol.asyncDispose]();
  await there.run("insert into paperboy_migrations (created_at, hash) values (9000000000000, 'x')");
  expect(await refusalOf(newer)).toMatchObject({
    code: 'newer-database',
    message: expect.stringMatching(/ was last used by a newer Paperboy\. Name another database with --to\.$/),
  });
  await expect(move(newer, `file:${filePlace().path}`)).rejects.toMatchObject({ code: 'newer-database' });
  await there.run('delete from paperboy_migrations where created_at = 9000000000000');
  await there.run('update paperboy_origin set written_in = 0');
  await expect(move(newer, `file:${filePlace().path}`)).rejects.toMatchObject({
    code: 'older-database',
    message: expect.stringMatching(/^A dump was loaded into /),
  });
  await there.run('delete from paperboy_migrations');
  await expect(move(newer, `file:${filePlace().path}`)).rejects.toMatchObject({ code: 'older-database' });
  const { url: foreign, ...elsewhere } = await serverPlace(server);
  await elsewhere.run('create table songs (title text)');
  expect(await refusalOf(foreign)).toMatchObject({
    code: 'foreign-database',
    message: expect.stringMatching(/ has tables of another program\. Set --to to a database/),
  });
});
