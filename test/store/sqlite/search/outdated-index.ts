import { resolve } from 'node:path';
import { openDatabase } from '../../../../src/store/sqlite/file/database.ts';
import { inventedListing, inventedPaper, listed, noon } from '../../invented-listings.ts';
import { sqlitePlace } from '../../opened-store.ts';

/** How many papers the store has, in more than two steps of indexing. */
export const paperCount = 250;
const papers = Array.from({ length: paperCount }, (_, index) =>
  inventedPaper(`a/${index}`, { comment: 'For ACL 2026' }),
);

/** Makes the tokens those of an older edition, in which every paper had one word. */
export const outdated = `
  insert or replace into paper_search (rowid, comment) select number, 'oldword' from papers;
  update search_index set edition = 0, filled_to = null;`;

/** A closed store of papers with `acl` in their comments, whose database was then changed by a statement. */
export async function changedStore(change: string) {
  const place = sqlitePlace();
  const store = await place.open();
  await store.recordListing(inventedListing(papers.map((paper) => listed(paper))), noon);
  await store[Symbol.asyncDispose]();
  changeDatabase(place.path, change);
  return place;
}

export function changeDatabase(path: string, change: string): void {
  const db = openDatabase(path, resolve('migrations/sqlite'));
  db.$client.exec(change);
  db.$client.close();
}

/** The numbers of the papers that have the token in the index. */
export function numbersWith(path: string, token: string): readonly unknown[] {
  const db = openDatabase(path, resolve('migrations/sqlite'));
  const found = 'select rowid from paper_search where paper_search match ? order by rowid';
  const numbers = db.$client.prepare(found).pluck().all(token);
  db.$client.close();
  return numbers;
}

/** The one number that a query of the database gives. */
export function countIn(path: string, query: string): unknown {
  const db = openDatabase(path, resolve('migrations/sqlite'));
  const found = db.$client.prepare(query).pluck().get();
  db.$client.close();
  return found;
}
