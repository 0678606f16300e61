import type { CategoryReceipt, ReceiptDoubt, SkippedItem } from '../../../papers/listing.ts';
import type { PaperId, SourceId } from '../../../papers/paper.ts';
import { withArchiveDoubts } from '../../../papers/unread-categories.ts';
import type { LocalDate } from '../../../time.ts';
import type { AnnouncementVerbs, NextPull, Verdict } from '../../announcements.ts';
import { and, eq, getTableColumns, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { listings } from '../schema/paper-schema.ts';
import { parametersOf } from '../schema/parameters.ts';
import { usualReader } from '../tables/usual-listings.ts';

/** Verbs about the completeness and trustworthiness of listings. */
export function announcementVerbs(db: Database): AnnouncementVerbs {
  const { receiptsOf, skipsOf } = completenessReaders(db);
  const compareWithUsual = usualReader(db);
  const firstListed = firstListingReader(db);
  const ofDay = and(eq(listings.date, sql.placeholder('date')), eq(listings.source, sql.placeholder('source')));
  const { failures, nextPullAt, state, reason } = parametersOf(getTableColumns(listings));
  const judge = db.update(listings).set({ state, reason }).where(ofDay).prepare();
  const putUnchecked = uncheckedWriter(db);
  const schedule = db.update(listings).set({ failures, nextPullAt }).where(ofDay).prepare();
  return {
    completeness: async (source, date) => ({ categories: receiptsOf(source, date), skipped: skipsOf(source, date) }),
    compareWithUsual: async (source, date) => compareWithUsual(source, date),
    firstListed: async (source, ids) => firstListed(source, ids),
    judgeListing: atomic(db, (source: SourceId, date: LocalDate, { unchecked = [], ...judgement }: Verdict) => {
      judge.run({ ...judgement, source, date });
      putUnchecked(source, date, unchecked);
    }),
    schedulePull: atomic(db, (source: SourceId, date: LocalDate, { failures, at }: NextPull) => {
      schedule.run({ source, date, failures, nextPullAt: at });
    }),
  };
}

function completenessReaders(db: Database) {
  const listingId = '(select id from listings where date = ? and source = ?)';
  const categories = db.$client.prepare<[LocalDate, SourceId], StoredReceipt>(
    `select category, announced, fetched, doubt from listing_categories where listing_id = ${listingId} order by category`,
  );
  const skips = db.$client.prepare<[LocalDate, SourceId], { item: string; reason: string; categories: string }>(
    `select item, reason, categories from listing_skips where listing_id = ${listingId} order by item`,
  );
  return {
    receiptsOf: (source: SourceId, date: LocalDate) => withArchiveDoubts(categories.all(date, source).map(receiptOf)),
    skipsOf: (source: SourceId, date: LocalDate) => skips.all(date, source).map(skippedItem),
  };
}

type StoredReceipt = Omit<CategoryReceipt, 'doubt'> & { readonly doubt: ReceiptDoubt | null };

const receiptOf = ({ doubt, ...receipt }: StoredReceipt): CategoryReceipt =>
  doubt === null ? receipt : { ...receipt, doubt };

function skippedItem(row: { item: string; reason: string; categories: string }): SkippedItem {
  const categories: readonly string[] = JSON.parse(row.categories);
  return { item: row.item, reason: row.reason, ...(categories.length === 0 ? {} : { categories }) };
}

/** Marks the categories that could not be checked, and no others. Those that were not read stay so. */
function uncheckedWriter(db: Database): (source: SourceId, date: LocalDate, categories: readonly string[]) => void {
  const put = db.$client.prepare<[string, LocalDate, SourceId]>(
    `update listing_categories
     set doubt = case when category in (select value from json_each(?)) then 'unchecked' end
     where listing_id = (select id from listings where date = ? and source = ?) and doubt is not 'unread'`,
  );
  return (source, date, categories) => {
    put.run(JSON.stringify(categories), date, source);
  };
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
