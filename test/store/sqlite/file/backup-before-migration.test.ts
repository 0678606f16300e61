import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Connection from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../src/store/sqlite/file/database.ts';
import { dayMs } from '../../../../src/time.ts';
import { version } from '../../../../src/version.ts';
import { noon } from '../../invented-listings.ts';
import { sqlitePlace, temporaryFolder } from '../../opened-store.ts';

const own = resolve('migrations/sqlite');
const old = gunzipSync(readFileSync(resolve('test/fixtures/databases/0.1.0.db.gz')));

function oldDatabase(): string {
  const path = join(temporaryFolder(), 'paperboy.db');
  writeFileSync(path, old);
  return path;
}

/** The project's migrations, the last one not yet there. */
function withoutNewest(): string {
  const folder = temporaryFolder();
  cpSync(own, folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: unknown[] };
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, -1) }));
  return folder;
}

const filesBeside = (path: string) => readdirSync(dirname(path)).toSorted();
const open = (path: string, options: Parameters<typeof openDatabase>[2] = {}) =>
  openDatabase(path, own, options).$client.close();

function migrationsIn(path: string): unknown {
  const connection = new Connection(path, { readonly: true });
  try {
    return connection.prepare('select count(*) from __drizzle_migrations').pluck().get();
  } finally {
    connection.close();
  }
}

describe('the backup before a migration', () => {
  it('is not made of a new database, an empty file, or a database that is up to date', async () => {
    const place = sqlitePlace();
    await (await place.open())[Symbol.asyncDispose]();
    await (await place.open())[Symbol.asyncDispose]();
    expect(filesBeside(place.path)).toEqual(['paperboy.db']);
    const empty = join(temporaryFolder(), 'empty.db');
    writeFileSync(empty, '');
    open(empty);
    expect(filesBeside(empty)).toEqual(['empty.db']);
  });

  it('keeps the newest three, and leaves every other file alone', () => {
    const path = oldDatabase();
    const other = `${path}.before-restore-2026-01-01T00-00-00-000Z`;
    const mine = `${path}.before-my-holiday`;
    for (const file of [other, mine]) writeFileSync(file, 'kept');
    for (let day = 0; day < 5; day += 1) {
      writeFileSync(path, old);
      open(path, { at: noon + day * dayMs });
    }
    expect(filesBeside(path)).toEqual([
      'paperboy.db',
      `paperboy.db.before-${version}-2026-03-04T12-00-00-000Z`,
      `paperboy.db.before-${version}-2026-03-05T12-00-00-000Z`,
      `paperboy.db.before-${version}-2026-03-06T12-00-00-000Z`,
      'paperboy.db.before-my-holiday',
      'paperboy.db.before-restore-2026-01-01T00-00-00-000Z',
    ]);
  });

  it('says so if the disk is full, and then the database is not migrated', () => {
    const path = oldDatabase();
    expect(() => open(path, { at: noon, freeBytesOf: () => 4_096 })).toThrow(
      expect.objectContaining({
        code: 'full',
        message:
          `The disk is full: there is no place for ${path}.before-${version}-2026-03-02T12-00-00-000Z, the backup that ` +
          `Paperboy ${version} makes before it updates the database. The database has not changed. ` +
          'Free some space on it, then start Paperboy again.',
      }),
    );
    expect(filesBeside(path)).toEqual(['paperboy.db']);
    expect(migrationsIn(path)).toBe(9);
  });

  it('says so if there is no place for it, and leaves no half copy', () => {
    const path = oldDatabase();
    mkdirSync(`${path}.before-${version}-2026-03-02T12-00-00-000Z`);
    expect(() => open(path, { at: noon })).toThrow(
      expect.objectContaining({ code: 'unwritable', message: expect.stringContaining('has not changed') }),
    );
    expect(filesBeside(path)).toHaveLength(2);
    expect(migrationsIn(path)).toBe(9);
  });

  it('is not made by an older Paperboy, which refuses the database', () => {
    const path = oldDatabase();
    open(path, { at: noon });
    const before = filesBeside(path);
    expect(() => openDatabase(path, withoutNewest())).toThrow(
      expect.objectContaining({
        code: 'newer-database',
        message: expect.stringContaining(`restore ${path}.before-${version}-`),
      }),
    );
    expect(filesBeside(path)).toEqual(before);
  });
});
