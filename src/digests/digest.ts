import type { AnnounceType, LocalDate } from '../papers/listing.ts';
import type { Paper } from '../papers/paper.ts';

/** A paper that became news, with its place in the order in which papers did so. */
export interface NewsPaper {
  readonly paper: Paper;
  readonly announceType: AnnounceType;
  /** Grows by one with each paper that becomes news, over all sources; never reused. */
  readonly newsNumber: number;
}

/** One topic that a paper matched, and why, in words fit for a reader: `“diffusion” in the title`. */
export interface MatchedTopic {
  readonly canonical: string;
  readonly why: readonly string[];
}

export interface DigestItem {
  readonly paper: Paper;
  readonly announceType: AnnounceType;
  /** One or more. */
  readonly matches: readonly MatchedTopic[];
}

/** One channel's papers for one day, best first. */
export interface Digest {
  readonly channelId: string;
  /** The day in the channel's own zone. */
  readonly date: LocalDate;
  /** Canonical topics of the channel's subscriptions, in their order. */
  readonly topics: readonly string[];
  /** At most the channel's maximum. */
  readonly items: readonly DigestItem[];
  /** How many papers matched, shown or not. */
  readonly matchedCount: number;
  /** How many papers became news since the channel's last digest. */
  readonly announcedCount: number;
}
