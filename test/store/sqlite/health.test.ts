import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/file/database.ts';
import { ownMigrations } from '../../../src/store/sqlite/file/migrations.ts';
import { storeOf } from '../../../src/store/sqlite/sqlite-store.ts';
import { temporaryFolder } from '../opened-store.ts';

it('a database that cannot be written is found out', async () => {
  const path = join(temporaryFolder(), 'test.db');
  const db = openDatabase(path, ownMigrations);
  await using store = storeOf(db);
  await store.proveWritable();
  db.$client.pragma('query_only = on');
  await expect(store.proveWritable()).rejects.toMatchObject({ name: 'StoreError', code: 'unwritable' });
  expect(await store.outboxDepth()).toMatchObject({ planned: 0 });
  db.$client.pragma('query_only = off');
  await store.proveWritable();
});

it('the proof reaches the disk', async () => {
  const path = join(temporaryFolder(), 'test.db');
  const db = openDatabase(path, ownMigrations);
  await using store = storeOf(db);
  const pagesInLog = () => (db.$client.pragma('wal_checkpoint(PASSIVE)') as { readonly log: number }[])[0]?.log;
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  expect(pagesInLog()).toBe(0);
  await store.proveWritable();
  expect(pagesInLog()).toBe(1);
});
