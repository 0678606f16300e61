import { type AnnounceType, announceTypes } from '../../../papers/announce-type.ts';
import { type Listing, listedPaper } from '../../../papers/listing.ts';
import type { SourceId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { ListingRecord } from '../../listings.ts';
import type { Announcement } from '../../rules/announcement.ts';
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
import type { Connection } from '../connection.ts';
import { and, desc, eq, getTableColumns, sql } from '../drizzle.ts';
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
export function listingVerbs(db: Connection, keepPapers: RecordPapers): ListingVerbs {
  const numbersOf = currentNumbers(db);
  const news = newsWriter(db);
  const putListing = listingWriter(db);
  const addEntries = entryWriter(db);
  const keepCompleteness = completenessWriter(db);
  const { find, recent } = listingReaders(db);
  const findRepeated = repeatedPaperReader(db);
  const upvotes = upvoteWriter(db);
  const { state, reason } = parametersOf(getTableColumns(listings));
  const putDoubt = db.preparedChange(
    db
      .update(listings)
      .set({ state, reason })
      .where(eq(listings.id, sql.placeholder('id'))),
  );

  /** @param records of the papers of its entries, in their order */
  async function announce(listing: Listing, records: readonly PaperRecord[], at: Instant): Promise<void> {
    await news.begin();
    const before = await find(listing.source, listing.date);
    const id = await putListing(afterPull(listing, before, at));
    const unread = await keepCompleteness(id, listing, hasTrustedCounts(before));
    const papers = listing.entries.map(({ paper }) => paper);
    const numbers = await numbersOf(papers, records);
    const announced = listing.entries.map(({ announceType }, index) => ({
      paperNumber: numbers[index] as number,
      announceType,
    }));
    await addEntries(id, announced);
    for (const { paperNumber, announceType } of announced)
      if (announceType === 'pick') await upvotes.begin(paperNumber, listing.date);
    await news.announce(announced, listing.date, at);
    const listed = listedPapers(listing, announced);
    const repeated = await findRepeated(listing, listed);
    const stale = staleReason({ papers: listed, repeated, isPartial: listing.isPartial, before });
    const doubt = doubtfulState({ stale, unread, lacks: listing.lacks ?? null });
    if (doubt !== null) await putDoubt.run({ id, ...doubt });
  }

  async function recordFailedPull(
    source: SourceId,
    date: LocalDate,
    reason: string,
    at: Instant,
    state: 'failed' | 'waiting' | 'stale' = 'failed',
  ): Promise<void> {
    await putListing(afterFailedPull({ source, date, state, reason, at }, await find(source, date)));
  }

  const announceAtomically = db.atomic(announce);

  return {
    // Papers are written first, in steps. One more short step lists them and makes them news.
    recordListing: async (listing, at) => {
      const papers = listing.entries.map((entry) => listedPaper(listing.source, entry));
      const records = await keepPapers(papers, at);
      await announceAtomically(listing, records, at);
      return countRecords(records, listing.skipped.length);
    },
    recordFailedPull: db.atomic(recordFailedPull),
    listing: db.asking(find),
    recentListings: db.asking(recent),
  };
}

/** Writes a listing's record over the stored one, and returns its id. */
function listingWriter(db: Connection): (record: PulledRecord) => Promise<number> {
  const { source, date, state, reason, pulledAt, lastSuccessAt, skipped, etags } = parametersOf(
    getTableColumns(listings),
  );
  const changing = { state, reason, pulledAt, lastSuccessAt, skipped, etags };
  const put = db.prepared(
    db
      .insert(listings)
      .values({ source, date, ...changing })
      .onConflictDoUpdate({ target: [listings.date, listings.source], set: changing })
      .returning({ id: listings.id }),
  );
  return async (record) => ((await put.get({ ...record })) as { readonly id: number }).id;
}

/** Writes the entries of a listing, those of one type at once. */
function entryWriter(db: Connection): (listingId: number, announced: readonly Announcement[]) => Promise<void> {
  const { numbers, texts } = db.dialect;
  // If the paper is already listed, the weightier type counts. Equal types write nothing.
  const add = db.prepare<[number, AnnounceType, string, string]>(
    `insert into listing_entries (listing_id, paper_number, announce_type)
     select cast(? as bigint), added.value, cast(? as text) from ${numbers('?')} as added where true
     on conflict (listing_id, paper_number) do update set announce_type = excluded.announce_type
     where listing_entries.announce_type in (select lighter.value from ${texts('?')} as lighter)`,
  );
  return async (listingId, announced) => {
    for (const [type, entries] of Map.groupBy(announced, ({ announceType }) => announceType)) {
      const added = new Set(entries.map(({ paperNumber }) => paperNumber));
      await add.run(listingId, type, JSON.stringify([...added]), JSON.stringify(lighterThan(type)));
    }
  };
}

const lighterThan = (type: AnnounceType): readonly AnnounceType[] =>
  announceTypes.slice(announceTypes.indexOf(type) + 1);

function listingReaders(db: Connection) {
  const counts = sql<string>`(
    select ${sql.raw(db.dialect.objectOf('announce_type', 'papers'))} from (
      select announce_type, count(*) as papers from listing_entries
      where listing_id = listings.id group by announce_type) as counted)`;
  const selected = { ...getTableColumns(listings), counts };
  const one = db.prepared(
    db
      .select(selected)
      .from(listings)
      .where(and(eq(listings.date, sql.placeholder('date')), eq(listings.source, sql.placeholder('source')))),
  );
  return {
    async find(source: SourceId, date: LocalDate): Promise<ListingRecord | null> {
      const row = await one.get({ source, date });
      return row === undefined ? null : recordOf(row);
    },
    async recent(limit: number): Promise<readonly ListingRecord[]> {
      const newest = db.select(selected).from(listings).orderBy(desc(listings.date), listings.source).limit(limit);
      return (await db.all(newest)).map(recordOf);
    },
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
