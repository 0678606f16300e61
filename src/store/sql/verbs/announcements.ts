import type { CategoryReceipt, ReceiptDoubt, SkippedItem } from '../../../papers/listing.ts';
import type { PaperId, SourceId } from '../../../papers/paper.ts';
import { withArchiveDoubts } from '../../../papers/unread-categories.ts';
import type { LocalDate } from '../../../time.ts';
import type { AnnouncementVerbs, NextPull, Verdict } from '../../announcements.ts';
import type { Connection } from '../connection.ts';
import { and, eq, getTableColumns, sql } from '../drizzle.ts';
import { listings } from '../schema/paper-schema.ts';
import { parametersOf } from '../schema/parameters.ts';
import { usualReader } from '../tables/usual-listings.ts';

/** Verbs about the completeness and trustworthiness of listings. */
export function announcementVerbs(db: Connection): AnnouncementVerbs {
  const { receiptsOf, skipsOf } = completenessReaders(db);
  const compareWithUsual = usualReader(db);
  const firstListed = firstListingReader(db);
  const ofDay = and(eq(listings.date, sql.placeholder('date')), eq(listings.source, sql.placeholder('source')));
  const { failures, nextPullAt, state, reason } = parametersOf(getTableColumns(listings));
  const judge = db.preparedChange(db.update(listings).set({ state, reason }).where(ofDay));
  const putUnchecked = uncheckedWriter(db);
  const schedule = db.preparedChange(db.update(listings).set({ failures, nextPullAt }).where(ofDay));
  return {
    completeness: db.reading(async (source, date) => ({
      categories: await receiptsOf(source, date),
      skipped: await skipsOf(source, date),
    })),
    compareWithUsual: db.reading(compareWithUsual),
    firstListed: db.asking(firstListed),
    judgeListing: db.atomic(async (source: SourceId, date: LocalDate, { unchecked = [], ...judgement }: Verdict) => {
      await judge.run({ ...judgement, source, date });
      await putUnchecked(source, date, unchecked);
    }),
    schedulePull: db.atomic(async (source: SourceId, date: LocalDate, { failures, at }: NextPull) => {
      await schedule.run({ source, date, failures, nextPullAt: at });
    }),
  };
}

function completenessReaders(db: Connection) {
  const listingId = '(select id from listings where date = ? and source = ?)';
  const categories = db.prepare<[LocalDate, SourceId], StoredReceipt>(
    `select category, announced, fetched, doubt from listing_categories where listing_id = ${listingId} order by category`,
  );
  const skips = db.prepare<[LocalDate, SourceId], { item: string; reason: string; categories: string }>(
    `select item, reason, categories from listing_skips where listing_id = ${listingId} order by item`,
  );
  return {
    receiptsOf: async (source: SourceId, date: LocalDate) =>
      withArchiveDoubts((await categories.all(date, source)).map(receiptOf)),
    skipsOf: async (source: SourceId, date: LocalDate) => (await skips.all(date, source)).map(skippedItem),
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
function uncheckedWriter(
  db: Connection,
): (source: SourceId, date: LocalDate, categories: readonly string[]) => Promise<void> {
  const put = db.prepare<[string, LocalDate, SourceId]>(
    `update listing_categories
     set doubt = case when category in (select given.value from ${db.dialect.texts('?')} as given) then 'unchecked' end
     where listing_id = (select id from listings where date = ? and source = ?) and doubt is distinct from 'unread'`,
  );
  return async (source, date, categories) => {
    await put.run(JSON.stringify(categories), date, source);
  };
}

function firstListingReader(
  db: Connection,
): (source: SourceId, ids: readonly PaperId[]) => Promise<ReadonlyMap<PaperId, LocalDate>> {
  const { texts, joinInOrder } = db.dialect;
  const find = db
    .prepare<[string, SourceId], [PaperId, LocalDate]>(
      `select papers.id, min(listings.date) from ${texts('?')} as asked
       ${joinInOrder} papers on papers.id = asked.value
       ${joinInOrder} listing_entries on listing_entries.paper_number = papers.number
         and listing_entries.announce_type in ('new', 'cross', 'pick')
       ${joinInOrder} listings on listings.id = listing_entries.listing_id and listings.source = ?
       group by papers.id`,
    )
    .raw();
  return async (source, ids) => new Map(await find.all(JSON.stringify(ids), source));
}
