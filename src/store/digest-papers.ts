import type { Paper } from '../papers/paper.ts';
import type { LocalDate } from '../time.ts';

/** Verbs that read what channels have received. */
export interface DigestPaperVerbs {
  /** The papers of the channel's digests of some days: the oldest digest first, each in its order. */
  digestPapers(channelId: string, search: DigestPaperSearch): Promise<DigestPaperPage>;
}

/** @internal */
export interface DigestPaperSearch {
  /** The first and the last day; null for no bound. */
  readonly since: LocalDate | null;
  readonly until: LocalDate | null;
  readonly limit: number;
}

interface DigestPaperPage {
  readonly papers: readonly Paper[];
  /** How many there are, with those over the limit. */
  readonly total: number;
}
