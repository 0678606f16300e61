import type { AnnounceType } from './announce-type.ts';

/**
 * The canonical id of a paper, which never carries a version: an arXiv id (`2406.01234`, `math/0611800`), or a DOI in
 * lower case (`10.1101/2026.01.02.123456`). Everything is joined on it and on `sameAs`; titles never are.
 */
export type PaperId = string;

/** The id of a source of papers, as in the registry: `arxiv`, `huggingface`, `biorxiv`, `medrxiv`, `crossref`. */
export type SourceId = string;

/** What a paper is, whichever source told. Texts are clean Unicode: one paragraph a text, TeX replaced where safe. */
export interface Paper {
  readonly id: PaperId;
  /** The newest version seen, or null where the source does not say. A new version never makes a paper new. */
  readonly version: number | null;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  /** arXiv categories, or subject areas (`biorxiv/neuroscience`), the primary one first; empty where there are none. */
  readonly categories: readonly string[];
  /** The source whose title, abstract and authors these are: arXiv's win over Hugging Face's. */
  readonly describedBy: SourceId;
  /** ISO date-time of the first version, where the source says. */
  readonly publishedAt: string | null;
  /** Of the published paper, where a source states it. */
  readonly doi: string | null;
  /** Further ids of the same work, in canonical form, that sources state beside `id` and `doi`. Never guessed. */
  readonly sameAs?: readonly PaperId[];
  readonly journalReference: string | null;
  /** What the authors say of the paper: `12 pages, accepted at ACL 2026`. Null where no source told. */
  readonly comment: string | null;
  /** The sources that listed it, sorted, each once; empty where it was only looked up. */
  readonly sources: readonly SourceId[];
  /** The weightiest announce type under which it was listed so far, or null where it was only looked up. */
  readonly announcedAs: AnnounceType | null;
  readonly extras: PaperExtras;
}

/** What is said of a paper that no listing brought. Sources say this of every paper: it is the listing that lists. */
export const unlisted = { sources: [], announcedAs: null } as const satisfies Pick<Paper, 'sources' | 'announcedAs'>;

/** What sources and services add to a paper. Each may be absent. URLs are https and validated. */
export interface PaperExtras {
  readonly upvotes: number | null;
  readonly codeUrl: string | null;
  readonly codeStars: number | null;
  readonly projectUrl: string | null;
  readonly aiSummary: string | null;
  readonly thumbnailUrl: string | null;
  readonly organization: string | null;
  /** How often it is cited, as Semantic Scholar counts. */
  readonly citations: number | null;
  /** Where it was published, as Semantic Scholar says. */
  readonly venue: string | null;
  /** One sentence on it, made by Semantic Scholar's machine. */
  readonly tldr: string | null;
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
  citations: null,
  venue: null,
  tldr: null,
};
