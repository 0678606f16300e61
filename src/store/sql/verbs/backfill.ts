import { yieldTurn } from '../../../cooperate.ts';
import type { BackfillPage, PastEntry } from '../../../papers/backfill.ts';
import { listedPaper } from '../../../papers/listing.ts';
import type { Instant } from '../../../ports.ts';
import type { BackfillVerbs } from '../../backfill.ts';
import { countRecords, type PaperRecord } from '../../rules/recorded-papers.ts';
import type { Connection } from '../connection.ts';
import { and, asc, between, eq } from '../drizzle.ts';
import { backfills } from '../schema/paper-schema.ts';
import { newsWriter } from '../tables/news.ts';
import { currentNumbers, type RecordPapers } from '../tables/paper-records.ts';

/** How many papers become old news in one transaction: some 10 ms in SQLite. */
const announcedAtOnce = 300;

/** Verbs for announcements of past days. */
export function backfillVerbs(db: Connection, keepPapers: RecordPapers): BackfillVerbs {
  const numbersOf = currentNumbers(db);
  const news = newsWriter(db);

  /** @param records of the papers of the entries, in their order */
  const announceSome = db.atomic(async (entries: readonly PastEntry[], records: readonly PaperRecord[]) => {
    await news.begin();
    const numbers = await numbersOf(
      entries.map(({ paper }) => paper),
      records,
    );
    await news.announcePast(
      entries.map(({ announceType, date }, index) => ({
        paperNumber: numbers[index] as number,
        announceType,
        date,
      })),
    );
  });

  const note = db.atomic(async ({ source, day, resumeToken }: BackfillPage, at: Instant) => {
    await db.run(
      db
        .insert(backfills)
        .values({ source, date: day, resumeToken, at })
        .onConflictDoUpdate({ target: [backfills.source, backfills.date], set: { resumeToken, at } }),
    );
  });

  return {
    recordBackfill: async (page, at) => {
      const papers = page.entries.map((entry) => listedPaper(page.source, entry));
      const records = await keepPapers(papers, at, 'below');
      // A page that is announced in part is fetched again, because only the last step notes it.
      for (let start = 0; start < records.length; start += announcedAtOnce) {
        const some = [start, start + announcedAtOnce] as const;
        await announceSome(page.entries.slice(...some), records.slice(...some));
        await yieldTurn();
      }
      await note(page, at);
      return countRecords(records, page.skipped.length);
    },
    backfilledDays: db.reading((source, from, to) =>
      db.all(
        db
          .select({ date: backfills.date, resumeToken: backfills.resumeToken, at: backfills.at })
          .from(backfills)
          .where(and(eq(backfills.source, source), between(backfills.date, from, to)))
          .orderBy(asc(backfills.date)),
      ),
    ),
  };
}
