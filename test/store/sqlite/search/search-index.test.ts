import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../src/store/sqlite/file/database.ts';
import { inventedListing, inventedPaper, listed, noon, topicOf } from '../../invented-listings.ts';
import { sqlitePlace, temporaryFolder } from '../../opened-store.ts';

const papers = Array.from({ length: 250 }, (_, index) => inventedPaper(`a/${index}`, { comment: 'For ACL 2026' }));
const inTheirOrder = papers.map((_, index) => index + 1);

/** Fills a store with 250 papers, closes it, and changes its database. */
async function changedStore(change: string) {
  const folder = temporaryFolder();
  const place = sqlitePlace(folder);
  const store = await place.open();
  await store.recordListing(inventedListing(papers.map((paper) => listed(paper))), noon);
  await store[Symbol.asyncDispose]();
  const at = () => openDatabase(join(folder, 'paperboy.db'), resolve('migrations/sqlite'));
  using changed = closing(at());
  changed.db.$client.exec(change);
  const indexed = () => {
    using opened = closing(at());
    const found = `select rowid from paper_search where paper_search match '"acl"' order by rowid`;
    return opened.db.$client.prepare(found).pluck().all();
  };
  return { place, indexed };
}

const closing = (db: ReturnType<typeof openDatabase>) => ({ db, [Symbol.dispose]: () => void db.$client.close() });

const emptied = "insert into paper_search (paper_search) values ('delete-all');";

describe('the full-text index, when the store opens', () => {
  it('is filled again if its tokens are of another edition', async () => {
    const { place, indexed } = await changedStore(
      `${emptied} insert into paper_search (rowid, title) values (999, 'acl'); update search_index set edition = 0;`,
    );
    const store = await place.open();
    const found = await store.searchPapers({ topic: topicOf('comment:acl'), offset: 0, limit: 1 });
    expect(found.total).toBe(250);
    await store[Symbol.asyncDispose]();
    expect(indexed()).toEqual(inTheirOrder);
  });

  it('is filled if a migration emptied it', async () => {
    const { place, indexed } = await changedStore(`${emptied} delete from search_index;`);
    await (await place.open())[Symbol.asyncDispose]();
    expect(indexed()).toEqual(inTheirOrder);
  });

  it('is filled from where filling was interrupted', async () => {
    const { place, indexed } = await changedStore(`${emptied} update search_index set filled_to = 120;`);
    await (await place.open())[Symbol.asyncDispose]();
    expect(indexed()).toEqual(inTheirOrder.slice(120));
  });

  it('is left unchanged if it is complete', async () => {
    const { place, indexed } = await changedStore(emptied);
    await (await place.open())[Symbol.asyncDispose]();
    expect(indexed()).toEqual([]);
  });
});
