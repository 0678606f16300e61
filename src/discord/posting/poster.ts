import type { APIMessage, APIUser, REST } from 'discord.js';
import type { Digest } from '../../digests/digest.ts';
import type { Clock, Logger } from '../../ports.ts';
import type { EarlierPart, FindOutcome, Poster, PostOutcome } from '../../posting/poster.ts';
import type { Delivery, PlannedPart } from '../../store/outbox.ts';
import { dayMs } from '../../time.ts';
import { findPostingProblem } from '../channel-place.ts';
import { Routes } from '../discord-js.ts';
import { readFailure } from '../failures.ts';
import { blockReasons, reasonOf } from '../posting-problem.ts';
import { digestReference, serializeDigest } from '../rendering/digest-messages.ts';
import { endOfText } from '../rendering/displays.ts';
import {
  type ComposedFollowUp,
  type FollowUp,
  isReply,
  serializeFollowUp,
  withoutReply,
} from '../rendering/follow-up.ts';
import { isDigestMessage } from '../rendering/layouts/registry.ts';
import { simplifyMessage } from '../rendering/layouts/simplification.ts';
import { type QuietDay, serializeQuietDay } from '../rendering/quiet-day.ts';
import { serializeWeeklyReview, type WeeklyReview } from '../rendering/weekly-review.ts';
import { untilEnded } from './ended-requests.ts';
import { withLivePing } from './live-ping.ts';
import { searchHistory } from './message-history.ts';
import { type PartPlace, placesOf } from './part-place.ts';
import { sendToPlaces } from './part-sender.ts';
import { searchPosts } from './post-search.ts';
import type { SendGate } from './send-gate.ts';

/** Turns digests into messages and posts them to channels. No digest reaches a channel in another way. */
export interface ChannelPoster extends Poster {
  /** The messages of a digest, in order, each within Discord's limits. Pure. */
  compose(digest: Digest): readonly PlannedPart[];
  /** The line of a day on which no paper came. Pure. */
  composeQuietDay(day: QuietDay): readonly PlannedPart[];
  /** The message about changes of papers of earlier digests, with the changes that it has room for. Pure. */
  composeFollowUp(followUp: FollowUp): ComposedFollowUp;
  /** The message with the best papers of a week. Pure. */
  composeWeeklyReview(review: WeeklyReview): PlannedPart;
}

export interface PosterOptions {
  readonly rest: Pick<REST, 'get' | 'post'>;
  readonly log: Logger;
  readonly clock: Clock;
  readonly gate: SendGate;
}

/** Measured: 64 reach 48 sends a second without a 429. */
const postsAtOnce = 64;

/** A part cannot be older than its plan. This is the tolerance for clocks that differ from Discord's. */
const clockDoubtMs = dayMs;

