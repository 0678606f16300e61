import type { PaperId } from './paper.ts';

/** A paper that somebody gives as an example of what they read, as a file or a service describes it. */
export interface GivenPaper {
  /** One paragraph of clean Unicode, never empty. */
  readonly title: string;
  /** The names as they are spoken. */
  readonly authors: readonly string[];
  /** Null where it is not given. */
  readonly abstract: string | null;
  /** In canonical form, each once. */
  readonly ids: readonly PaperId[];
  readonly keywords: readonly string[];
  readonly year: number | null;
}

/** More papers say nothing new about what somebody reads. */
export const givenAtMost = 1_000;

/** Titles, abstracts, names and keywords are shorter than that. */
const longest = { title: 500, abstract: 8_000, name: 200, keyword: 100 } as const;
const most = { authors: 100, keywords: 30 } as const;

/** A given paper within the limits of one. Null if it has no title. */
export function boundedPaper(paper: GivenPaper): GivenPaper | null {
  const title = paper.title.slice(0, longest.title);
  if (!/[\p{L}\p{N}]/u.test(title)) return null;
  const abstract = paper.abstract?.slice(0, longest.abstract) ?? '';
  return {
    title,
    abstract: abstract === '' ? null : abstract,
    authors: paper.authors.slice(0, most.authors).map((name) => name.slice(0, longest.name)),
    ids: paper.ids.slice(0, 4),
    keywords: paper.keywords.slice(0, most.keywords).map((word) => word.slice(0, longest.keyword)),
    year: paper.year,
  };
}
