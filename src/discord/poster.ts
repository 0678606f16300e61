import { type APIMessage, type REST, Routes } from 'discord.js';
import type { Digest } from '../digests/digest.ts';
import type { Logger } from '../ports.ts';
import type { Delivery, PlannedPart } from '../store/store.ts';
import { type Failure, readFailure } from './failures.ts';
import { composeDigest, digestReference } from './rendering/digest-messages.ts';

/** Turns digests into messages and posts them. The only way by which a digest reaches a channel. */
export interface Poster {
  /** The messages of a digest, in order, each within Discord's limits. Pure. */
  compose(digest: Digest): readonly PlannedPart[];
  /** Posts one part. Never throws: every failure is an outcome. Cannot be cut short: a message half sent is sent. */
  post(delivery: Delivery): Promise<PostOutcome>;
  /** Looks in the channel for a part whose sending was interrupted. */
  find(delivery: Delivery): Promise<FindOutcome>;
}

/**
 * - `sent`: it is in the channel
 * - `retry`: try again, not before `delayMs`
 * - `blocked`: nothing can be posted to this channel until someone acts
 * - `rejected`: Discord will never take this payload
 * - `unauthorized`: the token is not valid (any more): the bot must stop
 */
export type PostOutcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  | { readonly kind: 'retry'; readonly delayMs: number; readonly reason: string }
  | { readonly kind: 'blocked' | 'rejected' | 'unauthorized'; readonly reason: string };

/** `unreadable`: the channel's history cannot be read, now or later. `retry`: it could not be read just now. */
export type FindOutcome =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'retry'; readonly delayMs: number; readonly reason: string };

export interface PosterOptions {
  readonly rest: REST;
  readonly log: Logger;
}

/** How many of the newest messages of a channel are searched for a part: the most that one request brings. */
const historyLength = 100;

/** Posts over REST alone, so that it works while the gateway is down. */
export function createPoster({ rest, log }: PosterOptions): Poster {
  const send = async (delivery: Delivery): Promise<PostOutcome> => {
    try {
      const route = Routes.channelMessages(delivery.channelId);
      const message = (await rest.post(route, { body: delivery.payload })) as APIMessage;
      return { kind: 'sent', messageId: message.id };
    } catch (error) {
      const failure = readFailure(error);
      log.debug({ event: 'poster.failed', deliveryId: delivery.id, ...failure }, 'a message could not be posted');
      return failure;
    }
  };
  const find = (delivery: Delivery) => findInHistory(rest, delivery);
  return {
    compose: (digest) => composeDigest(digest).map((payload) => ({ payload, nonce: payload.nonce })),
    find,
    async post(delivery) {
      // An earlier attempt may have arrived without its answer, and Discord remembers nonces for minutes only.
      const earlier = delivery.attempts > 1 ? await find(delivery) : null;
      if (earlier?.kind === 'found') return { kind: 'sent', messageId: earlier.messageId };
      if (earlier?.kind === 'retry') return earlier;
      return send(delivery);
    },
  };
}

async function findInHistory(rest: REST, delivery: Delivery): Promise<FindOutcome> {
  const query = new URLSearchParams({ limit: String(historyLength) });
  try {
    const messages = (await rest.get(Routes.channelMessages(delivery.channelId), { query })) as APIMessage[];
    const message = messages.find((candidate) => isPart(candidate, delivery.nonce));
    return message === undefined ? { kind: 'absent' } : { kind: 'found', messageId: message.id };
  } catch (error) {
    const failure = readFailure(error);
    return failure.kind === 'retry' ? failure : { kind: 'unreadable', reason: whyUnreadable(failure) };
  }
}

/** Anyone could copy the reference into a message; a bot's own messages cannot be written by people. */
const isPart = (message: APIMessage, nonce: string): boolean =>
  message.author.bot === true && message.webhook_id === undefined && message.content.endsWith(digestReference(nonce));

const whyUnreadable = (failure: Exclude<Failure, { kind: 'retry' }>): string =>
  `the channel's history cannot be read (Read Message History): ${failure.reason}`;
