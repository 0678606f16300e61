/** A topic: a parsed query. Made by `parseTopic` only, so that every topic is within the caps. */
export interface Topic {
  /** As the user typed it. */
  readonly text: string;
  /** The one way to write it: equal topics have equal canonical texts, and it parses to the same tree. */
  readonly canonical: string;
  readonly root: TopicNode;
}

export type TopicNode = AllOf | AnyOf | Not | Term;

/** A leaf: what one operator asks of a paper. */
export type Term = TextTerm | AuthorTerm | CategoryTerm;

/** `a b`: every one of the nodes, two or more. */
interface AllOf {
  readonly kind: 'all';
  readonly nodes: readonly TopicNode[];
}

/** `a OR b`: at least one of the nodes, two or more. */
interface AnyOf {
  readonly kind: 'any';
  readonly nodes: readonly TopicNode[];
}

/** `-a`: not that node. */
interface Not {
  readonly kind: 'not';
  readonly node: TopicNode;
}

/** A word or a phrase: its stems next to each other and in this order, within one field. */
export interface TextTerm {
  readonly kind: 'text';
  /** `any` is title or abstract. */
  readonly field: 'any' | 'title';
  /** What is compared: folded and stemmed tokens, one or more. */
  readonly stems: readonly string[];
  /** How it is shown, without quotes and in lower case: `diffusion models`. */
  readonly display: string;
  /** Whether `display` has to be written in quotes to be read as this one term. */
  readonly isQuoted: boolean;
}

/** `author:`: one author whose name has all these tokens, in any order. */
export interface AuthorTerm {
  readonly kind: 'author';
  /** Folded tokens, not stemmed, one or more. */
  readonly names: readonly string[];
  readonly display: string;
  readonly isQuoted: boolean;
}

/** `cat:cs.LG` (one category), `cat:cs.*` or `cat:cs` (a whole archive, then `archive`). */
export interface CategoryTerm {
  readonly kind: 'category';
  /** A category in arXiv's own spelling, or an archive followed by `.*`: `cs.LG`, `cs.*`. */
  readonly category: string;
}

/** Why a text is no topic. `position` counts UTF-16 units from 0; `length` may be 0 (at the end). */
export interface TopicError {
  readonly code:
    | 'empty'
    | 'too-long'
    | 'too-many-terms'
    | 'too-deep'
    | 'unexpected'
    | 'unclosed'
    | 'unknown-field'
    | 'unknown-category'
    | 'no-words'
    | 'only-exclusions';
  readonly position: number;
  readonly length: number;
  /** What happened and one next step, in plain words. */
  readonly message: string;
}

/** Caps on one topic. Enforced by `parseTopic`. */
export const topicLimits = { characters: 500, terms: 50, depth: 10 } as const;
