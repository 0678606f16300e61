import { describe, expect, it } from 'vitest';
import type { Delivery, DigestPlan } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import type { StoreError } from '../../src/store/store-error.ts';
import { dayMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { inventedPaper, listingOf, noon } from './invented-listings.ts';
import { change, planOf, runOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Claims one delivery. It fails the test if there is none. */
async function claimed(store: Store, now = noon): Promise<Delivery> {
  const [delivery] = await store.claimDeliveries('worker', now, 1);
  if (delivery === undefined) throw new Error('There is no delivery to claim.');
  return delivery;
}

const partsOf = (deliveries: readonly Delivery[]) => deliveries.map(({ channelId, part }) => `${channelId} ${part}`);
/** The next time of the default schedule after noon. */
const nextDay = Date.parse('2026-03-03T09:00Z');
const sent = { state: 'sent', messageId: 'message', at: noon } as const;

type Call = () => Promise<unknown>;

/** What a call returns, or the code of its error. */
const outcomeOf = (call: Call): Promise<unknown> => call().catch((error: StoreError) => error.code);
const allAtOnce = (calls: readonly Call[]): Promise<unknown[]> => Promise.all(calls.map(outcomeOf));
async function oneByOne(calls: readonly Call[]): Promise<unknown[]> {
  const outcomes: unknown[] = [];
  for (const call of calls) outcomes.push(await outcomeOf(call));
  return outcomes;
}

const channels = ['fresh', 'repeated', 'paused', 'asked', 'received', 'quiet'];

const plan = (channelId: string, parts: number, fields: Partial<DigestPlan>): DigestPlan =>
  planOf(parts, { channelId, ...fields });

const renamed = (plan: DigestPlan, prefix: string): DigestPlan => {
  const channelId = prefix + plan.channelId;
  return { ...plan, channelId, ...(plan.run && { run: { ...plan.run, channelId } }) };
};

const succeeding: readonly DigestPlan[] = [
  plan('fresh', 2, { papers: ['a/1', 'a/2'], leftOut: ['a/3'], run: runOf('2026-03-02') }),
  plan('repeated', 1, { papers: ['a/1'], run: runOf('2026-03-02') }),
  plan('repeated', 1, { papers: ['a/2'] }),
  plan('repeated', 1, { papers: ['a/3'], date: '2026-03-03', at: noon + dayMs }),
  plan('paused', 1, { papers: ['a/1'] }),
  plan('asked', 1, { papers: ['a/1'], isRequested: true }),
  plan('quiet', 0, { run: runOf('2026-03-02', { state: 'quiet' }) }),
];
const refused: readonly DigestPlan[] = [
  plan('received', 1, { papers: ['a/2', 'a/1'] }),
  plan('none', 1, { papers: ['a/1'] }),
  plan('fresh', 1, { papers: ['b/9'] }),
];
const refusedAndOthers = ['conflict', 'unknown', 'unknown', true, true, false, true, false, true, true];

/** What is stored of the channels, without ids. */
async function stateOf(store: Store, prefix: string) {
  const ofEach = <Result>(read: (channelId: string) => Promise<Result>) =>
    Promise.all(channels.map((name) => read(prefix + name)));
  return {
    channels: await ofEach((channelId) => store.channel(channelId)),
    deliveries: await ofEach(async (channelId) =>
      (await store.deliveries(channelId, '2026-03-02')).map(({ id: _, ...rest }) => rest),
    ),
    posted: await ofEach(async (channelId) =>
      [...(await store.postedPapers(channelId, ['a/1', 'a/2', 'a/3']))].toSorted(),
    ),
    runs: await ofEach((channelId) => store.digestRuns(channelId, 9)),
  };
}

/** Tests of the verbs for digests and deliveries. */
export function describeDigestVerbs(place: () => StorePlace): void {
  async function prepared(...channelIds: readonly string[]): Promise<Store> {
    const store = await place().open();
    for (const channelId of ['channel', ...channelIds]) await subscribed(store, 'lake', { channelId });
    await store.recordListing(listingOf('a/1', 'a/2', 'a/3'), noon);
    return store;
  }

  it('takes a moment with a fraction of a millisecond', async () => {
    const store = await prepared();
    await store.planDigest(planOf(1));
    const { id } = await claimed(store);
    await store.settleDelivery('worker', id, { state: 'retry', reason: 'wait', dueAt: noon + 1200.7 });
    expect(await store.claimDeliveries('worker', noon + 1200, 1)).toEqual([]);
    expect(await store.claimDeliveries('worker', noon + 1201, 1)).toHaveLength(1);
  });

  it('takes any text as an id and as a reason, also one with characters that no text should have', async () => {
    const store = await prepared();
    await store.planDigest(planOf(1, { papers: ['a/1'] }));
    const odd = ['a/1', 'a\0', '\\u0000', '\\\\u0000', 'a\ud800', "it's", '"', '\\', '🜁'];
    expect(await store.postedPapers('channel', odd)).toEqual(new Set(['a/1']));
    const { id } = await claimed(store);
    await store.settleDelivery('worker', id, { state: 'uncertain', reason: 'refused: \0 and \ud800', at: noon });
    expect(await store.paper('a\0')).toBeNull();
  });

  it('knows the papers that digests showed a person who subscribed their channels', async () => {
    const store = await prepared('other', 'third');
    await subscribed(store, 'tide', { channelId: 'third', userId: 'second' });
    await store.planDigest(planOf(1, { papers: ['a/1'] }));
    await store.planDigest(planOf(1, { channelId: 'third', papers: ['a/2'] }));
    const ids = ['a/1', 'a/2', 'a/3', 'unheard of'];
    expect(await store.papersShownTo('user', ids)).toEqual(new Set(['a/1', 'a/2']));
    expect(await store.papersShownTo('second', ids)).toEqual(new Set(['a/2']));
    expect(await store.papersShownTo('nobody', ids)).toEqual(new Set());
    await store.savePapers({ userId: 'nobody', papers: [inventedPaper('a/3')], at: noon, cap: 9 });
    expect(await store.papersShownTo('nobody', ids)).toEqual(new Set(['a/3']));
    for (const { id, channelId } of await store.subscriptions('guild'))
      if (channelId === 'third') await store.unsubscribe('guild', id, noon);
    expect(await store.papersShownTo('second', ids)).toEqual(new Set());
  });

  describe('planning a digest', () => {
    it('freezes its parts and sets the next digest of the channel', async () => {
      const store = await prepared();
      expect(await store.planDigest(planOf(2, { papers: ['a/1', 'a/3'] }))).toBe(true);
      const input = await store.digestInput('channel');
      expect(input.channel).toMatchObject({ nextDigestAt: nextDay, lastDigestAt: noon });
      expect(input.consideredNewsNumber).toBe(3);
      expect(await store.postedPapers('channel', ['a/1', 'a/2', 'a/3', 'unheard of'])).toEqual(new Set(['a/1', 'a/3']));
      expect(await store.deliveries('channel', '2026-03-02')).toEqual([
        {
          id: expect.any(Number),
          destination: null,
          channelId: 'channel',
          date: '2026-03-02',
          part: 1,
          parts: 2,
          state: 'planned',
          attempts: 0,
          dueAt: noon,
          messageId: null,
          threadId: null,
          reason: null,
          payload: { content: 'part 1' },
          nonce: 'nonce-1',
          inDoubt: false,
          plannedAt: noon,
          leftOut: [],
        },
        expect.objectContaining({ part: 2, nonce: 'nonce-2' }),
      ]);
    });

    it('moves only the next occurrence if the channel already has a digest of the date', async () => {
      const store = await prepared();
      await store.planDigest(planOf(1, { papers: ['a/1'], consideredNewsNumber: 1 }));
      const first = await store.deliveries('channel', '2026-03-02');
      const again = planOf(2, { papers: ['a/2'], at: noon + dayMs });
      expect(await store.planDigest(again)).toBe(false);
      const input = await store.digestInput('channel');
      expect(input.channel).toMatchObject({ nextDigestAt: nextDay + dayMs, lastDigestAt: noon });
      expect(input.consideredNewsNumber).toBe(1);
      expect(await store.postedPapers('channel', ['a/1', 'a/2'])).toEqual(new Set(['a/1']));
      expect(await store.deliveries('channel', '2026-03-02')).toEqual(first);
    });

    it('moves the next occurrence by the schedule that somebody has set while the digest was made', async () => {
      const store = await prepared();
      await store.configureChannel(change({ time: '15:00' }));
      await store.planDigest(planOf(1, { papers: ['a/1'] }));
      expect((await store.channel('channel'))?.nextDigestAt).toBe(Date.parse('2026-03-03T15:00Z'));
    });

    it('moves the news cursor on a quiet day, and leaves the date free', async () => {
      const store = await prepared();
      expect(await store.planDigest(planOf(0))).toBe(true);
      expect(await store.deliveries('channel', '2026-03-02')).toEqual([]);
      expect(await store.digestInput('channel')).toMatchObject({
        consideredNewsNumber: 3,
        channel: { nextDigestAt: nextDay, lastDigestAt: noon },
      });
      expect(await store.planDigest(planOf(1, { papers: ['a/1'], consideredNewsNumber: 2 }))).toBe(true);
      expect((await store.digestInput('channel')).consideredNewsNumber).toBe(3);
    });

    it('refuses a paper that the channel already received, and then plans nothing', async () => {
      const store = await prepared('other');
      await store.planDigest(planOf(1, { papers: ['a/1'] }));
      const next = planOf(1, { date: '2026-03-03', papers: ['a/2', 'a/1'], at: noon + dayMs });
      await expect(store.planDigest(next)).rejects.toMatchObject({ code: 'conflict' });
      expect(await store.deliveries('channel', '2026-03-03')).toEqual([]);
      const input = await store.digestInput('channel');
      expect(await store.postedPapers('channel', ['a/1', 'a/2'])).toEqual(new Set(['a/1']));
      expect(input.channel.nextDigestAt).toBe(nextDay);
      expect(await store.planDigest({ ...next, channelId: 'other' })).toBe(true);
    });

    it.each([
      ['succeed', succeeding, [true, true, false, true, false, true, true]],
      ['fail for some', [...refused, ...succeeding], refusedAndOthers],
    ])(
      'does the same for calls of one turn of the event loop as one after another if they %s',
      async (_, plans, expected) => {
        const store = await prepared();
        const outcomesOf = async (run: typeof allAtOnce, prefix: string) => {
          for (const name of channels) await subscribed(store, 'lake', { channelId: prefix + name });
          await store.planDigest(planOf(1, { channelId: `${prefix}received`, date: '2026-03-01', papers: ['a/1'] }));
          for (const name of ['paused', 'asked']) await store.pauseChannel(prefix + name, noon - 1, null);
          const settled = await run(plans.map((plan) => () => store.planDigest(renamed(plan, prefix))));
          return JSON.stringify({ settled, ...(await stateOf(store, prefix)) }, null, 1).replaceAll(prefix, '');
        };
        const together = await outcomesOf(allAtOnce, 'together-');
        expect(JSON.parse(together).settled).toEqual(expected);
        expect(together).toBe(await outcomesOf(oneByOne, 'apart-'));
      },
    );

    it('reads several channels together, each as alone, and leaves out those that are not stored', async () => {
      const store = await prepared('other');
      const inputs = await store.digestInputs(['other', 'none', 'channel']);
      const ofChannel = (id: string) => inputs.find(({ channel }) => channel.channelId === id);
      expect(inputs).toHaveLength(2);
      for (const id of ['channel', 'other']) expect(ofChannel(id)).toEqual(await store.digestInput(id));
      expect(await store.digestInputs([])).toEqual([]);
    });

    it('refuses papers and channels that are not stored', async () => {
      const store = await prepared();
      await expect(store.planDigest(planOf(1, { papers: ['b/9'] }))).rejects.toMatchObject({ code: 'unknown' });
      await expect(store.planDigest(planOf(1, { channelId: 'none' }))).rejects.toMatchObject({ code: 'unknown' });
      await expect(store.digestInput('none')).rejects.toMatchObject({ code: 'unknown' });
    });
  });

  describe('claiming deliveries', () => {
    it('takes the first part of each digest, and a later part after the earlier one is sent', async () => {
      const store = await prepared('other');
      await store.planDigest(planOf(2));
      await store.planDigest(planOf(1, { channelId: 'other' }));
      const first = await store.claimDeliveries('worker', noon, 10);
      expect(partsOf(first)).toEqual(['channel 1', 'other 1']);
      expect(first[0]).toMatchObject({ state: 'sending', attempts: 1 });
      expect(await store.claimDeliveries('worker', noon, 10)).toEqual([]);
      await store.settleDelivery('worker', first[0]?.id ?? 0, sent);
      expect(partsOf(await store.claimDeliveries('worker', noon, 10))).toEqual(['channel 2']);
    });

    it.each(['dropped', 'uncertain'] as const)('continues after a part that is %s', async (state) => {
      const store = await prepared();
      await store.planDigest(planOf(2));
      await store.settleDelivery('worker', (await claimed(store)).id, { state, reason: 'why', at: noon });
      expect(partsOf(await store.claimDeliveries('worker', noon, 10))).toEqual(['channel 2']);
      expect((await store.deliveries('channel', '2026-03-02'))[0]).toMatchObject({ state, reason: 'why' });
    });

    it('takes at most the given number, the longest due first', async () => {
      const store = await prepared('early', 'late');
      await store.planDigest(planOf(1, { at: noon - 1 }));
      await store.planDigest(planOf(1, { channelId: 'late', at: noon }));
      await store.planDigest(planOf(1, { channelId: 'early', at: noon - 2 }));
      expect(partsOf(await store.claimDeliveries('worker', noon, 2))).toEqual(['early 1', 'channel 1']);
      expect(partsOf(await store.claimDeliveries('worker', noon, 2))).toEqual(['late 1']);
    });

    it('waits until a retry is due, and counts the attempts', async () => {
      const store = await prepared();
      await store.planDigest(planOf(2));
      const retry = { state: 'retry', dueAt: noon + 60, reason: 'Discord answered 503' } as const;
      await store.settleDelivery('worker', (await claimed(store)).id, retry);
      expect(await store.claimDeliveries('worker', noon + 59, 10)).toEqual([]);
      expect(await claimed(store, noon + 60)).toMatchObject({ part: 1, attempts: 2, reason: retry.reason });
    });
  });

  describe('settling a delivery', () => {
    it('stores the message id, and cannot be changed afterwards', async () => {
      const store = await prepared();
      await store.planDigest(planOf(1));
      const { id } = await claimed(store);
      expect(await store.settleDelivery('worker', id, { ...sent, threadId: 'thread' })).toBe(true);
      expect(await store.settleDelivery('worker', id, sent)).toBe(false);
      expect((await store.deliveries('channel', '2026-03-02'))[0]).toMatchObject({
        state: 'sent',
        messageId: 'message',
        threadId: 'thread',
      });
      const retry = { state: 'retry', dueAt: noon, reason: 'late' } as const;
      expect(await store.settleDelivery('worker', id, retry)).toBe(false);
      await expect(store.settleDelivery('worker', id + 1, sent)).rejects.toMatchObject({ code: 'unknown' });
      expect(await store.claimDeliveries('worker', noon + dayMs, 10)).toEqual([]);
      expect(await store.counts()).toMatchObject({ deliveriesByState: { sent: 1 } });
    });
  });

  describe('a delivery in doubt', () => {
    it('stays in doubt until it ends, whatever the outcome of later attempts', async () => {
      const store = await prepared();
      await store.planDigest(planOf(1));
      const retry = { state: 'retry', dueAt: noon, reason: 'why' } as const;
      const first = await claimed(store);
      expect(first).toMatchObject({ inDoubt: false, plannedAt: noon });
      await store.settleDelivery('worker', first.id, { ...retry, inDoubt: true });
      expect(await claimed(store)).toMatchObject({ inDoubt: true });
      await store.settleDelivery('worker', first.id, { ...retry, inDoubt: false });
      expect(await claimed(store)).toMatchObject({ inDoubt: true });
      await store.settleDelivery('worker', first.id, { state: 'blocked', reason: 'why', at: noon });
      expect((await store.deliveries('channel', '2026-03-02'))[0]).toMatchObject({ inDoubt: true });
    });

    it('is sent with its new payload from then on', async () => {
      const store = await prepared();
      await store.planDigest(planOf(1));
      const { id, payload } = await claimed(store);
      const retry = { state: 'retry', dueAt: noon, reason: 'why' } as const;
      await store.settleDelivery('worker', id, retry);
      expect((await claimed(store)).payload).toEqual(payload);
      await store.settleDelivery('worker', id, { ...retry, payload: { content: 'simpler' } });
      expect((await claimed(store)).payload).toEqual({ content: 'simpler' });
    });
  });

  it('drops what a blocked channel held back for too long, and nothing else', async () => {
    const store = await prepared('other');
    await store.planDigest(planOf(2));
    await store.planDigest(planOf(1, { channelId: 'other' }));
    const [held] = await store.claimDeliveries('worker', noon, 1);
    await store.settleDelivery('worker', held?.id ?? 0, { state: 'blocked', reason: 'gone', at: noon });
    expect(await store.expireDeliveries(noon, 'too long', noon + dayMs)).toEqual([]);
    const expired = await store.expireDeliveries(noon + 1, 'too long', noon + dayMs);
    expect(expired.map(({ channelId, part }) => `${channelId} ${part}`).toSorted()).toEqual(['channel 1', 'channel 2']);
    expect((await store.deliveries('channel', '2026-03-02'))[0]).toMatchObject({
      state: 'dropped',
      reason: 'too long',
    });
    expect((await store.deliveries('other', '2026-03-02'))[0]).toMatchObject({ state: 'planned' });
  });

  describe('a blocked channel', () => {
    const blocked = { state: 'blocked', reason: 'The channel is gone', at: noon } as const;

    it('is not due, and nothing is sent to it', async () => {
      const store = await prepared('other');
      await store.planDigest(planOf(2, { at: noon - 1 }));
      await store.planDigest(planOf(1, { date: '2026-03-03' }));
      await store.planDigest(planOf(1, { channelId: 'other' }));
      await store.settleDelivery('worker', (await claimed(store)).id, blocked);
      expect(await store.channel('channel')).toMatchObject({ blockedReason: 'The channel is gone' });
      expect(await store.dueChannels(noon + 9 * dayMs, 10)).toMatchObject([{ channelId: 'other' }]);
      expect(partsOf(await store.claimDeliveries('worker', noon, 10))).toEqual(['other 1']);
    });

    it('gets the held deliveries in order when the block ends', async () => {
      const store = await prepared();
      await store.planDigest(planOf(2));
      await store.settleDelivery('worker', (await claimed(store)).id, blocked);
      expect(await store.unblockChannel('channel', noon + 5)).toBe(true);
      expect(await store.channel('channel')).toMatchObject({ blockedReason: null, unblockedAt: noon + 5 });
      const first = await claimed(store);
      expect(first).toMatchObject({ part: 1, attempts: 2 });
      await store.settleDelivery('worker', first.id, sent);
      expect((await claimed(store)).part).toBe(2);
    });

    it('is not blocked any more after a message was sent to it', async () => {
      const store = await prepared();
      await store.planDigest(planOf(1));
      await store.planDigest(planOf(1, { date: '2026-03-03' }));
      const [one, two] = await store.claimDeliveries('worker', noon, 2);
      await store.settleDelivery('worker', one?.id ?? 0, blocked);
      await store.settleDelivery('worker', two?.id ?? 0, sent);
      expect(await store.channel('channel')).toMatchObject({ blockedReason: null });
      expect((await claimed(store)).id).toBe(one?.id);
    });
  });
}
