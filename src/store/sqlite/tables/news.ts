import type { AnnounceType } from '../../../papers/announce-type.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { Announcement } from '../../rules/announcement.ts';
import { becomingNews, becomingOldNews, type KnownNews, type PastAnnouncement } from '../../rules/becoming-news.ts';
import type { Database } from '../file/database.ts';

/** Makes papers news, inside the caller's transaction: those of now, and those of the past. */
export function newsWriter(db: Database) {
  const find = knownNews(db);
  // AUTOINCREMENT gives the next number.
  const insert = db.$client.prepare<[Instant, LocalDate, AnnounceType, number]>(
    `insert into news (paper_number, at, date, announce_type, is_classified)
     select number, ?, ?, ?, categories <> '[]' from papers where number = ?`,
  );
  const remove = db.$client.prepare<[number]>('delete from news where number = ?');
  const raise = db.$client.prepare<[AnnounceType, number]>('update news set announce_type = ? where number = ?');
  return {
    /** Announces the papers of a listing of that date. */
    announce(announcements: readonly Announcement[], date: LocalDate, at: Instant): void {
      for (const change of becomingNews(announcements, find(announcements))) {
        if (change.kind === 'raised') {
          raise.run(change.type, change.number);
          continue;
        }
        // An update would not do: AUTOINCREMENT gives unused numbers to new rows alone.
        if (change.replaced !== null) remove.run(change.replaced);
        insert.run(at, date, change.type, change.paperNumber);
      }
    },
    announcePast: pastWriter(db, find),
  };
}

/** Makes papers that are not news yet old news of their date. */
function pastWriter(db: Database, find: ReturnType<typeof knownNews>) {
  const lowest = db.$client.prepare<[], number>('select min(1, coalesce(min(number), 1)) from news').pluck();
  const insert = db.$client.prepare<[number, number, Instant, LocalDate, AnnounceType]>(
    'insert into news (number, paper_number, at, date, announce_type) values (?, ?, ?, ?, ?)',
  );
  return (announcements: readonly PastAnnouncement[]): void => {
    const known = new Set(find(announcements).keys());
    for (const { number, paperNumber, at, date, type } of becomingOldNews(announcements, known, lowest.get() ?? 1))
      insert.run(number, paperNumber, at, date, type);
  };
}

interface NewsRow extends Pick<KnownNews, 'number' | 'type'> {
  readonly paperNumber: number;
  readonly isNewlyClassified: number;
}

/** Finds the news of the given papers, by their numbers. */
function knownNews(db: Database): (papers: readonly Announcement[]) => ReadonlyMap<number, KnownNews> {
  const find = db.$client.prepare<[string], NewsRow>(
    `select paper_number as paperNumber, news.number, announce_type as type,
       not is_classified and categories <> '[]' as isNewlyClassified
     from news join papers on papers.number = paper_number
     where paper_number in (select value from json_each(?))`,
  );
  return (papers) => {
    const rows = find.all(JSON.stringify(papers.map(({ paperNumber }) => paperNumber)));
    return new Map(
      rows.map(({ paperNumber, isNewlyClassified, ...news }) => [
        paperNumber,
        { ...news, isNewlyClassified: isNewlyClassified === 1 },
      ]),
    );
  };
}

/** Reads the number of the newest news, or 0. Old news does not count: its numbers are 0 or less. */
export function lastNewsNumberReader(db: Database): () => number {
  const last = db.$client.prepare<[], number>('select max(0, coalesce(max(number), 0)) from news').pluck();
  return () => last.get() ?? 0;
}
