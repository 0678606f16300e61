import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Connection from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../../src/folder.ts';
import { isNetworkFileSystem, openDatabase } from '../../../../src/store/sqlite/file/database.ts';
import { databasePath } from '../../../../src/store/sqlite/file/database-url.ts';
import { asStoreError } from '../../../../src/store/sqlite/file/file-errors.ts';
import { openSqliteStore } from '../../../../src/store/sqlite/sqlite-store.ts';
import { hourMs } from '../../../../src/time.ts';
import { subscribed } from '../../contract-channels.ts';
import { listingOf, noon } from '../../invented-listings.ts';
import { planOf } from '../../invented-requests.ts';
import { sqlitePlace, temporaryFolder } from '../../opened-store.ts';

const migrations = resolve('migrations/sqlite');

describe('DATABASE_URL', () => {
  it('names a file from the working folder, or an absolute one', () => {
    expect(databasePath('file:data/paperboy.db')).toBe(resolve('data/paperboy.db'));
    expect(databasePath('file:./paperboy.db')).toBe(resolve('paperboy.db'));
    expect(databasePath('file:/srv/paperboy.db')).toBe('/srv/paperboy.db');
    expect(databasePath('file:///srv/a%20b.db')).toBe('/srv/a b.db');
  });

  it.each([
    '',
    'data/paperboy.db',
    'file:',
    'file:data/',
    'file::memory:',
    'file:a.db?mode=ro',
    'file://host/share/a.db',
    'postgres://user:secret@host/db',
  ])('%j is refused with a next step, and without a password', (url) => {
    const open = () => databasePath(url);
    expect(open).toThrow(expect.objectContaining({ code: 'bad-url' }));
    expect(open).toThrow(/such as file:data\/paperboy\.db/);
    expect(open).not.toThrow(/secret/);
  });
});

describe('a folder', () => {
  it('is made with its parents, and left unchanged if it exists', () => {
    const folder = temporaryFolder();
    makeFolder(join(folder, 'a/b/c'));
    makeFolder(join(folder, 'a/b'));
    expect(statSync(join(folder, 'a/b/c')).isDirectory()).toBe(true);
  });
});

