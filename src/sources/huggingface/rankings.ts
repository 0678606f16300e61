import type { RankedPaper, RankingKind } from '../../papers/ranking.ts';
import type { Instant } from '../../ports.ts';
import { dayMs, hourMs } from '../../time.ts';
import { noneReadable } from '../none-readable.ts';
import type { PulledRanking, RankingRequest, RankingSource, WantedRanking } from '../ranking-source.ts';
import { isoWeek } from './iso-week.ts';
import { readItem, type UnreadItem } from './item.ts';
import { fetchAllPages, type HuggingFaceTools, sourceId as id, sourceName as name, type Pages } from './pages.ts';

/** A month has about 900 papers. */
const mostPages = 30;

/**
 * How often each ranking is pulled. With about ten pages for a month and three for a week, this makes about forty requests
 * a day, and the answer to most is that nothing changed.
 */
const refreshMs: Readonly<Record<RankingKind, number>> = { trending: 2 * hourMs, week: 6 * hourMs, month: dayMs };

/** The rankings of huggingface.co/papers: what is trending, and those of weeks and months. */
export function createHuggingFaceRankings(tools: HuggingFaceTools): RankingSource {
  return { id, name, rankingsToPull, pull: (request) => pullRanking(tools, request) };
}

/** The rankings that cover the last 7 and 30 days. A new week is nearly empty, and the week before it still changes. */
function rankingsToPull(now: Instant): readonly WantedRanking[] {
  const wanted = (kind: RankingKind, period: string, ms: number) => ({ source: id, kind, period, refreshMs: ms });
  const [week, weekBefore] = [isoWeek(now), isoWeek(now - 7 * dayMs)];
  const [month, monthBefore] = [monthOf(now), monthOf(now - 30 * dayMs)];
  return [
    wanted('trending', '', refreshMs.trending),
    wanted('week', week, refreshMs.week),
    wanted('week', weekBefore, dayMs),
    wanted('month', month, refreshMs.month),
    // It hardly changes any more, and is pulled for missed papers.
    ...(monthBefore === month ? [] : [wanted('month', monthBefore, 7 * dayMs)]),
  ];
}

const monthOf = (at: Instant): string => new Date(at).toISOString().slice(0, 7);

async function pullRanking(tools: HuggingFaceTools, request: RankingRequest): Promise<PulledRanking> {
  const { kind, period, etags, signal } = request;
  const query: Readonly<Record<string, string>> = kind === 'trending' ? { sort: 'trending' } : { [kind]: period };
  // The first hundred trending papers are more than anyone reads.
  const limits = kind === 'trending' ? { mostPages: 1, isCut: true } : { mostPages };
  const pages = await fetchAllPages(tools, { query, etags, signal, ...limits });
  if (pages.sent === 0) return { kind: 'unchanged' };
  // Places need the whole ranking, so all pages are fetched where one changed.
  const whole = pages.unchanged === 0 ? pages : await fetchAllPages(tools, { query, etags: {}, signal, ...limits });
  return { kind: 'ranked', ranking: { source: id, kind, period, ...readPapers(whole), etags: whole.etags } };
}

function readPapers({ items }: Pages) {
  const papers = new Map<string, RankedPaper>();
  const unread: UnreadItem[] = [];
  items.forEach((item, index) => {
    const read = readItem(item, null, `item ${index + 1}`);
    if ('reason' in read) unread.push(read);
    else if (!papers.has(read.paper.id)) papers.set(read.paper.id, read);
  });
  const [example] = unread;
  if (example !== undefined && papers.size === 0) {
    throw noneReadable(unread.length, name, example.reason);
  }
  return { papers: [...papers.values()], skipped: unread };
}
