import type { Listing, LocalDate } from '../../papers/listing.ts';
import type { SourceId } from '../../papers/paper.ts';
import type { ListingRecord } from '../store.ts';
import type { Database } from './database.ts';
import type { Announcement } from './news.ts';

/** From this share of papers on that an earlier day had, a listing is that day's again. */
const staleShare = {
  /** A paper is announced as new once: a few that come again tell of a whole category that was not renewed. */
  new: 0.05,
  /** A paper may be picked on more than one day. */
  pick: 0.5,
};

/**
 * Tells a listing that is an earlier day's under a new date, as sources show it when they are late: by the papers that
 * the pull brought, since dates and times of such an answer look right. Null where it is not.
 */
export function staleReader(
  db: Database,
): (listing: Listing, papers: readonly Announcement[], before: ListingRecord | null) => string | null {
  // The days just before are enough: what is shown again is the last batch.
  const countRepeated = db.$client
    .prepare<[string, string, SourceId, LocalDate], number>(
      `select count(*) from json_each(?) as pulled where exists (
         select 1 from listing_entries as old
         where old.paper_number = pulled.value and old.announce_type = ?
           and old.listing_id in (select id from listings where source = ? and date < ? order by date desc limit 3))`,
    )
    .pluck();
  return ({ source, date, entries, isPartial }, papers, before) => {
    // Nothing changed, so that what was stale is.
    if (isPartial && entries.length === 0) return before?.state === 'stale' ? before.reason : null;
    for (const type of ['new', 'pick'] as const) {
      const numbers = papers.filter((paper) => paper.announceType === type).map(({ paperNumber }) => paperNumber);
      const repeated = countRepeated.get(JSON.stringify(numbers), type, source, date) ?? 0;
      if (repeated > numbers.length * staleShare[type])
        return `${repeated} of its ${numbers.length} papers are those of an earlier day`;
    }
    return null;
  };
}
