import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openMeaning, withoutMeaning } from '../../../src/meaning/meaning.ts';
import type { MeaningTable } from '../../../src/meaning/meaning-table.ts';
import { shippedMeaning } from '../../../src/meaning/shipped-table.ts';
import { openDatabase } from '../../../src/store/sqlite/file/database.ts';
import { storeOf } from '../../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { inventedListing, inventedPaper, listed, noon } from '../invented-listings.ts';
import { temporaryFolder } from '../opened-store.ts';

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
  const second = storeOf(
    db,
    openMeaning(true, () => next),
  );
  expect(await fill(second)).toBeGreaterThan(2);
  expect(db.$client.prepare('select version, filled_from from vector_state').all()).toEqual([
    { version: next.version, filled_from: null },
  ]);
  await first[Symbol.asyncDispose]();
});
