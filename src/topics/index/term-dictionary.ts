import { attribute } from '../matching/attributes.ts';
import type { TextField } from '../topic.ts';
import { stemWord } from '../words/stem.ts';
import { AuthorFilter } from './author-filter.ts';
import { reaching } from './growing.ts';
import { createNumberedTexts } from './numbered-texts.ts';
import { PairTable } from './pair-table.ts';
import { PrefixLookup } from './prefix-lookup.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The kinds of terms: a word in any spelling, words of a stem, the exact form of a word, the prefix of a word, or an
 * attribute.
 */
export type TermKind = 'word' | 'stem' | 'form' | 'prefix' | 'attribute';

/** The first letter of a term's text, so that one table holds all kinds. */
const letters: Readonly<Record<TermKind, string>> = { word: 'w', stem: 's', form: 'f', prefix: 'p', attribute: 'a' };
const kinds: Readonly<Record<string, TermKind>> = { w: 'word', s: 'stem', f: 'form', p: 'prefix', a: 'attribute' };

/** Attributes of one kind are made from the same data of a paper. */
export type AttributeKind = 'author' | 'category' | 'other';

/** How many bits of a field term number the field. */
export const fieldBits = 2;
export const fieldMask = (1 << fieldBits) - 1;
export const fieldNumbers: Readonly<Record<TextField, number>> = { any: 0, title: 1, abstract: 2, comment: 3 };

/**
 * The term dictionary: everything that topics ask for, by number. A **term** is a kind and a text. A **field term** is
 * a term within one field, `term << fieldBits | field`; topics are filed and papers are found by field terms. A term
 * that no topic uses is forgotten.
 */
export class TermDictionary {
  /** The words of the papers. */
  readonly vocabulary: Vocabulary;
  readonly pairs = new PairTable();
  /** Rules out authors that no topic asks for. */
  readonly authors = new AuthorFilter();
  /** By field term: how many times topics use it. */
  uses = new Int32Array(1 << 10);
  /** By term: its stem, or 0 for a term that has none. */
  stemOfTerm = new Int32Array(1 << 8);
  /** By term: another word or stem term of the same stem, or 0. `firstOfStem` has the first of them. */
  nextOfStem = new Int32Array(1 << 8);
  /** Changes whenever topics ask for other attributes. */
  attributeEdition = 0;
  readonly #texts = createNumberedTexts();
  readonly #prefixLookup = new PrefixLookup((kind, text) => this.find(kind, text));
  readonly #usesByField = new Int32Array(1 << fieldBits);
  readonly #attributes: Record<AttributeKind, number> = { author: 0, category: 0, other: 0 };
  #firstOfStem = new Int32Array(1 << 8);
  #formsAndPrefixes = 0;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** One more than the largest term, and so the length of arrays by term. */
  get end(): number {
    return this.#texts.end;
  }

  /** By stem: a word or stem term of that stem, or 0. */
  get firstOfStem(): Int32Array {
    this.#firstOfStem = reaching(this.#firstOfStem, this.vocabulary.stems.end);
    return this.#firstOfStem;
  }

  /** Whether topics ask for forms or prefixes. */
  get hasFormsOrPrefixes(): boolean {
    return this.#formsAndPrefixes > 0;
  }

  textOf(term: number): string {
    return this.#texts.textOf(term).slice(1);
  }

  #kindOf(term: number): TermKind {
    return kinds[this.#texts.textOf(term).charAt(0)] ?? 'attribute';
  }

  /** The term, or 0 where no topic asks for it. */
  find(kind: TermKind, text: string): number {
    return this.#texts.numberOf(letters[kind] + text);
  }

  /** Counts a use of the term in this field and returns the field term. Adds the term if it is new. */
  use(kind: TermKind, text: string, field: TextField): number {
    const term = this.find(kind, text) || this.#add(kind, text);
    const fieldTerm = (term << fieldBits) | fieldNumbers[field];
    this.#count(fieldTerm, 1);
    return fieldTerm;
  }

