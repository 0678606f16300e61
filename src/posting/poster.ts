import type { Destination } from '../digests/destination.ts';
import type { Digest } from '../digests/digest.ts';
import type { Delivery } from '../store/outbox.ts';

/**
 * Posts the parts of digests to places of one kind: to channels of Discord, or to destinations of a kind. No digest
 * reaches them in another way.
 */
export interface Poster {
  /**
   * Posts one part. A part in doubt is searched for first. Never throws: every failure is an outcome. It takes no abort
   * signal to stop early, because an aborted request may still have posted the message.
   * @param earlier the earlier parts of its digest in the channel; none for a destination
   * @param ended aborts when the process may no longer send the part: no request leaves after that. A poster whose
   *   messages cannot be searched may ignore it, because then nobody else sends them either.
   */
  post(delivery: Delivery, earlier?: readonly EarlierPart[], ended?: AbortSignal): Promise<PostOutcome>;
  /** Searches for a part whose sending was interrupted. */
  find(delivery: Delivery, earlier?: readonly EarlierPart[]): Promise<FindOutcome>;
  /** How long nothing may be posted anywhere, in milliseconds; 0 if posting is allowed now. */
  waitMs(): number;
  /** How many posts may be in flight. */
  readonly atOnce: number;
}

/** A poster of destinations of one kind. */
export interface DestinationPoster extends Poster {
  /** The messages of a digest for a destination, in order: objects that JSON can hold and that only this poster reads. Pure. */
  compose(digest: Digest, destination: Destination): readonly object[];
}

/** An earlier part of the same digest in the same channel. */
export type EarlierPart = Pick<Delivery, 'part' | 'messageId' | 'threadId'>;

/**
 * How an attempt to post a part ended.
 * - `sent`: it is there, or it was there and its message was deleted (then `messageId` is null); `threadId`: the thread or
 *   the post of a forum that has it
 * - `retry`: try again, not before `delayMs`; `inDoubt`: it may be there
 * - `blocked`: nothing can be posted to this channel or destination until someone acts
 * - `rejected`: this payload will never be accepted; `simpler`: one that may be accepted, absent if none is left;
 *   `leftOut`: the pages of the papers that are missing in the simpler payload
 * - `uncertain`: it may be there, and there is no way to find out
 * - `unauthorized`: the bot's own access is refused: nothing can be posted anywhere until the host acts
 */
export type PostOutcome =
  | { readonly kind: 'sent'; readonly messageId: string | null; readonly threadId: string | null }
  | { readonly kind: 'retry'; readonly delayMs: number; readonly reason: string; readonly inDoubt: boolean }
  | {
      readonly kind: 'rejected';
      readonly reason: string;
      readonly simpler?: unknown;
      readonly leftOut?: readonly string[];
    }
  | { readonly kind: 'blocked' | 'uncertain' | 'unauthorized'; readonly reason: string };

/**
 * The result of a search for a part.
 * - `unreadable`: the place cannot be read, so the result is unknown
 * - `blocked`: the place cannot be seen until someone acts
 * - `retry`: it could not be read just now
 */
export type FindOutcome =
  | { readonly kind: 'found'; readonly messageId: string; readonly threadId: string | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'blocked' | 'unauthorized'; readonly reason: string }
  | Extract<PostOutcome, { kind: 'retry' }>;
