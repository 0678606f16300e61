import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { backUp, restore } from '../../../../src/store/sqlite/file/backup.ts';
import type { Store } from '../../../../src/store/store.ts';
import { dayMs } from '../../../../src/time.ts';
import { inventedListing, inventedPaper, listed, noon, topicOf } from '../../invented-listings.ts';
import { sqlitePlace, temporaryFolder } from '../../opened-store.ts';
import { changeDatabase, changedStore, countIn, numbersWith, outdated, paperCount } from './outdated-index.ts';

const child = fileURLToPath(new URL('indexing-child.ts', import.meta.url));
const inTheirOrder = Array.from({ length: paperCount }, (_, index) => index + 1);

const search = (store: Store, topic: string) => store.searchPapers({ topic: topicOf(topic), offset: 0, limit: 5 });

/** Indexes until nothing is left, and returns the shares on the way. */
async function indexAll(store: Store): Promise<readonly number[]> {
  const shares: number[] = [];
  for (;;) {
    const indexing = await store.indexSome();
    if (indexing === null) return shares;
    shares.push(indexing.share);
  }
}

describe('a full-text index whose tokens are of another edition', () => {
  it('finds no paper by old tokens, and says how far it is', async () => {
    const store = await (await changedStore(outdated)).open();
    expect(await store.indexing()).toEqual({ share: 0 });
    expect(await search(store, 'comment:oldword')).toMatchObject({ total: 0, indexing: { share: 0 } });
    expect(await search(store, 'comment:acl')).toMatchObject({ total: 0, indexing: { share: 0 } });
  });

  it('finds the newest papers first, and in the end each of them once', async () => {
    const place = await changedStore(outdated);
    const store = await place.open();
    const first = await store.indexSome();
    expect(first?.share).toBeCloseTo(20 / paperCount);
    const { papers, total } = await search(store, 'comment:acl');
    expect([papers[0]?.id, total]).toEqual([`a/${paperCount - 1}`, 20]);
    const shares = await indexAll(store);
    expect(shares).toEqual(shares.toSorted());
    expect(await search(store, 'comment:acl')).not.toHaveProperty('indexing');
    expect((await search(store, 'comment:acl')).total).toBe(paperCount);
    await store[Symbol.asyncDispose]();
    expect(numbersWith(place.path, 'acl')).toEqual(inTheirOrder);
    expect(numbersWith(place.path, 'oldword')).toEqual([]);
  });

  it('gets the match keys of its papers with their tokens', async () => {
    const place = await changedStore(`${outdated} delete from match_keys;`);
    const store = await place.open();
    const journal = inventedPaper('10.5555/lake.1', {
      title: 'Notes on the tides of lake a/0',
      describedBy: 'crossref',
    });
    await store.recordListing(inventedListing([listed(journal)], { source: 'crossref' }), noon);
    expect(await store.duplicates(journal.id)).toEqual([]);
    await indexAll(store);
    expect((await store.duplicates(journal.id)).map(({ id }) => id)).toEqual(['a/0']);
    await store[Symbol.asyncDispose]();
    expect(countIn(place.path, 'select count(*) from match_keys')).toBe(paperCount + 1);
  });

  it('has papers at once that arrive or change meanwhile, and those of a backfill in the end', async () => {
    const place = await changedStore(outdated);
    const store = await place.open();
    await store.indexSome();
    const changed = inventedPaper('a/0', { version: 2, comment: 'Moved to NeurIPS' });
    await store.recordListing(
      inventedListing([listed(inventedPaper('new/1', { comment: 'ACL' })), listed(changed)]),
      noon,
    );
    expect((await search(store, 'comment:acl')).papers.map(({ id }) => id)).toContain('new/1');
    const old = { ...listed(inventedPaper('old/1', { comment: 'ACL' })), date: '2026-02-10' };
    await store.recordBackfill(
      { source: 'arxiv', day: '2026-02-10', entries: [old], skipped: [], resumeToken: null },
      noon,
    );
    await indexAll(store);
    expect((await search(store, 'comment:neurips')).papers.map(({ id }) => id)).toEqual(['a/0']);
    expect((await search(store, 'comment:acl')).total).toBe(paperCount + 1);
    await store[Symbol.asyncDispose]();
    expect(numbersWith(place.path, 'acl')).toEqual([-1, ...inTheirOrder.slice(1), paperCount + 1]);
  });

  it('has no paper that is deleted meanwhile', async () => {
    const place = await changedStore(outdated);
    const store = await place.open();
    await store.indexSome();
    await store.recordListing(
      inventedListing([listed(inventedPaper('new/1', { comment: 'ACL' }))], { date: '2026-03-12' }),
      noon + 10 * dayMs,
    );
    const before = { papersBefore: noon + dayMs, runsBefore: 0, upvotesBefore: 0 };
    while (!(await store.pruneSome({ ...before, listingsBefore: '2026-03-03', deliveriesBefore: '' })).isDone);
    await indexAll(store);
    await store[Symbol.asyncDispose]();
    expect(numbersWith(place.path, 'acl')).toEqual([paperCount + 1]);
  });

  it('gives a forecast without a note as soon as it has the papers of the window', async () => {
    const store = await (await changedStore(outdated)).open();
    const later = noon + 40 * dayMs;
    const listing = inventedListing([listed(inventedPaper('new/1'))], { date: '2026-04-11' });
    await store.recordListing(listing, later);
    const forecast = (days: number) => store.forecast(topicOf('tides'), { now: later, days, examples: 1 });
    expect(await forecast(30)).toMatchObject({ matchedCount: 0, indexing: { share: 0 } });
    await store.indexSome();
    expect(await forecast(30)).toMatchObject({ daysCovered: 1, matchedCount: 1 });
    expect(await forecast(30)).not.toHaveProperty('indexing');
    expect(await forecast(60)).toHaveProperty('indexing');
  });

  it('is continued after a kill in the middle', async () => {
    const place = await changedStore(outdated);
    const { stdout, stderr, signal } = spawnSync(process.execPath, [child, place.path], { encoding: 'utf8' });
    expect(signal, stderr).toBe('SIGKILL');
    const store = await place.open();
    expect((await store.indexing())?.share).toBeGreaterThanOrEqual(JSON.parse(stdout).share);
    await indexAll(store);
    await store[Symbol.asyncDispose]();
    expect(numbersWith(place.path, 'acl')).toEqual(inTheirOrder);
  });

  it('is continued in a backup that was made in the middle', async () => {
    const place = await changedStore(outdated);
    const store = await place.open();
    await store.indexSome();
    const copy = join(temporaryFolder(), 'copy.db');
    await backUp(`file:${place.path}`, copy);
    await store[Symbol.asyncDispose]();
    const restored = sqlitePlace();
    await restore(`file:${restored.path}`, copy, noon);
    const again = await restored.open();
    expect((await again.indexing())?.share).toBeCloseTo(20 / paperCount);
    await indexAll(again);
    expect((await search(again, 'comment:acl')).total).toBe(paperCount);
  });
});

describe('a full-text index', () => {
  it('is filled if a migration emptied it', async () => {
    const place = await changedStore(
      "insert into paper_search (paper_search) values ('delete-all'); delete from search_index;",
    );
    const store = await place.open();
    await indexAll(store);
    await store[Symbol.asyncDispose]();
    expect(numbersWith(place.path, 'acl')).toEqual(inTheirOrder);
  });

  it('is left unchanged if it is complete', async () => {
    const place = await changedStore("insert into paper_search (paper_search) values ('delete-all');");
    const store = await place.open();
    expect(await store.indexing()).toBeNull();
    expect(await store.indexSome()).toBeNull();
    await store[Symbol.asyncDispose]();
    expect(numbersWith(place.path, 'acl')).toEqual([]);
  });

  it('is complete in a new database', async () => {
    const place = sqlitePlace();
    const store = await place.open();
    expect(await store.indexing()).toBeNull();
    await store[Symbol.asyncDispose]();
    changeDatabase(place.path, 'update search_index set edition = 0');
    expect(await (await place.open()).indexing()).toBeNull();
  });
});
