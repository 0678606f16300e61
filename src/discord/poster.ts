import type { Digest } from '../digests/digest.ts';
import type { Delivery, PlannedPart } from '../store/store.ts';

/** Turns digests into messages and posts them. The only way by which a digest reaches a channel. */
export interface Poster {
  /** The messages of a digest, in order, each within Discord's limits. Pure. */
  compose(digest: Digest): readonly PlannedPart[];
  /** Posts one part. Never throws: every failure is an outcome. */
  post(delivery: Delivery, signal: AbortSignal): Promise<PostOutcome>;
  /** Looks in the channel for a part whose sending was interrupted. */
  find(delivery: Delivery, signal: AbortSignal): Promise<FindOutcome>;
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

export type FindOutcome =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string };
