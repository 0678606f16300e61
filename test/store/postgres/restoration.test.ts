import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/store/databases.ts';
import { dayMs, hourMs } from '../../../src/time.ts';
import { subscribed } from '../contract-channels.ts';
import { listingOf, noon } from '../invented-listings.ts';
import { planOf } from '../invented-requests.ts';
import { temporaryFolder } from '../opened-store.ts';
import { serverOrSkip } from './server.ts';

/** The newest of the programs that load dumps on Debian; null if there is none. */
function findPrograms(): string | null {
  const version = (path: string): number => Number(/\/(\d+)\//.exec(path)?.[1]);
  const found = globSync('/usr/lib/postgresql/*/bin/pg_restore');
  const [newest] = found.toSorted((one, other) => version(other) - version(one));
  return newest === undefined ? null : dirname(newest);
}

it('a bot that finds an older dump looks for what may have been posted since', async ({ skip }) => {
  const server = await serverOrSkip(skip);
  const programs = findPrograms() ?? skip('there are no programs of PostgreSQL for dumps');
  const run = (name: string, ...args: readonly string[]) => void execFileSync(join(programs, name), args);
  const url = await server.newDatabase();
  const dump = join(temporaryFolder(), 'paperboy.dump');
  const opened = (at: number) => openStore({ url, isBot: true, searchesHere: true, at });
  {
    await using store = await opened(noon);
    await subscribed(store, 'lake');
    await store.recordListing(listingOf('a/1', 'a/2', 'a/3'), noon);
    await store.planDigest(planOf(1, { papers: ['a/1'] }));
  }
  run('pg_dump', '--format=custom', `--file=${dump}`, url);
  {
    await using store = await opened(noon + hourMs);
    const [claimed] = await store.claimDeliveries('worker', noon + hourMs, 9);
    expect(claimed?.inDoubt).toBe(false);
    await store.settleDelivery('worker', claimed?.id ?? 0, { state: 'sent', messageId: 'message', at: noon });
  }
  run('pg_restore', '--clean', '--if-exists', '--single-transaction', `--dbname=${url}`, dump);
  const restoredAt = noon + 2 * hourMs;
  {
    await using store = await opened(restoredAt);
    expect(await store.claimDeliveries('worker', restoredAt, 9)).toMatchObject([{ part: 1, inDoubt: true }]);
    await store.planDigest(planOf(1, { papers: ['a/2'], date: '2026-03-03' }));
    await store.planDigest(planOf(1, { papers: ['a/3'], date: '2026-03-05' }));
  }
  await using store = await opened(restoredAt + dayMs);
  const doubts = async (date: string) => (await store.deliveries('channel', date)).map(({ inDoubt }) => inDoubt);
  expect(await doubts('2026-03-03')).toEqual([true]);
  expect(await doubts('2026-03-05')).toEqual([false]);
});
