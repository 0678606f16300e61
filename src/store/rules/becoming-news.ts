import { type AnnounceType, isNews, weightier } from '../../papers/announce-type.ts';
import type { Instant } from '../../ports.ts';
import type { LocalDate } from '../../time.ts';
import type { Announcement } from './announcement.ts';

/** The news that a paper has become. */
export interface KnownNews {
  /** 0 or less for old news. */
  readonly number: number;
  readonly type: AnnounceType;
  /** Whether it became news without categories, and has some now. */
  readonly isNewlyClassified: boolean;
}

/**
 * What a listing changes for one paper: it becomes news with the next number, in place of the news that it was, or its
 * news gets a weightier type.
 */
export type NewsChange =
  | {
      readonly kind: 'becomes-news';
      readonly paperNumber: number;
      readonly type: AnnounceType;
      /** The number of the news that goes; null if the paper was none. */
      readonly replaced: number | null;
    }
  | { readonly kind: 'raised'; readonly number: number; readonly type: AnnounceType };

/**
 * Which papers of a listing become news, in the order of their numbers. A paper is news once. One that a backfill brought
 * in becomes news like any other when it is announced. A paper that became news without categories becomes news again when
 * it gets some, because topics with a category could not match it before. Otherwise a weightier announcement raises the
 * type of the news.
 * @param known the news of the papers, by their numbers
 */
export function becomingNews(
  announcements: readonly Announcement[],
  known: ReadonlyMap<number, KnownNews>,
): readonly NewsChange[] {
  const changes = new Map<number, NewsChange>();
  for (const announcement of announcements) {
    const { paperNumber } = announcement;
    const earlier = changes.get(paperNumber);
    const change =
      earlier === undefined
        ? firstChange(announcement, known.get(paperNumber))
        : withWeightierType(earlier, announcement.announceType);
    if (change !== null) changes.set(paperNumber, change);
  }
  return [...changes.values()];
}

function firstChange({ paperNumber, announceType }: Announcement, news: KnownNews | undefined): NewsChange | null {
  if (!isNews(announceType) && news?.isNewlyClassified !== true) return null;
  const isOfNow = news !== undefined && news.number > 0;
  if (isOfNow && !news.isNewlyClassified) {
    const type = weightier(news.type, announceType);
    return type === news.type ? null : { kind: 'raised', number: news.number, type };
  }
  const type = isOfNow ? weightier(news.type, announceType) : announceType;
  return { kind: 'becomes-news', paperNumber, type, replaced: news?.number ?? null };
}

/** A listing can have a paper under two of its ids. */
const withWeightierType = (change: NewsChange, type: AnnounceType): NewsChange => ({
  ...change,
  type: isNews(type) ? weightier(change.type, type) : change.type,
});

/** An announcement of a past date. */
export interface PastAnnouncement extends Announcement {
  readonly date: LocalDate;
}

/** News of the past, with its number. */
interface OldNews {
  readonly number: number;
  readonly paperNumber: number;
  readonly at: Instant;
  readonly date: LocalDate;
  readonly type: AnnounceType;
}

/**
 * Which papers of past listings become old news, numbered downwards: they can be found and counted by their date, but no
 * channel considers them. A paper that is news stays what it is.
 * @param known the numbers of the papers that are news
 * @param lowest the lowest number of any news, and 1 at most
 */
export function becomingOldNews(
  announcements: readonly PastAnnouncement[],
  known: ReadonlySet<number>,
  lowest: number,
): readonly OldNews[] {
  const taken = new Set(known);
  const fresh = announcements.filter(({ paperNumber, announceType }) => {
    const isFirst = isNews(announceType) && !taken.has(paperNumber);
    if (isFirst) taken.add(paperNumber);
    return isFirst;
  });
  return fresh.map(({ paperNumber, date, announceType }, index) => ({
    number: lowest - 1 - index,
    paperNumber,
    at: Date.parse(date),
    date,
    type: announceType,
  }));
}
