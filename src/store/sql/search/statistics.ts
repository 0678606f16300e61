import { bylineOf } from '../../../papers/collaborations.ts';
import type { Instant } from '../../../ports.ts';
import { addDays, dayMs, type LocalDate } from '../../../time.ts';
import type { Topic } from '../../../topics/topic.ts';
import { type NewsCandidate, wholeDates } from '../../rules/search/whole-dates.ts';
import type { NamedCount, NewsStatistics, StatisticsWindow } from '../../statistics.ts';
import type { Connection } from '../connection.ts';
import type { SearchTools } from './search-tools.ts';

/** How many papers are matched one by one, for all topics together and for each of many. Each takes 0.3 ms. */
const checkedAtMost = { together: 6_000, each: 500 } as const;
/** How many papers are counted at most, the newest ones. A busy quarter of a year has as many. */
const countedAtMost = 120_000;

interface Matches {
  readonly news: readonly NewsCandidate[];
  /** All matches after this date are there. */
  readonly after: LocalDate;
}

/** Counts news by day, category and author. See `newsStatistics` in `statistics.ts`. */
export function statisticsCounter(db: Connection, { find, queryOf, papers }: SearchTools) {
  const datesOfNews = db
    .prepare<[Instant, LocalDate], LocalDate>('select distinct date from news where at >= ? and date > ? order by date')
    .pluck();
  const names = nameCounter(db);

  async function matchesOf(topic: Topic | null, since: Instant, checked: number): Promise<Matches> {
    if (topic === null) return whole(await find.news({ query: null, upvotes: null }, since, countedAtMost + 1));
    const { possible, sure, doubt, upvotes } = await queryOf(topic);
    if (doubt === 'none') return whole(await find.news({ query: possible, upvotes }, since, countedAtMost + 1));
    const asked = { query: doubt === 'all' ? possible : doubt.query, upvotes };
    const toCheck = wholeDates(await find.news(asked, since, checked + 1), checked);
    const matching = await papers.matching(
      topic,
      toCheck.whole.map(({ paperNumber }) => paperNumber),
    );
    const found = toCheck.whole.filter(({ paperNumber }) => matching.has(paperNumber));
    if (doubt === 'all') return { news: found, after: toCheck.after };
    const certain = whole(await find.news({ query: sure, upvotes }, since, countedAtMost + 1));
    return { news: [...found, ...certain.news], after: laterOf(toCheck.after, certain.after) };
  }

  /** How many papers of each topic are matched one by one. */
  async function checkedOfEach(topics: readonly Topic[]): Promise<number> {
    let doubtful = 0;
    for (const topic of topics) if ((await queryOf(topic)).doubt !== 'none') doubtful += 1;
    return Math.max(checkedAtMost.each, Math.floor(checkedAtMost.together / Math.max(1, doubtful)));
  }

  return async (topics: readonly Topic[], { now, days, named }: StatisticsWindow): Promise<NewsStatistics> => {
    const since = now - days * dayMs;
    const checked = await checkedOfEach(topics);
    const found: Matches[] = [];
    for (const topic of topics.length === 0 ? [null] : topics) found.push(await matchesOf(topic, since, checked));
    const after = found.reduce((latest, matches) => laterOf(latest, matches.after), '');
    const dates = await datesOfNews.all(since, after);
    const counted = found.map(({ news }) => news.filter(({ date }) => date > after));
    const numbers = new Set(counted.flatMap((news) => news.map(({ paperNumber }) => paperNumber)));
    const row = daysBetween(dates[0], dates.at(-1));
    return {
      days: row,
      isPart: after !== '',
      daysCovered: dates.length,
      perTopic: counted.map((news) => countDays(row, news)),
      papers: numbers.size,
      ...(await names([...numbers], named)),
    };
  };
}

const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

function whole(newestFirst: readonly NewsCandidate[]): Matches {
  const { whole: news, after } = wholeDates(newestFirst, countedAtMost);
  return { news, after };
}

function daysBetween(first: LocalDate | undefined, last: LocalDate | undefined): readonly LocalDate[] {
  const days: LocalDate[] = [];
  if (first === undefined || last === undefined) return days;
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

function countDays(days: readonly LocalDate[], news: readonly NewsCandidate[]): readonly number[] {
  const counts = new Map<LocalDate, number>();
  for (const { date } of news) counts.set(date, (counts.get(date) ?? 0) + 1);
  return days.map((day) => counts.get(day) ?? 0);
}

/** Collaborations and `et al.` are not people, and are skipped. So more names are read than are wanted. */
const spareNames = 20;

function nameCounter(db: Connection) {
  const { firstText, joinInOrder, numbers: listed, textsIn } = db.dialect;
  const count = (name: string, from: string) =>
    db.prepare<[string, number], NamedCount>(
      `select ${name} as name, count(*) as papers
       from ${listed('?')} as asked ${joinInOrder} papers on papers.number = asked.value ${from}
       where ${name} is not null group by 1 order by 2 desc, 1 limit ?`,
    );
  const categories = count(firstText('papers.categories'), '');
  const authors = count('author.value', `cross join ${textsIn('papers.authors')} as author`);
  return async (numbers: readonly number[], named: number) => {
    const asked = JSON.stringify(numbers);
    const people = (await authors.all(asked, named + spareNames)).filter(
      ({ name }) => bylineOf([name]).people.length > 0,
    );
    return { categories: await categories.all(asked, named), authors: people.slice(0, named) };
  };
}
