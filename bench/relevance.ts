import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { usualStrictness } from '../src/meaning/meaning-query.ts';
import type { PaperStems } from '../src/meaning/paper-meaning.ts';
import { shippedMeaning } from '../src/meaning/shipped-table.ts';
import { seededRandom } from '../tools/random.ts';
import { type Aim, type Bench, type BenchSetting, createSeries, type Measurement } from './bench.ts';
import { captures } from './captures.ts';
import { type ArxivPapers, arxivFiles, readArxivPapers } from './relevance/arxiv-papers.ts';
import {
  type JudgedQuery,
  judgedFiles,
  readReview,
  readSearches,
  readStems,
  readTopicPage,
} from './relevance/judged-sets.ts';
import { type MarkedScene, measureMarks, readMarkedScenes } from './relevance/marked-papers.ts';
import { averagePrecision, meanOf, normalizedGain, rankByScore, recallAt } from './relevance/measures.ts';
import { plainTopics } from './relevance/plain-topics.ts';
import { createPool, type Pool, rankerNames } from './relevance/rankers.ts';

export const relevanceBench: Bench = {
  name: 'relevance',
  title: 'how well the score by meaning ranks papers, beside BM25 over the same words',
  method: [
    'BM25 reads title and abstract as one text, with the counts of the pool. Vectors are the score without words; meaning',
    'is the score of the bot. All figures are in percent: nDCG@10, AP, R@100 and R@1 as usual.',
    'Searches: 100 of all fields, each among the candidates of all and 4,500 held-back papers of arXiv. Titles: every third',
    'title of 3,000 held-back papers, for its own abstract among all. Topic: the 37 papers that a site shows for “weight',
    'modification”, among 1,000 of arXiv of all fields and years, five draws. Reviews: the included papers among the screened.',
    'As a daily filter: the line of a query is where N of 1,100 papers of arXiv pass, which is about a day of it. Planted are',
    'the papers of the topic and of the reviews. Reviews also have days of their own, of 15 papers: the line comes from every',
    'second paper, and the others are filtered. Volume: how many papers of such a day pass at the usual strictness, for 100',
    'topics that people could write.',
    'Marks: a random half of the papers of a topic comes first, and readers mark the ten best, by their labels. The AP is',
    'that of the other half, by relevance and with the marks, over twenty draws. Topics are those of the reviews, and broad',
    'ones of computer science whose readers want one category.',
  ],
  runs: 1,
  measure,
};

type Series = ReturnType<typeof createSeries>;

async function measure({ data = captures, progress }: BenchSetting): Promise<readonly Measurement[]> {
  const missing = [...arxivFiles, ...Object.values(judgedFiles)].filter((file) => !existsSync(join(data, file)));
  if (missing.length > 0) {
    progress(`measures nothing: ${missing.join(', ')} is not in ${data}; --data names another folder`);
    return [];
  }
  const series = createSeries();
  progress('reads the papers of arXiv');
  const arxiv = await readArxivPapers(data);
  const searches = readSearches(data);
  const topic = readTopicPage(data);
  const reviews = [
    ['ADHD drugs', judgedFiles.adhd],
    ['Estrogens', judgedFiles.estrogens],
  ] as const;
  const screened = reviews.map(([question, file]) => ({ question, review: readReview(data, file, question) }));
  progress('searches');
  measureSearches(series, searches, arxiv);
  progress('titles');
  measureTitles(series, arxiv);
  progress('the topic');
  measureTopic(series, topic, arxiv);
  for (const { question, review } of screened) measureReview(series, question, review);
  progress('the daily filter');
  measurePlanted(series, [topic, ...screened.map(({ review }) => review)], arxiv);
  progress('the volume');
  measureVolume(series, arxiv);
  progress('marks');
  measureFeedback(series, await readMarkedScenes(data));
  return series.measurements();
}

const poolOf = (papers: readonly PaperStems[]): Pool => createPool(shippedMeaning(), papers);

/** Adds a row for each ranker. The aim, if there is one, is for the score of the bot. */
function addRows(
  series: Series,
  what: string,
  shares: ReadonlyMap<string, number>,
  aimOf?: (bm25: number) => Aim,
): void {
  const bm25 = Math.round(1000 * (shares.get('BM25') ?? 0)) / 10;
  for (const [name, share] of shares) {
    const aim = name === 'meaning' ? aimOf?.(bm25) : undefined;
    series.add(`${what}, ${name}`, '%', 100 * share, ...(aim === undefined ? [] : [aim]));
  }
}

