import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { cooperate, yieldTurn } from '../../src/cooperate.ts';
import { createMatchedNews, type MatchedNews } from '../../src/jobs/planning/matched-news.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { openStore } from '../../src/store/databases.ts';
import type { Store } from '../../src/store/store.ts';
import { createBatchReader } from '../../src/topics/index/batch-reader.ts';
import { readClause } from '../../src/topics/index/clause.ts';
import { createPercolator, type Percolator } from '../../src/topics/index/percolator.ts';
import { TermDictionary } from '../../src/topics/index/term-dictionary.ts';
import { createTextScanner, createWordStream } from '../../src/topics/index/text-scanner.ts';
import { createVocabulary, wordsAtMost } from '../../src/topics/index/vocabulary.ts';
import { parseCanonical } from '../../src/topics/language/parse.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { tokenize } from '../../src/topics/words/tokens.ts';
import { matchCorpus } from '../match-corpus.ts';
import { readHits, readTopics, writeHits } from '../match-files.ts';
import { processorTime, processorTimeOf, recordDay } from '../match-news.ts';

/**
 * Matches the news of several days with topics, as planning does, and prints the times. Each day, the topics come in
 * groups, and the index keeps them for the next day.
 * Arguments: the file of topics, how many of them, the file for the hits of the last day, the path of a new database.
 */

/** Times in milliseconds of the processor, or in microseconds where noted; memory in millions of bytes. */
export interface IndexTimes {
  /** The first round after a start: all topics are added, and all words are new. */
  readonly first: number;
  /** Whole rounds with the kept topics, and what of them is spent on reading the papers from the database. */
  readonly rounds: readonly number[];
  readonly fetching: readonly number[];
  /** The longest block of the event loop, for each of these rounds, in milliseconds of the clock. */
  readonly blocks: readonly number[];
  /** In microseconds. */
  readonly addingOne: readonly number[];
  readonly removingOne: readonly number[];
  /** What the index keeps of the topics alone, and then of all papers that it has read. */
  readonly memoryOfTopics: number;
  readonly memoryOfPapers: number;
  /** The news of the last day comes after this number. */
  readonly newsAfter: number;
  /** How many pairs of paper and topic match on the last day. */
  readonly pairs: number;
  /** Recognising every word; looking each up; cutting and stemming every paper as the language does. */
  readonly scanning: readonly number[];
  readonly lookingUp: readonly number[];
  readonly tokenizing: readonly number[];
}

/** How many topics planning matches together: those of 5,000 channels. */
const topicsTogether = 5_000;
/** How many days warm up the just-in-time compiler and the vocabulary, and how many are measured after them. */
const daysOf = (topics: number) => (topics > 100_000 ? { warmUps: 1, measured: 2 } : { warmUps: 3, measured: 5 });
/** How many topics are added and removed one by one. */
const changed = 2_000;

const parse = (canonical: string): Topic => {
  const parsed = parseCanonical(canonical);
  if (!parsed.ok) throw new Error(`${canonical}: ${parsed.error.message}`);
  return parsed.topic;
};

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

/** Reads the matches of the topics, as planning does before it weighs them. */
function* readMatches(topics: readonly Topic[], matched: MatchedNews): Generator<void> {
  for (const topic of topics) {
    matched.of(topic);
    yield;
  }
}

interface Day {
  readonly store: Store;
  /** Its news comes after this number. */
  readonly newsAfter: number;
  /** Whether its hits are written. */
  readonly isLast: boolean;
}

/** One round over the news of a day. Topics are parsed before, as those of the peers. */
async function runRound(index: Percolator, topics: readonly string[], { store, newsAfter, isLast }: Day) {
  const round = { ms: 0, fetching: 0, longest: 0 };
  const hits: (readonly number[])[] = [];
  const matched = createMatchedNews(store, index);
  const watched = async (work: () => Promise<unknown>): Promise<number> => {
    const before = processorTime();
    const { longest } = await watchLoop(work);
    round.longest = Math.max(round.longest, longest);
    return processorTime() - before;
  };
  round.fetching = await watched(() => matched.fetch(newsAfter));
  round.ms = round.fetching;
  for (let from = 0; from < topics.length; from += topicsTogether) {
    const group = topics.slice(from, from + topicsTogether).map(parse);
    round.ms += await watched(async () => {
      await matched.match(group);
      await cooperate(readMatches(group, matched));
    });
    if (!isLast) continue;
    for (const topic of group) hits.push(matched.of(topic).map(({ newsNumber }) => newsNumber - newsAfter - 1));
  }
  if (isLast) writeHits(hitsFile, hits);
  return round;
}

/** Removes topics from an index that has others, and adds them again, one at a time. */
function timeChanges(index: Percolator, topics: readonly string[]) {
  const some = topics.slice(-changed);
  const timed = (work: () => unknown): number => processorTimeOf(work) * 1_000;
  const removingOne = some.map((canonical) => timed(() => index.remove(canonical)));
  return { removingOne, addingOne: some.map(parse).map((topic) => timed(() => index.add(topic))) };
}

/** What the index keeps of the topics, in millions of bytes. */
function measureTopics(topics: readonly string[]): number {
  const before = memoryNow();
  const index = createPercolator();
  for (const canonical of topics) index.add(parse(canonical));
  const after = memoryNow();
  if (index.size !== topics.length) throw new Error('a topic is missing in the index');
  return after - before;
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
    batches.map((papers) => processorTimeOf(() => work(papers))).slice(warmUps);
  return {
    scanning: times(scan),
    lookingUp: times((papers) => finish(reader.read(papers))),
    tokenizing: times((papers) => papers.flatMap(({ title, abstract }) => [tokenize(title), tokenize(abstract)])),
  };
}

const [file = '', amount = '0', hitsFile = '', databasePath = ''] = process.argv.slice(2);
const { batches } = await matchCorpus();
const topics = readTopics(file, Number(amount));
const { warmUps, measured } = daysOf(topics.length);
const days = batches.slice(0, warmUps + measured);
await using store = await openStore({ url: `file:${databasePath}` });
const memoryOfTopics = measureTopics(topics.slice(0, 100_000));
const before = memoryNow();
const index = createPercolator();
const rounds: Awaited<ReturnType<typeof runRound>>[] = [];
let newsAfter = 0;
for (const [day, papers] of days.entries()) {
  newsAfter = await recordDay(papers, day, store);
  rounds.push(await runRound(index, topics, { store, newsAfter, isLast: day === days.length - 1 }));
}
const memoryOfPapers = memoryNow() - before - memoryOfTopics;
const counted = rounds.slice(warmUps);
const times: IndexTimes = {
  first: rounds[0]?.ms ?? 0,
  rounds: counted.map(({ ms }) => ms),
  fetching: counted.map(({ fetching }) => fetching),
  blocks: counted.map(({ longest }) => longest),
  ...timeChanges(index, topics),
  memoryOfTopics,
  memoryOfPapers,
  newsAfter,
  pairs: readHits(hitsFile).reduce((sum, papers) => sum + papers.length, 0),
  ...measureFloors(topics, days, warmUps),
};
process.stdout.write(JSON.stringify(times));
