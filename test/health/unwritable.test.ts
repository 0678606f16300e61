import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Connection from 'better-sqlite3';
import { expect, it } from 'vitest';
import { createReadiness } from '../../src/health/readiness.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { startFriday } from '../app/friday.ts';

/** A disk of a few megabytes. Null where this user cannot make one. */
function smallDisk(): (Disposable & { readonly path: string }) | null {
  const path = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', path]);
  if (status !== 0) {
    rmSync(path, { recursive: true });
    return null;
  }
  return {
    path,
    [Symbol.dispose]() {
      spawnSync('umount', ['--lazy', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function fill(path: string): void {
  for (const bytes of [65_536, 4_096]) {
    try {
      while (true) appendFileSync(path, Buffer.alloc(bytes));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }
}

it('the bot is not ready while the disk is full, and ready again once there is space', async ({ skip }) => {
  using disk = smallDisk();
  if (disk === null) return skip('only a user who may mount file systems can make a small disk');
  const database = join(disk.path, 'paperboy.db');
  const config = { databaseUrl: `file:${database}`, healthPort: 0, sources: ['huggingface' as const] };
  await using friday = await startFriday({ config });
  await friday.running.app.wake();
  const url = String(friday.events('health.ready').at(-1)?.['url']);
  const ready = async () => {
    friday.pass(10_000); // A proof that the database can be written is kept for some seconds.
    const response = await fetch(new URL('/readyz', url));
    return { status: response.status, database: (await response.text()).split('\n')[1] };
  };
  expect(await ready()).toEqual({ status: 200, database: 'ok database: can be written' });
  // A reader keeps SQLite from writing over the log that it has.
  const reader = new Connection(database, { readonly: true });
  reader.exec('begin; select count(*) from papers');
  reader.prepare('select count(*) from papers').get();
  const junk = join(disk.path, 'junk');
  fill(junk);
  expect(await ready()).toEqual({ status: 503, database: 'fail database: cannot be written: the disk is full' });
  rmSync(junk);
  expect(await ready()).toMatchObject({ status: 200 });
  reader.close();
});

it.each([
  ['unwritable', 'its file or folder is read-only'],
  ['unreachable', 'its server does not answer'],
  ['damaged', 'the error is damaged'],
] as const)('a database that is %s says only why, and no path', async (code, why) => {
  const store = {
    proveWritable: () => Promise.reject(new StoreError(code, '/srv/secret/paperboy.db cannot be written')),
    recentListings: async () => [],
    outboxDepth: async () => ({ planned: 0, sending: 0, retry: 0, blocked: 0 }),
  };
  const gateway = null;
  const [database] = await createReadiness({ store, sources: [], gateway, clock: () => 0 })();
  expect(database).toEqual({ name: 'database', isMet: false, text: `cannot be written: ${why}` });
});
