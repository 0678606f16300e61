import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { searchHere } from '../../../src/store/sql/search/search-here.ts';
import { openForSearching } from '../../../src/store/sqlite/search-connection.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { listingOf, noon, topicOf } from '../invented-listings.ts';
import { sqlitePlace } from '../opened-store.ts';

it('a search without a thread finds what was recorded just before, and fails after the end', async () => {
  const place = sqlitePlace();
  const store = await place.open();
  const search = () => store.searchPapers({ topic: topicOf('tide'), offset: 0, limit: 9 });
  expect((await search()).total).toBe(0);
  await store.recordListing(listingOf('a/1'), noon);
  expect((await search()).total).toBe(1);
  await store[Symbol.asyncDispose]();
  await expect(search()).rejects.toMatchObject({ code: 'closed' });
  expect(existsSync(`${place.path}-wal`)).toBe(false);
});

it('it fails as one on the thread does', async () => {
  const place = sqlitePlace();
  await place.open();
  await using searching = searchHere(() => openForSearching(place.path), meaning);
  const asked = searching.ask('searchPapers', 'not (canonical', { offset: 0, limit: 9 });
  await expect(asked).rejects.toMatchObject({ name: 'StoreError', code: 'search-failed' });
});