/** The mean of a measure over queries, by ranker. */
function meansOf<Query>(queries: readonly Query[], measureOne: (query: Query, name: RankerName) => number) {
  return new Map(rankerNames.map((name) => [name, meanOf(queries.map((query) => measureOne(query, name)))]));
}

type RankerName = (typeof rankerNames)[number];

function measureSearches(series: Series, searches: readonly JudgedQuery[], { heldBack }: ArxivPapers): void {
  const candidates = searches.flatMap(({ papers }, search) => papers.map((judged) => ({ ...judged, search })));
  const pool = poolOf([...candidates.map(({ paper }) => paper), ...heldBack]);
  const ranked = searches.map(({ query }, search) => ({
    grades: candidates.map((candidate) => (candidate.search === search ? candidate.grade : 0)),
    orders: new Map(rankerNames.map((name) => [name, rankByScore(pool.rankers[name](query))])),
  }));
  const rows = [
    ['nDCG@10', (order: readonly number[], grades: readonly number[]) => normalizedGain(10, order, grades)],
    ['AP', averagePrecision],
    ['R@100', (order: readonly number[], grades: readonly number[]) => recallAt(100, order, grades)],
  ] as const;
  for (const [what, measureOne] of rows) {
    const means = meansOf(ranked, ({ grades, orders }, name) => measureOne(orders.get(name) ?? [], grades));
    addRows(series, `searches: ${what}`, means, what === 'nDCG@10' ? (bm25) => ({ atLeast: bm25 }) : undefined);
  }
}

const titledPapers = 3_000;
const everyTitle = 3;

function measureTitles(series: Series, { heldBack }: ArxivPapers): void {
  const papers = heldBack.slice(0, titledPapers);
  const pool = poolOf(papers.map(({ abstract }) => ({ title: [], abstract })));
  const asked = papers.map(({ title }, paper) => ({ title, paper })).filter(({ paper }) => paper % everyTitle === 0);
  const found = meansOf(asked, ({ title, paper }, name) =>
    rankByScore(pool.rankers[name](title))[0] === paper ? 1 : 0,
  );
  addRows(series, 'title to abstract: R@1', found, (bm25) => ({ atLeast: bm25 + 1 }));
}

const draws = 5;
const distractors = 1_000;
const topicAim = { atLeast: 92 };

function measureTopic(series: Series, { query, papers }: JudgedQuery, { sample }: ArxivPapers): void {
  const pools = Array.from({ length: draws }, (_, draw) =>
    poolOf([...papers.map(({ paper }) => paper), ...drawPapers(sample, distractors, draw + 1)]),
  );
  const grades = papers.map(({ grade }) => grade);
  const means = meansOf(pools, ({ rankers }, name) => averagePrecision(rankByScore(rankers[name](query)), grades));
  addRows(series, 'topic: AP', means, () => topicAim);
}

function drawPapers(papers: readonly PaperStems[], amount: number, seed: number): PaperStems[] {
  const random = seededRandom(seed);
  return papers
    .map((paper) => ({ paper, place: random() }))
    .sort((one, other) => one.place - other.place)
    .slice(0, amount)
    .map(({ paper }) => paper);
}

const volumes = [1, 3, 5, 10];
const reviewedADay = 15;

function measureReview(series: Series, question: string, { query, papers }: JudgedQuery): void {
  const { rankers } = poolOf(papers.map(({ paper }) => paper));
  const grades = papers.map(({ grade }) => grade);
  const scores = new Map(rankerNames.map((name) => [name, rankers[name](query)]));
  const meansBy = (measureOne: (scores: Float64Array) => number) =>
    new Map(rankerNames.map((name) => [name, measureOne(scores.get(name) ?? new Float64Array())]));
  addRows(
    series,
    `review of ${question}: AP`,
    meansBy((all) => averagePrecision(rankByScore(all), grades)),
  );
  for (const volume of volumes) {
    const filtered = (all: Float64Array) => filterDays(all, grades, volume);
    addRows(
      series,
      `  ${question}, ${volume} a day: precision`,
      meansBy((all) => filtered(all).precision),
    );
    addRows(
      series,
      `  ${question}, ${volume} a day: recall`,
      meansBy((all) => filtered(all).recall),
    );
  }
}

