import type { MeaningTable } from '../../meaning/meaning-table.ts';
import { countPaperWords, embedPaper, type PaperMeaning } from '../../meaning/paper-meaning.ts';
import type { Paper } from '../../papers/paper.ts';
import { type NamePart, namePartsOf } from '../names/name-parts.ts';
import { categoryKeys, factsOf } from '../operators/facts.ts';
import { casedWords, type Token, tokenize } from '../words/tokens.ts';
import { isPlainText } from './plain-text.ts';
import { differentWords, fewTokens, type TextWords } from './text-words.ts';

/** A paper cut into words. Each part is cut once, when it is first needed, for all topics. */
export interface PaperText {
  /** The paper it was read from. */
  readonly paper: Paper;
  readonly title: FieldText;
  readonly abstract: FieldText;
  /** The same paper without its abstract. */
  readonly withoutAbstract: PaperText;
  readonly comment: FieldText;
  readonly authors: readonly AuthorText[];
  readonly categories: readonly CategoryText[];
  /** Everything else that is known, see `factsOf`. */
  readonly facts: ReadonlySet<string>;
  /** What its title and abstract are about, by a table. */
  meaningBy(table: MeaningTable): PaperMeaning;
}

export interface FieldText {
  /** Cut once, when they are first needed. */
  readonly tokens: readonly Token[];
  /** The text, if it is plain: see `isPlainText`. Null for any other text, and where the tokens are there already. */
  readonly plain: string | null;
  /** The words of these tokens, and the same where capitals count. */
  readonly words: TextWords;
  readonly casedWords: TextWords;
  /** The first quarter of a text of many words. Null for any other text. */
  readonly beginning: FieldText | null;
}

interface AuthorText {
  /** As the paper gives it. */
  readonly name: string;
  readonly parts: readonly NamePart[];
}

interface CategoryText {
  /** As the paper gives it: `cs.LG`. */
  readonly category: string;
  /** All names it answers to, see `categoryKeys`. */
  readonly keys: ReadonlySet<string>;
}

export const readPaper = (paper: Paper): PaperText => new Reading(paper);

/** The vector of a paper, as it was computed from its present texts with that table. */
export interface KnownVector {
  readonly table: MeaningTable;
  readonly vector: Int8Array;
}

/** Reads a paper whose vector is stored, so that its meaning takes less time. */
export const readWithVector = (paper: Paper, known: KnownVector): PaperText => new Reading(paper, { known });

/** The words of a paper's texts, as `tokenize` gives them. */
interface PaperTokens {
  readonly title: readonly Token[];
  readonly abstract: readonly Token[];
}

/** Reads a paper that was cut into words before. */
export const readWithTokens = (paper: Paper, tokens: PaperTokens): PaperText => new Reading(paper, { tokens });

/** What is known of a paper that is read: facts, since an abstract decides some of them; its vector; its words. */
interface KnownParts {
  readonly facts?: ReadonlySet<string>;
  readonly known?: KnownVector;
  readonly tokens?: PaperTokens;
}

class Reading implements PaperText {
  readonly paper: Paper;
  #title?: FieldText;
  #abstract?: FieldText;
  #withoutAbstract?: PaperText;
  #comment?: FieldText;
  #authors?: readonly AuthorText[];
  #categories?: readonly CategoryText[];
  #facts?: ReadonlySet<string>;
  #known?: KnownVector;
  #meaning?: { readonly table: MeaningTable; readonly known: PaperMeaning };

  constructor(paper: Paper, { facts, known, tokens }: KnownParts = {}) {
    this.paper = paper;
    if (facts !== undefined) this.#facts = facts;
    if (known !== undefined) this.#known = known;
    if (tokens === undefined) return;
    this.#title = new FieldReading(() => casedWords(paper.title), { tokens: tokens.title });
    this.#abstract = new FieldReading(() => casedWords(paper.abstract), { tokens: tokens.abstract });
  }

  get title(): FieldText {
    this.#title ??= readField(this.paper.title);
    return this.#title;
  }

  get abstract(): FieldText {
    this.#abstract ??= readField(this.paper.abstract);
    return this.#abstract;
  }

  get withoutAbstract(): PaperText {
    this.#withoutAbstract ??= new Reading({ ...this.paper, abstract: '' }, { facts: this.facts });
    return this.#withoutAbstract;
  }

  get comment(): FieldText {
    this.#comment ??= readField(this.paper.comment ?? '');
    return this.#comment;
  }

  get authors(): readonly AuthorText[] {
    this.#authors ??= this.paper.authors.map((name) => ({ name, parts: namePartsOf(name) }));
    return this.#authors;
  }

  get categories(): readonly CategoryText[] {
    this.#categories ??= this.paper.categories.map((category) => ({ category, keys: new Set(categoryKeys(category)) }));
    return this.#categories;
  }

  get facts(): ReadonlySet<string> {
    this.#facts ??= new Set(factsOf(this.paper));
    return this.#facts;
  }

  meaningBy(table: MeaningTable): PaperMeaning {
    if (this.#meaning?.table !== table) {
      const stems = { title: stemsOf(this.title), abstract: stemsOf(this.abstract) };
      const vector = this.#known?.table === table ? this.#known.vector : embedPaper(table, stems);
      this.#meaning = { table, known: { ...countPaperWords(stems), vector } };
    }
    return this.#meaning.known;
  }
}

class FieldReading implements FieldText {
  readonly #text: string;
  readonly #cutCased: () => readonly string[];
  #tokens?: readonly Token[];
  #isPlain?: boolean;
  #cased?: readonly string[];
  #words?: TextWords;
  #casedWords?: TextWords;
  #beginning?: FieldText;

  /** @param cutCased gives the form of each token in which capitals count */
  constructor(cutCased: () => readonly string[], { tokens, text = '' }: { tokens?: readonly Token[]; text?: string }) {
    this.#text = text;
    this.#cutCased = cutCased;
    if (tokens !== undefined) this.#tokens = tokens;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokenize(this.#text);
    return this.#tokens;
  }

  get plain(): string | null {
    if (this.#tokens !== undefined) return null;
    this.#isPlain ??= isPlainText(this.#text);
    return this.#isPlain ? this.#text : null;
  }

  get words(): TextWords {
    this.#words ??= differentWords(this.tokens);
    return this.#words;
  }

  get casedWords(): TextWords {
    this.#casedWords ??= differentWords(this.tokens, this.#casedForms());
    return this.#casedWords;
  }

  get beginning(): FieldText | null {
    if (this.tokens.length <= fewTokens) return null;
    const length = this.tokens.length >> 2;
    this.#beginning ??= new FieldReading(() => this.#casedForms().slice(0, length), {
      tokens: this.tokens.slice(0, length),
    });
    return this.#beginning;
  }

  #casedForms(): readonly string[] {
    this.#cased ??= this.#cutCased();
    return this.#cased;
  }
}

const readField = (text: string): FieldText => new FieldReading(() => casedWords(text), { text });

const stemsOf = ({ tokens }: FieldText): readonly string[] => tokens.map(({ stem }) => stem);
