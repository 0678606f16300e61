import type { Listing } from '../../../papers/listing.ts';
import type { SourceId } from '../../../papers/paper.ts';
import type { LocalDate } from '../../../time.ts';
import type { ListingRecord } from '../../listings.ts';
import type { Database } from '../file/database.ts';
import type { Announcement } from './news.ts';

/** A listing with more than this share of an earlier day's papers is stale. */
const staleShare = {
  /** A paper is announced as new once, so even a few repeated papers mean that a whole category was not updated. */
  new: 0.05,
  /** A paper may be picked on several days. */
  pick: 0.5,
};

/** A single category is stale from this many papers, and more than this share, of an earlier day on. */
const staleCategory = { papers: 5, share: 0.5 };

/**
 * Finds out why a listing is stale, or returns null. Sources that are late show an earlier day's listing under the new
 * date, with dates and times that look right. So the pulled papers decide.
 */
export function staleReader(
  db: Database,
): (listing: Listing, papers: readonly Announcement[], before: ListingRecord | null) => string | null {
  // The three listings before are enough: sources repeat the last one. Empty listings, as on weekends, are skipped.
  const findRepeated = db.$client
    .prepare<[string, string, SourceId, LocalDate], number>(
      `select pulled.value from json_each(?) as pulled where exists (
         select 1 from listing_entries as old
         where old.paper_number = pulled.value and old.announce_type = ?
           and old.listing_id in (
             select id from listings where source = ? and date < ?
               and exists (select 1 from listing_entries where listing_id = listings.id)
             order by date desc limit 3))`,
    )
    .pluck();
  return ({ source, date, entries, isPartial }, papers, before) => {
    // Nothing changed, so a stale listing is still stale.
    if (isPartial && entries.length === 0) return before?.state === 'stale' ? before.reason : null;
    const listed = papers.map(({ paperNumber, announceType }, index) => ({
      number: paperNumber,
      type: announceType,
      category: entries[index]?.paper.categories[0] ?? '',
    }));
    for (const type of ['new', 'pick'] as const) {
      const ofType = listed.filter((paper) => paper.type === type);
      const numbers = JSON.stringify(ofType.map(({ number }) => number));
      const reason = reasonOf(type, ofType, new Set(findRepeated.all(numbers, type, source, date)));
      if (reason !== null) return reason;
    }
    return null;
  };
}

interface ListedPaper {
  readonly number: number;
  /** The paper's first category; empty if it has none. */
  readonly category: string;
}

function reasonOf(
  type: keyof typeof staleShare,
  listed: readonly ListedPaper[],
  repeated: ReadonlySet<number>,
): string | null {
  if (repeated.size > listed.length * staleShare[type])
    return listed.length === 1
      ? 'its only paper is one of an earlier day'
      : `${repeated.size} of its ${listed.length} papers are those of an earlier day`;
  const category = type === 'new' && repeated.size > 0 ? staleCategoryOf(listed, repeated) : null;
  return category === null ? null : `its papers of ${category} are those of an earlier day`;
}

/** The first stale category, or null. */
function staleCategoryOf(listed: readonly ListedPaper[], repeated: ReadonlySet<number>): string | null {
  for (const [category, papers] of Map.groupBy(listed, (paper) => paper.category)) {
    const old = papers.filter(({ number }) => repeated.has(number)).length;
    if (category !== '' && old >= staleCategory.papers && old > papers.length * staleCategory.share) return category;
  }
  return null;
}
