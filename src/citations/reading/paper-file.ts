import type { GivenPaper } from '../../papers/given-paper.ts';

/** The formats in which a list of papers can be read. */
export type FileFormat = 'bibtex' | 'ris' | 'csl-json';

/** An entry that was left out: its key or place, and why. */
export interface SkippedEntry {
  readonly name: string;
  readonly reason: 'no-title' | 'damaged' | 'too-long';
}

/** A list of papers as it was read. */
export interface PaperFile {
  readonly kind: 'papers';
  readonly format: FileFormat;
  /** In the order of the file. It may be empty. */
  readonly papers: readonly GivenPaper[];
  /** How many entries the file has beyond the first `givenAtMost`, which alone are read. */
  readonly further: number;
  readonly skipped: readonly SkippedEntry[];
}

/**
 * Why a file is not a list of papers: `empty`, `binary` (a picture, a PDF, …), `unknown-format`, or `damaged` (it begins
 * like JSON, and is not valid).
 */
export interface RefusedFile {
  readonly kind: 'refused';
  readonly why: 'empty' | 'binary' | 'unknown-format' | 'damaged';
}

/** An entry as a reader of a format returns it. */
export type ReadEntry = { readonly paper: GivenPaper } | { readonly skipped: SkippedEntry };

/** An entry that is read when somebody asks, because a hostile file can have very many. */
export type UnreadEntry = () => ReadEntry;

/** Finds the entries in a text of one format. Null if the text as a whole cannot be read. */
export type EntryReader = (text: string) => Iterable<UnreadEntry> | null;
