import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  applyMigrations,
  hasMissingMigrations,
  ownMigrations,
  refuseUnknownForm,
} from '../../../src/store/postgres/migrations.ts';
import { pgClient } from '../../../src/store/postgres/pg-client.ts';
import type { PostgresClient } from '../../../src/store/postgres/postgres-client.ts';
import { rowOf, rowsOf } from '../../../src/store/postgres/rows.ts';
import { temporaryFolder } from '../opened-store.ts';
import { makePgliteClient } from './places.ts';
import { serverOrSkip } from './server.ts';

const place = 'db.example:5432/paperboy';

let schemas = 0;

/** PGlite, in a schema without tables. */
async function openNew(): Promise<PostgresClient & AsyncDisposable> {
  const client = makePgliteClient({ url: '' });
  await client.connect(1);
  schemas += 1;
  await client.run({ text: `create schema empty_${schemas}` });
  await client.run({ text: `set search_path to empty_${schemas}` });
  return {
    ...client,
    async [Symbol.asyncDispose]() {
      await client.run({ text: 'reset search_path' });
      await client.run({ text: `drop schema empty_${schemas} cascade` });
    },
  };
}

interface Journal {
  readonly entries: { readonly when: number; readonly tag: string }[];
}

/** The migrations of this version, and one more. */
function withOneMore(statement: string): string {
  const folder = temporaryFolder();
  cpSync(ownMigrations, folder, { recursive: true });
  const path = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal;
  const [last] = journal.entries.slice(-1);
  journal.entries.push({ ...last, when: (last?.when ?? 0) + 1, tag: '9999_more' });
  writeFileSync(path, JSON.stringify(journal));
  writeFileSync(join(folder, '9999_more.sql'), statement);
  return folder;
}

describe('the migrations of PostgreSQL', () => {
  it('make the tables of a new database, and later only what is missing', async () => {
    await using client = await openNew();
    expect(await refuseUnknownForm(client, place)).toBe('empty');
    await applyMigrations(client, place);
    expect(await refuseUnknownForm(client, place)).toBe('ours');
    expect(await hasMissingMigrations(client)).toBe(false);
    const more = withOneMore('create table songs (title text)');
    expect(await hasMissingMigrations(client, more)).toBe(true);
    await applyMigrations(client, place, more);
    await applyMigrations(client, place, more);
    expect(await rowsOf(client, 'select * from songs')).toEqual([]);
  });

  it('let a transaction check each reference at its end', async () => {
    await using client = await openNew();
    await applyMigrations(client, place);
    expect(
      await rowOf(
        client,
        `select count(*) > 20 as are_many, bool_and(condeferrable and not condeferred) as can_wait
         from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`,
      ),
    ).toEqual({ are_many: 1, can_wait: 1 });
  });

  it('are applied completely or not at all', async () => {
    await using client = await openNew();
    const broken = withOneMore('create table songs (title text);--> statement-breakpoint\nselect no_such_column');
    await expect(applyMigrations(client, place, broken)).rejects.toThrow('no_such_column');
    expect(await refuseUnknownForm(client, place)).toBe('empty');
    await applyMigrations(client, place);
  });

  it('refuse a database of another program, and leave it as it was', async () => {
    await using client = await openNew();
    await client.run({ text: 'create table songs (title text)' });
    const error = {
      code: 'foreign-database',
      message: expect.stringMatching(/^db\.example:5432\/paperboy has tables/),
    };
    await expect(applyMigrations(client, place)).rejects.toMatchObject(error);
    const tables = 'select relname from pg_class where relnamespace = current_schema()::regnamespace';
    expect(await rowsOf(client, tables)).toEqual([{ relname: 'songs' }]);
  });

  it('refuse a database that a newer version has changed', async () => {
    await using client = await openNew();
    await applyMigrations(client, place, withOneMore('create table songs (title text)'));
    const error = { code: 'newer-database', message: expect.stringContaining('pg_restore') };
    await expect(applyMigrations(client, place)).rejects.toMatchObject(error);
  });

  it('happen in the schema of the connection, whatever other schemas have', async () => {
    await using client = await openNew();
    await client.run({ text: 'create schema other' });
    await client.run({ text: 'create table other.papers (title text)' });
    await applyMigrations(client, place);
    const referred = `select distinct relnamespace = current_schema()::regnamespace as is_here
      from pg_constraint join pg_class on pg_class.oid = confrelid
      where contype = 'f' and connamespace = current_schema()::regnamespace`;
    expect(await rowsOf(client, referred)).toEqual([{ is_here: 1 }]);
    await client.run({ text: 'drop schema other cascade' });
  });

  it('are applied once by processes that start at the same time', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    const url = await server.newDatabase();
    const clients = Array.from({ length: 4 }, () => pgClient({ url, isPatient: true }));
    for (const client of clients) await client.connect(5_000);
    await Promise.all(clients.map((client) => applyMigrations(client, place)));
    const [first] = clients as [PostgresClient];
    expect(await hasMissingMigrations(first)).toBe(false);
    for (const client of clients) await client.close();
  });
});
