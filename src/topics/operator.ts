import type { CandidateQuery } from './candidates.ts';
import type { PaperText } from './paper-text.ts';
import type { AuthorTerm, CategoryTerm, Term, TextTerm, TopicError } from './topic.ts';

/**
 * What a topic can ask of a paper: how one kind of term is written, matched and explained. A new operator is one file
 * with one of these, and one line in `fields.ts`.
 */
export interface Operator<T extends Term> {
  /** The fields that make such a term, and how. */
  readonly fields: readonly Field[];
  /** The one way to write the term. */
  write(term: T): WrittenTerm;
  /** Whether the paper has what the term asks for: exactly where `find` finds something. */
  holds(term: T, paper: PaperText): boolean;
  /** All that made the term match, the most telling first; empty where it does not. */
  find(term: T, paper: PaperText): readonly ReasonOf<T>[];
  /** A reason in a reader's words, without a capital or a full stop: `“diffusion” in the title`. */
  explain(reason: ReasonOf<T>): string;
  /** What a full-text store can look for, see `requiredTerms`. */
  require(term: T): CandidateQuery;
}

/** A prefix of the language: `title:`, and how what follows it is read. */
export interface Field {
  /** Without the colon, in lower case; the first is canonical. None for what is written without a prefix. */
  readonly names: readonly string[];
  /** What may follow, for messages: `a word, a "phrase" or a group in parentheses`. */
  readonly takes: string;
  read(value: string): ReadTerm;
}

export type ReadTerm =
  | { readonly ok: true; readonly term: Term }
  | { readonly ok: false; readonly code: TopicError['code']; readonly message: string };

interface WrittenTerm {
  /** The field's canonical name, null where the term is written without a prefix. */
  readonly field: string | null;
  /** What follows the field's colon, in quotes where it needs them. */
  readonly value: string;
}

/** Why a term matched: what in the paper met it. */
export type Reason = TextReason | AuthorReason | CategoryReason;

type ReasonOf<T extends Term> = Extract<Reason, { readonly term: T }>;

export interface TextReason {
  readonly term: TextTerm;
  readonly field: 'title' | 'abstract';
  /** Every occurrence in that field, in order; at least one. */
  readonly places: readonly Place[];
}

/** A stretch of a field's original text, in UTF-16 units, `end` exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

interface AuthorReason {
  readonly term: AuthorTerm;
  readonly field: 'authors';
  /** The author's name as the paper gives it. */
  readonly author: string;
}

interface CategoryReason {
  readonly term: CategoryTerm;
  readonly field: 'categories';
  /** The category as the paper gives it. */
  readonly category: string;
}
