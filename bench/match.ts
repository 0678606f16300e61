import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../tools/random.ts';
import { type Bench, type BenchSetting, createSeries } from './bench.ts';
import { runMeasured, runPlainly } from './child-process.ts';
import { type MatchCorpus, matchCorpus, papersPerBatch } from './match-corpus.ts';
import { shareOut, writeTopics } from './match-files.ts';
import { peers } from './match-peers.ts';
import { inventTopics, topicMix } from './match-topics.ts';
import type { BodiesTimes } from './processes/digest-bodies.ts';
import type { IndexTimes } from './processes/match-index.ts';
import type { PeerTimes } from './processes/match-peer.ts';

const sizes = [1_000, 10_000, 41_000, 100_000, 1_000_000];
const mostTopics = Math.max(...sizes);
const subscriptions = 1_000_000;
const channels = 100_000;
/** How many topics the channels follow, and how many each: nearly all of them different, or a few shared by all. */
const followings = [
  [mostTopics, 1],
  [60, 3],
] as const;
/** How many topics each peer gets at most. More take too long. */
const askedAtMost = { fts5: mostTopics, minisearch: 10_000, regexp: 1_000 } as const;

interface Aims {
  /** How many times longer FTS5 must take. */
  readonly fts5?: number;
  /** How many times longer a round may take than looking up the papers' words. */
  readonly lookingUp?: number;
}
const aims: Readonly<Record<number, Aims>> = { 41000: { fts5: 10 }, 100000: { lookingUp: 2 } };
const aimOfAll = { change: 1, block: 50, bodies: 300 };

const show = (count: number): string => count.toLocaleString('en');

const shares = Object.entries(topicMix)
  .map(([kind, share]) => `${share} ${kind}`)
  .join(', ');

export const matchBench: Bench = {
  name: 'match',
  title: `which of ${show(papersPerBatch)} papers match which of up to ${show(mostTopics)} topics`,
  method: [
    'Rows say whether their papers are real (captured ones of computer science) or invented, with words as unevenly',
    `frequent. Topics are made from words of other such papers. A hundred topics are: ${shares}.`,
    'A round is what planning does with the news of a day: it reads the papers from SQLite, adds the topics that the index',
    'does not have (in groups of 5,000), matches all, and reads the matches of each topic. The index is the one of the',
    'bot, and keeps up to 100,000 topics for the next day. In the first round after a start, topics and words are new.',
    'Three days warm up (one for 1,000,000 topics); times are medians of five more (two). Topics are parsed before, as',
    'those of the peers, which keep their queries. Peers read the same papers from the same database, index them, and run',
    'the queries. Their hits are compared by topic and paper; they know only one spelling of a word. The floors are',
    'unavoidable work: every word is recognised; every word is looked up among those that topics ask for; every text is',
    'cut and stemmed without any cache. Bodies are made as in a round of planning, without the store: from the matches to',
    'the JSON that is sent. Topics are as unevenly popular as words. The floors of bodies write as many equal cards: each',
    'as JSON once and then joined, and each as JSON every time. Each measurement has its own process, with plain Node; the',
    'options of npm start trade speed for memory. Times of rounds, peers and floors are those of the processor; blocks',
    'and bodies are of the clock. MB counts the heap and its buffers.',
  ],
  runs: 1,
  measure,
};

type Series = ReturnType<typeof createSeries>;

async function measure({ runs, folder, progress }: BenchSetting) {
  const files = {
    distinct: join(folder, 'topics.txt'),
    shared: join(folder, 'shared.txt'),
    hits: join(folder, 'hits'),
    database: join(folder, 'news.db'),
  };
  progress('topics are invented');
  const { kind, sample } = await matchCorpus();
  writeTopics(files.distinct, inventTopics(sample, seededRandom(5)), mostTopics);
  const shared = shareOut(files.distinct, files.shared, subscriptions, seededRandom(6));
  const series = createSeries();
  for (let run = 1; run <= runs; run += 1) {
    for (const size of sizes) {
      progress(`run ${run} of ${runs}: ${show(size)} topics, ${kind} papers`);
      await measureSize({ ...files, topics: size, kind }, series);
    }
    progress(`run ${run} of ${runs}: ${show(subscriptions)} subscriptions`);
    await rm(files.database, { force: true });
    const args = [files.shared, String(shared), files.hits, files.database];
    const times = await runPlainly<IndexTimes>('match-index.ts', args);
    const what = `${show(subscriptions)} subscriptions to ${show(shared)} topics, ${kind} papers: a round`;
    series.add(what, 'ms', median(times.rounds));
    for (const [followed, each] of followings) {
      progress(`run ${run} of ${runs}: the digests of ${show(channels)} channels`);
      await measureBodies(files.distinct, followed, each, series);
    }
  }
  return series.measurements();
}

