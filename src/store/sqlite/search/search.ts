import type { Paper } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import { dayMs, type LocalDate } from '../../../time.ts';
import { hasWords } from '../../../topics/relevance/relevance.ts';
import type { Topic } from '../../../topics/topic.ts';
import { leadingTopic } from '../../rules/search/leading-words.ts';
import { type TopicQuery, topicQuery } from '../../rules/search/topic-query.ts';
import { newestFirst, wholeDates } from '../../rules/search/whole-dates.ts';
import type { Indexing } from '../../search-index.ts';
import { snippetOf } from '../../snippet.ts';
import type { NewsStatistics, StatisticsWindow } from '../../statistics.ts';
import type { Forecast, ForecastWindow, PaperPage, PaperSearch, ScoredNews } from '../../store.ts';
import type { PaperAbout } from '../../vectors.ts';
import type { Database } from '../file/database.ts';
import { type DuplicateReader, duplicateReader, firstOfEach } from '../tables/match-keys.ts';
import { type PaperReader, paperReader } from '../tables/paper-reader.ts';
import { vectorReader } from '../tables/paper-vectors.ts';
import { type CandidateFinder, candidateFinder } from './candidates.ts';
import { meaningSearcher } from './meaning-search.ts';
import { checkedAtMost, dateCounter } from './news-dates.ts';
import { newsScorer } from './news-scorer.ts';
import type { AboutRequest, SimilarRequest } from './search-calls.ts';
import { firstIndexed, indexingReader } from './search-index.ts';
import { statisticsCounter } from './statistics.ts';
import { wordFinder } from './word-finder.ts';

/** How many papers a search lists. All that match are ranked for that. */
const listedAtMost = 2_500;
/** How many papers are read to be ranked by their relevance, the first ones. It takes 0.3 ms for each. */
const weighedAtMost = 120;

/** Finds stored papers by topic. It can take long, so it runs on the search thread. */
export interface PaperSearcher {
  searchPapers(search: PaperSearch): PaperPage;
  nearestWord(topic: Topic): string | null;
  forecast(topic: Topic, window: ForecastWindow): Forecast;
  scoreNews(topic: Topic, window: Omit<ForecastWindow, 'examples'>): ScoredNews;
  similarPapers(request: SimilarRequest): readonly Paper[] | null;
  papersAbout(request: AboutRequest): readonly PaperAbout[];
  newsStatistics(topics: readonly Topic[], window: StatisticsWindow): NewsStatistics;
}

export function paperSearcher(db: Database): PaperSearcher {
  const find = candidateFinder(db);
  const papers = paperReader(db);
  const indexing = indexingReader(db);
  const duplicates = duplicateReader(db);
  const findPage = pageFinder(find, papers, duplicates);
  const countNews = statisticsCounter(db, find, papers);
  const makeForecast = forecaster(db, find, papers, duplicates);
  const score = newsScorer(db, { find, papers, duplicatesOf: duplicates, vectors: vectorReader(db) });
  const lacksNews = lackingNews(db);
  const indexingOf = ({ now, days }: Omit<ForecastWindow, 'examples'>): Indexing | null =>
    lacksNews(now - days * dayMs) ? indexing() : null;
  // The progress is read before the search, because the index may be complete after it.
  return {
    searchPapers: (search) => noting(indexing(), () => findPage(search)),
    nearestWord: wordFinder(db, find, papers),
    ...meaningSearcher(db, find, papers, duplicates),
    forecast: (topic, window) => noting(indexingOf(window), () => makeForecast(topic, window)),
    newsStatistics: (topics, window) => noting(indexingOf(window), () => countNews(topics, window)),
    scoreNews: (topic, window) => noting(indexingOf(window), () => score(topic, window)),
  };
}

const noting = <Found>(
  indexing: Indexing | null,
  find: () => Found,
): Found | (Found & { readonly indexing: Indexing }) => (indexing === null ? find() : { ...find(), indexing });

/** Whether some of the papers that became news since a moment are not in the index, which is being filled again. */
function lackingNews(db: Database): (since: Instant) => boolean {
  const oldest = db.$client
    .prepare<[Instant], number | null>('select min(+paper_number) from news where at >= ?')
    .pluck();
  return (since) => {
    const first = firstIndexed(db);
    return first !== null && (oldest.get(since) ?? first) < first;
  };
}

