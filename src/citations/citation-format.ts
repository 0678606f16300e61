import type { Reference } from './reference.ts';

/** A form in which papers are cited: for a program that keeps references, or for readers. */
export interface CitationFormat {
  /** As commands and buttons name it: `bibtex`. */
  readonly name: string;
  /** As readers know it: `BibTeX`. */
  readonly shown: string;
  /** The name of a file of it: `papers.bib`. */
  readonly fileName: string;
  readonly contentType: string;
  /** All references in one text, which ends with a line break. Its lines end as the format demands. */
  readonly write: (references: readonly Reference[]) => string;
}
