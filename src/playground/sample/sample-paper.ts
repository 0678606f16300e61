/** A paper of the sample, as its authors would have written it: Unicode accents, TeX formulas, wrapped lines. */
export interface SamplePaper {
  /** The sample day on which it is listed. */
  readonly day: SampleDay;
  readonly title: string;
  readonly authors: readonly string[];
  /** arXiv categories, the primary one first. */
  readonly categories: readonly [string, ...string[]];
  /** Line breaks are mere wrapping; an empty line starts a paragraph. */
  readonly abstract: string;
  /** How arXiv lists it on its day; `new` where absent, `unlisted` where only Hugging Face has it that day. */
  readonly arxiv?: ArxivListing;
  /** How many days before its day the first version was announced; 0 where absent. */
  readonly ageDays?: number;
  readonly version?: number;
  /** An id of its own, for papers older than today's ids. */
  readonly id?: string;
  readonly doi?: string;
  readonly journalReference?: string;
  readonly comment?: string;
  /** What Hugging Face says of it, where it is one of the Daily Papers. */
  readonly pick?: SamplePick;
}

type SampleDay = 'yesterday' | 'today';

/** `cross` is a late cross-list: announced before, now also shown to the categories after the first. */
export type ArxivListing = 'new' | 'cross' | 'replacement' | 'unlisted';

/** What Hugging Face adds. Each absent key is absent on the wire too. */
export interface SamplePick {
  /** The day it was picked, where that is not the paper's own day. */
  readonly day?: SampleDay;
  readonly upvotes: number;
  /** The title as Hugging Face rewrites it; the paper's own where absent. */
  readonly title?: string;
  /** Name of the repository with its code. */
  readonly code?: string;
  readonly stars?: number;
  readonly projectPage?: string;
  readonly summary?: string;
  readonly keywords?: readonly string[];
  readonly organization?: string;
  readonly comments?: number;
}
