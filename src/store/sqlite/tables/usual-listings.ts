import type { CategoryReceipt } from '../../../papers/listing.ts';
import type { SourceId } from '../../../papers/paper.ts';
import { addDays, type LocalDate } from '../../../time.ts';
import type { ComparisonWithUsual } from '../../announcements.ts';
import type { Database } from '../file/database.ts';

/** A category with fewer papers a day is never thin, because its counts vary too much. */
const fewestPapers = 20;
/** A category with less than this share of its usual papers is thin. */
const thinShare = 0.6;
/** How many earlier days are needed to say what is usual, and how many are looked at. */
const days = { fewest: 3, most: 5 };

interface Day {
  readonly id: number;
  readonly date: LocalDate;
}
type Counts = Pick<CategoryReceipt, 'category' | 'announced' | 'fetched'>;

/**
 * Compares the categories of a listing with their usual numbers of papers. The usual number is the median of the last five
 * listed days, or that of a week before if it is higher: Tuesdays bring twice as many as other days.
 */
export function usualReader(db: Database): (source: SourceId, date: LocalDate) => ComparisonWithUsual {
  const find = db.$client.prepare<[SourceId, LocalDate], Day>(
    'select id, date from listings where source = ? and date = ?',
  );
  const findBefore = db.$client.prepare<[SourceId, LocalDate, number], Day>(
    `select id, date from listings where source = ? and date < ? and state = 'listed' order by date desc limit ?`,
  );
  const countsOf = countReader(db);
  return (source, date) => {
    const today = find.get(source, date);
    if (today === undefined) return { thin: [], unknown: [] };
    const weekBefore = addDays(date, -7);
    const before = findBefore.all(source, date, days.most).map((day) => ({ ...day, counts: countsOf(day) }));
    const categories = countsOf(today).map(({ category, fetched }) => {
      const known = before.flatMap(({ date: on, counts }) => {
        const count = counts.find((old) => old.category === category);
        return count === undefined ? [] : [{ isWeekBefore: on === weekBefore, announced: count.announced }];
      });
      return { category, fetched, isKnown: known.length >= days.fewest, usual: usualOf(known) };
    });
    const named = (chosen: typeof categories) => chosen.map(({ category }) => category);
    return {
      thin: named(categories.filter((counted) => counted.isKnown && isThin(counted))),
      unknown: named(categories.filter(({ isKnown }) => !isKnown)),
    };
  };
}

/** Reads the counts of a listing by category. A source without receipts has one count: that of its whole listing. */
function countReader(db: Database): (day: Day) => readonly Counts[] {
  const receipts = db.$client.prepare<[number], Counts>(
    'select category, announced, fetched from listing_categories where listing_id = ?',
  );
  const papers = db.$client
    .prepare<[number], number>(
      `select count(*) from listing_entries where listing_id = ? and announce_type in ('new', 'cross', 'pick')`,
    )
    .pluck();
  return ({ id }) => {
    const counts = receipts.all(id);
    if (counts.length > 0) return counts;
    const count = papers.get(id) ?? 0;
    return [{ category: '', announced: count, fetched: count }];
  };
}

const isThin = ({ fetched, usual }: { readonly fetched: number; readonly usual: number }): boolean =>
  usual >= fewestPapers && fetched < usual * thinShare;

function usualOf(known: readonly { readonly isWeekBefore: boolean; readonly announced: number }[]): number {
  const counts = known.map(({ announced }) => announced).toSorted((a, b) => a - b);
  const weekBefore = known.find(({ isWeekBefore }) => isWeekBefore)?.announced ?? 0;
  return Math.max(counts[Math.floor(counts.length / 2)] ?? 0, weekBefore);
}
