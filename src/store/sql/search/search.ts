import type { Paper } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import { dayMs, type LocalDate } from '../../../time.ts';
import { hasWords } from '../../../topics/relevance/relevance.ts';
import type { Topic } from '../../../topics/topic.ts';
import { leadingTopic } from '../../rules/search/leading-words.ts';
import type { TopicQuery } from '../../rules/search/topic-query.ts';
import { newestFirst, wholeDates } from '../../rules/search/whole-dates.ts';
import type { Indexing } from '../../search-index.ts';
import { snippetOf } from '../../snippet.ts';
import type { NewsStatistics, StatisticsWindow } from '../../statistics.ts';
import type { Forecast, ForecastWindow, PaperPage, PaperSearch, ScoredNews } from '../../store.ts';
import type { PaperAbout } from '../../vectors.ts';
import { atOnce } from '../at-once.ts';
import type { Connection } from '../connection.ts';
import { duplicateReader, firstOfEach } from '../tables/match-keys.ts';
import { paperReader } from '../tables/paper-reader.ts';
import { vectorReader } from '../tables/paper-vectors.ts';
import { candidateFinder } from './candidate-finder.ts';
import type { CandidateFinder } from './candidates.ts';
import { queryMaker } from './index-query.ts';
import { meaningSearcher } from './meaning-search.ts';
import { checkedAtMost, dateCounter } from './news-dates.ts';
import { newsScorer } from './news-scorer.ts';
import type { AboutRequest, SimilarRequest } from './search-calls.ts';
import type { SearchedDatabase } from './search-connection.ts';
import { firstIndexed, indexingReader } from './search-index.ts';
import type { SearchTools } from './search-tools.ts';
import { statisticsCounter } from './statistics.ts';
import { wordFinder } from './word-finder.ts';

/** How many papers a search lists. All that match are ranked for that. */
const listedAtMost = 2_500;
/** How many papers are read to be ranked by their relevance, the first ones. It takes 0.3 ms for each. */
const weighedAtMost = 120;

/** Finds stored papers by topic. It can take long, so it runs on the search thread. */
export interface PaperSearcher {
  searchPapers(search: PaperSearch): Promise<PaperPage>;
  nearestWord(topic: Topic): Promise<string | null>;
  forecast(topic: Topic, window: ForecastWindow): Promise<Forecast>;
  scoreNews(topic: Topic, window: Omit<ForecastWindow, 'examples'>): Promise<ScoredNews>;
  similarPapers(request: SimilarRequest): Promise<readonly Paper[] | null>;
  papersAbout(request: AboutRequest): Promise<readonly PaperAbout[]>;
  newsStatistics(topics: readonly Topic[], window: StatisticsWindow): Promise<NewsStatistics>;
}

/** Makes the searches of a connection, which does one of them at a time. Each sees the database as of one moment. */
export function paperSearcher(database: SearchedDatabase): PaperSearcher {
  const { connection: db } = database;
  const find = candidateFinder(database);
  const tools: SearchTools = {
    find,
    queryOf: queryMaker(db, find),
    papers: paperReader(db),
    duplicatesOf: duplicateReader(db),
    vectors: vectorReader(db),
  };
  const indexing = indexingReader(db);
  const findPage = pageFinder(tools);
  const countNews = statisticsCounter(db, tools);
  const makeForecast = forecaster(db, tools);
  const score = newsScorer(db, tools);
  const { similarPapers, papersAbout } = meaningSearcher(db, tools);
  const lacksNews = lackingNews(db);
  const indexingOf = async ({ now, days }: Omit<ForecastWindow, 'examples'>): Promise<Indexing | null> =>
    (await lacksNews(now - days * dayMs)) ? await indexing() : null;
  const searching = searchRunner(db, find);
  return {
    searchPapers: searching(async (search) => noting(...(await atOnce([indexing(), findPage(search)])))),
    nearestWord: searching(wordFinder(db, tools)),
    similarPapers: searching(similarPapers),
    papersAbout: searching(papersAbout),
    forecast: searching(async (topic, window) => noting(await indexingOf(window), await makeForecast(topic, window))),
    newsStatistics: searching(async (topics, window) =>
      noting(await indexingOf(window), await countNews(topics, window)),
    ),
    scoreNews: searching(async (topic, window) => noting(await indexingOf(window), await score(topic, window))),
  };
}

/** Makes verbs that search, as `Connection.reading` does. */
const searchRunner =
  (db: Connection, find: CandidateFinder): Connection['reading'] =>
  (verb) =>
    db.reading(async (...given) => {
      await find.begin();
      return await verb(...given);
    });

const noting = <Found>(indexing: Indexing | null, found: Found): Found | (Found & { readonly indexing: Indexing }) =>
  indexing === null ? found : { ...found, indexing };

/** Whether some of the papers that became news since a moment are not in the index, which is being filled again. */
function lackingNews(db: Connection): (since: Instant) => Promise<boolean> {
  const oldest = db
    .prepare<[Instant], number | null>(`select min(${db.dialect.unindexed('paper_number')}) from news where at >= ?`)
    .pluck();
  return async (since) => {
    const first = await firstIndexed(db);
    return first !== null && ((await oldest.get(since)) ?? first) < first;
  };
}

