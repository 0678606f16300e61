import { expect, it } from 'vitest';
import { createClubMeetings } from '../../src/jobs/club-meetings.ts';
import { createPingNotices } from '../../src/jobs/ping-notices.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { subscribed } from '../store/contract-channels.ts';
import { listingOf, noon } from '../store/invented-listings.ts';
import { planOf } from '../store/invented-requests.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';

/** The jobs go on in the same process: only a run of theirs failed, as one does while the database is away. */

const { signal } = new AbortController();
const cut = new Error('the database cannot be reached');

/** A store that fails once, at that verb. */
function failingOnce(store: Store, verb: 'settlePingNotice' | 'noteClubMeeting'): Store {
  let hasFailed = false;
  const failing = async (...given: unknown[]): Promise<void> => {
    if (hasFailed) return await (store[verb] as (...given: unknown[]) => Promise<void>)(...given);
    hasFailed = true;
    throw cut;
  };
  return { ...store, [verb]: failing };
}

async function prepared(): Promise<Store> {
  const store = await sqlitePlace().open();
  await subscribed(store, 'lake');
  await store.recordListing(listingOf('a/1', 'a/2'), noon);
  const pings = ['ada', 'eve'].map((userId) => ({ userId, way: 'message' as const, papers: ['a/1'] }));
  await store.planDigest(planOf(1, { papers: ['a/1', 'a/2'], pings }));
  for (const { id } of await store.claimDeliveries('worker', noon, 9))
    await store.settleDelivery('worker', id, { state: 'sent', messageId: 'message', at: noon });
  return store;
}

it('a ping whose outcome could not be stored is looked for in the next run, and the others are sent', async () => {
  const store = await prepared();
  const sent: (readonly [string, boolean])[] = [];
  const run = createPingNotices({
    ...{ store: failingOnce(store, 'settlePingNotice'), clock: () => noon, log: createKeptLog() },
    async send({ people, inDoubt }) {
      sent.push([people[0]?.userId ?? '', inDoubt]);
      return { kind: 'sent', gone: [] };
    },
  });
  await expect(run(signal)).rejects.toThrow(cut);
  await run(signal);
  await run(signal);
  expect(sent).toEqual([
    ['ada', false],
    ['ada', true],
    ['eve', true],
  ]);
  expect(await store.eraseData({ userId: 'ada' })).toMatchObject({ kind: 'erased' });
});

it('a step of a meeting that could not be noted is looked for in the next run', async () => {
  const store = await prepared();
  const [closesAt, meetsAt] = [noon + dayMs, noon + 2 * dayMs];
  await store.startClub({
    ...{ guildId: 'guild', channelId: 'channel', weeks: 1, winners: 1, voiceChannelId: null },
    ...{ closes: { day: 2, time: '12:00' }, meets: { day: 3, time: '12:00' }, openedAt: noon - hourMs, closesAt },
  });
  await store.closeClub({ channelId: 'channel', closesAt, meetsAt, nextClosesAt: closesAt + 7 * dayMs, at: closesAt });
  const steps: (readonly [string | null, boolean])[] = [];
  const run = createClubMeetings({
    ...{ store: failingOnce(store, 'noteClubMeeting'), clock: () => closesAt, log: createKeptLog() },
    async advance({ openingId, inDoubt }) {
      steps.push([openingId, inDoubt]);
      if (openingId === null) return { kind: 'noted', progress: { openingId: 'message' } };
      return { kind: 'over', progress: {} };
    },
  });
  await expect(run(signal)).rejects.toThrow(cut);
  await run(signal);
  expect(steps).toEqual([
    [null, false],
    [null, true],
    ['message', false],
  ]);
});