function pageFinder(
  find: CandidateFinder,
  papers: PaperReader,
  duplicatesOf: DuplicateReader,
): PaperSearcher['searchPapers'] {
  /** Drops the doubt if no stored paper raises it, which is mostly so. Sure matches are found faster. */
  function settled(query: TopicQuery): TopicQuery {
    const { doubt, sure, upvotes } = query;
    if (typeof doubt !== 'object' || find.has({ ...doubt, upvotes })) return query;
    return { ...query, possible: sure, doubt: 'none' };
  }

  /** The papers that could match, in the order of the search, at most `listedAtMost`. */
  function findNumbers({ possible, upvotes }: TopicQuery, { since, order }: PaperSearch): readonly number[] {
    const wanted = { query: possible, upvotes };
    if (order === 'newest') return find.published(wanted, since, listedAtMost);
    return find.ranked(wanted, since, listedAtMost);
  }

  /** Which of the numbers have to be matched one by one, in their order. */
  function doubtfulNumbers({ doubt, upvotes }: TopicQuery, numbers: readonly number[]): readonly number[] {
    if (doubt === 'none' || numbers.length === 0) return [];
    if (doubt === 'all') return numbers;
    const lowest = numbers.reduce((one, other) => Math.min(one, other));
    const doubtful = new Set(find.numbers({ ...doubt, upvotes }, lowest));
    return numbers.filter((number) => doubtful.has(number));
  }

  /** Keeps the matches in their order. If too many need a check, only the first are examined. */
  function keepMatches(topic: Topic, query: TopicQuery, numbers: readonly number[]) {
    const doubtful = doubtfulNumbers(query, numbers);
    const checked = doubtful.slice(0, checkedAtMost);
    const beyond = doubtful[checkedAtMost];
    const looked = beyond === undefined ? numbers : numbers.slice(0, numbers.indexOf(beyond));
    const wrong = new Set(checked).difference(papers.matching(topic, checked));
    return { kept: looked.filter((number) => !wrong.has(number)), looked: looked.length };
  }

  /** Sorts the first of the papers by their relevance, which the order of the index only estimates. */
  function mostRelevantFirst(topic: Topic, numbers: readonly number[]): readonly number[] {
    if (!hasWords(topic)) return numbers;
    const first = numbers.slice(0, weighedAtMost);
    const weights = papers.weigh(topic, first);
    const weightOf = (number: number): number => weights.get(number) ?? 0;
    return [...first.sort((one, other) => weightOf(other) - weightOf(one)), ...numbers.slice(weighedAtMost)];
  }

  return (search) => {
    const { topic, order, since, offset, limit } = search;
    const searched = order === 'newest' ? topic : (leadingTopic(topic, papers.roughCount) ?? topic);
    const query = settled(topicQuery(searched));
    const numbers = findNumbers(query, search);
    const { kept, looked } = keepMatches(searched, query, numbers);
    const ordered = order === 'newest' ? kept : mostRelevantFirst(topic, kept);
    const duplicates = duplicatesOf(ordered);
    const works = firstOfEach(ordered, duplicates);
    const onPage = works.slice(offset, offset + limit);
    const shown = papers.read(onPage);
    const page = {
      papers: shown,
      snippets: shown.map((paper) => snippetOf(topic, paper)),
      duplicates: onPage.map((number) => (duplicates.get(number) ?? []).map(({ paper }) => paper)),
      total: works.length,
    };
    if (searched === topic && looked < listedAtMost && looked === numbers.length) return page;
    const isCounted = searched === topic && query.doubt === 'none' && order !== 'newest';
    if (!isCounted) return { ...page, examined: looked };
    const found = find.count({ query: query.possible, upvotes: query.upvotes }, since);
    const total = found - (kept.length - works.length);
    return { ...page, total, listed: works.length };
  };
}

function forecaster(
  db: Database,
  find: CandidateFinder,
  papers: PaperReader,
  duplicatesOf: DuplicateReader,
): PaperSearcher['forecast'] {
  const countDates = dateCounter(db);

  /** The matches among the news that has to be checked, all of it after the date `after`. */
  function checkNews(topic: Topic, { possible, doubt, upvotes }: TopicQuery, since: Instant) {
    if (doubt === 'none') return { checked: [], after: '' };
    const wanted = { query: doubt === 'all' ? possible : doubt.query, upvotes };
    const { whole, after } = wholeDates(find.news(wanted, since, checkedAtMost + 1), checkedAtMost);
    const matching = papers.matching(
      topic,
      whole.map(({ paperNumber }) => paperNumber),
    );
    return { checked: whole.filter(({ paperNumber }) => matching.has(paperNumber)), after };
  }

  /** The matches that need no check: their count, and the newest of them. */
  function countSure({ possible, sure, doubt, upvotes }: TopicQuery, since: Instant, after: LocalDate, limit: number) {
    if (doubt === 'all') return { count: 0, newest: [] };
    const wanted = { query: doubt === 'none' ? possible : sure, upvotes };
    return { count: find.countNews(wanted, since, after), newest: find.news(wanted, since, limit) };
  }

  return (topic, { now, days, examples }) => {
    const since = now - days * dayMs;
    const query = topicQuery(topic);
    const { checked, after } = checkNews(topic, query, since);
    const counted = countSure(query, since, after, examples);
    const newest = [...checked, ...counted.newest].toSorted(newestFirst).slice(0, examples);
    const numbers = newest.map(({ paperNumber }) => paperNumber);
    const matchedCount = counted.count + checked.length;
    const daysCovered = countDates(since, after);
    return {
      daysCovered,
      matchedCount,
      papersPerDay: daysCovered === 0 ? 0 : matchedCount / daysCovered,
      examples: papers.read(firstOfEach(numbers, duplicatesOf(numbers))),
    };
  };
}
