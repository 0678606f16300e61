import type { LocalDate } from '../../papers/listing.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { Topic } from '../../topics/topic.ts';
import { snippetOf } from '../snippet.ts';
import type { Forecast, ForecastWindow, PaperPage, PaperSearch, Store } from '../store.ts';
import { candidateFinder, matchingPapers, type NewsCandidate, paperReader } from './candidates.ts';
import type { Database } from './database.ts';
import type { SearchThread } from './search-thread.ts';
import { type TopicQuery, topicQuery } from './topic-query.ts';

const dayMs = 86_400_000;

/**
 * So many of the papers that a topic's words occur in are ranked, and checked where they have to be: the newest.
 * Ranking more than these takes longer than somebody who waits should notice, checking them a second.
 */
const candidatesAtMost = 5_000;

/** Finding stored papers by topic. Long: runs on the search thread. */
export interface PaperSearcher {
  searchPapers(search: PaperSearch): PaperPage;
  forecast(topic: Topic, window: ForecastWindow): Forecast;
}

/** The verbs that are passed to the search thread. */
export function searchVerbs(thread: SearchThread): Pick<Store, 'searchPapers' | 'forecast'> {
  return {
    searchPapers: ({ topic, ...given }) => thread.ask('searchPapers', topic.canonical, given),
    forecast: (topic, window) => thread.ask('forecast', topic.canonical, window),
  };
}

export function paperSearcher(db: Database): PaperSearcher {
  const candidates = candidateFinder(db);
  const read = paperReader(db);
  const datesOfNews = db.$client
    .prepare<[Instant, LocalDate], number>('select count(distinct date) from news where at >= ? and date > ?')
    .pluck();

  function find(query: string, { since, order = 'best' }: PaperSearch): readonly number[] {
    if (order === 'best') return candidates.ranked(query, since, candidatesAtMost);
    return candidates.news(query, since ?? 0, candidatesAtMost).map(({ paperNumber }) => paperNumber);
  }

  function searchPapers(search: PaperSearch): PaperPage {
    const { topic, offset, limit } = search;
    const query = topicQuery(topic);
    const numbers = find(query.text, search);
    const { shown, total } = query.isExact
      ? { shown: read(numbers.slice(offset, offset + limit)), total: numbers.length }
      : take(matchingPapers(topic, numbers, read), offset, limit);
    const page = { papers: shown, snippets: shown.map((paper) => snippetOf(topic, paper)), total };
    return numbers.length < candidatesAtMost ? page : { ...page, newestRanked: candidatesAtMost };
  }

  function forecast(topic: Topic, { now, days, examples }: ForecastWindow): Forecast {
    const since = now - days * dayMs;
    const query = topicQuery(topic);
    const { matchedCount, newest, after } = (query.isExact ? countNews : checkNews)(topic, query, since, examples);
    const daysCovered = datesOfNews.get(since, after) ?? 0;
    const papersPerDay = daysCovered === 0 ? 0 : matchedCount / daysCovered;
    return { daysCovered, matchedCount, papersPerDay, examples: newest };
  }

  function countNews(_topic: Topic, { text }: TopicQuery, since: Instant, examples: number): News {
    const newest = candidates.news(text, since, examples).map(({ paperNumber }) => paperNumber);
    return { matchedCount: candidates.countNews(text, since), newest: read(newest), after: '' };
  }

  function checkNews(topic: Topic, { text }: TopicQuery, since: Instant, examples: number): News {
    const { whole, after } = wholeDates(candidates.news(text, since, candidatesAtMost + 1));
    const numbers = whole.map(({ paperNumber }) => paperNumber);
    const { shown, total } = take(matchingPapers(topic, numbers, read), 0, examples);
    return { matchedCount: total, newest: shown, after };
  }

  return { searchPapers, forecast };
}

/** What became news and matches, on the dates after one. */
interface News {
  readonly matchedCount: number;
  readonly newest: readonly Paper[];
  readonly after: LocalDate;
}

/** The papers of a page, and how many there are in all. */
function take(
  found: Iterable<Paper>,
  offset: number,
  limit: number,
): { readonly shown: readonly Paper[]; readonly total: number } {
  const shown: Paper[] = [];
  let total = 0;
  for (const paper of found) {
    if (total >= offset && shown.length < limit) shown.push(paper);
    total++;
  }
  return { shown, total };
}

/**
 * Where there are more candidates than may be looked at, those of the newest dates that are wholly among them, so that
 * the count a day stays right; and the date after which these begin.
 */
function wholeDates(newestFirst: readonly NewsCandidate[]): {
  readonly whole: readonly NewsCandidate[];
  readonly after: LocalDate;
} {
  const cut = newestFirst[candidatesAtMost]?.date;
  if (cut === undefined) return { whole: newestFirst, after: '' };
  const whole = newestFirst.filter(({ date }) => date > cut);
  // One date alone has too many: then what was found of it stands for it.
  return whole.length > 0 ? { whole, after: cut } : { whole: newestFirst, after: dayBefore(cut) };
}

const dayBefore = (date: LocalDate): LocalDate => new Date(Date.parse(date) - dayMs).toISOString().slice(0, 10);
