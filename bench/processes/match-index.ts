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
import { readTopics } from '../match-files.ts';

/**
 * Files topics in a percolator, matches batches of papers, changes topics, and prints the times.
 * Arguments: the file of topics, how many of them.
 */

/** Times in milliseconds, or in microseconds where noted; memory in millions of bytes. */
export interface IndexTimes {
  readonly corpus: 'real' | 'invented';
  readonly building: number;
  readonly matching: readonly number[];
  /** The longest block of the event loop, for each batch. */
  readonly blocks: readonly number[];
  /** In microseconds. */
  readonly adding: readonly number[];
  /** The percolator alone, then with everything that it keeps of the papers it has read. */
  readonly memory: number;
  readonly memoryAfter: number;
  /** How many pairs of paper and topic match in the last batch. */
  readonly pairs: number;
  /** Recognising every word; looking each up; cutting and stemming every paper as the language does. */
  readonly scanning: readonly number[];
  readonly lookingUp: readonly number[];
  readonly tokenizing: readonly number[];
}

/** After these, the just-in-time compiler has seen all code, and the vocabulary most words. */
const warmUps = 3;
const changes = 2_000;
const topicsAtATime = 2_000;

const parse = (canonical: string): Topic => {
  const parsed = parseTopic(canonical);
  if (!parsed.ok) throw new Error(`${canonical}: ${parsed.error.message}`);
  // Reuses the caller's text, so that a second copy does not count as the percolator's.
  return { ...parsed.topic, text: canonical, canonical };
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

/** Builds the percolator. The time excludes parsing. */
function build(topics: readonly string[]) {
  const index = createPercolator();
  let ms = 0;
  for (let from = 0; from < topics.length; from += topicsAtATime) {
    const parsed = topics.slice(from, from + topicsAtATime).map(parse);
    ms += timed(() => parsed.forEach(index.add)).ms;
  }
  return { index, ms };
}

/** Matches as the bot does and measures how long the event loop is blocked. */
async function matchInTurns(index: Percolator, papers: readonly Paper[]) {
  let longest = 0;
  let last = performance.now();
  let isDone = false;
  const listen = async () => {
    while (!isDone) {
      await yieldTurn();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
  };
  const listening = listen();
  const startedAt = performance.now();
  const blocks = await cooperate(index.match(papers));
  const ms = performance.now() - startedAt;
  isDone = true;
  await listening;
  const pairs = blocks.reduce((sum, { topics, starts }) => sum + (starts[topics.length] ?? 0), 0);
  return { ms, longest, pairs };
}

/** Adds topics to a percolator that has all others. */
function timeAdding(topics: readonly string[]): readonly number[] {
  const { index } = build(topics.slice(0, -changes));
  return topics
    .slice(-changes)
    .map(parse)
    .map((topic) => timed(() => index.add(topic)).ms * 1_000);
}

/** Measures the unavoidable work: each word of each paper is recognised and looked up. */
function measureFloors(topics: readonly string[], batches: readonly (readonly Paper[])[]) {
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

const [file = '', amount = '0'] = process.argv.slice(2);
const { kind, batches } = await matchCorpus();
const topics = readTopics(file, Number(amount));
parse(topics[0] ?? '');
const before = memoryNow();
const { index, ms: building } = build(topics);
const memory = memoryNow() - before;
const matches = [];
for (const papers of batches) matches.push(await matchInTurns(index, papers));
const counted = matches.slice(warmUps);
const memoryAfter = memoryNow() - before;
const times: IndexTimes = {
  corpus: kind,
  building,
  matching: counted.map(({ ms }) => ms),
  blocks: counted.map(({ longest }) => longest),
  adding: timeAdding(topics),
  memory,
  memoryAfter,
  pairs: counted.at(-1)?.pairs ?? 0,
  ...measureFloors(topics, batches),
};
process.stdout.write(JSON.stringify(times));
