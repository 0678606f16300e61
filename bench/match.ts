import { join } from 'node:path';
import { type Bench, type BenchSetting, createSeries } from './bench.ts';
import { runMeasured, runPlainly } from './child-process.ts';
import { seededRandom } from './invented-corpus.ts';
import { matchCorpus, papersPerBatch } from './match-corpus.ts';
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
  readonly matching?: number;
  readonly memory?: number;
  /** How many times longer FTS5 must take. */
  readonly fts5?: number;
  /** How many times longer matching may take than looking up the papers' words. */
  readonly lookingUp?: number;
}
const aims: Readonly<Record<number, Aims>> = {
  41000: { matching: 80, fts5: 10 },
  1000000: { matching: 1_000, memory: 100, fts5: 18 },
};
const aimOfAll = { change: 1, block: 50, bodies: 300 };

const show = (count: number): string => count.toLocaleString('en');

const shares = Object.entries(topicMix)
  .map(([kind, share]) => `${share} ${kind}`)
  .join(', ');

export const matchBench: Bench = {
  name: 'match',
  title: `which of ${show(papersPerBatch)} papers match which of up to ${show(mostTopics)} topics`,
  method: [
    'Papers have real abstracts if they are available, or invented ones with words as unevenly frequent. Topics are made',
    `from the papers' own words. A hundred topics are: ${shares}.`,
    'The percolator matches three batches to warm up; times are medians of nine more. The floors are unavoidable work:',
    'every word is recognised; every word is looked up among those that topics ask for; every text is cut and stemmed',
    'without any cache. Peers match one batch, a topic at a time, with prepared queries; they know only one spelling, so',
    'they find slightly less. Bodies are made as in a round of planning, without the store: from the matches to the JSON',
    'that is sent. Topics are as unevenly popular as words. The floors of bodies write as many equal cards: each as JSON',
    'once and then joined, and each as JSON every time. Each measurement has its own process, with plain Node; the',
    'options of npm start trade speed for memory. MB counts the heap and its buffers.',
  ],
  runs: 1,
  measure,
};

type Series = ReturnType<typeof createSeries>;

async function measure({ runs, folder, progress }: BenchSetting) {
  const files = { distinct: join(folder, 'topics.txt'), shared: join(folder, 'shared.txt') };
  progress('topics are invented');
  const { sample } = await matchCorpus();
  writeTopics(files.distinct, inventTopics(sample, seededRandom(5)), mostTopics);
  const shared = shareOut(files.distinct, files.shared, subscriptions, seededRandom(6));
  const series = createSeries();
  for (let run = 1; run <= runs; run += 1) {
    for (const size of sizes) {
      progress(`run ${run} of ${runs}: ${show(size)} topics`);
      await measureSize(files.distinct, size, series);
    }
    progress(`run ${run} of ${runs}: ${show(subscriptions)} subscriptions`);
    const times = await runPlainly<IndexTimes>('match-index.ts', [files.shared, String(shared)]);
    series.add(`${show(subscriptions)} subscriptions to ${show(shared)} topics`, 'ms', median(times.matching));
    for (const [followed, each] of followings) {
      progress(`run ${run} of ${runs}: the digests of ${show(channels)} channels`);
      await measureBodies(files.distinct, followed, each, series);
    }
  }
  return series.measurements();
}

async function measureSize(file: string, size: number, series: Series): Promise<void> {
  const { matching: most, memory, fts5, lookingUp } = aims[size] ?? {};
  const times = await runPlainly<IndexTimes>('match-index.ts', [file, String(size)]);
  const asBot = await runMeasured<IndexTimes>('match-index.ts', [file, String(size)]);
  const matching = median(times.matching);
  const row = (what: string): string => `${show(size)} topics: ${what}`;
  series.add(row('index'), 'ms', matching, most);
  series.add(row('  with the options of npm start'), 'ms', median(asBot.matching));
  series.add(row('  × the words looked up'), '×', matching / median(times.lookingUp), lookingUp);
  series.add(row('  longest block of the event loop'), 'ms', Math.max(...times.blocks), aimOfAll.block);
  series.add(row('  building it'), 'ms', times.building);
  series.add(row('  memory'), 'MB', times.memory, memory);
  series.add(row('  memory, with the words of 12,000 papers'), 'MB', times.memoryAfter);
  series.add(row('  adding a topic, 99 of 100'), 'ms', percentile(times.adding, 0.99) / 1_000, aimOfAll.change);
  series.add(row('floor: words recognised'), 'ms', median(times.scanning));
  series.add(row('floor: words looked up'), 'ms', median(times.lookingUp));
  series.add(row('floor: words cut and stemmed'), 'ms', median(times.tokenizing));
  for (const peer of ['fts5', 'minisearch', 'regexp'] as const) {
    if (size > askedAtMost[peer]) continue;
    const { name } = peers[peer];
    const alone = await runPlainly<PeerTimes>('match-peer.ts', [peer, file, String(size)]);
    series.add(row(name), 'ms', alone.matching);
    const least = peer === 'fts5' && fts5 !== undefined ? { atLeast: fts5 } : undefined;
    series.add(row(`  × the index: ${peer}`), '×', alone.matching / matching, least);
    series.add(row(`  matches of ${peer}, of those of the index`), '×', alone.pairs / times.pairs);
  }
}

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
