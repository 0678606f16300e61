import { isContentWord } from '../../meaning/function-words.ts';
import type { FieldText, PaperText } from '../matching/paper-text.ts';
import { rarityOf } from '../words/rarity-table.ts';
import type { Token } from '../words/tokens.ts';

/** A word, a phrase or a pair of words that some given papers have. */
export interface GivenTerm {
  /** As it stands in a topic: `adhd`, `"knowledge editing"`, `(weight modification)`. */
  readonly text: string;
  /** The places of the given papers that have it, ascending. */
  readonly found: readonly number[];
  /** Those of them that have it in the title or several times. */
  readonly central: readonly number[];
  /** How rare it probably is, on the scale of `rarityOf`. */
  readonly rarity: number;
}

/** The longest phrase, in words. */
const longestPhrase = 3;
/** More frequent words say nothing alone, and nothing about a phrase or a pair. */
const leastRarity = { ofWord: 3, ofPhrase: 2.5, inPair: 1.8 } as const;
/** A further word makes a term rarer by this share of its own rarity, because words of one subject attract each other. */
const furtherWord = 0.5;
/** A term that fewer of the given papers have is chance. */
const leastShare = 0.03;
/** How many are returned, the most telling first. Somebody counts the papers that each of them brings. */
const most = { terms: 24, pairs: 12 } as const;
/** How many words are paired with each other. */
const pairedWords = 25;

/** What is known of a term while papers are read. */
interface Sighting {
  readonly words: number;
  readonly rarity: number;
  readonly found: number[];
  readonly central: number[];
  /** How often each written form was seen. */
  readonly forms: Map<string, number>;
}

/**
 * The terms that are frequent in the given papers and rare in general, the most telling first, and then the pairs. It
 * works in small steps.
 */
export function* findGivenTerms(papers: readonly PaperText[]): Generator<void, readonly GivenTerm[]> {
  const seen = new Map<string, Sighting>();
  for (const [place, paper] of papers.entries()) {
    addPaper(seen, paper, place);
    yield;
  }
  const least = Math.min(papers.length, Math.max(2, Math.ceil(papers.length * leastShare)));
  const frequent: Sighting[] = [];
  for (const sighting of seen.values()) {
    if (sighting.found.length >= least) frequent.push(sighting);
    yield;
  }
  const terms: GivenTerm[] = [];
  for (const sighting of frequent.filter(isTelling)) {
    terms.push(asTerm(sighting));
    yield;
  }
  const pairs: GivenTerm[] = [];
  for (const pair of pairsOf(frequent.filter(({ words }) => words === 1))) {
    if (pair.found.length >= least) pairs.push(pair);
    yield;
  }
  return [...mostTelling(terms, most.terms), ...mostTelling(pairs, most.pairs)];
}

const isTelling = ({ words, rarity }: Sighting): boolean =>
  rarity >= (words === 1 ? leastRarity.ofWord : leastRarity.ofPhrase);

const mostTelling = (terms: readonly GivenTerm[], count: number): readonly GivenTerm[] =>
  terms.toSorted((one, other) => weightOf(other) - weightOf(one) || (one.text < other.text ? -1 : 1)).slice(0, count);

const weightOf = ({ found, central, rarity }: GivenTerm): number => (found.length + central.length) * rarity;

/** The words of one paper, in the title and in all. */
interface Count {
  readonly words: readonly Token[];
  title: number;
  all: number;
}

function addPaper(seen: Map<string, Sighting>, { title, abstract }: PaperText, place: number): void {
  const counts = new Map<string, Count>();
  countTerms(counts, title, true);
  countTerms(counts, abstract, false);
  for (const [key, { words, title: inTitle, all }] of counts) {
    const known = seen.get(key) ?? firstSighting(words);
    seen.set(key, known);
    known.found.push(place);
    if (inTitle > 0 || all > 1) known.central.push(place);
    const form = words.map(({ text }) => text).join(' ');
    known.forms.set(form, (known.forms.get(form) ?? 0) + 1);
  }
}

function countTerms(counts: Map<string, Count>, { tokens }: FieldText, isTitle: boolean): void {
  for (let start = 0; start < tokens.length; start++) {
    for (let length = 1; length <= longestPhrase; length++) {
      const words = tokens.slice(start, start + length);
      const last = words.at(-1);
      if (last === undefined || words.length < length || !isTermWord(last)) break;
      if (length > 1 && last.gap === 'other') break;
      const key = words.map(({ stem }) => stem).join(' ');
      const count = counts.get(key) ?? { words, title: 0, all: 0 };
      counts.set(key, count);
      count.all += 1;
      if (isTitle) count.title += 1;
    }
  }
}

const isTermWord = ({ stem }: Token): boolean => isContentWord(stem) && /^\p{L}[\p{L}\p{N}]+$/u.test(stem);

function firstSighting(words: readonly Token[]): Sighting {
  const rarity = rarityTogether(words.map(({ stem }) => rarityOf(stem)));
  return { words: words.length, rarity, found: [], central: [], forms: new Map() };
}

function rarityTogether(rarities: readonly number[]): number {
  const [rarest = 0, ...others] = rarities.toSorted((one, other) => other - one);
  return others.reduce((sum, each) => sum + furtherWord * each, rarest);
}

const asTerm = ({ words, found, central, rarity, forms }: Sighting): GivenTerm => {
  const form = mostFrequent(forms);
  return { text: words > 1 ? `"${form}"` : form, found, central, rarity };
};

const mostFrequent = (forms: ReadonlyMap<string, number>): string =>
  [...forms].reduce((best, form) => (form[1] > best[1] ? form : best), ['', 0] as const)[0];

/** The pairs of the most telling words, in any place of a paper. */
function* pairsOf(words: readonly Sighting[]): Generator<GivenTerm> {
  const telling = words
    .filter(({ rarity, central }) => rarity >= leastRarity.inPair && central.length > 1)
    .toSorted((one, other) => other.central.length * other.rarity - one.central.length * one.rarity)
    .slice(0, pairedWords)
    // In the order in which the papers have them, which is mostly that of a phrase.
    .toSorted((one, other) => words.indexOf(one) - words.indexOf(other));
  for (const [at, one] of telling.entries()) {
    for (const other of telling.slice(at + 1)) yield pairOf(one, other);
  }
}

const pairOf = (one: Sighting, other: Sighting): GivenTerm => ({
  text: `(${mostFrequent(one.forms)} ${mostFrequent(other.forms)})`,
  found: inBoth(one.found, other.found),
  central: inBoth(one.central, other.central),
  rarity: rarityTogether([one.rarity, other.rarity]),
});

function inBoth(one: readonly number[], other: readonly number[]): readonly number[] {
  const places = new Set(other);
  return one.filter((place) => places.has(place));
}
