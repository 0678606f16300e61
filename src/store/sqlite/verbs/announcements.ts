import type { CategoryReceipt, SkippedItem } from '../../../papers/listing.ts';
import type { PaperId, SourceId } from '../../../papers/paper.ts';
import type { LocalDate } from '../../../time.ts';
import type { AnnouncementVerbs, NextPull } from '../../announcements.ts';
import type { ListingRecord } from '../../listings.ts';
import { and, eq, getTableColumns, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { listings } from '../schema/paper-schema.ts';
import { parametersOf } from '../schema/parameters.ts';

/** A category with fewer papers a day is never thin, because its counts vary too much. */
const fewestPapers = 20;
/** A category with less than this share of its usual papers is thin. */
const thinShare = 0.6;

/** Verbs about the completeness and trustworthiness of listings. */
export function announcementVerbs(db: Database): AnnouncementVerbs {
  const { receiptsOf, skipsOf } = completenessReaders(db);
  const thinCategories = thinReader(db);
  const firstListed = firstListingReader(db);
  const ofDay = and(eq(listings.date, sql.placeholder('date')), eq(listings.source, sql.placeholder('source')));
  const { failures, nextPullAt, state, reason } = parametersOf(getTableColumns(listings));
  const judge = db.update(listings).set({ state, reason }).where(ofDay).prepare();
  const schedule = db.update(listings).set({ failures, nextPullAt }).where(ofDay).prepare();
  return {
    completeness: async (source, date) => ({ categories: receiptsOf(source, date), skipped: skipsOf(source, date) }),
    thinCategories: async (source, date) => thinCategories(source, date),
    firstListed: async (source, ids) => firstListed(source, ids),
    judgeListing: atomic(
      db,
      (source: SourceId, date: LocalDate, judgement: Pick<ListingRecord, 'state' | 'reason'>) => {
        judge.run({ ...judgement, source, date });
      },
    ),
    schedulePull: atomic(db, (source: SourceId, date: LocalDate, { failures, at }: NextPull) => {
      schedule.run({ source, date, failures, nextPullAt: at });
    }),
  };
}

function completenessReaders(db: Database) {
  const listingId = '(select id from listings where date = ? and source = ?)';
  const categories = db.$client.prepare<[LocalDate, SourceId], CategoryReceipt>(
    `select category, announced, fetched from listing_categories where listing_id = ${listingId} order by category`,
  );
  const skips = db.$client.prepare<[LocalDate, SourceId], { item: string; reason: string; categories: string }>(
    `select item, reason, categories from listing_skips where listing_id = ${listingId} order by item`,
  );
  return {
    receiptsOf: (source: SourceId, date: LocalDate) => categories.all(date, source),
    skipsOf: (source: SourceId, date: LocalDate) => skips.all(date, source).map(skippedItem),
  };
}

function skippedItem(row: { item: string; reason: string; categories: string }): SkippedItem {
  const categories: readonly string[] = JSON.parse(row.categories);
  return { item: row.item, reason: row.reason, ...(categories.length === 0 ? {} : { categories }) };
}

/**
 * Finds thin categories. The usual number of papers is the median of the last five listed days, or that of a week
 * before if it is higher: Tuesdays bring twice as many as other days.
 */
function thinReader(db: Database): (source: SourceId, date: LocalDate) => readonly string[] {
  const counts = db.$client.prepare<
    [SourceId, LocalDate, SourceId, LocalDate],
    { category: string; fetched: number; before: string; weekBefore: number }
  >(
    `with days as materialized (
       select id, date from listings where source = ? and date < ? and state = 'listed' order by date desc limit 5)
     select today.category, today.fetched,
       (select json_group_array(old.announced) from days join listing_categories as old
          on old.listing_id = days.id and old.category = today.category) as before,
       (select coalesce(max(old.announced), 0) from days join listing_categories as old
          on old.listing_id = days.id and old.category = today.category
        where days.date = date(listings.date, '-7 days')) as weekBefore
     from listings join listing_categories as today on today.listing_id = listings.id
     where listings.source = ? and listings.date = ?`,
  );
  return (source, date) =>
    counts
      .all(source, date, source, date)
      .filter(({ fetched, before, weekBefore }) => {
        const usual = usualOf(JSON.parse(before), weekBefore);
        return usual >= fewestPapers && fetched < usual * thinShare;
      })
      .map(({ category }) => category);
}

/** The usual number of papers; 0 as long as fewer than three days are stored. */
function usualOf(counts: readonly number[], weekBefore: number): number {
  const median = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
  return counts.length < 3 ? 0 : Math.max(median, weekBefore);
}

function firstListingReader(db: Database): (source: SourceId, ids: readonly PaperId[]) => Map<PaperId, LocalDate> {
  const find = db.$client.prepare<[string, SourceId], [PaperId, LocalDate]>(
    `select papers.id, min(listings.date) from json_each(?) as asked
     cross join papers on papers.id = asked.value
     cross join listing_entries on listing_entries.paper_number = papers.number
       and listing_entries.announce_type in ('new', 'cross', 'pick')
     cross join listings on listings.id = listing_entries.listing_id and listings.source = ?
     group by papers.id`,
  );
  return (source, ids) => new Map(find.raw().all(JSON.stringify(ids), source) as unknown as [PaperId, LocalDate][]);
}
