import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import Connection from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backUp, restore } from '../../../../src/store/sqlite/file/backup.ts';
import { applyMigrations } from '../../../../src/store/sqlite/file/migrations.ts';
import { noon } from '../../invented-listings.ts';
import { sqlitePlace, temporaryFolder } from '../../opened-store.ts';

const own = resolve('migrations/sqlite');

/** A folder of migrations as drizzle-kit makes it. */
function migrationsFolder(...files: readonly string[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'meta'));
  files.forEach((sql, index) => {
    writeFileSync(join(folder, `${index}.sql`), sql);
  });
  const entries = files.map((_, index) => ({
    idx: index,
    version: '6',
    when: index + 1,
    tag: `${index}`,
    breakpoints: true,
  }));
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }));
  return folder;
}

/** The first `count` migrations of the project. */
function ownUpTo(count: number): string {
  const folder = temporaryFolder();
  cpSync(own, folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: unknown[] };
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

const tablesOf = (connection: Connection.Database) =>
  connection.prepare("select name from sqlite_schema where name not like '\\_\\_%' escape '\\'").pluck().all();

describe('migrations', () => {
  it('match the schema: drizzle-kit finds nothing to add', () => {
    const folder = temporaryFolder();
    cpSync(own, folder, { recursive: true });
    const before = readdirSync(folder);
    const kit = resolve('node_modules/drizzle-kit/bin.cjs');
    const schemas = resolve('src/store/sql/schema/*-schema.ts');
    const given = ['generate', '--dialect', 'sqlite', '--schema', schemas, '--out', relative('.', folder)];
    const said = execFileSync(process.execPath, [kit, ...given], { encoding: 'utf8' });
    expect(said).toContain('No schema changes');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('are each applied once, later ones included', () => {
    const connection = new Connection(':memory:');
    const first = 'create table a (x);--> statement-breakpoint\ncreate table b (x);';
    applyMigrations(connection, migrationsFolder(first));
    applyMigrations(connection, migrationsFolder(first, 'create table c (x);'));
    applyMigrations(connection, migrationsFolder(first, 'create table c (x);'));
    expect(tablesOf(connection)).toEqual(['a', 'b', 'c']);
  });

  it('are applied completely or not at all', () => {
    const connection = new Connection(':memory:');
    expect(() => applyMigrations(connection, migrationsFolder('create table a (x);', 'nonsense;'))).toThrow(/nonsense/);
    expect(tablesOf(connection)).toEqual([]);
  });

  it('may rebuild a table that others refer to, but may not leave broken references', () => {
    const connection = new Connection(':memory:');
    const made = 'create table a (x integer primary key); create table b (a references a (x) on delete cascade);';
    const filled = `${made} insert into a values (1); insert into b values (1);`;
    const rebuilt =
      'create table n (x integer primary key); insert into n select x from a; drop table a; alter table n rename to a;';
    applyMigrations(connection, migrationsFolder(filled, rebuilt));
    expect(connection.prepare('select a from b').pluck().all()).toEqual([1]);
    const breaking = migrationsFolder(filled, rebuilt, 'delete from a;');
    expect(() => applyMigrations(connection, breaking)).toThrow(/with broken references/);
    expect(connection.prepare('select x from a').pluck().all()).toEqual([1]);
  });

  it('fill in for older papers which sources listed them, and how', () => {
    const connection = new Connection(':memory:');
    applyMigrations(connection, ownUpTo(2));
    connection.exec(`
      insert into papers (number, id, described_by, first_seen_at, changed_at, categories, title, authors, abstract)
      values (1, 'a/1', 'arxiv', 0, 0, '[]', 't', '[]', 'a'), (2, 'a/2', 'arxiv', 0, 0, '[]', 't', '[]', 'a'),
        (3, 'a/3', 'arxiv', 0, 0, '[]', 't', '[]', 'a');
      insert into listings (id, source, date, state, pulled_at, skipped, etags)
      values (1, 'huggingface', '2026-03-01', 'listed', 0, 0, '{}'), (2, 'arxiv', '2026-03-02', 'listed', 0, 0, '{}'),
        (3, 'arxiv', '2026-03-03', 'listed', 0, 0, '{}');
      insert into listing_entries (listing_id, paper_number, announce_type)
      values (1, 1, 'pick'), (2, 1, 'cross'), (3, 1, 'replace'), (3, 2, 'replace-cross');`);
    applyMigrations(connection, own);
    expect(connection.prepare('select sources, announced_as from papers order by number').raw().all()).toEqual([
      ['["arxiv","huggingface"]', 'pick'],
      ['["arxiv"]', 'replace-cross'],
      ['[]', null],
    ]);
  });

  it('bring a restored backup of an earlier version to match keys, rankings and vectors', async () => {
    const old = join(temporaryFolder(), 'old.db');
    const connection = new Connection(old);
    // Before match keys.
    applyMigrations(connection, ownUpTo(14));
    connection.exec(`
      insert into papers (number, id, described_by, first_seen_at, changed_at, categories, title, authors, abstract)
      values (1, '2603.00001', 'arxiv', 0, 0, '[]', 'The tides of small lakes', '["Ada Fjord"]', 'Water rises.'),
        (2, '10.5555/tides', 'crossref', 0, 0, '[]', 'The Tides of Small Lakes', '["A. Fjord"]', 'Water falls.'),
        (3, '2603.00002', 'arxiv', 0, 0, '[]', 'The tides of large lakes', '["Ada Fjord"]', 'Water rises.');
      insert into paper_ids (id, paper_number, is_own) select id, number, 1 from papers;
      insert into search_index (edition, filled_to) values (5, null);
      insert into channels (channel_id, guild_id, time, zone, days, max_papers, next_digest_at, considered_news_number)
      values ('channel', 'guild', '09:00', 'UTC', '[1,2,3,4,5]', 10, 0, 0);`);
    connection.close();
    const copy = join(temporaryFolder(), 'copy.db');
    expect(await backUp(`file:${old}`, copy)).toMatchObject({ papers: 3 });
    const place = sqlitePlace();
    await restore(`file:${place.path}`, copy, noon);
    const store = await place.open();
    expect(await store.channel('channel')).toMatchObject({ ranking: 'relevance' });
    while ((await store.indexSome()) !== null);
    expect((await store.duplicates('2603.00001')).map(({ id }) => id)).toEqual(['10.5555/tides']);
    while (await store.embedSome());
    // Duplicates are one of them.
    expect(await store.papersAbout('ocean currents', 5)).toHaveLength(2);
  });

  it('record what they applied where drizzle does, so that its tools see it', () => {
    const connection = new Connection(':memory:');
    applyMigrations(connection, own);
    const journal = JSON.parse(readFileSync(join(own, 'meta', '_journal.json'), 'utf8')) as {
      entries: { when: number }[];
    };
    const noted = connection.prepare('select created_at from __drizzle_migrations order by id').pluck().all();
    expect(noted).toEqual(journal.entries.map(({ when }) => when));
  });
});
