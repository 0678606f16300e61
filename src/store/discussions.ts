import type { PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';

/** A paper that people want to discuss in a channel. */
export interface DiscussionPlace {
  readonly guildId: string;
  /** The channel that has the thread, or the forum that has the post. */
  readonly channelId: string;
  readonly paperId: PaperId;
}

export interface DiscussionClaim extends DiscussionPlace {
  readonly at: Instant;
  /** The thread that the caller found deleted. A claim replaces it. */
  readonly goneThreadId?: string;
}

/**
 * - `claimed`: the caller opens the thread, and nobody else does
 * - `open`: there is a thread
 * - `being-opened`: somebody else is opening it
 */
export type DiscussionState =
  | { readonly kind: 'claimed' | 'being-opened' }
  | { readonly kind: 'open'; readonly threadId: string };

/** Verbs for the threads in which papers are discussed: at most one for each paper and channel. */
export interface DiscussionVerbs {
  /** Claims the discussion of a paper in a channel. A claim without a thread ends after a minute. */
  claimDiscussion(claim: DiscussionClaim): Promise<DiscussionState>;
  /** Remembers the thread of a claimed discussion. Null gives the claim up. */
  settleDiscussion(place: DiscussionPlace, threadId: string | null): Promise<void>;
}
