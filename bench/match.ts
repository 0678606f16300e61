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
    'A round is what planning does with a batch: parsed topics are added to the index in groups of 5,000, the papers are',
    'read and matched with each group, and the group leaves. Three batches warm up (one for 1,000,000 topics); times are',
    'medians of five more (two). Peers do the same with the same batch: papers indexed, a query made of each parsed topic',
    'and run. Their hits are compared by topic and paper; they know only one spelling of a word. The floors are',
    'unavoidable work: every word is recognised; every word is looked up among those that topics ask for; every text is',
    'cut and stemmed without any cache. Bodies are made as in a round of planning, without the store: from the matches to',
    'the JSON that is sent. Topics are as unevenly popular as words. The floors of bodies write as many equal cards: each',
    'as JSON once and then joined, and each as JSON every time. Each measurement has its own process, with plain Node; the',
    'options of npm start trade speed for memory. MB counts the heap and its buffers.',
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
    const times = await runPlainly<IndexTimes>('match-index.ts', [files.shared, String(shared), files.hits]);
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
  readonly topics: number;
  readonly kind: MatchCorpus['kind'];
}

async function measureSize({ distinct, hits, topics, kind }: MeasuredSize, series: Series): Promise<void> {
  const { fts5, lookingUp } = aims[topics] ?? {};
  const args = [distinct, String(topics), hits];
  const asBot = await runMeasured<IndexTimes>('match-index.ts', args);
  const times = await runPlainly<IndexTimes>('match-index.ts', args);
  const round = median(times.rounds);
  const lookUp = lookingUp === undefined ? undefined : { atMost: lookingUp };
  const row = (what: string): string => `${show(topics)} topics, ${kind} papers: ${what}`;
  series.add(row('a round'), 'ms', round);
  series.add(row('  of it, adding the topics'), 'ms', median(times.adding));
  series.add(row('  with the options of npm start'), 'ms', median(asBot.rounds));
  series.add(row('  × the words looked up'), '×', round / median(times.lookingUp), lookUp);
  series.add(row('  longest block of the event loop'), 'ms', Math.max(...times.blocks), aimOfAll.block);
  series.add(row('  memory of a group, with the words of the papers'), 'MB', times.memory);
  series.add(row('  adding a topic, 99 of 100'), 'ms', percentile(times.addingOne, 0.99) / 1_000, aimOfAll.change);
  series.add(row('floor: words recognised'), 'ms', median(times.scanning));
  series.add(row('floor: words looked up'), 'ms', median(times.lookingUp));
  series.add(row('floor: words cut and stemmed'), 'ms', median(times.tokenizing));
  for (const peer of ['fts5', 'minisearch', 'regexp'] as const) {
    if (topics > askedAtMost[peer]) continue;
    const { name } = peers[peer];
    const batch = times.warmUps + times.rounds.length - 1;
    const alone = await runPlainly<PeerTimes>('match-peer.ts', [peer, ...args, String(batch)]);
    series.add(row(name), 'ms', alone.ms);
    series.add(row(`  of it, indexing the papers: ${peer}`), 'ms', alone.indexing);
    const least = peer === 'fts5' && fts5 !== undefined ? { atLeast: fts5 } : undefined;
    series.add(row(`  × a round: ${peer}`), '×', alone.ms / round, least);
    series.add(row(`  its hits that the index finds too: ${peer}`), '%', percent(alone.shared, alone.pairs));
    series.add(row(`  hits of the index that it finds too: ${peer}`), '%', percent(alone.shared, times.pairs));
  }
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
