import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Connection from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { tablesOfPapers } from '../../../../src/store/sql/tables/merge-papers.ts';
import { openSqliteStore } from '../../../../src/store/sqlite/sqlite-store.ts';
import { inventedListing, inventedPaper, listed, noon } from '../../invented-listings.ts';
import { sqlitePlace, temporaryFolder } from '../../opened-store.ts';

describe('the tables that refer to papers', () => {
  it('are all known where papers are merged and where old papers are deleted', async () => {
    const place = sqlitePlace();
    await place.open();
    using connection = connect(place.path);
    const tables = connection
      .prepare<[], { readonly child: string }>(
        `select distinct schema.name as child from sqlite_schema as schema, pragma_foreign_key_list(schema.name) as key
         where schema.type = 'table' and key."table" = 'papers'`,
      )
      .all();
    expect(tables.map(({ child }) => child).toSorted()).toEqual([...tablesOfPapers].toSorted());
  });
});

describe('a database from the time before papers had several ids', () => {
  it('gets each stated DOI, except those that two papers state', async () => {
    const folder = temporaryFolder();
    const url = `file:${join(folder, 'paperboy.db')}`;
    const old = await openSqliteStore({ url, migrationsFolder: migrationsBefore('paper_ids') }).catch(() => null);
    await old?.[Symbol.asyncDispose]();
    {
      using connection = connect(join(folder, 'paperboy.db'));
      const insert = connection.prepare(
        `insert into papers (number, id, described_by, first_seen_at, changed_at, doi, categories, title, authors, abstract, sources)
         values (?, ?, 'arxiv', 0, 0, ?, '[]', 'Tides', '[]', '', '["arxiv"]')`,
      );
      insert.run(1, '2603.00001', '10.5555/Tides.1');
      insert.run(2, '2603.00002', '10.5555/tides.2');
      insert.run(3, '2603.00003', '10.5555/Tides.2');
      insert.run(4, '2603.00004', '10.48550/arXiv.2603.00004');
    }
    await using store = await openSqliteStore({ url });
    const ids = ['10.5555/tides.1', '10.5555/tides.2', '2603.00004'];
    const found = await Promise.all(ids.map((id) => store.paper(id)));
    expect(found.map((paper) => paper?.id)).toEqual(['2603.00001', undefined, '2603.00004']);
    const article = inventedPaper('10.5555/tides.1', { describedBy: 'crossref', doi: '10.5555/tides.1' });
    expect(await store.recordListing(inventedListing([listed(article)], { source: 'crossref' }), noon)).toMatchObject({
      fresh: 0,
    });
  });
});

function connect(path: string): Connection.Database & Disposable {
  const connection = new Connection(path);
  return Object.assign(connection, { [Symbol.dispose]: () => void connection.close() });
}

/** The project's migrations before the one of that name. */
function migrationsBefore(name: string): string {
  const folder = temporaryFolder();
  cpSync(resolve('migrations/sqlite'), folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex(({ tag }) => tag.endsWith(name));
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  return folder;
}
