import type { AnnounceType } from '../../../papers/announce-type.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { Announcement } from '../../rules/announcement.ts';
import { becomingNews, becomingOldNews, type KnownNews, type PastAnnouncement } from '../../rules/becoming-news.ts';
import type { Connection } from '../connection.ts';
import { numberLock } from './number-lock.ts';

/** Makes papers news, inside the caller's transaction: those of now, and those of the past. */
export function newsWriter(db: Connection) {
  const find = knownNews(db);
  // The database gives the next number.
  const insert = db.prepare<[Instant, LocalDate, AnnounceType, number]>(
    `insert into news (paper_number, at, date, announce_type, is_classified)
     select number, ?, ?, ?, case when categories <> '[]' then 1 else 0 end from papers where number = ?`,
  );
  const remove = db.prepare<[number]>('delete from news where number = ?');
  const raise = db.prepare<[AnnounceType, number]>('update news set announce_type = ? where number = ?');
  return {
    /** Prepares a transaction that will announce papers. It comes before all statements of the transaction. */
    begin: numberLock(db),
    /** Announces the papers of a listing of that date. */
    async announce(announcements: readonly Announcement[], date: LocalDate, at: Instant): Promise<void> {
      for (const change of becomingNews(announcements, await find(announcements))) {
        if (change.kind === 'raised') {
          await raise.run(change.type, change.number);
          continue;
        }
        // An update would not do: only new rows get unused numbers.
        if (change.replaced !== null) await remove.run(change.replaced);
        await insert.run(at, date, change.type, change.paperNumber);
      }
    },
    announcePast: pastWriter(db, find),
  };
}

/** Makes papers that are not news yet old news of their date. */
function pastWriter(db: Connection, find: ReturnType<typeof knownNews>) {
  const lowest = db.prepare<[], number | null>('select min(number) from news').pluck();
  const insert = db.prepare<[number, number, Instant, LocalDate, AnnounceType]>(
    'insert into news (number, paper_number, at, date, announce_type) values (?, ?, ?, ?, ?)',
  );
  return async (announcements: readonly PastAnnouncement[]): Promise<void> => {
    const known = new Set((await find(announcements)).keys());
    const from = Math.min(1, (await lowest.get()) ?? 1);
    for (const { number, paperNumber, at, date, type } of becomingOldNews(announcements, known, from))
      await insert.run(number, paperNumber, at, date, type);
  };
}

interface NewsRow extends Pick<KnownNews, 'number' | 'type'> {
  readonly paperNumber: number;
  readonly isNewlyClassified: number;
}

/** Finds the news of the given papers, by their numbers. */
function knownNews(db: Connection): (papers: readonly Announcement[]) => Promise<ReadonlyMap<number, KnownNews>> {
  const find = db.prepare<[string], NewsRow>(
    `select paper_number as "paperNumber", news.number, announce_type as type,
       is_classified = 0 and categories <> '[]' as "isNewlyClassified"
     from news join papers on papers.number = paper_number
     where paper_number in (select asked.value from ${db.dialect.numbers('?')} as asked)`,
  );
  return async (papers) => {
    const rows = await find.all(JSON.stringify(papers.map(({ paperNumber }) => paperNumber)));
    return new Map(
      rows.map(({ paperNumber, isNewlyClassified, ...news }) => [
        paperNumber,
        { ...news, isNewlyClassified: isNewlyClassified === 1 },
      ]),
    );
  };
}

/** Reads the number of the newest news, or 0. Old news does not count: its numbers are 0 or less. */
export function lastNewsNumberReader(db: Connection): () => Promise<number> {
  const last = db.prepare<[], number | null>('select max(number) from news').pluck();
  return async () => Math.max(0, (await last.get()) ?? 0);
}
