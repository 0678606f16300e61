import { splitsOf } from '../spellings.ts';
import { stemWord } from '../stem.ts';
import { type TextField, topicLimits } from '../topic.ts';
import { reaching } from './growing.ts';
import { createHashTable, type HashTable, hashOf, hashOfBoth } from './hash-table.ts';
import { createNumberedTexts } from './numbered-texts.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * What a topic can ask of a paper, one kind of thing each: a word in any of its spellings, words of a stem, a form of a
 * word, the beginning of a word, and labels: all else that a paper is filed under, as it is (`Key`).
 */
export type TermKind = 'word' | 'stem' | 'form' | 'prefix' | 'label';

/** Labels of one kind are made of the same thing. */
export type LabelKind = 'author' | 'category' | 'other';

/**
 * All that topics ask for, by number: terms. A term in a field is a key number, under which topics are filed and papers
 * are found. Terms that no topic uses any more are forgotten.
 */
export interface Lexicon {
  readonly vocabulary: Vocabulary;
  /** One more than the largest term, and so the length of arrays by term. */
  readonly end: number;
  /** The key number of what is asked for, one use of it being counted. */
  use(kind: TermKind, text: string, field: TextField): number;
  /** Gives back a use. */
  disuse(key: number): void;
  /** The term of what is asked for, or 0 where nobody asks for it. */
  find(kind: TermKind, text: string): number;
  /** By key number: how many uses are counted. */
  readonly uses: Int32Array;
  /** Whether words of that field are asked for. */
  isFieldUsed(field: TextField): boolean;
  /** By stem: a word or stem term with that stem, or 0; `nextWord` has, by term, the next one. */
  readonly firstWord: Int32Array;
  readonly nextWord: Int32Array;
  /** By term: its stem, 0 for terms that have none. */
  readonly stemOfTerm: Int32Array;
  textOf(term: number): string;
  kindOf(term: number): TermKind;
  /** Word terms under the hashes of all pairs of words that they may stand for, see `hashOfPair`. */
  readonly pairs: HashTable;
  /** A bit for each hash under which there may be a pair, see `mayBeIn`: nearly all pairs of a paper can be passed by. */
  readonly pairFilter: Int32Array;
  /** Whether labels of that kind are asked for. */
  hasLabels(kind: LabelKind): boolean;
  /** Another one whenever other labels are asked for. */
  readonly labelEdition: number;
  /** Whether forms and prefixes are asked for, so that `watchersOf` is to be asked. */
  readonly isWatching: boolean;
  /** The form and prefix terms that a form meets. */
  watchersOf(form: number): readonly number[];
  /** Forgets words of papers where there are too many; then true, and no form's number of before is to be relied on. */
  forgetWords(): boolean;
}

/** How many bits of a key number tell the field. */
export const fieldBits = 2;
export const fieldMask = (1 << fieldBits) - 1;
export const fieldNumbers: Readonly<Record<TextField, number>> = { any: 0, title: 1, abstract: 2, comment: 3 };

/** The hash under which two words beside each other are filed: the form of the first, the stem of the second. */
export const hashOfPair = (formHash: number, stemHash: number): number => hashOfBoth(formHash, stemHash);

/** Half a megabyte, so that it stays near the processor. */
const filterBits = 22;

export const mayBeIn = (filter: Int32Array, hash: number): boolean =>
  (((filter[(hash >>> (32 - filterBits)) >>> 5] ?? 0) >>> ((hash >>> (32 - filterBits)) & 31)) & 1) === 1;

const nobody: readonly number[] = [];

