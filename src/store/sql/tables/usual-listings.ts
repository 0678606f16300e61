import type { SourceId } from '../../../papers/paper.ts';
import type { LocalDate } from '../../../time.ts';
import type { ComparisonWithUsual } from '../../announcements.ts';
import { type CategoryCount, comparedDays, compareWithUsual, wholeListing } from '../../rules/usual-counts.ts';
import type { Connection } from '../connection.ts';

interface Day {
  readonly id: number;
  readonly date: LocalDate;
}

/** Compares the categories of a listing with the days before. A listing that is not stored has none. */
export function usualReader(db: Connection): (source: SourceId, date: LocalDate) => Promise<ComparisonWithUsual> {
  const find = db.prepare<[SourceId, LocalDate], Day>('select id, date from listings where source = ? and date = ?');
  const findBefore = db.prepare<[SourceId, LocalDate, number], Day>(
    `select id, date from listings where source = ? and date < ? and state = 'listed' order by date desc limit ?`,
  );
  const countsOf = countReader(db);
  const counted = async (day: Day) => ({ date: day.date, counts: await countsOf(day) });
  return async (source, date) => {
    const today = await find.get(source, date);
    if (today === undefined) return { thin: [], unknown: [] };
    const before = [];
    for (const day of await findBefore.all(source, date, comparedDays)) before.push(await counted(day));
    return compareWithUsual(await counted(today), before);
  };
}

/** Reads the counts of a listing by category. */
function countReader(db: Connection): (day: Day) => Promise<readonly CategoryCount[]> {
  const receipts = db.prepare<[number], CategoryCount>(
    'select category, announced, fetched from listing_categories where listing_id = ?',
  );
  const papers = db
    .prepare<[number], number>(
      `select count(*) from listing_entries where listing_id = ? and announce_type in ('new', 'cross', 'pick')`,
    )
    .pluck();
  return async ({ id }) => {
    const counts = await receipts.all(id);
    return counts.length > 0 ? counts : wholeListing((await papers.get(id)) ?? 0);
  };
}
