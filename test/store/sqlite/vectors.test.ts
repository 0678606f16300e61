import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { keptTable, openMeaning, withoutMeaning } from '../../../src/meaning/meaning.ts';
import type { MeaningTable } from '../../../src/meaning/meaning-table.ts';
import { shippedMeaning } from '../../../src/meaning/shipped-table.ts';
import { beginIndexing } from '../../../src/store/sql/search/search-index.ts';
import { vectorLength, vectorReader } from '../../../src/store/sql/tables/paper-vectors.ts';
import { openDatabase } from '../../../src/store/sqlite/file/database.ts';
import { sqliteConnection } from '../../../src/store/sqlite/sqlite-connection.ts';
import { openSqliteStore, storeOf } from '../../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { dayMs } from '../../../src/time.ts';
import { inventedListing, inventedPaper, listed, noon } from '../invented-listings.ts';
import { sqlitePlace, temporaryFolder } from '../opened-store.ts';
import { countIn } from './search/outdated-index.ts';

const fill = async (store: Store): Promise<number> => {
  let steps = 0;
  while (await store.embedSome()) steps += 1;
  return steps;
};

it('computes all vectors again with another version of the table, and none without a table', async () => {
  const db = openDatabase(join(temporaryFolder(), 'paperboy.db'), resolve('migrations/sqlite'));
  const papers = Array.from({ length: 70 }, (_, index) => listed(inventedPaper(`a/${index}`)));
  const first = storeOf(db, openMeaning(true));
  await first.recordListing(inventedListing(papers), noon);
  expect(await fill(storeOf(db, withoutMeaning))).toBe(0);
  expect(await fill(first)).toBeGreaterThan(2);
  expect(await fill(first)).toBe(0);
  const shipped = shippedMeaning();
  const next: MeaningTable = { ...shipped, version: shipped.version + 1 };
  const updated = keptTable(() => next);
  const second = storeOf(db, openMeaning(true, updated));
  expect(await fill(second)).toBeGreaterThan(2);
  expect(db.$client.prepare('select version, filled_from from vector_state').all()).toEqual([
    { version: next.version, filled_from: null },
  ]);
  await first[Symbol.asyncDispose]();
});

it('compares no text with vectors of another version of the table', async () => {
  const place = sqlitePlace();
  const store = await place.open();
  await store.recordListing(inventedListing([listed(inventedPaper('a/1'))]), noon);
  await fill(store);
  const shipped = shippedMeaning();
  const next = openMeaning(
    true,
    keptTable(() => ({ ...shipped, version: shipped.version + 1 })),
  );
  const updated = await openSqliteStore({ url: `file:${place.path}`, meaning: next });
  onTestFinished(() => updated[Symbol.asyncDispose]());
  // No word of it is in the paper.
  const idsAbout = async (on: Store) => (await on.papersAbout('ocean currents', 5)).map(({ paper }) => paper.id);
  expect(await idsAbout(store)).toEqual(['a/1']);
  expect(await idsAbout(updated)).toEqual([]);
  await fill(updated);
  expect(await idsAbout(updated)).toEqual(['a/1']);
});

it('keeps no vectors of papers that are deleted or merged into another', async () => {
  const place = sqlitePlace();
  const store = await place.open();
  const papers = Array.from({ length: 200 }, (_, index) => listed(inventedPaper(`a/${index}`)));
  await store.recordListing(inventedListing(papers), noon);
  await fill(store);
  const later = noon + 400 * dayMs;
  const journal = inventedPaper('10.5555/lake.1', { describedBy: 'crossref', title: 'Another title' });
  const preprint = inventedPaper('2704.00001', { title: 'A preprint of it' });
  await store.recordListing(inventedListing([listed(journal)], { source: 'crossref', date: '2027-04-06' }), later);
  await store.recordListing(inventedListing([listed(preprint)], { date: '2027-04-06' }), later);
  await fill(store);
  await store.recordListing(
    inventedListing([listed({ ...preprint, doi: journal.id })], { date: '2027-04-07' }),
    later + dayMs,
  );
  await store.recordListing(inventedListing([listed(inventedPaper('new/1'))], { date: '2027-04-07' }), later + dayMs);
  const before = { papersBefore: later, runsBefore: later, upvotesBefore: later };
  while (!(await store.pruneSome({ ...before, listingsBefore: '2027-04-06', deliveriesBefore: '' })).isDone);
  await fill(store);
  expect(await store.counts()).toMatchObject({ papers: 2 });
  expect(countIn(place.path, 'select count(*) from vector_gaps')).toBe(0);
  expect(countIn(place.path, 'select count(*) from vector_blocks')).toBe(1);
  expect(vectorsIn(place.path)).toBe(2);
});

it('keeps no note of a missing vector after its paper is deleted', async () => {
  const place = sqlitePlace();
  const store = await place.open();
  await store.recordListing(inventedListing([listed(inventedPaper('a/1'))]), noon);
  const before = { papersBefore: noon + dayMs, runsBefore: 0, upvotesBefore: 0 };
  while (!(await store.pruneSome({ ...before, listingsBefore: '2026-03-03', deliveriesBefore: '' })).isDone);
  expect(countIn(place.path, 'select count(*) from papers')).toBe(0);
  expect(countIn(place.path, 'select count(*) from vector_gaps')).toBe(0);
});

/** How many vectors are stored in a database. */
function vectorsIn(path: string): number {
  const db = openDatabase(path, resolve('migrations/sqlite'));
  const blocks = db.$client.prepare<[], Buffer>('select vectors from vector_blocks').pluck().all();
  db.$client.close();
  return blocks
    .flatMap((bytes) => Array.from({ length: 64 }, (_, place) => bytes.subarray(256 * place, 256 * (place + 1))))
    .filter((vector) => vector.some((value) => value !== 0)).length;
}

it('computes all vectors again when the index is of another edition, because words may have other stems', async () => {
  const db = openDatabase(join(temporaryFolder(), 'paperboy.db'), resolve('migrations/sqlite'));
  const connection = sqliteConnection(db);
  await beginIndexing(connection);
  const store = storeOf(db, openMeaning(true));
  await store.recordListing(inventedListing([listed(inventedPaper('a/1')), listed(inventedPaper('a/2'))]), noon);
  expect(await fill(store)).toBeGreaterThan(0);
  await beginIndexing(connection);
  expect(await fill(store)).toBe(0);
  db.$client.exec('update search_index set edition = 0');
  await beginIndexing(connection);
  expect(await vectorReader(connection).nearest(new Float64Array(vectorLength).fill(1), 5)).toEqual([]);
  expect(await fill(store)).toBeGreaterThan(0);
  await store[Symbol.asyncDispose]();
});
