import type { LocalDate } from '../../papers/listing.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Forecast, ForecastWindow, PaperPage, PaperSearch, Store } from '../store.ts';
import { candidateFinder, matchFilter, type NewsCandidate } from './candidates.ts';
import type { Database } from './database.ts';

const dayMs = 86_400_000;

/**
 * So many of the papers that a topic's words occur in are held against the topic: the best, or for a forecast those of
 * the newest dates. More would take seconds.
 */
const candidatesAtMost = 5_000;

/** Finding stored papers by topic. */
export function searchVerbs(db: Database): Pick<Store, 'searchPapers' | 'forecast'> {
  const candidates = candidateFinder(db);
  const matching = matchFilter(db);
  const datesOfNews = db.$client
    .prepare<[Instant, LocalDate], number>('select count(distinct date) from news where at >= ? and date > ?')
    .pluck();

  async function searchPapers({ topic, since, offset, limit }: PaperSearch): Promise<PaperPage> {
    const found = candidates.ranked(topic, since, candidatesAtMost + 1);
    const { shown, total } = await take(matching(topic, found.slice(0, candidatesAtMost)), offset, limit);
    return found.length > candidatesAtMost ? { papers: shown, total, isAtLeast: true } : { papers: shown, total };
  }

  async function forecast(topic: Topic, { now, days, examples }: ForecastWindow): Promise<Forecast> {
    const since = now - days * dayMs;
    const { whole, after } = wholeDates(candidates.news(topic, since, candidatesAtMost + 1));
    const numbers = whole.map(({ paperNumber }) => paperNumber);
    const { shown, total } = await take(matching(topic, numbers), 0, examples);
    const daysCovered = datesOfNews.get(since, after) ?? 0;
    return {
      daysCovered,
      matchedCount: total,
      papersPerDay: daysCovered === 0 ? 0 : total / daysCovered,
      examples: shown,
    };
  }

  return { searchPapers, forecast };
}

/** The papers of a page, and how many there are in all. */
async function take(
  found: AsyncIterable<Paper>,
  offset: number,
  limit: number,
): Promise<{ readonly shown: readonly Paper[]; readonly total: number }> {
  const shown: Paper[] = [];
  let total = 0;
  for await (const paper of found) {
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
