import { describe, expect, it } from 'vitest';
import { hasBot } from '../../../src/store/databases.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { inventedListing, inventedPaper, listed, listingOf, noon } from '../invented-listings.ts';
import { startNetwork, type TestNetwork } from './network.ts';
import { serverOrSkip, type TestServer, type TestServerProcess } from './server.ts';

interface Arranged extends AsyncDisposable {
  readonly url: string;
  readonly server: TestServer;
  readonly process: TestServerProcess;
  readonly network: TestNetwork;
  readonly store: Store;
  /** What the store reported of its connection. */
  readonly told: string[];
}

/** A store whose server is behind a network that can be damaged. */
async function arranged(skip: (why: string) => never, options = ''): Promise<Arranged> {
  const server = await serverOrSkip(skip);
  if (server.process === null) return skip('a server of somebody else is not damaged');
  await using opened = new AsyncDisposableStack();
  const name = new URL((await server.newDatabase()).replace('@/', '@host/')).pathname;
  const network = opened.use(await startNetwork(server.process.socket));
  const told: string[] = [];
  const url = `postgres://tests@127.0.0.1:${network.port}${name}${options}`;
  const onConnection = (state: string): void => void told.push(state);
  const open = { url, isBot: true, onConnection, searchesHere: true, patienceMs: 500 };
  const store = opened.use(await openPostgresStore(open));
  const closing = opened.move();
  const dispose = () => closing.disposeAsync();
  return { url, server, process: server.process, network, store, told, [Symbol.asyncDispose]: dispose };
}

/** Several verbs at once, so that there are several sessions. */
const countOften = async (store: Store): Promise<readonly number[]> =>
  (await Promise.all(Array.from({ length: 6 }, () => store.counts()))).map(({ papers }) => papers);

describe('a store of PostgreSQL', () => {
  it('goes on after its connections were cut while they were idle', async ({ skip }) => {
    await using scene = await arranged(skip);
    const { store, network } = scene;
    await store.recordListing(listingOf('a'), noon);
    expect(await countOften(store)).toEqual([1, 1, 1, 1, 1, 1]);
    network.cut();
    await store.recordListing(listingOf('a', 'b'), noon + 1);
    expect(await countOften(store)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('goes on after the server ended its connections', async ({ skip }) => {
    await using scene = await arranged(skip);
    const { store, server } = scene;
    await countOften(store);
    await server.run(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename is not null',
    );
    expect(await countOften(store)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('loses nothing when the server is killed and starts again in the middle of its work', async ({ skip }) => {
    await using scene = await arranged(skip);
    const { url, store, process, told } = scene;
    await store.recordListing(listingOf('a'), noon);
    await process.stop('SIGQUIT');
    await expect(store.counts()).rejects.toMatchObject({ code: 'unreachable' });
    await expect(store.recordListing(listingOf('a', 'b'), noon + 1)).rejects.toMatchObject({ code: 'unreachable' });
    expect(told).toEqual(['lost']);
    await process.start();
    expect(await store.counts()).toMatchObject({ papers: 1 });
    await store.recordListing(listingOf('a', 'b'), noon + 2);
    expect(await store.counts()).toMatchObject({ papers: 2 });
    expect(told).toEqual(['lost', 'back']);
    // The lock of the bot ended with its connection, and the bot takes it again.
    await expect.poll(() => hasBot(url), { timeout: 30_000 }).toBe(true);
  });

  it('writes a listing completely although its connection is cut between its steps', async ({ skip }) => {
    await using scene = await arranged(skip);
    const { store, network, told } = scene;
    const entries = Array.from({ length: 120 }, (_, index) => listed(inventedPaper(`p/${index}`)));
    network.cutAt('p/100', false);
    await store.recordListing(inventedListing(entries), noon);
    expect(await store.counts()).toMatchObject({ papers: 120 });
    expect(told).toEqual(['lost', 'back']);
  });

  it.for([true, false])(
    'says that a change may have happened if the connection is cut at its commit (the server gets it: %s)',
    async (isPassedOn, { skip }) => {
      await using scene = await arranged(skip);
      const { store, network } = scene;
      await store.noteGuildRemoved('one', noon);
      network.cutAt('commit', isPassedOn);
      await expect(store.noteGuildRemoved('two', noon)).rejects.toMatchObject({
        code: 'unreachable',
        message: expect.stringContaining('may have happened'),
      });
      const guilds = await store.guildsRemovedBefore(noon + 1);
      if (!isPassedOn) expect(guilds).toEqual(['one']);
      await store.noteGuildRemoved('two', noon);
      expect((await store.guildsRemovedBefore(noon + 1)).toSorted()).toEqual(['one', 'two']);
    },
  );

  it('gives up a network that is gone without a sign', async ({ skip }) => {
    await using scene = await arranged(skip, '?query_timeout=1000');
    const { store, network, told } = scene;
    await store.counts();
    network.stall();
    await expect(store.counts()).rejects.toMatchObject({ code: 'unreachable' });
    expect(told).toEqual(['lost']);
  });
});
