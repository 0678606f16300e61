import type { Paper } from '../src/papers/paper.ts';
import { createPercolator } from '../src/topics/index/percolator.ts';
import { parseTopic } from '../src/topics/language/parse.ts';
import { explainMiss } from '../src/topics/matching/explain.ts';
import { matchTopic } from '../src/topics/matching/match.ts';
import { readPaper } from '../src/topics/matching/paper-text.ts';
import type { Topic } from '../src/topics/topic.ts';
import { type Bench, type BenchSetting, createSeries } from './bench.ts';
import { hostileTexts, hostileTopics } from './hostile-kinds.ts';
import { createCorpus } from './invented-corpus.ts';

const aim = 50;

export const hostileBench: Bench = {
  name: 'hostile',
  title: `the hardest of ${hostileTopics.length} topics against abstracts of 100 kB`,
  method: [
    'The abstracts repeat letters, digits, signs and words in ways that leave a phrase open for as long as possible; the',
    'topics are as long as topics can be. Each figure is that of the slowest topic, the best of three times of the',
    'processor. A match has its reasons with it. The percolator has one topic, and cuts the paper into words each time.',
  ],
  runs: 1,
  measure,
};

async function measure({ runs, progress }: BenchSetting) {
  const [paper] = createCorpus({ seed: 12 }).papers(1, '2601');
  const topics = hostileTopics.map(topicOf);
  const series = createSeries();
  if (paper === undefined) return [];
  for (let run = 1; run <= runs; run += 1) {
    for (const [name, abstract] of Object.entries(hostileTexts)) {
      progress(`run ${run} of ${runs}: ${name}`);
      measureText(name, { ...paper, abstract }, topics, series);
    }
  }
  return series.measurements();
}

function measureText(
  name: string,
  paper: Paper,
  topics: readonly Topic[],
  series: ReturnType<typeof createSeries>,
): void {
  const read = readPaper(paper);
  series.add(
    `${name}: cut into words`,
    'ms',
    bestTime(() => readPaper(paper).abstract),
  );
  series.add(
    `${name}: a match`,
    'ms',
    slowest(topics, (topic) => () => matchTopic(topic, read)),
    aim,
  );
  series.add(
    `${name}: why there is none`,
    'ms',
    slowest(topics, (topic) => () => explainMiss(topic, read)),
    aim,
  );
  series.add(`${name}: the percolator`, 'ms', slowest(topics, percolationOf(paper)));
}

const percolationOf = (paper: Paper) => (topic: Topic) => {
  const percolator = createPercolator();
  percolator.add(topic);
  return () => [...percolator.match([paper])];
};

const slowest = (topics: readonly Topic[], workOf: (topic: Topic) => () => unknown): number =>
  Math.max(...topics.map((topic) => bestTime(workOf(topic))));

const bestTime = (work: () => unknown): number => Math.min(...[1, 2, 3].map(() => processorTime(work)));

function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function topicOf(typed: string): Topic {
  const parsed = parseTopic(typed);
  if (!parsed.ok) throw new Error(`${typed}: ${parsed.error.message}`);
  return parsed.topic;
}