export function createLexicon(): Lexicon {
  const vocabulary = createVocabulary();
  const texts = createNumberedTexts();
  const pairs = createHashTable();
  const pairFilter = new Int32Array(1 << (filterBits - 5));
  const usesByField = new Int32Array(1 << fieldBits);
  let uses = new Int32Array(1 << 10);
  let firstWord = new Int32Array(1 << 8);
  let nextWord = new Int32Array(1 << 8);
  let stemOfTerm = new Int32Array(1 << 8);
  // By form: 1 where nobody watches it, 2 where somebody does, 0 where that is not known.
  let isWatched = new Uint8Array(1 << 8);
  const watchers = new Map<number, readonly number[]>();
  const labelsOfKind: Record<LabelKind, number> = { author: 0, category: 0, other: 0 };
  let labelEdition = 0;
  let watching = 0;

  const textOf = (term: number): string => texts.textOf(term).slice(1);
  const kindOf = (term: number): TermKind => kinds[texts.textOf(term).charAt(0)] ?? 'label';

  const link = (term: number, stem: number) => {
    firstWord = reaching(firstWord, stem);
    stemOfTerm[term] = stem;
    nextWord[term] = firstWord[stem] ?? 0;
    firstWord[stem] = term;
  };
  const unlink = (term: number) => {
    const stem = stemOfTerm[term] ?? 0;
    const next = nextWord[term] ?? 0;
    if (firstWord[stem] === term) firstWord[stem] = next;
    for (let other = firstWord[stem] ?? 0; other !== 0; other = nextWord[other] ?? 0) {
      if (nextWord[other] === term) nextWord[other] = next;
    }
  };
  const addPairs = (term: number) => {
    for (const { head, tail } of splitsOf(textOf(term)).splits) {
      const hash = hashOfPair(hashOf(head), hashOf(tail));
      const bit = hash >>> (32 - filterBits);
      pairs.add(hash, term);
      pairFilter[bit >>> 5] = (pairFilter[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  };
  const removePairs = (term: number) => {
    for (const { head, tail } of splitsOf(textOf(term)).splits) {
      pairs.remove(hashOfPair(hashOf(head), hashOf(tail)), term);
    }
  };
  const forgetWatchers = () => {
    isWatched.fill(0);
    watchers.clear();
  };
  const count = (kind: TermKind, text: string, change: 1 | -1) => {
    if (kind === 'form' || kind === 'prefix') {
      watching += change;
      forgetWatchers();
    }
    if (kind !== 'label') return;
    labelsOfKind[labelKindOf(text)] += change;
    labelEdition++;
  };
  const addTerm = (kind: TermKind, text: string): number => {
    const term = texts.add(letters[kind] + text);
    uses = reaching(uses, ((term + 1) << fieldBits) - 1);
    nextWord = reaching(nextWord, term);
    stemOfTerm = reaching(stemOfTerm, term);
    stemOfTerm[term] = 0;
    if (kind === 'word') addPairs(term);
    if (kind === 'word' || kind === 'stem') link(term, vocabulary.stemOf(kind === 'stem' ? text : stemWord(text)));
    count(kind, text, 1);
    return term;
  };
  const removeTerm = (term: number) => {
    const kind = kindOf(term);
    if (kind === 'word') removePairs(term);
    if (stemOfTerm[term] !== 0) unlink(term);
    count(kind, textOf(term), -1);
    texts.remove(term);
  };
  const find = (kind: TermKind, text: string): number => texts.numberOf(letters[kind] + text);
  const findWatchers = (form: number): readonly number[] => {
    const text = vocabulary.forms.textOf(form);
    const found = [find('form', text)];
    for (let length = Math.min(text.length, topicLimits.characters); length > 0; length--) {
      found.push(find('prefix', text.slice(0, length)));
    }
    return found.filter((term) => term !== 0);
  };

  return {
    vocabulary,
    pairs,
    pairFilter,
    textOf,
    kindOf,
    find,
    get end() {
      return texts.end;
    },
    get uses() {
      return uses;
    },
    get firstWord() {
      firstWord = reaching(firstWord, vocabulary.stems.end);
      return firstWord;
    },
    get nextWord() {
      return nextWord;
    },
    get stemOfTerm() {
      return stemOfTerm;
    },
    get isWatching() {
      return watching > 0;
    },
    hasLabels: (kind) => labelsOfKind[kind] > 0,
    get labelEdition() {
      return labelEdition;
    },
    isFieldUsed: (field) => (usesByField[fieldNumbers[field]] ?? 0) > 0,
    use(kind, text, field) {
      const term = find(kind, text) || addTerm(kind, text);
      const key = (term << fieldBits) | fieldNumbers[field];
      uses[key] = (uses[key] ?? 0) + 1;
      usesByField[key & fieldMask] = (usesByField[key & fieldMask] ?? 0) + 1;
      return key;
    },
    disuse(key) {
      uses[key] = (uses[key] ?? 0) - 1;
      usesByField[key & fieldMask] = (usesByField[key & fieldMask] ?? 0) - 1;
      const term = key >>> fieldBits;
      if (!isTermUsed(term, uses)) removeTerm(term);
    },
    watchersOf(form) {
      isWatched = reaching(isWatched, form);
      if (isWatched[form] === 1) return nobody;
      const known = watchers.get(form);
      if (known !== undefined) return known;
      const found = findWatchers(form);
      isWatched[form] = found.length === 0 ? 1 : 2;
      if (found.length > 0) watchers.set(form, found);
      return found;
    },
    forgetWords() {
      if (!vocabulary.isFull) return false;
      vocabulary.forget((stem) => (firstWord[stem] ?? 0) !== 0);
      forgetWatchers();
      return true;
    },
  };
}

/** What a term's text begins with, so that one table holds all kinds. */
const letters: Readonly<Record<TermKind, string>> = { word: 'w', stem: 's', form: 'f', prefix: 'p', label: 'l' };
const kinds: Readonly<Record<string, TermKind>> = { w: 'word', s: 'stem', f: 'form', p: 'prefix', l: 'label' };

function labelKindOf(label: string): LabelKind {
  if (label.startsWith('author:')) return 'author';
  return label.startsWith('cat:') ? 'category' : 'other';
}

/** Whether the term is used in any field. */
function isTermUsed(term: number, uses: Int32Array): boolean {
  for (let key = term << fieldBits; key < (term + 1) << fieldBits; key++) if (uses[key] !== 0) return true;
  return false;
}