function pageFinder({ find, queryOf, papers, duplicatesOf }: SearchTools): PaperSearcher['searchPapers'] {
  /** The papers that could match, in the order of the search, at most `listedAtMost`. */
  async function findNumbers(
    { possible, upvotes }: TopicQuery,
    { since, order }: PaperSearch,
  ): Promise<readonly number[]> {
    const wanted = { query: possible, upvotes };
    if (order === 'newest') return await find.published(wanted, since, listedAtMost);
    return await find.ranked(wanted, since, listedAtMost);
  }

  /** Which of the numbers have to be matched one by one, in their order. */
  async function doubtfulNumbers(
    { doubt, upvotes }: TopicQuery,
    numbers: readonly number[],
  ): Promise<readonly number[]> {
    if (doubt === 'none' || numbers.length === 0) return [];
    if (doubt === 'all') return numbers;
    const lowest = numbers.reduce((one, other) => Math.min(one, other));
    const doubtful = new Set(await find.numbers({ query: doubt.query, upvotes }, lowest));
    return numbers.filter((number) => doubtful.has(number));
  }

  /** Keeps the matches in their order. If too many need a check, only the first are examined. */
  async function keepMatches(topic: Topic, query: TopicQuery, numbers: readonly number[]) {
    const doubtful = await doubtfulNumbers(query, numbers);
    const checked = doubtful.slice(0, checkedAtMost);
    const beyond = doubtful[checkedAtMost];
    const looked = beyond === undefined ? numbers : numbers.slice(0, numbers.indexOf(beyond));
    const wrong = new Set(checked).difference(await papers.matching(topic, checked));
    return { kept: looked.filter((number) => !wrong.has(number)), looked: looked.length };
  }

  /** Sorts the first of the papers by their relevance, which the order of the index only estimates. */
  async function mostRelevantFirst(topic: Topic, numbers: readonly number[]): Promise<readonly number[]> {
    if (!hasWords(topic)) return numbers;
    const first = numbers.slice(0, weighedAtMost);
    const weights = await papers.weigh(topic, first);
    const weightOf = (number: number): number => weights.get(number) ?? 0;
    return [...first.sort((one, other) => weightOf(other) - weightOf(one)), ...numbers.slice(weighedAtMost)];
  }

  return async (search) => {
    const { topic, order, since, offset, limit } = search;
    const searched = order === 'newest' ? topic : (leadingTopic(topic, await papers.roughCount()) ?? topic);
    const query = await queryOf(searched);
    const numbers = await findNumbers(query, search);
    const { kept, looked } = await keepMatches(searched, query, numbers);
    const ordered = order === 'newest' ? kept : await mostRelevantFirst(topic, kept);
    const duplicates = await duplicatesOf(ordered);
    const works = firstOfEach(ordered, duplicates);
    const onPage = works.slice(offset, offset + limit);
    const shown = await papers.read(onPage);
    const page = {
      papers: shown,
      snippets: shown.map((paper) => snippetOf(topic, paper)),
      duplicates: onPage.map((number) => (duplicates.get(number) ?? []).map(({ paper }) => paper)),
      total: works.length,
    };
    if (searched === topic && looked < listedAtMost && looked === numbers.length) return page;
    const isCounted = searched === topic && query.doubt === 'none' && order !== 'newest';
    if (!isCounted) return { ...page, examined: looked };
    const found = await find.count({ query: query.possible, upvotes: query.upvotes }, since);
    const total = found - (kept.length - works.length);
    return { ...page, total, listed: works.length };
  };
}

function forecaster(db: Connection, { find, queryOf, papers, duplicatesOf }: SearchTools): PaperSearcher['forecast'] {
  const countDates = dateCounter(db);

  /** The matches among the news that has to be checked, all of it after the date `after`. */
  async function checkNews(topic: Topic, { possible, doubt, upvotes }: TopicQuery, since: Instant) {
    if (doubt === 'none') return { checked: [], after: '' };
    const wanted = { query: doubt === 'all' ? possible : doubt.query, upvotes };
    const { whole, after } = wholeDates(await find.news(wanted, since, checkedAtMost + 1), checkedAtMost);
    const matching = await papers.matching(
      topic,
      whole.map(({ paperNumber }) => paperNumber),
    );
    return { checked: whole.filter(({ paperNumber }) => matching.has(paperNumber)), after };
  }

  /** The matches that need no check: their count, and the newest of them. */
  async function countSure(
    { possible, sure, doubt, upvotes }: TopicQuery,
    since: Instant,
    after: LocalDate,
    limit: number,
  ) {
    if (doubt === 'all') return { count: 0, newest: [] };
    const wanted = { query: doubt === 'none' ? possible : sure, upvotes };
    return { count: await find.countNews(wanted, since, after), newest: await find.news(wanted, since, limit) };
  }

  return async (topic, { now, days, examples }) => {
    const since = now - days * dayMs;
    const query = await queryOf(topic);
    const { checked, after } = await checkNews(topic, query, since);
    const counted = await countSure(query, since, after, examples);
    const newest = [...checked, ...counted.newest].toSorted(newestFirst).slice(0, examples);
    const numbers = newest.map(({ paperNumber }) => paperNumber);
    const matchedCount = counted.count + checked.length;
    const daysCovered = await countDates(since, after);
    return {
      daysCovered,
      matchedCount,
      papersPerDay: daysCovered === 0 ? 0 : matchedCount / daysCovered,
      examples: await papers.read(firstOfEach(numbers, await duplicatesOf(numbers))),
    };
  };
}