describe('opening', () => {
  it('makes missing folders', async () => {
    const folder = temporaryFolder();
    await using store = await openSqliteStore({ url: `file:${folder}/deep/er/paperboy.db` });
    expect(await store.counts()).toEqual({ papers: 0, subscriptions: 0, channels: 0, deliveriesByState: {} });
  });

  it('finds what was stored before', async () => {
    const place = sqlitePlace();
    const before = await place.open();
    await before.recordListing(listingOf('a/1'), noon);
    const subscription = await subscribed(before, 'lake');
    await before.planDigest(planOf(1, { papers: [] }));
    await before[Symbol.asyncDispose]();
    const after = await place.open();
    expect(await after.paper('a/1')).not.toBeNull();
    expect(await after.subscriptions('guild')).toEqual([subscription]);
    expect(await after.claimDeliveries('worker', noon, 1)).toHaveLength(1);
  });

  it('ends the leases of earlier processes if it is the bot, and of none if another program opens it', async () => {
    const place = sqlitePlace();
    const before = await place.open();
    const worker = { id: 'one', leaseMs: hourMs };
    await before.beginLease(worker);
    await before[Symbol.asyncDispose]();
    const beside = await place.open();
    expect(await beside.renewLease(worker)).toBe(true);
    await beside[Symbol.asyncDispose]();
    await using bot = await openSqliteStore({ url: `file:${place.path}`, isBot: true, searchesHere: true });
    expect(await bot.renewLease(worker)).toBe(false);
  });

  it('closes once, however often it is asked to, and leaves one file', async () => {
    const place = sqlitePlace();
    const store = await place.open();
    await store.recordListing(listingOf('a/1'), noon);
    await store[Symbol.asyncDispose]();
    await store[Symbol.asyncDispose]();
    expect(existsSync(`${place.path}-wal`)).toBe(false);
    await expect(store.paper('a/1')).rejects.toThrow(/not open/);
  });

  it('refuses a file that is not a database, and leaves it unchanged', async () => {
    const path = join(temporaryFolder(), 'notes.txt');
    writeFileSync(path, 'Not a database, but notes of some length. '.repeat(50));
    const before = readFileSync(path);
    const opening = openSqliteStore({ url: `file:${path}` });
    await expect(opening).rejects.toMatchObject({ code: 'not-a-database', message: expect.stringContaining(path) });
    expect(readFileSync(path)).toEqual(before);
  });

  it('refuses another program’s database, and leaves it unchanged', async () => {
    const path = join(temporaryFolder(), 'other.db');
    const other = new Connection(path);
    other.exec('create table songs (title text)');
    other.close();
    await expect(openSqliteStore({ url: `file:${path}` })).rejects.toMatchObject({ code: 'foreign-database' });
    using again = closing(path);
    expect(again.connection.prepare('select name from sqlite_schema').pluck().all()).toEqual(['songs']);
  });

  it('refuses a database that a newer Paperboy has changed', async () => {
    const place = sqlitePlace();
    await (await place.open())[Symbol.asyncDispose]();
    {
      using changed = closing(place.path);
      changed.connection.exec(`insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)`);
    }
    await expect(place.open()).rejects.toMatchObject({ code: 'newer-database', message: /newer Paperboy/ });
  });

  it('refuses a folder instead of a file, and a file instead of a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'paperboy.db'));
    writeFileSync(join(folder, 'file'), '');
    for (const path of ['paperboy.db', 'file/paperboy.db']) {
      const opening = openSqliteStore({ url: `file:${folder}/${path}` });
      await expect(opening).rejects.toMatchObject({ code: 'unwritable', message: /Allow Paperboy's user to write/ });
    }
  });

  it.skipIf(process.getuid?.() === 0)('refuses a folder without write permission', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    await expect(openSqliteStore({ url: `file:${folder}/a/paperboy.db` })).rejects.toMatchObject({
      code: 'unwritable',
    });
    await expect(openSqliteStore({ url: `file:${folder}/paperboy.db` })).rejects.toMatchObject({ code: 'unwritable' });
  });

  it('refuses to start the bot if it may not make its lock', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'paperboy.db.lock'));
    const opening = openSqliteStore({ url: `file:${folder}/paperboy.db`, isBot: true });
    await expect(opening).rejects.toMatchObject({ code: 'unwritable' });
  });

  it('says that the disk is full, and not that permissions are missing', () => {
    const connection = new Connection(':memory:');
    connection.pragma('max_page_count = 2');
    let full: unknown;
    try {
      connection.exec('create table a (b); create table c (d); create table e (f)');
    } catch (error) {
      full = error;
    }
    connection.close();
    const noSpace = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    for (const error of [full, noSpace]) {
      expect(asStoreError(error, '/srv/paperboy.db')).toMatchObject({
        code: 'full',
        message: expect.stringMatching(/^The disk is full.*\/srv\/paperboy\.db.*Free some space/),
      });
    }
  });

  it('recognises network drives by their Linux file system types', () => {
    expect([0x6969, 0xff534d42, 0xff534d42 | 0].map(isNetworkFileSystem)).toEqual([true, true, true]);
    // ext4, btrfs, tmpfs, overlay.
    expect([0xef53, 0x9123683e, 0x01021994, 0x794c7630].some(isNetworkFileSystem)).toBe(false);
  });

  it('keeps every commit through a power cut: the log is synced at each commit, after writes as well', async () => {
    const db = openDatabase(join(temporaryFolder(), 'paperboy.db'), migrations);
    const ask = (pragma: string) => db.$client.pragma(pragma, { simple: true });
    db.$client.exec(`insert into drafts (guild_id, channel_id, user_id, topic_text, at) values ('', '', '', '', 0)`);
    expect(ask('synchronous')).toBe(2);
    expect(ask('journal_mode')).toBe('wal');
    expect(ask('foreign_keys')).toBe(1);
    db.$client.close();
  });
});

describe('two processes with one database', () => {
  it('see the changes of the other', async () => {
    const place = sqlitePlace();
    const [one, other] = [await place.open(), await place.open()];
    const lake = await subscribed(one, 'lake');
    expect(await other.subscriptions('guild')).toEqual([lake]);
    await other.recordListing(listingOf('a/1'), noon);
    expect(await one.lastNewsNumber()).toBe(1);
  });

  it('never claim the same delivery, and never plan the same digest', async () => {
    const place = sqlitePlace();
    const [one, other] = [await place.open(), await place.open()];
    for (let channel = 0; channel < 20; channel++) {
      const channelId = `channel ${channel}`;
      await subscribed(one, 'lake', { channelId });
      const plans = [one, other].map((store) => store.planDigest(planOf(1, { channelId })));
      expect((await Promise.all(plans)).toSorted()).toEqual([false, true]);
    }
    const claims = await Promise.all(
      [1, 2, 3, 4].map((turn) => (turn % 2 ? one : other).claimDeliveries('worker', noon, 7)),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });
});

function closing(path: string) {
  const connection = new Connection(path);
  return { connection, [Symbol.dispose]: () => void connection.close() };
}
