import type { Saying } from '../../language/saying.ts';
import type { Meaning } from '../../meaning/meaning.ts';
import type { Attribute } from '../matching/attributes.ts';
import type { CandidateQuery } from '../matching/candidate-terms.ts';
import type { PaperText } from '../matching/paper-text.ts';
import type { AboutTerm, AuthorTerm, CategoryTerm, PrimaryTerm, Term, TopicError, WordTerm } from '../topic.ts';

/**
 * How one kind of term is written, matched, explained and looked up. A new operator is one file with one of these, and
 * one line in `registry.ts`.
 */
export interface Operator<T extends Term> {
  /** The fields that read such terms. */
  readonly fields: readonly Field[];
  /** The canonical text of the term. */
  write(term: T): WrittenTerm;
  /** Whether the term alone would let nearly every paper through. No topic can consist of such terms only. */
  isWide(term: T): boolean;
  /** Whether the paper meets the term. `find` finds something exactly then. */
  holds(term: T, paper: PaperText): boolean;
  /** Everything that made the term match, the best reason first; empty if it does not match. */
  find(term: T, paper: PaperText): readonly ReasonOf<T>[];
  /** A reason for a reader, without a capital or a full stop: `“diffusion” in the title`. */
  explain(reason: ReasonOf<T>): Saying;
  /** Why a paper does not meet the term, in the same style: `no “diffusion” in title or abstract`. */
  explainMiss(term: T, paper: PaperText): Saying;
  /** What a full-text store can look for, see `requiredTerms`. */
  require(term: T): CandidateQuery;
}

/** A term that asks for attributes of the paper, and not for words, meaning or authors. */
export type AttributedTerm = Exclude<Term, WordTerm | AuthorTerm | AboutTerm>;

/** An operator whose terms the percolator finds by attributes. */
export interface AttributeOperator<T extends AttributedTerm> extends Operator<T> {
  /** Attributes that every matching paper has; at least one. */
  attributes(term: T): readonly Attribute[];
}

export type OperatorOf<T extends Term> = [T] extends [AttributedTerm] ? AttributeOperator<T> : Operator<T>;

/** A field of the language, such as `title:`, and how its values are read. */
export interface Field {
  /** Without the colon, in lower case; the first is canonical. Empty for terms without a field. */
  readonly names: readonly string[];
  /** What may follow, for messages: `a word, a "phrase" or a group in parentheses`. */
  readonly takes: Saying;
  /**
   * Whether the values of a list are alternatives: `cat:(cs.AI, cs.CV)` asks for either. With AND between them, or in any
   * other field, a paper must meet all of them.
   */
  readonly listsAlternatives?: true;
  /** Whether it takes one value, and no group of them. */
  readonly takesOneValue?: true;
  /** @param meaning the table that sentences are read with */
  read(typed: Typed, meaning: Meaning): ReadTerm;
}

/** What a user typed for one term. */
export interface Typed {
  /** Without the marks that the other properties stand for. */
  readonly text: string;
  /** Whether it stood in quotes. */
  readonly isPhrase: boolean;
  /** Whether an equals sign stood before it. */
  readonly isExact: boolean;
  /** The number after the tilde that follows a phrase, or null: see `Lexeme`. */
  readonly distance: number | null;
}

export type ReadTerm =
  | { readonly ok: true; readonly term: Term }
  | { readonly ok: false; readonly code: TopicError['code']; readonly said: Saying };

export interface WrittenTerm {
  /** The field's canonical name, or null for a term without a field. */
  readonly field: string | null;
  /** What follows the field's colon, in quotes if it needs them. */
  readonly value: string;
}

/** Why a term matched: what in the paper met it. */
export type Reason = TextReason | MeaningReason | AuthorReason | CategoryReason | FactReason;

type ReasonOf<T extends Term> = T extends WordTerm
  ? TextReason<T>
  : T extends AboutTerm
    ? MeaningReason
    : T extends AuthorTerm
      ? AuthorReason
      : T extends CategoryTerm | PrimaryTerm
        ? CategoryReason<T>
        : T extends FactTerm
          ? FactReason<T>
          : never;

export interface TextReason<T extends WordTerm = WordTerm> {
  readonly term: T;
  readonly field: 'title' | 'abstract' | 'comment';
  /** Every occurrence in that field, in order and without overlaps; at least one. */
  readonly places: readonly Place[];
  /** The words of an occurrence as they stand in that field. */
  readonly words: string;
}

/** A range of a field's original text, in UTF-16 units. `end` is exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface MeaningReason {
  readonly term: AboutTerm;
  readonly field: 'meaning';
  /** The paper's score, which reaches the strictness of the term. */
  readonly score: number;
  /** The paper, because the words that carried the score are looked for only if they are shown: see `carriersOf`. */
  readonly text: PaperText;
}

interface AuthorReason {
  readonly term: AuthorTerm;
  readonly field: 'authors';
  /** The author's name as the paper gives it. */
  readonly author: string;
}

interface CategoryReason<T extends CategoryTerm | PrimaryTerm = CategoryTerm | PrimaryTerm> {
  readonly term: T;
  readonly field: 'categories';
  /** The category as the paper gives it. */
  readonly category: string;
}

export type FactTerm = Exclude<Term, WordTerm | AboutTerm | AuthorTerm | CategoryTerm | PrimaryTerm>;

/** Something known of the paper as a whole. */
export interface FactReason<T extends FactTerm = FactTerm> {
  readonly term: T;
  readonly field: 'facts';
  /** For a reader: `42 upvotes`. */
  readonly fact: Saying;
}
