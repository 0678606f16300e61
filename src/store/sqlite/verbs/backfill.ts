import type { BackfillPage } from '../../../papers/backfill.ts';
import { listedPaper } from '../../../papers/listing.ts';
import type { Instant } from '../../../ports.ts';
import type { BackfillVerbs } from '../../backfill.ts';
import { and, asc, between, eq } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { backfills } from '../schema/paper-schema.ts';
import { newsWriter } from '../tables/news.ts';
import { countRecords, currentNumbers, type PaperRecord, type RecordPapers } from '../tables/paper-records.ts';

/** Verbs for announcements of past days. */
export function backfillVerbs(db: Database, keepPapers: RecordPapers): BackfillVerbs {
  const numbersOf = currentNumbers(db);
  const news = newsWriter(db);

  /** @param records of the papers of its entries, in their order */
  function announce({ source, day, entries, resumeToken }: BackfillPage, records: readonly PaperRecord[], at: Instant) {
    const papers = entries.map(({ paper }) => paper);
    const numbers = numbersOf(papers, records);
    news.announcePast(
      entries.map(({ announceType, date }, index) => ({
        paperNumber: numbers[index] as number,
        announceType,
        date,
      })),
    );
    db.insert(backfills)
      .values({ source, date: day, resumeToken, at })
      .onConflictDoUpdate({ target: [backfills.source, backfills.date], set: { resumeToken, at } })
      .run();
  }

  const announceAtomically = atomic(db, announce);

  return {
    recordBackfill: async (page, at) => {
      const papers = page.entries.map((entry) => listedPaper(page.source, entry));
      const records = await keepPapers(papers, at, 'below');
      await announceAtomically(page, records, at);
      return countRecords(records, page.skipped.length);
    },
    backfilledDays: async (source, from, to) =>
      db
        .select({ date: backfills.date, resumeToken: backfills.resumeToken, at: backfills.at })
        .from(backfills)
        .where(and(eq(backfills.source, source), between(backfills.date, from, to)))
        .orderBy(asc(backfills.date))
        .all(),
  };
}
