import type { Saying } from '../language/saying.ts';
import type { Meaning } from '../meaning/meaning.ts';
import type { Subject } from '../meaning/subject.ts';
import type { PublicationStatus } from '../papers/paper.ts';
import type { NamePart } from './names/name-parts.ts';

/** A topic: a parsed query. Only `parseTopic` makes topics, so that every topic is within the limits. */
export interface Topic {
  /** As the user typed it. */
  readonly text: string;
  /** The canonical text: equal topics have equal canonical texts, and it parses to the same tree. */
  readonly canonical: string;
  /** What was asked for. */
  readonly root: TopicNode;
  /** What a paper must meet to match: `root`, and what every topic leaves out: see `conditionOf`. */
  readonly condition: TopicNode;
  /** The table of word vectors that it was read with. Topics made of it are read with the same. */
  readonly meaning: Meaning;
}

export type TopicNode = AllOf | AnyOf | Not | Term;

/** A leaf: what one operator asks of a paper. */
export type Term =
  | WordTerm
  | AboutTerm
  | AuthorTerm
  | CategoryTerm
  | PrimaryTerm
  | SourceTerm
  | OrganizationTerm
  | IdTerm
  | HasTerm
  | AnnouncedTerm
  | StatusTerm
  | UpvotesTerm;

/** A leaf that asks for words in the paper's texts. */
export type WordTerm = TextTerm | ExactTerm | PrefixTerm | NearTerm;

const wordKinds: ReadonlySet<TopicNode['kind']> = new Set<WordTerm['kind']>(['text', 'exact', 'prefix', 'near']);

export const isWordTerm = (node: TopicNode): node is WordTerm => wordKinds.has(node.kind);

/** `a b`: all of the nodes, two or more. */
interface AllOf {
  readonly kind: 'all';
  readonly nodes: readonly TopicNode[];
}

/** `a OR b`: at least one of the nodes, two or more. */
interface AnyOf {
  readonly kind: 'any';
  readonly nodes: readonly TopicNode[];
}

/** `-a`: not this node. */
interface Not {
  readonly kind: 'not';
  readonly node: TopicNode;
}

/** Where words are looked for; `any` is title or abstract. */
export type TextField = 'any' | 'title' | 'abstract' | 'comment';

/** A typed word in the form in which it is compared, and the gap between it and the word before it (see `Token`). */
export interface TypedWord {
  /** Folded. */
  readonly text: string;
  readonly stem: string;
  readonly gap: 'hyphen' | 'space' | 'other';
}

/** A word or a phrase: its words next to each other and in this order, within one field, in any spelling. */
export interface TextTerm {
  readonly kind: 'text';
  readonly field: TextField;
  /** One or more. */
  readonly words: readonly TypedWord[];
  /**
   * Stems of the compounds that this plain word forms with the plain words beside it; each of them meets the term, too.
   * In `fine tuning` both words have `finetun`. Empty for phrases.
   */
  readonly compounds: readonly string[];
  /** As it is shown, without quotes and in lower case: `diffusion models`. */
  readonly display: string;
  /** Whether `display` needs quotes to be read as this one term. */
  readonly isQuoted: boolean;
}

/** `=word`, `="two words"`: exactly these forms, not stemmed, next to each other and in this order. */
export interface ExactTerm {
  readonly kind: 'exact';
  readonly field: TextField;
  /** One or more. */
  readonly forms: readonly ExactForm[];
  /** Like that of a text, but with the capitals that were typed. */
  readonly display: string;
  readonly isQuoted: boolean;
}

/** The form of one word. */
export interface ExactForm {
  /** Folded. */
  readonly text: string;
  /** The form with its capitals if it was typed with any; then a word must have the same ones. Otherwise null. */
  readonly cased: string | null;
}

/** `prefix*`: a word that begins with the prefix; in `self-superv*` it follows the word `self`. */
export interface PrefixTerm {
  readonly kind: 'prefix';
  readonly field: TextField;
  /** Stems of the words before the prefix; mostly empty. */
  readonly stems: readonly string[];
  /** Folded, three characters or more. */
  readonly prefix: string;
  /** Without the star. */
  readonly display: string;
}

/** `"a b"~5`: all of the words, in any order, with at most 5 other words between them, within one field. */
export interface NearTerm {
  readonly kind: 'near';
  readonly field: TextField;
  /** Two or more, each of one word or of several that are typed as one: `fine-tuning`. */
  readonly groups: readonly (readonly TypedWord[])[];
  readonly distance: number;
  readonly display: string;
}

/** `about:"a sentence"~8`, `~"a sentence"`: papers about that, in whatever words: see decision 51. */
export interface AboutTerm {
  readonly kind: 'about';
  /** The sentence as it is shown, without quotes and in lower case. */
  readonly display: string;
  /** The least score of a paper that is about it. */
  readonly strictness: number;
  /** The sentence by the table of word vectors that the topic was read with. */
  readonly subject: Subject;
}

/** `author:`: one author of that name, as `isNamed` decides. */
export interface AuthorTerm {
  readonly kind: 'author';
  /** One or more. */
  readonly name: readonly NamePart[];
  readonly display: string;
  readonly isQuoted: boolean;
}

/** `cat:cs.LG` (one category), `cat:cs.*` or `cat:cs` (a whole archive). */
export interface CategoryTerm {
  readonly kind: 'category';
  /** A category in arXiv's own spelling, or an archive followed by `.*`: `cs.LG`, `cs.*`. */
  readonly category: string;
}

/** `primary:cs.LG`: like a category, for the paper's first category only. */
export interface PrimaryTerm {
  readonly kind: 'primary';
  readonly category: string;
}

/** `source:arxiv`: the source lists the paper. Others may list it as well. */
export interface SourceTerm {
  readonly kind: 'source';
  readonly source: string;
}

/** `org:`: an organization whose name has all of these words, in any order. */
export interface OrganizationTerm {
  readonly kind: 'organization';
  /** Folded, not stemmed, one or more. */
  readonly words: readonly string[];
  readonly display: string;
  readonly isQuoted: boolean;
}

/** `id:2406.01234`: this paper, in any version. */
export interface IdTerm {
  readonly kind: 'id';
  /** Canonical, as `parsePaperId` returns it. */
  readonly id: string;
}

/** `has:code`: what comes with a paper. */
export interface HasTerm {
  readonly kind: 'has';
  readonly part: 'code' | 'pdf' | 'doi';
}

/** `is:new`: how the paper was announced. The weightiest of several announcements counts. */
export interface AnnouncedTerm {
  readonly kind: 'announced';
  readonly how: 'new' | 'cross' | 'replaced';
}

/** `is:withdrawn`, `is:notice`: the paper is not research to read: see `publicationStatus`. */
export interface StatusTerm {
  readonly kind: 'status';
  readonly status: PublicationStatus;
}

/** `upvotes:>=20`: a count within these bounds, both inclusive. A paper without a count does not match. */
export interface UpvotesTerm {
  readonly kind: 'upvotes';
  readonly least: number;
  /** Null for no upper bound. */
  readonly most: number | null;
}

/** Why a text is not a topic. `position` counts UTF-16 units from 0; `length` may be 0, at the end. */
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
    | 'no-meaning'
    | 'only-exclusions'
    | 'too-wide';
  readonly position: number;
  readonly length: number;
  /** What happened and one next step. */
  readonly said: Saying;
  /** The same in English. */
  readonly message: string;
}

/** The limits of one topic. `parseTopic` enforces them. */
export const topicLimits = { characters: 500, terms: 50, depth: 10 } as const;
