import type { SourceId } from '../../../papers/paper.ts';
import type { LocalDate } from '../../../time.ts';
import type { ComparisonWithUsual } from '../../announcements.ts';
import { type CategoryCount, comparedDays, compareWithUsual, wholeListing } from '../../rules/usual-counts.ts';
import type { Database } from '../file/database.ts';

interface Day {
  readonly id: number;
  readonly date: LocalDate;
}

/** Compares the categories of a listing with the days before. A listing that is not stored has none. */
export function usualReader(db: Database): (source: SourceId, date: LocalDate) => ComparisonWithUsual {
  const find = db.$client.prepare<[SourceId, LocalDate], Day>(
    'select id, date from listings where source = ? and date = ?',
  );
  const findBefore = db.$client.prepare<[SourceId, LocalDate, number], Day>(
    `select id, date from listings where source = ? and date < ? and state = 'listed' order by date desc limit ?`,
  );
  const countsOf = countReader(db);
  const counted = (day: Day) => ({ date: day.date, counts: countsOf(day) });
  return (source, date) => {
    const today = find.get(source, date);
    if (today === undefined) return { thin: [], unknown: [] };
    return compareWithUsual(counted(today), findBefore.all(source, date, comparedDays).map(counted));
  };
}

/** Reads the counts of a listing by category. */
function countReader(db: Database): (day: Day) => readonly CategoryCount[] {
  const receipts = db.$client.prepare<[number], CategoryCount>(
    'select category, announced, fetched from listing_categories where listing_id = ?',
  );
  const papers = db.$client
    .prepare<[number], number>(
      `select count(*) from listing_entries where listing_id = ? and announce_type in ('new', 'cross', 'pick')`,
    )
    .pluck();
  return ({ id }) => {
    const counts = receipts.all(id);
    return counts.length > 0 ? counts : wholeListing(papers.get(id) ?? 0);
  };
}
