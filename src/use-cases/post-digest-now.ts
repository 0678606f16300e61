import type { Deliverer } from '../jobs/deliver.ts';
import type { DestinationSending } from '../jobs/destination-sending.ts';
import { catchUp } from '../jobs/planning/catch-up.ts';
import { readToday } from '../jobs/planning/digest-day.ts';
import { followedTopics } from '../jobs/planning/followed-topics.ts';
import { type FrozenDigest, freezeDigest, prepareDigest } from '../jobs/planning/frozen-digest.ts';
import { createPlanningRound, type PlanTools } from '../jobs/planning/planning-round.ts';
import { matchNews } from '../jobs/planning/round-matches.ts';
import type { Instant } from '../ports.ts';
import type { Delivery } from '../store/outbox.ts';
import type { LocalDate } from '../time.ts';

export interface PostDigestTools extends PlanTools {
  readonly deliverer: Deliverer;
  /** Sends the copies for destinations. Nobody waits for them. */
  readonly sending: Pick<DestinationSending, 'wakeNow'>;
  /** Aborted when the app closes. */
  readonly signal: AbortSignal;
}

/**
 * - `posted`: all of it is in the channel; `papers` is null for the rest of a digest that was planned earlier
 * - `nothing-new`: no paper matches that the channel has not received
 * - `already-posted`: the channel has its digest of this date
 * - `queued`: some of it is still in the outbox; `retryAt`: when the next message is tried
 * - `incomplete`: `messages` of its `parts` messages are posted, and the others are given up
 * - `blocked`: nothing can be posted in the channel
 */
export type PostDigestOutcome =
  | { readonly kind: 'posted'; readonly papers: number | null; readonly messages: number }
  | { readonly kind: 'nothing-new' }
  | {
      readonly kind: 'already-posted';
      readonly date: LocalDate;
      readonly nextDigestAt: Instant;
      readonly pausedAt: Instant | null;
      readonly pausedUntil: Instant | null;
    }
  | { readonly kind: 'queued'; readonly reason: string | null; readonly retryAt: Instant }
  | {
      readonly kind: 'incomplete';
      readonly date: LocalDate;
      readonly messages: number;
      readonly parts: number;
      readonly reason: string | null;
      /** Whether the first of the others may be in the channel all the same. */
      readonly isUncertain: boolean;
    }
  | { readonly kind: 'blocked'; readonly reason: string };

/** Posts the channel's digest of today now. It goes through the outbox, so it cannot be posted twice. */
export async function postDigestNow(channelId: string, tools: PostDigestTools): Promise<PostDigestOutcome> {
  const { store, deliverer, signal } = tools;
  const channel = await store.channel(channelId);
  if (channel === null) return { kind: 'nothing-new' };
  const { outcome, digest } = await freezeToday(channelId, channel.schedule.zone, tools);
  tools.sending.wakeNow();
  if (outcome === 'quiet' || outcome === 'stale') return { kind: 'nothing-new' };
  const planned = await store.deliveries(channelId, digest.date);
  if (outcome === 'already-planned' && planned.every(({ state }) => state === 'sent'))
    return { ...((await store.channel(channelId)) ?? channel), kind: 'already-posted', date: digest.date };
  await deliverer.deliverTo(channelId, signal);
  const papers = outcome === 'planned' ? digest.items.length : null;
  return summarize(await store.deliveries(channelId, digest.date), papers, tools);
}

/** Freezes the channel's digest of today, due or not. If it is empty, the scheduled one still comes. */
async function freezeToday(channelId: string, zone: string, tools: PlanTools): Promise<FrozenDigest> {
  const { readiness, matches } = createPlanningRound(tools);
  const now = tools.clock();
  const input = await catchUp(channelId, tools);
  const topics = followedTopics(input).map(({ topic }) => topic);
  const day = await readToday(zone, { now, topics }, readiness);
  await matchNews([input], matches);
  return await freezeDigest(await prepareDigest(input, { day, since: null }, matches, tools), tools);
}

function summarize(
  deliveries: readonly Delivery[],
  papers: number | null,
  { poster, clock }: PostDigestTools,
): PostDigestOutcome {
  const blocked = deliveries.find(({ state }) => state === 'blocked');
  if (blocked !== undefined) return { kind: 'blocked', reason: blocked.reason ?? 'Discord refuses it' };
  const messages = deliveries.filter(({ state }) => state === 'sent').length;
  const [lost] = deliveries.filter(isLost);
  const waiting = deliveries.find((delivery) => delivery.state !== 'sent' && !isLost(delivery));
  if (waiting !== undefined) {
    const waitMs = poster.waitMs();
    const reason = waitMs > 0 ? 'Discord asked me to wait' : waiting.reason;
    return { kind: 'queued', reason, retryAt: Math.max(waiting.dueAt, clock() + waitMs) };
  }
  if (lost === undefined) return { kind: 'posted', papers, messages };
  const { date, reason, parts } = lost;
  return { kind: 'incomplete', date, messages, parts, reason, isUncertain: lost.state === 'uncertain' };
}

/** Neither posted nor tried again. */
const isLost = ({ state }: Delivery): boolean => state === 'dropped' || state === 'uncertain' || state === 'withdrawn';
