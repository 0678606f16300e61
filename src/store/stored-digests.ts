import type { Paper, PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/** A digest that was frozen. */
export interface StoredDigest {
  readonly channelId: string;
  readonly guildId: string;
  readonly date: LocalDate;
  readonly plannedAt: Instant;
  /** Its papers, in their order. A paper that was merged with another has its present id. */
  readonly papers: readonly Paper[];
  /** The papers that were over the maximum, best first, at most 200. Null if there were none, or if they are forgotten. */
  readonly leftOut: readonly PaperId[] | null;
}

/** The verb that reads a digest after it was posted. */
export interface StoredDigestVerbs {
  /** The digest whose first part has that nonce; null if it is not stored. */
  digestByNonce(nonce: string): Promise<StoredDigest | null>;
}
