import { cooperate } from '../../src/cooperate.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { createPercolator, type Percolator } from '../../src/topics/index/percolator.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { stemWord } from '../../src/topics/words/stem.ts';
import type { TrueForms } from './accepted-forms.ts';
import { plainWords } from './plain-words.ts';
import type { Stemmer } from './stemmers.ts';

/** How one way to find papers did for one topic, in numbers of papers. */
export interface Judgement {
  /** Papers with a true form of the topic. */
  readonly true: number;
  readonly found: number;
  /** Found papers without a true form. */
  readonly wrong: number;
  /** Papers with a true form that were not found. */
  readonly missed: number;
  /** The words that were taken for the topic's, with the number of wrong papers. Empty for other stemmers. */
  readonly wrongWords: ReadonlyMap<string, number>;
  /** The true forms in the missed papers. Empty for other stemmers. */
  readonly missedWords: ReadonlyMap<string, number>;
}

/** The judgements of the ways to find papers, by their names, each with a judgement per topic in the order of topics. */
export type Judgements = ReadonlyMap<string, readonly Judgement[]>;

export const ours = 'Paperboy';
const papersAtOnce = 1_000;

/** Judges single-word topics over papers, one batch of papers after another. */
export function createJudge(
  topics: readonly string[],
  formsOf: (word: string) => TrueForms,
  stemmers: readonly Stemmer[],
) {
  const percolator = percolatorOf(topics);
  const truth = readTruth(topics, formsOf);
  const stems = stemmers.map((stemmer) => ({
    stemmer,
    topicsOf: groupTopics(topics, (topic) => [stemmer.stem(topic)]),
  }));
  const tallies = new Map([ours, ...stemmers.map(({ name }) => name)].map((name) => [name, topics.map(emptyTally)]));
  // They only tell which words were taken for the topic's. Whether that is right is not decided by them.
  const ownStems = groupTopics(topics, (topic) => [stemWord(topic)]);

  async function judgeBatch(papers: readonly Paper[]): Promise<void> {
    const found = await matchAll(percolator, papers, topics);
    for (const [at, { title, abstract }] of papers.entries()) {
      const { words, joined } = plainWords(`${title}\n${abstract}`);
      const isTrue = gather(words, truth.topicsOf);
      const mayBe = gather(words, truth.mayBe).union(gather(joined, truth.topicsOf));
      const wrongly = tally(tallies.get(ours), found[at] ?? new Set(), isTrue, mayBe);
      noteWords(wrongly.wrong, words, ownStems, stemWord);
      noteWords(wrongly.missed, words, truth.topicsOf, (word) => word);
      for (const { stemmer, topicsOf } of stems) {
        const byStem = new Set([...words].flatMap((word) => topicsOf.get(stemmer.stem(word)) ?? []));
        tally(tallies.get(stemmer.name), byStem, isTrue, mayBe);
      }
    }
  }

  return {
    async judge(papers: AsyncIterable<Paper>): Promise<number> {
      let count = 0;
      let batch: Paper[] = [];
      for await (const paper of papers) {
        count += 1;
        batch.push(paper);
        if (batch.length < papersAtOnce) continue;
        await judgeBatch(batch);
        batch = [];
      }
      await judgeBatch(batch);
      return count;
    },
    judgements: (): Judgements => tallies,
  };
}

type Counts = Map<string, number>;
interface Tally {
  true: number;
  found: number;
  wrong: number;
  missed: number;
  readonly wrongWords: Counts;
  readonly missedWords: Counts;
}
type TopicNumbers = ReadonlySet<number>;

const emptyTally = (): Tally => ({
  true: 0,
  found: 0,
  wrong: 0,
  missed: 0,
  wrongWords: new Map(),
  missedWords: new Map(),
});

/** Counts one paper. Returns the word counts of the topics that it is wrong for, or missed by, by their numbers. */
function tally(tallies: readonly Tally[] = [], found: TopicNumbers, isTrue: TopicNumbers, mayBe: TopicNumbers) {
  const wrong = new Map<number, Counts>();
  const missed = new Map<number, Counts>();
  for (const topic of found.union(isTrue)) {
    const counts = tallies[topic];
    if (counts === undefined) continue;
    if (isTrue.has(topic)) counts.true += 1;
    if (found.has(topic)) counts.found += 1;
    if (!found.has(topic)) {
      counts.missed += 1;
      missed.set(topic, counts.missedWords);
    } else if (!isTrue.has(topic) && !mayBe.has(topic)) {
      counts.wrong += 1;
      wrong.set(topic, counts.wrongWords);
    }
  }
  return { wrong, missed };
}

/** Counts the paper's words that belong to the topics. */
function noteWords(
  countsOf: ReadonlyMap<number, Counts>,
  words: Iterable<string>,
  topicsOf: TopicsOfWord,
  keyOf: (word: string) => string,
): void {
  if (countsOf.size === 0) return;
  for (const word of words) {
    for (const topic of topicsOf.get(keyOf(word)) ?? []) {
      const counts = countsOf.get(topic);
      counts?.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
}

/** The numbers of topics by their true forms, and by words that may be forms. */
const readTruth = (topics: readonly string[], formsOf: (word: string) => TrueForms) => ({
  topicsOf: groupTopics(topics, (topic) => formsOf(topic).forms),
  mayBe: groupTopics(topics, (topic) => formsOf(topic).doubtful),
});

type TopicsOfWord = ReadonlyMap<string, readonly number[]>;

function groupTopics(topics: readonly string[], keysOf: (topic: string) => Iterable<string>): TopicsOfWord {
  const groups = new Map<string, number[]>();
  for (const [number, topic] of topics.entries()) {
    for (const key of keysOf(topic)) groups.set(key, [...(groups.get(key) ?? []), number]);
  }
  return groups;
}

const gather = (words: Iterable<string>, topicsOf: TopicsOfWord): Set<number> =>
  new Set([...words].flatMap((word) => topicsOf.get(word) ?? []));

/** @throws Error if a topic cannot be read */
function percolatorOf(topics: readonly string[]): Percolator {
  const percolator = createPercolator();
  for (const topic of topics) percolator.add(parsed(topic));
  return percolator;
}

function parsed(text: string) {
  const result = parseTopic(text);
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.topic;
}

/** For each paper, the topics that the language matches. Several topics can be the same to the language. */
async function matchAll(percolator: Percolator, papers: readonly Paper[], topics: readonly string[]) {
  const numbers = groupTopics(topics, (topic) => [parsed(topic).canonical]);
  const found = papers.map(() => new Set<number>());
  const { papersOf } = await cooperate(percolator.match(papers));
  for (const [canonical, same] of numbers) {
    for (const paper of papersOf(canonical)) for (const number of same) found[paper]?.add(number);
  }
  return found;
}
