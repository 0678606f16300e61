/** A paper of the sample, as its authors would have written it: Unicode accents, TeX formulas, wrapped lines. */
export interface SamplePaper {
  /** The sample day on which it is listed. */
  readonly day: SampleDay;
  readonly title: string;
  readonly authors: readonly string[];
  /** arXiv categories, the primary one first. */
  readonly categories: readonly [string, ...string[]];
  /** Line breaks only wrap the text; an empty line starts a paragraph. */
  readonly abstract: string;
  /** How arXiv lists it on its day; by default `new`; `unlisted` if only Hugging Face has it that day. */
  readonly arxiv?: ArxivListing;
  /** How many days before its day the first version was announced; by default 0. */
  readonly ageDays?: number;
  readonly version?: number;
  /** The id of a paper that is older than today's form of ids. */
  readonly id?: string;
  readonly doi?: string;
  readonly journalReference?: string;
  readonly comment?: string;
  /** Hugging Face's data, if it is one of the Daily Papers. */
  readonly pick?: SamplePick;
}

type SampleDay = 'yesterday' | 'today';

/** `cross` is a late cross-list: announced before, now also shown to the categories after the first. */
export type ArxivListing = 'new' | 'cross' | 'replacement' | 'unlisted';

/** The data that Hugging Face adds. An absent key is absent in the answer, too. */
export interface SamplePick {
  /** The day of the pick, if it is not the paper's own day. */
  readonly day?: SampleDay;
  readonly upvotes: number;
  /** The title as Hugging Face rewrites it; by default the paper's own. */
  readonly title?: string;
  /** Name of the repository with its code. */
  readonly code?: string;
  readonly stars?: number;
  readonly projectPage?: string;
  /** Whether it has a small picture. */
  readonly hasPicture?: true;
  readonly summary?: string;
  readonly keywords?: readonly string[];
  readonly organization?: string;
  readonly comments?: number;
}