  /** Gives back a use. */
  disuse(fieldTerm: number): void {
    this.#count(fieldTerm, -1);
    const term = fieldTerm >>> fieldBits;
    if (!this.#isUsed(term)) this.#remove(term);
  }

  /** Whether topics ask for words of that field. */
  isFieldUsed(field: TextField): boolean {
    return (this.#usesByField[fieldNumbers[field]] ?? 0) > 0;
  }

  /** Whether topics ask for attributes of that kind. */
  hasAttributes(kind: AttributeKind): boolean {
    return this.#attributes[kind] > 0;
  }

  /** The form and prefix terms that a form meets. */
  formAndPrefixTermsOf(form: number): readonly number[] {
    return this.#prefixLookup.of(form, this.vocabulary.forms);
  }

  /**
   * Forgets words of papers if there are too many, and returns whether it did. Form numbers are invalid afterwards.
   */
  forgetWords(): boolean {
    if (!this.vocabulary.isFull) return false;
    const first = this.firstOfStem;
    this.vocabulary.forget((stem) => (first[stem] ?? 0) !== 0);
    this.#prefixLookup.forget();
    return true;
  }

  #add(kind: TermKind, text: string): number {
    const term = this.#texts.add(letters[kind] + text);
    this.uses = reaching(this.uses, ((term + 1) << fieldBits) - 1);
    this.nextOfStem = reaching(this.nextOfStem, term);
    this.stemOfTerm = reaching(this.stemOfTerm, term);
    this.stemOfTerm[term] = 0;
    if (kind === 'word') this.pairs.add(term, text);
    if (kind === 'word') this.#link(term, stemWord(text));
    if (kind === 'stem') this.#link(term, text);
    this.#note(kind, text, 1);
    return term;
  }

  #remove(term: number): void {
    const [kind, text] = [this.#kindOf(term), this.textOf(term)];
    if (kind === 'word') this.pairs.remove(term, text);
    if (this.stemOfTerm[term] !== 0) this.#unlink(term);
    this.#note(kind, text, -1);
    this.#texts.remove(term);
  }

  #note(kind: TermKind, text: string, change: 1 | -1): void {
    if (kind === 'form' || kind === 'prefix') {
      this.#formsAndPrefixes += change;
      this.#prefixLookup.forget();
    }
    if (kind !== 'attribute') return;
    if (change === 1 && text.startsWith(attribute.author('')))
      this.authors.add(text.slice(attribute.author('').length));
    this.#attributes[attributeKindOf(text)] += change;
    this.attributeEdition++;
  }

  #link(term: number, stemText: string): void {
    const stem = this.vocabulary.stemOf(stemText);
    const first = this.firstOfStem;
    this.stemOfTerm[term] = stem;
    this.nextOfStem[term] = first[stem] ?? 0;
    first[stem] = term;
  }

  #unlink(term: number): void {
    const first = this.firstOfStem;
    const stem = this.stemOfTerm[term] ?? 0;
    const next = this.nextOfStem[term] ?? 0;
    if (first[stem] === term) first[stem] = next;
    for (let other = first[stem] ?? 0; other !== 0; other = this.nextOfStem[other] ?? 0) {
      if (this.nextOfStem[other] === term) this.nextOfStem[other] = next;
    }
  }

  #count(fieldTerm: number, change: 1 | -1): void {
    this.uses[fieldTerm] = (this.uses[fieldTerm] ?? 0) + change;
    this.#usesByField[fieldTerm & fieldMask] = (this.#usesByField[fieldTerm & fieldMask] ?? 0) + change;
  }

  #isUsed(term: number): boolean {
    for (let fieldTerm = term << fieldBits; fieldTerm < (term + 1) << fieldBits; fieldTerm++)
      if (this.uses[fieldTerm] !== 0) return true;
    return false;
  }
}

function attributeKindOf(text: string): AttributeKind {
  if (text.startsWith(attribute.author(''))) return 'author';
  return text.startsWith(attribute.category('')) ? 'category' : 'other';
}