interface MeasuredSize {
  readonly distinct: string;
  readonly hits: string;
  /** A new database, which holds the news afterwards. */
  readonly database: string;
  readonly topics: number;
  readonly kind: MatchCorpus['kind'];
}

async function measureSize(size: MeasuredSize, series: Series): Promise<void> {
  const { distinct, hits, database, topics } = size;
  const args = [distinct, String(topics), hits, database];
  const matchOnce = async (run: typeof runPlainly) => {
    await rm(database, { force: true });
    return await run<IndexTimes>('match-index.ts', args);
  };
  const asBot = await matchOnce(runMeasured);
  const times = await matchOnce(runPlainly);
  addRounds(size, { times, asBot }, series);
  const row = rowOf(size);
  for (const peer of ['fts5', 'minisearch', 'regexp'] as const) {
    if (topics > askedAtMost[peer]) continue;
    const alone = await runPlainly<PeerTimes>('match-peer.ts', [peer, ...args, String(times.newsAfter)]);
    series.add(row(peers[peer].name), 'ms', alone.ms);
    series.add(row(`  of it, reading the papers from the database: ${peer}`), 'ms', alone.fetching);
    series.add(row(`  of it, indexing the papers: ${peer}`), 'ms', alone.indexing);
    const atLeast = peer === 'fts5' ? aims[topics]?.fts5 : undefined;
    const aim = atLeast === undefined ? undefined : { atLeast };
    series.add(row(`  × a round: ${peer}`), '×', alone.ms / median(times.rounds), aim);
    series.add(row(`  its hits that the index finds too: ${peer}`), '%', percent(alone.shared, alone.pairs));
    series.add(row(`  hits of the index that it finds too: ${peer}`), '%', percent(alone.shared, times.pairs));
  }
}

const rowOf =
  ({ topics, kind }: MeasuredSize) =>
  (what: string): string =>
    `${show(topics)} topics, ${kind} papers: ${what}`;

interface Rounds {
  readonly times: IndexTimes;
  /** With the options of `npm start`. */
  readonly asBot: IndexTimes;
}

function addRounds(size: MeasuredSize, { times, asBot }: Rounds, series: Series): void {
  const row = rowOf(size);
  const round = median(times.rounds);
  const atMost = aims[size.topics]?.lookingUp;
  series.add(row('a round'), 'ms', round);
  series.add(row('  of it, reading the papers from the database'), 'ms', median(times.fetching));
  series.add(row('  with the options of npm start'), 'ms', median(asBot.rounds));
  series.add(
    row('  × the words looked up'),
    '×',
    round / median(times.lookingUp),
    atMost === undefined ? undefined : { atMost },
  );
  series.add(row('  longest block of the event loop'), 'ms', Math.max(...times.blocks), aimOfAll.block);
  series.add(row('the first round after a start'), 'ms', times.first);
  series.add(row('memory of the kept topics'), 'MB', times.memoryOfTopics);
  series.add(row('  of the words of the papers, and of the last batch'), 'MB', times.memoryOfPapers);
  series.add(row('adding a topic, 99 of 100'), 'ms', percentile(times.addingOne, 0.99) / 1_000, aimOfAll.change);
  series.add(row('removing a topic, 99 of 100'), 'ms', percentile(times.removingOne, 0.99) / 1_000, aimOfAll.change);
  series.add(row('floor: words recognised'), 'ms', median(times.scanning));
  series.add(row('floor: words looked up'), 'ms', median(times.lookingUp));
  series.add(row('floor: words cut and stemmed'), 'ms', median(times.tokenizing));
}

const percent = (part: number, all: number): number => (all === 0 ? 100 : (100 * part) / all);

async function measureBodies(file: string, followed: number, each: number, series: Series): Promise<void> {
  const args = [file, followed, channels, each].map(String);
  const { topics, cards, bodies, joining, writing } = await runPlainly<BodiesTimes>('digest-bodies.ts', args);
  const row = (what: string): string => `${show(channels)} channels, ${show(topics)} topics: ${what}`;
  series.add(row('bodies'), 'ms', bodies, aimOfAll.bodies);
  series.add(row(`  floor: ${show(cards)} cards joined`), 'ms', joining);
  series.add(row('  floor: cards written each time'), 'ms', writing);
}

const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The value that this share of the values does not exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
