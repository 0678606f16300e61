import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Connection from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../../../src/store/sqlite/sqlite-store.ts';
import { dayMs } from '../../../../src/time.ts';
import { version } from '../../../../src/version.ts';
import { noon } from '../../invented-listings.ts';
import { temporaryFolder } from '../../opened-store.ts';

const folder = resolve('test/fixtures/databases');
const released = readdirSync(folder).filter((name) => name.endsWith('.db.gz'));

/** The database of a released version, in a new folder. */
function databaseOf(name: string): string {
  const path = join(temporaryFolder(), 'paperboy.db');
  writeFileSync(path, gunzipSync(readFileSync(join(folder, name))));
  return path;
}

const steps = (JSON.parse(readFileSync('migrations/sqlite/meta/_journal.json', 'utf8')) as { entries: object[] })
  .entries;

/** Whether the database lacks steps of today's schema. That of the newest release lacks none at first. */
function isBehind(path: string): boolean {
  const connection = new Connection(path, { readonly: true });
  const done = connection.prepare('select count(*) from __drizzle_migrations').pluck().get();
  connection.close();
  return done !== steps.length;
}

it('there is a database of each released version', () => {
  const versions = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (\d+\.\d+\.\d+) - /gm)].map(([, one]) => one);
  expect(released.toSorted()).toEqual(versions.map((one) => `${one}.db.gz`).toSorted());
});

it.each(released)('%s is updated with everything in it, after a backup of what it was', async (name) => {
  const path = databaseOf(name);
  const hasBackup = isBehind(path);
  const backups: string[] = [];
  const at = Date.parse('2026-03-04T05:06:07.890Z');
  await using store = await openSqliteStore({ url: `file:${path}`, at, onBackup: (one) => backups.push(one) });

  expect(await store.counts()).toEqual({
    papers: 5,
    subscriptions: 3,
    channels: 2,
    deliveriesByState: { planned: 1, sent: 1 },
  });
  const subscriptions = await store.subscriptions('10');
  expect(subscriptions.map(({ channelId, topic, createdBy }) => ({ channelId, topic, createdBy }))).toEqual([
    { channelId: '11', topic: 'tides', createdBy: '20' },
    { channelId: '11', topic: 'title:lake -river', createdBy: '20' },
    { channelId: '12', topic: '"rises and falls" OR author:fjord', createdBy: '20' },
  ]);
  expect(await store.channel('11')).toMatchObject({
    schedule: { time: '07:30', zone: 'Europe/Berlin', days: [1, 3, 5] },
    maxPapers: 7,
    graceMinutes: 30,
    layout: name.startsWith('0.1.') ? 'cards' : 'list',
    ranking: 'relevance',
  });
  const sent = await store.deliveries('11', '2026-03-03');
  expect(sent.map(({ state, messageId, payload }) => ({ state, messageId, payload }))).toEqual([
    { state: 'sent', messageId: '900', payload: { content: 'part 1' } },
    { state: 'planned', messageId: null, payload: { content: 'part 2' } },
  ]);
  expect(await store.paper('2603.00004')).toMatchObject({ title: 'Notes on the tides of lake 2603.00004' });
  // The posted papers are not posted again, and the rest of the digest still is.
  expect(await store.postedPapers('11', ['2603.00003', '2603.00004'])).toEqual(new Set(['2603.00004']));
  expect(await store.claimDeliveries('worker', noon + 2 * dayMs, 5)).toMatchObject([{ part: 2 }]);

  const backup = `paperboy.db.before-${version}-2026-03-04T05-06-07-890Z`;
  expect(backups.map((one) => basename(one))).toEqual(hasBackup ? [backup] : []);
  if (!hasBackup) return;
  const kept = join(dirname(path), backup);
  await using before = await openSqliteStore({ url: `file:${kept}` });
  expect(await before.subscriptions('10')).toEqual(subscriptions);
});