/** Filters every second paper by a line that lets that many a day pass of the others. */
function filterDays(scores: Float64Array, grades: readonly number[], volume: number) {
  const past = scores.filter((_, paper) => paper % 2 === 0);
  const line = lineFor(past, (volume * past.length) / reviewedADay);
  const future = grades.map((grade, paper) => ({ grade, paper })).filter(({ paper }) => paper % 2 === 1);
  const passed = future.filter(({ paper }) => (scores[paper] ?? 0) > line);
  const relevant = (some: typeof future): number => some.filter(({ grade }) => grade > 0).length;
  return {
    precision: relevant(passed) / Math.max(1, passed.length),
    recall: relevant(passed) / Math.max(1, relevant(future)),
  };
}

/** The line that at most this many exceed. */
function lineFor(scores: Float64Array, wanted: number): number {
  const sorted = scores.toSorted();
  return sorted[sorted.length - 1 - Math.round(wanted)] ?? 0;
}

/** About what arXiv announces on a day. */
const papersADay = 1_100;
const plantedVolume = 3;
const plantedAim = { atLeast: 91 };

function measurePlanted(series: Series, judged: readonly JudgedQuery[], { sample }: ArxivPapers): void {
  const planted = judged.map(({ query, papers }) => ({
    query,
    papers: papers.filter(({ grade }) => grade > 0).map(({ paper }) => paper),
  }));
  const all = [...sample, ...planted.flatMap(({ papers }) => papers)];
  const pool = poolOf(all);
  const places = new Map(all.map((paper, place) => [paper, place]));
  const scored = planted.map(({ query, papers }) => ({
    papers: papers.map((paper) => places.get(paper) ?? 0),
    scores: new Map(rankerNames.map((name) => [name, pool.rankers[name](query)])),
  }));
  for (const volume of volumes) {
    const wanted = (volume * sample.length) / papersADay;
    const recalls = meansOf(scored, ({ papers, scores }, name) => {
      const some = scores.get(name) ?? new Float64Array();
      const line = lineFor(some.subarray(0, sample.length), wanted);
      return meanOf(papers.map((paper) => ((some[paper] ?? 0) > line ? 1 : 0)));
    });
    const aim = volume === plantedVolume ? () => plantedAim : undefined;
    addRows(series, `planted papers found at ${volume} a day`, recalls, aim);
  }
}

const shownParts = [0.1, 0.25, 0.5, 0.75, 0.9];

function measureVolume(series: Series, { sample }: ArxivPapers): void {
  const { rankers } = poolOf(sample);
  const counts = plainTopics
    .map((topic) => rankers.meaning(readStems(topic)).filter((score) => score >= usualStrictness).length)
    .map((passed) => (passed * papersADay) / sample.length)
    .sort((one, other) => one - other);
  for (const part of shownParts) {
    series.add(
      `volume at strictness ${usualStrictness}: p${100 * part}`,
      '/day',
      counts[Math.floor(part * (counts.length - 1))] ?? 0,
    );
  }
  const usual = counts.filter((count) => count >= 1 && count <= 15).length;
  series.add('  topics with 1 to 15 papers a day', '%', (100 * usual) / counts.length);
}

const markCounts = [0, 3, 10] as const;
/** By how much ten marks have to raise the average precision, in percent of it. */
const feedbackAim = { atLeast: 20 };

function measureFeedback(series: Series, scenes: readonly MarkedScene[]): void {
  for (const [kind, some] of Map.groupBy(scenes, (scene) => scene.kind)) {
    const measured = some.map((scene) => measureMarks(scene, markCounts));
    const means = markCounts.map((_, index) => meanOf(measured.map((ofScene) => ofScene[index] ?? 0)));
    const [plain = 0, , afterTen = 0] = means;
    for (const [index, count] of markCounts.entries())
      series.add(`marks, ${kind}: AP after ${count}`, '%', 100 * (means[index] ?? 0));
    // A category is a vague interest: cs.AI and cs.CL have papers of the same words.
    const aims = kind === 'reviews' ? [feedbackAim] : [];
    series.add(`  ${kind}: more by ten marks`, '%', 100 * (afterTen / plain - 1), ...aims);
  }
}