/** Creates a poster that uses REST alone, so that it works while the gateway is down. */
export function createPoster({ rest, log, clock, gate }: PosterOptions): ChannelPoster {
  const whoAmI = rememberOnce(async () => ((await rest.get(Routes.user())) as APIUser).id);

  /** Searches each place to which an earlier attempt may have sent the part. */
  async function find(delivery: Delivery, earlier: readonly EarlierPart[] = []): Promise<FindOutcome> {
    const held = heldBack(gate);
    if (held !== null) return held;
    try {
      const ownId = await whoAmI();
      for (const place of placesOf(delivery, earlier)) {
        const outcome = await findAt(place, delivery, ownId);
        const isGone = place.kind === 'thread' && outcome.kind === 'blocked' && outcome.reason === blockReasons.gone;
        if (outcome.kind !== 'absent' && !isGone) return outcome;
      }
      return absent;
    } catch (error) {
      const failure = readFailure(error);
      return failure.kind === 'rejected' ? { kind: 'unreadable', reason: failure.reason } : failure;
    }
  }

  async function sendable(delivery: Delivery): Promise<Delivery> {
    return { ...delivery, payload: await withLivePing(delivery.payload, delivery.channelId, { rest, whoAmI }) };
  }

  function findAt(place: PartPlace, { nonce, plannedAt }: Delivery, ownId: string): Promise<FindOutcome> {
    const search = {
      since: Math.min(plannedAt, clock()) - clockDoubtMs,
      isWanted: (message: APIMessage) => isPart(message, nonce, ownId),
    };
    if (place.kind === 'post') return searchPosts(rest, { ...search, ...place, ownId });
    if (place.kind === 'channel') return searchHistory(rest, { ...search, channelId: place.channelId, threadId: null });
    return searchHistory(rest, { ...search, channelId: place.threadId, threadId: place.threadId });
  }

  async function attempt(
    delivery: Delivery,
    earlier: readonly EarlierPart[],
    ended: AbortSignal | undefined,
  ): Promise<PostOutcome> {
    // An earlier attempt may have posted it, and Discord remembers nonces for a few minutes only, or not at all.
    const found = delivery.inDoubt ? await find(delivery, earlier) : absent;
    const sending = ended === undefined ? rest : untilEnded(rest, ended);
    if (found.kind === 'absent') return heldBack(gate) ?? (await send(await sendable(delivery), earlier, sending, log));
    if (found.kind === 'found') return { ...found, kind: 'sent' };
    return found.kind === 'unreadable' ? { kind: 'uncertain', reason: found.reason } : found;
  }

  /** The outcome, with the exact reason of a block: Discord's answer does not say which permission is missing. */
  async function explained(outcome: PostOutcome, { channelId }: Delivery): Promise<PostOutcome> {
    if (outcome.kind !== 'blocked') return outcome;
    try {
      const problem = await findPostingProblem(channelId, await whoAmI(), rest);
      return problem === null ? outcome : { kind: 'blocked', reason: reasonOf(problem) };
    } catch {
      return outcome;
    }
  }

  return {
    compose: serializeDigest,
    composeQuietDay: serializeQuietDay,
    composeFollowUp: serializeFollowUp,
    composeWeeklyReview: serializeWeeklyReview,
    find,
    waitMs: gate.waitMs,
    atOnce: postsAtOnce,
    post: async (delivery, earlier = [], ended) => explained(await attempt(delivery, earlier, ended), delivery),
  };
}

const absent: FindOutcome = { kind: 'absent' };

async function send(
  delivery: Delivery,
  earlier: readonly EarlierPart[],
  rest: PosterOptions['rest'],
  log: Logger,
): Promise<PostOutcome> {
  const { payload } = delivery;
  const outcome = await sendToPlaces(placesOf(delivery, earlier), payload, rest);
  if (outcome.kind === 'sent') return outcome;
  log.debug({ event: 'poster.failed', deliveryId: delivery.id, ...outcome }, 'a message could not be posted');
  // Discord takes no reply without the permission Read Message History, which is not needed otherwise.
  if (isReply(payload) && (outcome.kind === 'rejected' || outcome.kind === 'blocked'))
    return { kind: 'rejected', reason: outcome.reason, simpler: withoutReply(payload) };
  return outcome.kind === 'rejected' ? withSimpler(outcome, payload) : outcome;
}

function withSimpler({ reason, fields }: { reason: string; fields: readonly string[] }, payload: unknown): PostOutcome {
  const fullReason = fields.length === 0 ? reason : `${reason}: ${fields.join(', ')}`;
  const simpler = isDigestMessage(payload) ? simplifyMessage(payload, fields) : null;
  return {
    kind: 'rejected',
    reason: fullReason,
    ...(simpler && { simpler: simpler.message, leftOut: simpler.leftOut }),
  };
}

/** The outcome of a request while the gate is closed; null if it is open. */
function heldBack(gate: SendGate): Extract<PostOutcome, { kind: 'retry' }> | null {
  const delayMs = gate.waitMs();
  if (delayMs === 0) return null;
  return { kind: 'retry', delayMs, reason: 'Discord asked me to wait', inDoubt: false };
}

/** Checks the author, too: anyone can copy a reference, and another Paperboy may post in the same channel. */
const isPart = (message: APIMessage, nonce: string, ownId: string): boolean =>
  message.author.id === ownId &&
  message.webhook_id === undefined &&
  endOfText(message).endsWith(digestReference(nonce));

/** Asks once and remembers the answer. It asks again only after a failure. */
function rememberOnce<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | undefined;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
