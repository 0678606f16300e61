import { describe, expect, it } from 'vitest';
import { noExtras } from '../../src/papers/paper.ts';
import type { Club } from '../../src/store/clubs.ts';
import type { Store } from '../../src/store/store.ts';
import { type ReviewPlan, reviewPart } from '../../src/store/weekly-reviews.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { inventedPaper, listingOf, noon } from './invented-listings.ts';
import { change, runOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Monday. The digests come at nine. */
const day = '2026-03-02';
const tuesday = 2;
const due = Date.parse('2026-03-03T09:00Z');
const part = { json: '{"content":"best"}', nonce: 'review' };
const plan = { channelId: 'channel', date: '2026-03-03', part, at: due };
const week = { since: day, before: '2026-03-03', now: due };

const club: Club = {
  ...{ guildId: 'guild', channelId: 'channel', weeks: 1, winners: 1, voiceChannelId: null },
  ...{ closes: { day: 2, time: '09:00' }, meets: { day: 2, time: '12:00' }, openedAt: noon - hourMs, closesAt: due },
};

/** Tests of the verbs for weekly reviews. */
export function describeWeeklyReviewVerbs(place: () => StorePlace): void {
  /** A channel that wants its reviews on Tuesdays, and got the papers a/1 and a/2 on Monday. */
  async function reviewed(): Promise<Store> {
    const store = await place().open();
    await subscribed(store, 'lake');
    await store.configureChannel(change({ reviewDay: tuesday }));
    await store.recordListing(listingOf('a/1', 'a/2'), noon);
    const parts = [{ json: '{}', nonce: 'digest' }];
    const papers = ['a/1', 'a/2'];
    await store.planDigest({ channelId: 'channel', date: day, papers, parts, consideredNewsNumber: 2, at: noon });
    return store;
  }

  /** Plans the digest of the day of a review, by default the first one. It has no paper. */
  const planQuietDay = (store: Store, { at, date }: Pick<ReviewPlan, 'at' | 'date'> = plan) => {
    const run = runOf(date, { state: 'quiet', since: at, at });
    return store.planDigest({ channelId: 'channel', date, papers: [], parts: [], consideredNewsNumber: 2, at, run });
  };

  const isDue = async (store: Store, now = due) =>
    (await store.dueReviews(now)).map(({ channel, isSilent }) => [channel.channelId, isSilent]);

  describe('a weekly review', () => {
    it('is due at the time of the digest, after the digest', async () => {
      const store = await reviewed();
      expect(await store.channel('channel')).toMatchObject({ reviewDay: tuesday, nextReviewAt: due });
      expect(await isDue(store, due - 1)).toEqual([]);
      expect(await isDue(store)).toEqual([]);
      await planQuietDay(store);
      expect(await isDue(store)).toEqual([['channel', false]]);
    });

    it('counts what each paper got after its digest', async () => {
      const store = await reviewed();
      const at = due - hourMs;
      const code = { ...noExtras, upvotes: 7, codeUrl: 'https://github.com/a/b' };
      const entries = [
        { paper: { ...inventedPaper('a/1'), extras: code }, announceType: 'pick' as const },
        { paper: { ...inventedPaper('a/2'), comment: 'Accepted at ICML 2026' }, announceType: 'pick' as const },
      ];
      await store.recordListing({ ...listingOf(), source: 'huggingface', date: '2026-03-03', entries }, at);
      for (const [userId, wish] of [
        ['ada', 'more'],
        ['eve', 'more'],
        ['noor', 'less'],
      ] as const)
        await store.markPaper({ channelId: 'channel', userId, paperId: 'a/2', wish, at });
      await store.startClub(club);
      await store.voteForPaper({ channelId: 'channel', userId: 'ada', paperId: 'a/1', at });
      const found = await store.reviewedPapers('channel', week);
      expect(found.map(({ paper, ...got }) => [paper.id, got])).toEqual([
        ['a/1', { upvotes: 7, hasCode: true, hasVenue: false, more: 0, less: 0, votes: 1 }],
        ['a/2', { upvotes: 0, hasCode: false, hasVenue: true, more: 2, less: 1, votes: 0 }],
      ]);
      // The votes of a closed agenda are counted as well.
      const { closesAt } = club;
      await store.closeClub({ channelId: 'channel', closesAt, meetsAt: due, nextClosesAt: due + dayMs, at: due });
      expect((await store.reviewedPapers('channel', week)).map(({ votes }) => votes)).toEqual([1, 0]);
      expect(await store.reviewedPapers('channel', { ...week, before: day })).toEqual([]);
      expect(await store.reviewedPapers('channel', { ...week, since: '2026-03-03', before: '2026-03-10' })).toEqual([]);
    });

    it('is planned once, with the next one, after a restart as well', async () => {
      const store = await reviewed();
      expect(await store.planReview(plan)).toBe(false);
      await planQuietDay(store);
      expect(await store.planReview(plan)).toBe(true);
      const restarted = await place().open();
      expect(await isDue(restarted)).toEqual([]);
      expect(await restarted.planReview(plan)).toBe(false);
      expect(await restarted.channel('channel')).toMatchObject({
        nextReviewAt: due + 7 * dayMs,
        reviewedUntil: '2026-03-03',
      });
      // It does not belong to a digest.
      expect(await restarted.deliveries('channel', '2026-03-03')).toEqual([]);
      const [digest, ...others] = await restarted.claimDeliveries('worker', due, 10);
      expect([digest?.nonce, ...others.map(({ nonce }) => nonce)]).toEqual(['digest', 'review']);
      expect(others[0]).toMatchObject({ part: reviewPart, payload: { content: 'best' } });
      await restarted.settleDelivery('worker', others[0]?.id ?? 0, { state: 'dropped', reason: 'refused', at: due });
      expect(await restarted.unnotifiedLosses(10)).toEqual([]);
    });

    it('has no message in a pause, and in a week without anything to say', async () => {
      const store = await reviewed();
      await store.pauseChannel('channel', noon, due + hourMs);
      expect(await isDue(store)).toEqual([['channel', true]]);
      expect(await store.planReview(plan)).toBe(false);
      expect(await isDue(store)).toEqual([]);
      const next = { at: due + 7 * dayMs, date: '2026-03-10' };
      await planQuietDay(store, next);
      expect(await isDue(store, next.at)).toEqual([['channel', false]]);
      expect(await store.planReview({ ...plan, ...next, part: null })).toBe(false);
      expect(await store.channel('channel')).toMatchObject({ nextReviewAt: due + 14 * dayMs });
      expect((await store.claimDeliveries('worker', next.at, 10)).map(({ nonce }) => nonce)).toEqual(['digest']);
    });

    it('waits while the channel is blocked', async () => {
      const store = await reviewed();
      await planQuietDay(store);
      const [digest] = await store.claimDeliveries('worker', due, 1);
      await store.settleDelivery('worker', digest?.id ?? 0, { state: 'blocked', reason: 'no permission', at: due });
      expect(await isDue(store)).toEqual([]);
      expect(await store.planReview(plan)).toBe(false);
      await store.unblockChannel('channel', due + hourMs);
      expect(await isDue(store, due + hourMs)).toEqual([['channel', false]]);
    });

    it('moves with the settings, and ends with them', async () => {
      const store = await reviewed();
      const nextUnder = async (changes: Parameters<typeof change>[0], at = noon) =>
        (await store.configureChannel(change(changes, at))).nextReviewAt;
      expect(await nextUnder({ time: '10:30' })).toBe(Date.parse('2026-03-03T10:30Z'));
      expect(await nextUnder({ zone: 'Europe/Berlin' })).toBe(Date.parse('2026-03-03T09:30Z'));
      expect(await nextUnder({ minUpvotes: 3 })).toBe(Date.parse('2026-03-03T09:30Z'));
      expect(await nextUnder({ reviewDay: 1 })).toBe(Date.parse('2026-03-09T09:30Z'));
      // One that is due is not lost by a change of the time.
      const late = Date.parse('2026-03-09T12:00Z');
      expect(await nextUnder({ time: '10:00' }, late)).toBe(Date.parse('2026-03-09T09:30Z'));
      expect(await nextUnder({ reviewDay: null }, late)).toBeNull();
      expect(await isDue(store, late + 30 * dayMs)).toEqual([]);
    });

    it('is corrected if a clock that ran ahead put it too far into the future', async () => {
      const store = await reviewed();
      await store.configureChannel(change({ reviewDay: null }));
      await store.configureChannel(change({ reviewDay: tuesday }, noon + 400 * dayMs));
      const [stray] = await store.strayChannels(noon + 9 * dayMs);
      expect(stray?.channelId).toBe('channel');
      expect(await store.correctNextDigest('channel', noon)).toMatchObject({ nextReviewAt: due, reviewedUntil: null });
      expect(await store.strayChannels(noon + 9 * dayMs)).toEqual([]);
    });
  });
}
