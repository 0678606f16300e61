import { type AnnounceType, announceTypes } from '../../../papers/announce-type.ts';
import { type Listing, listedPaper } from '../../../papers/listing.ts';
import type { SourceId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { ListingRecord } from '../../listings.ts';
import {
  afterFailedPull,
  afterPull,
  doubtfulState,
  hasTrustedCounts,
  type PulledRecord,
} from '../../rules/pulled-listing.ts';
import { countRecords, type PaperRecord } from '../../rules/recorded-papers.ts';
import { listedPapers, staleReason } from '../../rules/stale-listing.ts';
import type { Store } from '../../store.ts';
import { and, desc, eq, getTableColumns, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { listings } from '../schema/paper-schema.ts';
import { parametersOf } from '../schema/parameters.ts';
import { completenessWriter } from '../tables/listing-completeness.ts';
import { newsWriter } from '../tables/news.ts';
import { currentNumbers, type RecordPapers } from '../tables/paper-records.ts';
import { repeatedPaperReader } from '../tables/repeated-papers.ts';
import { upvoteWriter } from '../tables/upvote-counts.ts';

type ListingVerbs = Pick<Store, 'recordListing' | 'recordFailedPull' | 'listing' | 'recentListings'>;
type StoredListing = typeof listings.$inferSelect & { readonly counts: string };

/** Verbs for listings and failed pulls. */
export function listingVerbs(db: Database, keepPapers: RecordPapers): ListingVerbs {
  const numbersOf = currentNumbers(db);
  const news = newsWriter(db);
  const putListing = listingWriter(db);
  const addEntry = entryWriter(db);
  const keepCompleteness = completenessWriter(db);
  const { find, recent } = listingReaders(db);
  const findRepeated = repeatedPaperReader(db);
  const upvotes = upvoteWriter(db);
  const { state, reason } = parametersOf(getTableColumns(listings));
  const putDoubt = db
    .update(listings)
    .set({ state, reason })
    .where(eq(listings.id, sql.placeholder('id')))
    .prepare();

  /** @param records of the papers of its entries, in their order */
  function announce(listing: Listing, records: readonly PaperRecord[], at: Instant): void {
    const before = find(listing.source, listing.date);
    const id = putListing(afterPull(listing, before, at));
    const unread = keepCompleteness(id, listing, hasTrustedCounts(before));
    const papers = listing.entries.map(({ paper }) => paper);
    const numbers = numbersOf(papers, records);
    const announced = listing.entries.map(({ announceType }, index) => ({
      paperNumber: numbers[index] as number,
      announceType,
    }));
    for (const { paperNumber, announceType } of announced) {
      addEntry(id, paperNumber, announceType);
      if (announceType === 'pick') upvotes.begin(paperNumber, listing.date);
    }
    news.announce(announced, listing.date, at);
    const listed = listedPapers(listing, announced);
    const repeated = findRepeated(listing, listed);
    const stale = staleReason({ papers: listed, repeated, isPartial: listing.isPartial, before });
    const doubt = doubtfulState({ stale, unread, lacks: listing.lacks ?? null });
    if (doubt !== null) putDoubt.run({ id, ...doubt });
  }

  function recordFailedPull(
    source: SourceId,
    date: LocalDate,
    reason: string,
    at: Instant,
    state: 'failed' | 'waiting' | 'stale' = 'failed',
  ): void {
    putListing(afterFailedPull({ source, date, state, reason, at }, find(source, date)));
  }

  const announceAtomically = atomic(db, announce);

  return {
    // Papers are written first, in steps. One more short step lists them and makes them news.
    recordListing: async (listing, at) => {
      const papers = listing.entries.map((entry) => listedPaper(listing.source, entry));
      const records = await keepPapers(papers, at);
      await announceAtomically(listing, records, at);
      return countRecords(records, listing.skipped.length);
    },
    recordFailedPull: atomic(db, recordFailedPull),
    listing: async (source, date) => find(source, date),
    recentListings: async (limit) => recent(limit),
  };
}

/** Writes a listing's record over the stored one, and returns its id. */
function listingWriter(db: Database): (record: PulledRecord) => number {
  const { source, date, state, reason, pulledAt, lastSuccessAt, skipped, etags } = parametersOf(
    getTableColumns(listings),
  );
  const changing = { state, reason, pulledAt, lastSuccessAt, skipped, etags };
  const put = db
    .insert(listings)
    .values({ source, date, ...changing })
    .onConflictDoUpdate({ target: [listings.date, listings.source], set: changing })
    .returning({ id: listings.id })
    .prepare();
  return (record) => put.get({ ...record }).id;
}

function entryWriter(db: Database): (listingId: number, paperNumber: number, type: AnnounceType) => void {
  // If the paper is already listed, the weightier type counts. Equal types write nothing.
  const add = db.$client.prepare<[number, number, AnnounceType, string]>(
    `insert into listing_entries (listing_id, paper_number, announce_type) values (?, ?, ?)
     on conflict (listing_id, paper_number) do update set announce_type = excluded.announce_type
     where announce_type in (select value from json_each(?))`,
  );
  return (listingId, paperNumber, type) => {
    add.run(listingId, paperNumber, type, JSON.stringify(lighterThan(type)));
  };
}

const lighterThan = (type: AnnounceType): readonly AnnounceType[] =>
  announceTypes.slice(announceTypes.indexOf(type) + 1);

function listingReaders(db: Database) {
  const counts = sql<string>`(
    select json_group_object(announce_type, papers) from (
      select announce_type, count(*) as papers from listing_entries
      where listing_id = listings.id group by announce_type))`;
  const selected = { ...getTableColumns(listings), counts };
  const one = db
    .select(selected)
    .from(listings)
    .where(and(eq(listings.date, sql.placeholder('date')), eq(listings.source, sql.placeholder('source'))))
    .prepare();
  return {
    find(source: SourceId, date: LocalDate): ListingRecord | null {
      const row = one.get({ source, date });
      return row === undefined ? null : recordOf(row);
    },
    recent: (limit: number): readonly ListingRecord[] =>
      db.select(selected).from(listings).orderBy(desc(listings.date), listings.source).limit(limit).all().map(recordOf),
  };
}

function recordOf({ id: _id, counts, ...row }: StoredListing): ListingRecord {
  const stored = JSON.parse(counts) as Partial<Record<AnnounceType, number>>;
  const countOf = (type: AnnounceType): number => stored[type] ?? 0;
  return {
    ...row,
    counts: {
      new: countOf('new'),
      pick: countOf('pick'),
      cross: countOf('cross'),
      replace: countOf('replace'),
      'replace-cross': countOf('replace-cross'),
    },
  };
}
