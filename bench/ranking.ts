import { popularity } from '../src/digests/popularity.ts';
import { parseTopic } from '../src/topics/language/parse.ts';
import { anyWordOf } from '../src/topics/language/plain-words.ts';
import { matches } from '../src/topics/matching/match.ts';
import type { FieldText, PaperText } from '../src/topics/matching/paper-text.ts';
import { presets } from '../src/topics/presets.ts';
import { relevance } from '../src/topics/relevance/relevance.ts';
import type { Topic } from '../src/topics/topic.ts';
import { type Bench, type BenchSetting, createSeries, type Measurement } from './bench.ts';
import { captures } from './captures.ts';
import { type LabelledSet, readLabelledSets } from './ranking/labelled-sets.ts';
import { averagePrecision, gainOfTen, meanOf } from './ranking/measures.ts';
import { readUpvotedPapers, type UpvotedPaper } from './ranking/upvoted-papers.ts';
import { readStems } from './relevance/judged-sets.ts';
import { createBm25 } from './relevance/rankers.ts';

/** Fewer papers are hardly ranked. */
const fewestRanked = 4;
/** The order that was used before, by title first and then by upvotes, reached this share on the same captures. */
const upvotesBefore = 88.3;

export const rankingBench: Bench = {
  name: 'ranking',
  title: 'whether relevant papers come first among those that match',
  method: [
    'A topic that asks for any of the words of a query finds its matches among the judged papers, and others. They are',
    'ranked by relevance and by plain BM25 over the same words, which knows how frequent these are among the papers. AP',
    'is the mean precision at each relevant paper. Upvotes: the presets rank the daily papers of Hugging Face, three days',
    'together; the gain of the ten best, by their upvotes, is a share of the most that is possible.',
  ],
  runs: 1,
  measure,
};

async function measure({ data = captures, progress }: BenchSetting): Promise<readonly Measurement[]> {
  const sets = await readLabelledSets(data);
  const days = readUpvotedPapers(data);
  if (sets.length === 0 && days.length === 0) progress(`measures nothing: ${data} has none of the files`);
  return [...Map.groupBy(sets, ({ name }) => name).values()].flatMap(measureSets).concat(measureUpvotes(days));
}

/** @param draws the same set with other papers among it */
function measureSets(draws: readonly LabelledSet[]): readonly Measurement[] {
  const name = draws[0]?.name ?? '';
  const scores = draws.flatMap(scoresOf);
  const mean = (of: (score: Score) => number | null) => 100 * meanOf(scores.map(of));
  const series = createSeries();
  const before = mean(({ bm25 }) => bm25.precision);
  series.add(
    `${name}: AP`,
    '%',
    mean(({ ours }) => ours.precision),
    { atLeast: Number(before.toFixed(1)) },
  );
  series.add(`  BM25, ${name}: AP`, '%', before);
  series.add(
    `${name}: nDCG of ten`,
    '%',
    mean(({ ours }) => ours.gain),
  );
  series.add(
    `  BM25, ${name}: nDCG of ten`,
    '%',
    mean(({ bm25 }) => bm25.gain),
  );
  return series.measurements();
}

interface Score {
  readonly ours: Quality;
  readonly bm25: Quality;
}

interface Quality {
  readonly precision: number | null;
  readonly gain: number | null;
}

function scoresOf({ papers, queries }: LabelledSet): readonly Score[] {
  const stemsOf = ({ tokens }: FieldText) => tokens.map(({ stem }) => stem);
  const bm25 = createBm25(
    papers.map(({ title, abstract }) => ({ title: stemsOf(title), abstract: stemsOf(abstract) })),
  );
  const places = new Map(papers.map((paper, place) => [paper, place]));
  return queries.flatMap(({ query, grades }) => {
    const topic = anyWordOf(query);
    if (topic === null) return [];
    const matching = papers.filter((paper) => matches(topic, paper));
    const quality = (score: (paper: PaperText) => number): Quality => {
      const ranked = bestFirst(matching, score).map((paper) => ({ grade: grades.get(paper) ?? 0 }));
      return { precision: averagePrecision(ranked), gain: gainOfTen(ranked, (grade) => 2 ** grade - 1) };
    };
    const plain = bm25(readStems(query));
    return [
      {
        ours: quality((paper) => relevance(topic, paper)),
        bm25: quality((paper) => plain[places.get(paper) ?? -1] ?? 0),
      },
    ];
  });
}

const bestFirst = <Paper>(papers: readonly Paper[], score: (paper: Paper) => number): readonly Paper[] =>
  papers
    .map((paper) => ({ paper, score: score(paper) }))
    .sort((one, other) => other.score - one.score)
    .map(({ paper }) => paper);

function measureUpvotes(days: readonly (readonly UpvotedPaper[])[]): readonly Measurement[] {
  if (days.length === 0) return [];
  const topics = presets.map(({ topic }) => parseTopic(topic)).flatMap((parsed) => (parsed.ok ? [parsed.topic] : []));
  const ranked = (weigh: (topic: Topic, paper: UpvotedPaper) => number) =>
    100 *
    meanOf(
      days.flatMap((papers) =>
        topics.map((topic) => {
          const matching = papers.filter(({ text }) => matches(topic, text));
          if (matching.length < fewestRanked) return null;
          const order = bestFirst(matching, (paper) => weigh(topic, paper)).map(({ upvotes }) => ({ grade: upvotes }));
          return gainOfTen(order, (upvotes) => upvotes);
        }),
      ),
    );
  const series = createSeries();
  const weighed = ranked((topic, { text, upvotes }) => relevance(topic, text) * popularity(upvotes));
  series.add('upvotes of the ten best', '%', weighed, { atLeast: upvotesBefore });
  series.add(
    '  by relevance alone',
    '%',
    ranked((topic, { text }) => relevance(topic, text)),
  );
  return series.measurements();
}
