import { type APIMessage, type APIUser, type REST, Routes } from 'discord.js';
import type { Digest } from '../../digests/digest.ts';
import type { Clock, Logger } from '../../ports.ts';
import type { Delivery, PlannedPart } from '../../store/outbox.ts';
import { dayMs } from '../../time.ts';
import { isUnknownMessage, readFailure } from '../failures.ts';
import { digestReference, serializeDigest } from '../rendering/digest-messages.ts';
import { isDigestMessage, layoutOfMessage } from '../rendering/layouts/registry.ts';
import { type HistoryOutcome, searchHistory } from './message-history.ts';
import type { SendGate } from './send-gate.ts';

/** Turns digests into messages and posts them. The only way by which a digest reaches a channel. */
export interface Poster {
  /** The messages of a digest, in order, each within Discord's limits. Pure. */
  compose(digest: Digest): readonly PlannedPart[];
  /**
   * Posts one part; one in doubt is looked for first. Never throws: every failure is an outcome. Cannot be cut short: a
   * message half sent is sent.
   */
  post(delivery: Delivery): Promise<PostOutcome>;
  /** Looks in the channel for a part whose sending was interrupted. */
  find(delivery: Delivery): Promise<FindOutcome>;
  /** How long nothing may be posted to any channel, in milliseconds; 0 where there is nothing to wait for. */
  waitMs(): number;
}

/**
 * - `sent`: it is in the channel (or was, and its message was deleted: then `messageId` is null)
 * - `retry`: try again, not before `delayMs`; `inDoubt`: it may be in the channel
 * - `blocked`: nothing can be posted to this channel until someone acts
 * - `rejected`: Discord will never take this payload; `simpler`: one that it may take, absent where there is none;
 *   `leftOut`: pages of the papers that the simpler one lacks
 * - `uncertain`: it may be in the channel, and nobody can tell
 * - `unauthorized`: the token is not valid (any more): the bot must stop
 */
export type PostOutcome =
  | { readonly kind: 'sent'; readonly messageId: string | null }
  | { readonly kind: 'retry'; readonly delayMs: number; readonly reason: string; readonly inDoubt: boolean }
  | {
      readonly kind: 'rejected';
      readonly reason: string;
      readonly simpler?: unknown;
      readonly leftOut?: readonly string[];
    }
  | { readonly kind: 'blocked' | 'uncertain' | 'unauthorized'; readonly reason: string };

/**
 * - `unreadable`: the channel's history cannot be read, so that nobody can tell
 * - `blocked`: the channel cannot be seen until someone acts
 * - `retry`: it could not be read just now
 */
export type FindOutcome = HistoryOutcome;

export interface PosterOptions {
  readonly rest: Pick<REST, 'get' | 'post'>;
  readonly log: Logger;
  readonly clock: Clock;
  readonly gate: SendGate;
}

/** A part cannot be older than its plan; this much is left to clocks that differ from Discord's. */
const clockDoubtMs = dayMs;

/** Posts over REST alone, so that it works while the gateway is down. */
export function createPoster({ rest, log, clock, gate }: PosterOptions): Poster {
  const whoAmI = rememberOnce(async () => ((await rest.get(Routes.user())) as APIUser).id);

  async function find(delivery: Delivery): Promise<FindOutcome> {
    const held = heldBack(gate);
    if (held !== null) return held;
    try {
      const ownId = await whoAmI();
      return await searchHistory(rest, {
        channelId: delivery.channelId,
        since: Math.min(delivery.plannedAt, clock()) - clockDoubtMs,
        isWanted: (message) => isPart(message, delivery.nonce, ownId),
      });
    } catch (error) {
      const failure = readFailure(error);
      return failure.kind === 'rejected' ? { kind: 'unreadable', reason: failure.reason } : failure;
    }
  }

  return {
    compose: serializeDigest,
    find,
    waitMs: gate.waitMs,
    async post(delivery) {
      // An earlier attempt may have arrived without its answer, and Discord remembers nonces for minutes only.
      const earlier = delivery.inDoubt ? await find(delivery) : absent;
      if (earlier.kind === 'absent') return heldBack(gate) ?? (await send(delivery, rest, log));
      if (earlier.kind === 'found') return { kind: 'sent', messageId: earlier.messageId };
      return earlier.kind === 'unreadable' ? { kind: 'uncertain', reason: earlier.reason } : earlier;
    },
  };
}

const absent: FindOutcome = { kind: 'absent' };

async function send(delivery: Delivery, rest: PosterOptions['rest'], log: Logger): Promise<PostOutcome> {
  try {
    const route = Routes.channelMessages(delivery.channelId);
    const message = (await rest.post(route, { body: delivery.payload })) as APIMessage;
    return { kind: 'sent', messageId: message.id };
  } catch (error) {
    // Discord knows the nonce, but a moderator has deleted the message.
    if (isUnknownMessage(error)) return { kind: 'sent', messageId: null };
    const failure = readFailure(error);
    log.debug({ event: 'poster.failed', deliveryId: delivery.id, ...failure }, 'a message could not be posted');
    return failure.kind === 'rejected' ? withSimpler(failure, delivery.payload) : failure;
  }
}

function withSimpler({ reason, fields }: { reason: string; fields: readonly string[] }, payload: unknown): PostOutcome {
  const told = fields.length === 0 ? reason : `${reason}: ${fields.join(', ')}`;
  const simpler = isDigestMessage(payload) ? layoutOfMessage(payload)?.simplify(payload, fields) : null;
  return { kind: 'rejected', reason: told, ...(simpler && { simpler: simpler.message, leftOut: simpler.leftOut }) };
}

/** What becomes of a request while nothing may be sent. */
function heldBack(gate: SendGate): Extract<PostOutcome, { kind: 'retry' }> | null {
  const delayMs = gate.waitMs();
  if (delayMs === 0) return null;
  return { kind: 'retry', delayMs, reason: 'Discord asked the whole bot to wait', inDoubt: false };
}

/** Anyone could copy the reference into a message, and another Paperboy may post here too; this one is ours alone. */
const isPart = (message: APIMessage, nonce: string, ownId: string): boolean =>
  message.author.id === ownId && message.webhook_id === undefined && message.content.endsWith(digestReference(nonce));

/** Asks once, and again only after a failure. */
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
