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
export type Term =
  | WordTerm
  | AuthorTerm
  | CategoryTerm
  | PrimaryTerm
  | SourceTerm
  | OrganizationTerm
  | IdTerm
  | HasTerm
  | AnnouncedTerm
  | UpvotesTerm;

/** A leaf that asks for words in the paper's texts. */
export type WordTerm = TextTerm | ExactTerm | PrefixTerm | NearTerm;

const wordKinds: ReadonlySet<TopicNode['kind']> = new Set<WordTerm['kind']>(['text', 'exact', 'prefix', 'near']);

export const isWordTerm = (node: TopicNode): node is WordTerm => wordKinds.has(node.kind);

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

/** Where words are looked for; `any` is title or abstract. */
export type TextField = 'any' | 'title' | 'abstract' | 'comment';

/** A typed word as it is compared, and what stands between it and the typed word before it (see `Token`). */
export interface TypedWord {
  /** Folded. */
  readonly text: string;
  readonly stem: string;
  readonly gap: 'hyphen' | 'space' | 'other';
}

/** A word or a phrase: its words next to each other and in this order, within one field, in any of their spellings. */
export interface TextTerm {
  readonly kind: 'text';
  readonly field: TextField;
  /** One or more. */
  readonly words: readonly TypedWord[];
  /**
   * Stems of the solid words that this plain word makes with the plain words typed right before and after it, each of
   * which meets it, too: in `fine tuning` both words have `finetun`. Empty for phrases.
   */
  readonly solids: readonly string[];
  /** How it is shown, without quotes and in lower case: `diffusion models`. */
  readonly display: string;
  /** Whether `display` has to be written in quotes to be read as this one term. */
  readonly isQuoted: boolean;
}

/** `=word`, `="two words"`: these very forms, folded and not stemmed, next to each other and in this order. */
export interface ExactTerm {
  readonly kind: 'exact';
  readonly field: TextField;
  /** One or more. */
  readonly forms: readonly string[];
  readonly display: string;
  readonly isQuoted: boolean;
}

/** `prefix*`: a word that begins so; in `self-superv*` right after the word `self`. */
export interface PrefixTerm {
  readonly kind: 'prefix';
  readonly field: TextField;
  /** Stems of the words before the prefix; mostly none. */
  readonly stems: readonly string[];
  /** Folded, three characters or more. */
  readonly prefix: string;
  /** Without the star. */
  readonly display: string;
}

/** `"a b"~5`: all of the words, in any order, within a stretch of one field with at most 5 other words in it. */
export interface NearTerm {
  readonly kind: 'near';
  readonly field: TextField;
  /** Two or more, each of one word or of several that are typed as one: `fine-tuning`. */
  readonly groups: readonly (readonly TypedWord[])[];
  readonly distance: number;
  readonly display: string;
}

/** `author:`: one author whose name has all these, in any order, an initial standing for any name that begins so. */
export interface AuthorTerm {
  readonly kind: 'author';
  /** Folded, not stemmed, one or more; the family name is the last one that is no initial. */
  readonly names: readonly NamePart[];
  readonly display: string;
  readonly isQuoted: boolean;
}

/** A part of a name, and whether a hyphen ties it to the part before it. */
export interface NamePart {
  readonly text: string;
  readonly isTied: boolean;
}

/** `cat:cs.LG` (one category), `cat:cs.*` or `cat:cs` (a whole archive). */
export interface CategoryTerm {
  readonly kind: 'category';
  /** A category in arXiv's own spelling, or an archive followed by `.*`: `cs.LG`, `cs.*`. */
  readonly category: string;
}

/** `primary:cs.LG`: as a category, of the paper's first category alone. */
export interface PrimaryTerm {
  readonly kind: 'primary';
  readonly category: string;
}

/** `source:arxiv`: listed by that source, whoever else listed it. */
export interface SourceTerm {
  readonly kind: 'source';
  readonly source: string;
}

/** `org:`: an organization whose name has all these words, in any order. */
export interface OrganizationTerm {
  readonly kind: 'organization';
  /** Folded, not stemmed, one or more. */
  readonly words: readonly string[];
  readonly display: string;
  readonly isQuoted: boolean;
}

/** `id:2406.01234`: that paper, in any version. */
export interface IdTerm {
  readonly kind: 'id';
  /** Canonical, as `parsePaperId` gives it. */
  readonly id: string;
}

/** `has:code`: what comes with a paper. */
export interface HasTerm {
  readonly kind: 'has';
  readonly part: 'code' | 'pdf' | 'doi';
}

/** `is:new`: how the paper was announced, its weightiest announcement counting. */
export interface AnnouncedTerm {
  readonly kind: 'announced';
  readonly how: 'new' | 'cross' | 'replaced';
}

/** `upvotes:>=20`: a count within these bounds, both inclusive. Where upvotes are not counted there is none. */
export interface UpvotesTerm {
  readonly kind: 'upvotes';
  readonly least: number;
  /** Null where there is no upper bound. */
  readonly most: number | null;
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
    | 'unknown-value'
    | 'no-words'
    | 'only-exclusions'
    | 'too-wide';
  readonly position: number;
  readonly length: number;
  /** What happened and one next step, in plain words. */
  readonly message: string;
}

/** Caps on one topic. Enforced by `parseTopic`. */
export const topicLimits = { characters: 500, terms: 50, depth: 10 } as const;
