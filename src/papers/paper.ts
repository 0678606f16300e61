/**
 * The canonical id of a paper, which never carries a version: `2406.01234`, `math/0611800`.
 * Everything is joined on it; titles never are.
 */
export type PaperId = string;

/** The id of a source of papers, as in the registry: `arxiv`, `huggingface`. */
export type SourceId = string;

/** What a paper is, whichever source told. Texts are clean Unicode: one paragraph a text, TeX replaced where safe. */
export interface Paper {
  readonly id: PaperId;
  /** The newest version seen, or null where the source does not say. A new version never makes a paper new. */
  readonly version: number | null;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  /** arXiv categories, the primary one first; empty where the source has none. */
  readonly categories: readonly string[];
  /** The source whose title, abstract and authors these are: arXiv's win over Hugging Face's. */
  readonly describedBy: SourceId;
  /** ISO date-time of the first version, where the source says. */
  readonly publishedAt: string | null;
  readonly doi: string | null;
  readonly journalReference: string | null;
  readonly extras: PaperExtras;
}

/** What Hugging Face adds to a paper. Each may be absent. URLs are https and validated. */
export interface PaperExtras {
  readonly upvotes: number | null;
  readonly codeUrl: string | null;
  readonly codeStars: number | null;
  readonly projectUrl: string | null;
  readonly aiSummary: string | null;
  readonly thumbnailUrl: string | null;
  readonly organization: string | null;
}

/** The extras of a paper of which nothing more is known. */
export const noExtras: PaperExtras = {
  upvotes: null,
  codeUrl: null,
  codeStars: null,
  projectUrl: null,
  aiSummary: null,
  thumbnailUrl: null,
  organization: null,
};
