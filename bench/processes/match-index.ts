import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { cooperate, yieldTurn } from '../../src/cooperate.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { createBatchReader } from '../../src/topics/index/batch-reader.ts';
import { readClause } from '../../src/topics/index/clause.ts';
import { createPercolator, type Percolator } from '../../src/topics/index/percolator.ts';
import { TermDictionary } from '../../src/topics/index/term-dictionary.ts';
import { createTextScanner, createWordStream } from '../../src/topics/index/text-scanner.ts';
import { createVocabulary, wordsAtMost } from '../../src/topics/index/vocabulary.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { tokenize } from '../../src/topics/words/tokens.ts';
import { matchCorpus } from '../match-corpus.ts';
import { readHits, readTopics, writeHits } from '../match-files.ts';

/**
 * Matches batches of papers with topics as a round of planning does, and prints the times: topics are added in groups,
 * each group is matched with the papers, and leaves the index.
 * Arguments: the file of topics, how many of them, the file for the hits of the last batch.
 */

/** Times in milliseconds, or in microseconds where noted; memory in millions of bytes. */
export interface IndexTimes {
  /** Whole rounds, and what of them is spent on adding topics. One for each measured batch. */
  readonly rounds: readonly number[];
  readonly adding: readonly number[];
  /** How many batches were matched before those that count. */
  readonly warmUps: number;
  /** The longest block of the event loop, for each batch. */
  readonly blocks: readonly number[];
  /** In microseconds. */
  readonly addingOne: readonly number[];
  /** What the index keeps of the papers it has read, and a group of topics. */
  readonly memory: number;
  /** How many pairs of paper and topic match in the last batch. */
  readonly pairs: number;
  /** Recognising every word; looking each up; cutting and stemming every paper as the language does. */
  readonly scanning: readonly number[];
  readonly lookingUp: readonly number[];
  readonly tokenizing: readonly number[];
}

/** How many topics planning matches together: those of 5,000 channels. */
const topicsTogether = 5_000;
/** How many batches warm up the just-in-time compiler and the vocabulary, and how many are measured after them. */
const batchesOf = (topics: number) => (topics > 100_000 ? { warmUps: 1, measured: 2 } : { warmUps: 3, measured: 5 });

const parse = (canonical: string): Topic => {
  const parsed = parseTopic(canonical);
  if (!parsed.ok) throw new Error(`${canonical}: ${parsed.error.message}`);
  return parsed.topic;
};

function timed<Result>(work: () => Result): { readonly ms: number; readonly result: Result } {
  const startedAt = performance.now();
  const result = work();
  return { ms: performance.now() - startedAt, result };
}

function finish<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const memoryNow = (): number => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

function* addAll(index: Percolator, topics: readonly Topic[]): Generator<void> {
  for (const topic of topics) {
    index.add(topic);
    yield;
  }
}

/** Measures how long the event loop is blocked while it works. */
async function watchLoop<Result>(work: () => Promise<Result>): Promise<{ result: Result; longest: number }> {
  let [longest, last, isDone] = [0, performance.now(), false];
  const listen = async () => {
    while (!isDone) {
      await yieldTurn();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
  };
  const listening = listen();
  const result = await work();
  isDone = true;
  await listening;
  return { result, longest };
}

/** One round over a batch of papers. Topics are parsed before, as those of the peers. */
async function runRound(index: Percolator, topics: readonly string[], papers: readonly Paper[]) {
  const round = { ms: 0, adding: 0, longest: 0, hits: new Map<string, readonly number[]>() };
  for (let from = 0; from < topics.length; from += topicsTogether) {
    const group = topics.slice(from, from + topicsTogether).map(parse);
    const startedAt = performance.now();
    const { result: blocks, longest } = await watchLoop(async () => {
      await cooperate(addAll(index, group));
      round.adding += performance.now() - startedAt;
      return await cooperate(index.match(papers));
    });
    index.clear();
    round.ms += performance.now() - startedAt;
    round.longest = Math.max(round.longest, longest);
    for (const { topics: found, starts, papers: numbers } of blocks)
      for (const [at, canonical] of found.entries())
        round.hits.set(canonical, [...numbers.subarray(starts[at], starts[at + 1])]);
  }
  return round;
}

/** Adds topics to an index that has a group of others, one at a time. */
function timeAdding(index: Percolator, topics: readonly string[]): readonly number[] {
  const [before, added] = [topics.slice(0, topicsTogether / 2), topics.slice(topicsTogether / 2, topicsTogether)];
  finish(addAll(index, before.map(parse)));
  return added.map(parse).map((topic) => timed(() => index.add(topic)).ms * 1_000);
}

/** Measures the unavoidable work: each word of each paper is recognised and looked up. */
function measureFloors(topics: readonly string[], batches: readonly (readonly Paper[])[], warmUps: number) {
  const vocabulary = createVocabulary(wordsAtMost);
  const dictionary = new TermDictionary(vocabulary);
  const resolver = {
    fieldTermOf: (...asked: Parameters<typeof dictionary.use>) => dictionary.use(...asked),
    compoundTermOf: () => 0,
  };
  for (const topic of topics) readClause(parse(topic).root, resolver);
  const reader = createBatchReader(dictionary, createTextScanner(vocabulary.formOf), function* () {});
  const scanner = createTextScanner(createVocabulary(wordsAtMost).formOf);
  const words = createWordStream();
  const scan = (papers: readonly Paper[]) => {
    words.end = 0;
    for (const { title, abstract } of papers) {
      scanner.scan(title, words);
      scanner.scan(abstract, words);
    }
  };
  const times = (work: (papers: readonly Paper[]) => unknown) =>
    batches.map((papers) => timed(() => work(papers)).ms).slice(warmUps);
  return {
    scanning: times(scan),
    lookingUp: times((papers) => finish(reader.read(papers))),
    tokenizing: times((papers) => papers.flatMap(({ title, abstract }) => [tokenize(title), tokenize(abstract)])),
  };
}

const [file = '', amount = '0', hitsFile = ''] = process.argv.slice(2);
const { batches } = await matchCorpus();
const topics = readTopics(file, Number(amount));
const { warmUps, measured } = batchesOf(topics.length);
const used = batches.slice(0, warmUps + measured);
const before = memoryNow();
const index = createPercolator();
const rounds = [];
let hits: ReadonlyMap<string, readonly number[]> = new Map();
for (const papers of used) {
  const { hits: found, ...round } = await runRound(index, topics, papers);
  rounds.push(round);
  hits = found;
}
writeHits(
  hitsFile,
  topics.map((canonical) => hits.get(canonical) ?? []),
);
hits = new Map();
const counted = rounds.slice(warmUps);
const addingOne = timeAdding(index, topics);
const times: IndexTimes = {
  warmUps,
  rounds: counted.map(({ ms }) => ms),
  adding: counted.map(({ adding }) => adding),
  blocks: counted.map(({ longest }) => longest),
  addingOne,
  memory: memoryNow() - before,
  pairs: readHits(hitsFile).reduce((sum, papers) => sum + papers.length, 0),
  ...measureFloors(topics, used, warmUps),
};
process.stdout.write(JSON.stringify(times));
