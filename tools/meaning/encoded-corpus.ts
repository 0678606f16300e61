import type { CorpusPaper } from './corpus.ts';

/** A corpus as numbers: each text is a run of ids of words. The papers are ordered by date. */
export interface EncodedCorpus {
  /** By id of a word: its stem. The most frequent has id 0. */
  readonly words: readonly string[];
  /** By id of a word: in how many papers it stands. */
  readonly paperCounts: Uint32Array;
  readonly papers: number;
  /** How many of them, from the first, can be learnt from; the others are held back. Only these are counted. */
  readonly trained: number;
  /** All texts, one after the other; words that are not in `words` are left out. */
  readonly ids: Uint16Array;
  /** By paper: where its title starts in `ids`. There is one more, which ends the last abstract. */
  readonly titleStarts: Uint32Array;
  /** By paper: where its abstract starts in `ids`. */
  readonly abstractStarts: Uint32Array;
  /** By paper: the number of its category, and its day. */
  readonly categories: Uint16Array;
  readonly dates: readonly string[];
  /** The mean number of words of a paper, of all papers, and with the words that are left out. */
  readonly meanLength: number;
}

/** A growing array of numbers. */
function createNumbers() {
  let values = new Uint32Array(1 << 16);
  let length = 0;
  return {
    push(value: number): void {
      if (length === values.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    get length() {
      return length;
    },
    get values() {
      return values.subarray(0, length);
    },
  };
}

/** Papers in the order in which they came, with a number for each distinct stem. */
function createCollector() {
  const numbers = new Map<string, number>();
  const categoryNumbers = new Map<string, number>();
  const [all, starts, categories] = [createNumbers(), createNumbers(), createNumbers()];
  const dates: string[] = [];
  const numberIn = (known: Map<string, number>, text: string): number => {
    const number = known.get(text) ?? known.size;
    if (number === known.size) known.set(text, number);
    return number;
  };
  return {
    numbers,
    all,
    starts,
    categories,
    dates,
    add({ date, category, title, abstract }: CorpusPaper): void {
      starts.push(all.length);
      for (const stem of title) all.push(numberIn(numbers, stem));
      starts.push(all.length);
      for (const stem of abstract) all.push(numberIn(numbers, stem));
      categories.push(numberIn(categoryNumbers, category));
      dates.push(date);
    },
  };
}

export interface EncodingOptions {
  readonly mostWords: number;
  readonly fewestPapers: number;
  readonly heldBackFrom: string;
}

/**
 * Reads papers and keeps the words that stand in the most of them.
 * @param mostWords at most that many words are kept
 * @param fewestPapers a kept word stands in that many papers, or more
 * @param heldBackFrom the words of papers of this day and later are not counted
 */
export async function encodeCorpus(
  papers: AsyncIterable<CorpusPaper> | Iterable<CorpusPaper>,
  { mostWords, fewestPapers, heldBackFrom }: EncodingOptions,
): Promise<EncodedCorpus> {
  const collected = createCollector();
  for await (const paper of papers) collected.add(paper);
  const { numbers, all, starts, categories, dates } = collected;
  starts.push(all.length);
  const isTrained = dates.map((date) => date < heldBackFrom);
  const counts = countPapers(all.values, starts.values, numbers.size, isTrained);
  const names = [...numbers.keys()];
  const kept = names
    .map((_, number) => number)
    .filter((number) => at(counts, number) >= fewestPapers)
    .sort((one, other) => at(counts, other) - at(counts, one) || compareTexts(names[one] ?? '', names[other] ?? ''))
    .slice(0, mostWords);
  const order = dates
    .map((_, paper) => paper)
    .sort((one, other) => compareTexts(dates[one] ?? '', dates[other] ?? '') || one - other);
  return {
    words: kept.map((number) => names[number] ?? ''),
    paperCounts: Uint32Array.from(kept, (number) => at(counts, number)),
    trained: isTrained.filter(Boolean).length,
    meanLength: dates.length === 0 ? 0 : all.length / dates.length,
    categories: Uint16Array.from(order, (paper) => at(categories.values, paper)),
    dates: order.map((paper) => dates[paper] ?? ''),
    ...translate(all.values, starts.values, order, idsByNumber(kept, names.length)),
  };
}

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** By number of a stem: in how many papers it stands. */
function countPapers(all: Uint32Array, starts: Uint32Array, words: number, isCounted: readonly boolean[]): Uint32Array {
  const counts = new Uint32Array(words);
  const lastSeen = new Int32Array(words).fill(-1);
  for (const [paper, isTrained] of isCounted.entries()) {
    if (!isTrained) continue;
    for (let position = at(starts, paper * 2); position < at(starts, paper * 2 + 2); position++) {
      const word = at(all, position);
      if (lastSeen[word] === paper) continue;
      lastSeen[word] = paper;
      counts[word] = at(counts, word) + 1;
    }
  }
  return counts;
}

function idsByNumber(kept: readonly number[], words: number): Int32Array {
  const ids = new Int32Array(words).fill(-1);
  for (const [id, number] of kept.entries()) ids[number] = id;
  return ids;
}

/** The texts in the order of the papers, as ids of the kept words. */
function translate(all: Uint32Array, starts: Uint32Array, order: readonly number[], idOf: Int32Array) {
  const ids = new Uint16Array(all.length);
  const titleStarts = new Uint32Array(order.length + 1);
  const abstractStarts = new Uint32Array(order.length);
  let length = 0;
  const copy = (from: number, to: number): void => {
    for (let position = from; position < to; position++) {
      const id = at(idOf, at(all, position));
      if (id >= 0) ids[length++] = id;
    }
  };
  for (const [place, paper] of order.entries()) {
    titleStarts[place] = length;
    copy(at(starts, paper * 2), at(starts, paper * 2 + 1));
    abstractStarts[place] = length;
    copy(at(starts, paper * 2 + 1), at(starts, paper * 2 + 2));
  }
  titleStarts[order.length] = length;
  return { papers: order.length, ids: ids.slice(0, length), titleStarts, abstractStarts };
}

/**
 * The number at that place.
 * @throws RangeError where there is none: typed arrays say nothing, and a wrong id would be trained silently
 */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`There is no number at ${index} of ${values.length}.`);
  return value;
}
