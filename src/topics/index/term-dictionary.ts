import type { TextField } from '../topic.ts';
import { stemWord } from '../words/stem.ts';
import { reaching } from './growing.ts';
import { createNumberedTexts } from './numbered-texts.ts';
import { PairTable } from './pair-table.ts';
import { PrefixLookup } from './prefix-lookup.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * What a topic can ask of a paper, one kind of thing each: a word in any of its spellings, words of a stem, a form of a
 * word, the beginning of a word, and labels: all else that a paper is filed under, as it is (`Key`).
 */
export type TermKind = 'word' | 'stem' | 'form' | 'prefix' | 'label';

/** What a term's text begins with, so that one table holds all kinds. */
const letters: Readonly<Record<TermKind, string>> = { word: 'w', stem: 's', form: 'f', prefix: 'p', label: 'l' };
const kinds: Readonly<Record<string, TermKind>> = { w: 'word', s: 'stem', f: 'form', p: 'prefix', l: 'label' };

/** Labels of one kind are made of the same thing. */
export type LabelKind = 'author' | 'category' | 'other';

/** How many bits of a key number tell the field. */
export const fieldBits = 2;
export const fieldMask = (1 << fieldBits) - 1;
export const fieldNumbers: Readonly<Record<TextField, number>> = { any: 0, title: 1, abstract: 2, comment: 3 };

/**
 * All that topics ask for, by number: terms. A term in a field is a key number, under which topics are filed and papers
 * are found. Terms that no topic uses any more are forgotten.
 */
export class TermDictionary {
  /** The words of the papers. */
  readonly vocabulary: Vocabulary;
  readonly pairs = new PairTable();
  /** By key number: how many times it is used. */
  uses = new Int32Array(1 << 10);
  /** By term: its stem, 0 for terms that have none. */
  stemOfTerm = new Int32Array(1 << 8);
  /** By term: another word or stem term with the same stem, or 0; `firstOfStem` has the first of them. */
  nextOfStem = new Int32Array(1 << 8);
  /** Another number whenever other labels are asked for. */
  labelEdition = 0;
  readonly #texts = createNumberedTexts();
  readonly #watchers = new PrefixLookup((kind, text) => this.find(kind, text));
  readonly #usesByField = new Int32Array(1 << fieldBits);
  readonly #labels: Record<LabelKind, number> = { author: 0, category: 0, other: 0 };
  #firstOfStem = new Int32Array(1 << 8);
  #watching = 0;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** One more than the largest term, and so the length of arrays by term. */
  get end(): number {
    return this.#texts.end;
  }

  /** By stem, as far as papers have brought them: a word or stem term with that stem, or 0. */
  get firstOfStem(): Int32Array {
    this.#firstOfStem = reaching(this.#firstOfStem, this.vocabulary.stems.end);
    return this.#firstOfStem;
  }

  /** Whether forms and prefixes are asked for, so that `watchersOf` has something to tell. */
  get isWatching(): boolean {
    return this.#watching > 0;
  }

  textOf(term: number): string {
    return this.#texts.textOf(term).slice(1);
  }

  kindOf(term: number): TermKind {
    return kinds[this.#texts.textOf(term).charAt(0)] ?? 'label';
  }

  /** The term of what is asked for, or 0 where nobody asks for it. */
  find(kind: TermKind, text: string): number {
    return this.#texts.numberOf(letters[kind] + text);
  }

  /** The key number of what is asked for; it is in use once more. */
  use(kind: TermKind, text: string, field: TextField): number {
    const term = this.find(kind, text) || this.#add(kind, text);
    const key = (term << fieldBits) | fieldNumbers[field];
    this.#count(key, 1);
    return key;
  }

  /** Gives back a use. */
  disuse(key: number): void {
    this.#count(key, -1);
    const term = key >>> fieldBits;
    if (!this.#isUsed(term)) this.#remove(term);
  }

  /** Whether words of that field are asked for. */
  isFieldUsed(field: TextField): boolean {
    return (this.#usesByField[fieldNumbers[field]] ?? 0) > 0;
  }

  /** Whether labels of that kind are asked for. */
  hasLabels(kind: LabelKind): boolean {
    return this.#labels[kind] > 0;
  }

  /** The form and prefix terms that a form meets. */
  watchersOf(form: number): readonly number[] {
    return this.#watchers.of(form, this.vocabulary.forms.textOf(form));
  }

  /** Forgets words of papers where there are too many; then true, and no form's number of before is to be relied on. */
  forgetWords(): boolean {
    if (!this.vocabulary.isFull) return false;
    const first = this.firstOfStem;
    this.vocabulary.forget((stem) => (first[stem] ?? 0) !== 0);
    this.#watchers.forget();
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
    const [kind, text] = [this.kindOf(term), this.textOf(term)];
    if (kind === 'word') this.pairs.remove(term, text);
    if (this.stemOfTerm[term] !== 0) this.#unlink(term);
    this.#note(kind, text, -1);
    this.#texts.remove(term);
  }

  #note(kind: TermKind, text: string, change: 1 | -1): void {
    if (kind === 'form' || kind === 'prefix') {
      this.#watching += change;
      this.#watchers.forget();
    }
    if (kind !== 'label') return;
    this.#labels[labelKindOf(text)] += change;
    this.labelEdition++;
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

  #count(key: number, change: 1 | -1): void {
    this.uses[key] = (this.uses[key] ?? 0) + change;
    this.#usesByField[key & fieldMask] = (this.#usesByField[key & fieldMask] ?? 0) + change;
  }

  #isUsed(term: number): boolean {
    for (let key = term << fieldBits; key < (term + 1) << fieldBits; key++) if (this.uses[key] !== 0) return true;
    return false;
  }
}

function labelKindOf(label: string): LabelKind {
  if (label.startsWith('author:')) return 'author';
  return label.startsWith('cat:') ? 'category' : 'other';
}
