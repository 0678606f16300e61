import { type AnnounceType, isNews, weightier } from '../../../papers/announce-type.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { Announcement } from '../../rules/announcement.ts';
import type { Database } from '../file/database.ts';

/** An announcement of a past date. */
interface PastAnnouncement extends Announcement {
  readonly date: LocalDate;
}

interface KnownNews {
  readonly number: number;
  readonly type: AnnounceType;
  /** 1 if it became news without categories, and has some now. */
  readonly isNewlyClassified: 0 | 1;
}

/**
 * Makes papers news, inside the caller's transaction. A paper that is announced now gets the next number, and numbers
 * only grow. A paper that a backfill brings in becomes old news with a number of 0 or less: it can be found and counted
 * by its date, but no channel considers it. If it is announced later, it becomes news like any other.
 *
 * A paper that became news without categories becomes news again when it gets some, because topics with a category
 * could not match it before.
 */
export function newsWriter(db: Database) {
  const find = knownNews(db);
  const insert = db.$client.prepare<[Instant, LocalDate, AnnounceType, number]>(
    `insert into news (paper_number, at, date, announce_type, is_classified)
     select number, ?, ?, ?, categories <> '[]' from papers where number = ?`,
  );
  const remove = db.$client.prepare<[number]>('delete from news where number = ?');
  const raise = db.$client.prepare<[AnnounceType, number]>('update news set announce_type = ? where number = ?');

  function announceOne(
    { paperNumber, announceType }: Announcement,
    known: KnownNews | undefined,
    date: LocalDate,
    at: Instant,
  ) {
    if (known !== undefined && known.number > 0 && known.isNewlyClassified === 0) {
      if (isRaised(known.type, announceType)) raise.run(announceType, known.number);
      return { ...known, type: weightier(announceType, known.type) };
    }
    if (known !== undefined) remove.run(known.number);
    // An update would not do: AUTOINCREMENT gives unused numbers to new rows alone.
    const type =
      known?.isNewlyClassified === 1 && known.number > 0 ? weightier(announceType, known.type) : announceType;
    const { lastInsertRowid } = insert.run(at, date, type, paperNumber);
    return { number: Number(lastInsertRowid), type, isNewlyClassified: 0 as const };
  }

  return {
    /** Announces the papers of a listing of that date. A weightier announcement raises the type of stored news. */
    announce(announcements: readonly Announcement[], date: LocalDate, at: Instant): void {
      const known = new Map(find(announcements));
      for (const one of announcements) {
        if (!isNews(one.announceType) && known.get(one.paperNumber)?.isNewlyClassified !== 1) continue;
        known.set(one.paperNumber, announceOne(one, known.get(one.paperNumber), date, at));
      }
    },
    announcePast: pastWriter(db, find),
  };
}

const isRaised = (from: AnnounceType, to: AnnounceType): boolean => from !== to && weightier(from, to) === to;

/** Makes papers that are not news yet old news of their date. */
function pastWriter(db: Database, find: ReturnType<typeof knownNews>) {
  const lowest = db.$client.prepare<[], number>('select min(1, coalesce(min(number), 1)) from news').pluck();
  const insert = db.$client.prepare<[number, number, Instant, LocalDate, AnnounceType]>(
    'insert into news (number, paper_number, at, date, announce_type) values (?, ?, ?, ?, ?)',
  );
  return (announcements: readonly PastAnnouncement[]): void => {
    const known = new Set(find(announcements).keys());
    let number = lowest.get() ?? 1;
    for (const { paperNumber, date, announceType } of announcements) {
      if (known.has(paperNumber) || !isNews(announceType)) continue;
      known.add(paperNumber);
      number -= 1;
      insert.run(number, paperNumber, Date.parse(date), date, announceType);
    }
  };
}

/** Finds the news of the given papers, by their numbers. */
function knownNews(db: Database): (papers: readonly Announcement[]) => ReadonlyMap<number, KnownNews> {
  const find = db.$client.prepare<[string], KnownNews & { readonly paperNumber: number }>(
    `select paper_number as paperNumber, news.number, announce_type as type,
       not is_classified and categories <> '[]' as isNewlyClassified
     from news join papers on papers.number = paper_number
     where paper_number in (select value from json_each(?))`,
  );
  return (papers) => {
    const numbers = papers.map(({ paperNumber }) => paperNumber);
    return new Map(find.all(JSON.stringify(numbers)).map(({ paperNumber, ...news }) => [paperNumber, news]));
  };
}

/** Reads the number of the newest news, or 0. Old news does not count: its numbers are 0 or less. */
export function lastNewsNumberReader(db: Database): () => number {
  const last = db.$client.prepare<[], number>('select max(0, coalesce(max(number), 0)) from news').pluck();
  return () => last.get() ?? 0;
}
