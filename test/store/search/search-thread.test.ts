import { existsSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { SearchThread } from '../../../src/store/sql/search/search-thread.ts';
import { inventedListing, inventedPaper, listed, listingOf, noon, topicOf } from '../invented-listings.ts';
import { sqlitePlace, temporaryFolder } from '../opened-store.ts';

/** A thread whose program ends at `fatal`, and the number of its starts. */
function mortalThread(idleMs?: number) {
  const lives = new Int32Array(new SharedArrayBuffer(4));
  const program = new URL('./search-programs/mortal-search.ts', import.meta.url);
  // The program counts its starts in the place that has the database of a real one.
  const thread = new SearchThread({
    program,
    place: lives.buffer as unknown as string,
    ...(idleMs === undefined ? {} : { idleMs }),
  });
  onTestFinished(() => thread[Symbol.asyncDispose]());
  const ask = (topic: string) => thread.ask('searchPapers', topic, { offset: 0, limit: 1 });
  return { thread, ask, lives: () => Atomics.load(lives, 0) };
}

describe('the search thread', () => {
  it('starts with the first search', async () => {
    const { ask, lives } = mortalThread();
    expect(lives()).toBe(0);
    expect(await Promise.all([ask('a'), ask('b')])).toEqual(['a in life 1', 'b in life 1']);
    expect(lives()).toBe(1);
  });

  it('is restarted when it ends, and repeats its current search', async () => {
    const { ask } = mortalThread();
    const answers = await Promise.all([ask('a'), ask('fatal once'), ask('b')]);
    expect(answers).toEqual(['a in life 1', 'fatal once in life 2', 'b in life 2']);
  });

  it('ends when nobody searches, and starts again with the next search', async () => {
    const { ask } = mortalThread(0);
    expect(await ask('a')).toBe('a in life 1');
    await vi.waitFor(async () => expect(await ask('b')).toBe('b in life 2'), { timeout: 20_000 });
  });

  it('stays while somebody searches', async () => {
    const { ask } = mortalThread();
    expect(await ask('a')).toBe('a in life 1');
    expect(await ask('b')).toBe('b in life 1');
  });

  it('fails a search that ends it twice, and no other', async () => {
    const { ask, lives } = mortalThread();
    const settled = await Promise.allSettled([ask('fatal'), ask('b')]);
    expect(settled).toMatchObject([
      { status: 'rejected', reason: { code: 'search-failed', message: expect.stringContaining('out of its depth') } },
      { status: 'fulfilled', value: 'b in life 3' },
    ]);
    expect(await ask('c')).toBe('c in life 3');
    expect(lives()).toBe(3);
  });

  it('ends itself, not the bot, if a search takes too much memory', async () => {
    const { ask } = mortalThread();
    await expect(ask('hungry')).rejects.toMatchObject({ code: 'search-failed' });
    expect(await ask('a')).toBe('a in life 3');
  });

  it('ends during a search when it is closed, and accepts no more', async () => {
    const { thread, ask } = mortalThread();
    await ask('a');
    const unanswered = Promise.allSettled([ask('forever'), ask('b')]);
    await thread[Symbol.asyncDispose]();
    const isClosed = { status: 'rejected', reason: { code: 'closed' } };
    expect(await unanswered).toMatchObject([isClosed, isClosed]);
    await expect(ask('c')).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('a store with a search thread', () => {
  const placeWithThread = () => sqlitePlace(temporaryFolder(), false);

  it('finds what was recorded just before', async () => {
    const store = await placeWithThread().open();
    const total = async () => (await store.searchPapers({ topic: topicOf('tide'), offset: 0, limit: 9 })).total;
    expect(await total()).toBe(0);
    for (const [index, id] of ['a/1', 'a/2', 'a/3'].entries()) {
      await store.recordListing(listingOf(id), noon + index);
      expect(await total()).toBe(index + 1);
    }
  });

  it('lets other work run while it searches', async () => {
    const store = await placeWithThread().open();
    const entries = Array.from({ length: 3_000 }, (_, index) => listed(inventedPaper(`a/${index}`)));
    await store.recordListing(inventedListing(entries), noon);
    let turns = 0;
    const other = setInterval(() => turns++, 1);
    await store.searchPapers({ topic: topicOf('tides author:fjord'), offset: 0, limit: 9 });
    clearInterval(other);
    expect(turns).toBeGreaterThan(5);
  });

  it('closes completely during searches: no write-ahead log is left', async () => {
    const place = placeWithThread();
    const store = await place.open();
    await store.recordListing(listingOf('a/1'), noon);
    const search = () => store.searchPapers({ topic: topicOf('tide'), offset: 0, limit: 9 });
    await search();
    const unanswered = Promise.allSettled([search(), search()]);
    await store[Symbol.asyncDispose]();
    for (const { status } of await unanswered) expect(status).toBe('rejected');
    await expect(search()).rejects.toMatchObject({ code: 'closed' });
    expect(existsSync(place.path)).toBe(true);
    expect(existsSync(`${place.path}-wal`)).toBe(false);
    expect((await (await place.open()).searchPapers({ topic: topicOf('tide'), offset: 0, limit: 9 })).total).toBe(1);
  });
});
