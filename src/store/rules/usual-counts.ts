import type { CategoryReceipt } from '../../papers/listing.ts';
import { addDays, type LocalDate } from '../../time.ts';
import type { ComparisonWithUsual } from '../announcements.ts';

/** A category with fewer papers a day is never thin, because its counts vary too much. */
const fewestPapers = 20;
/** A category with less than this share of its usual papers is thin. */
const thinShare = 0.6;
/** How many earlier days are needed to say what is usual. */
const fewestDays = 3;

/** With how many earlier listed days a listing is compared, the last ones. */
export const comparedDays = 5;

/** How many papers of a category were announced and fetched. */
export type CategoryCount = Pick<CategoryReceipt, 'category' | 'announced' | 'fetched'>;

/** The counts of a listing, by category. */
export interface CountedDay {
  readonly date: LocalDate;
  readonly counts: readonly CategoryCount[];
}

/** The counts of a listing from a source without receipts: one, under the empty name, for the whole listing. */
export const wholeListing = (papers: number): readonly CategoryCount[] => [
  { category: '', announced: papers, fetched: papers },
];

/**
 * Compares the categories of a listing with their usual numbers of papers. The usual number is the median of the last five
 * listed days, or that of a week before if it is higher: Tuesdays bring twice as many as other days.
 * @param before the last listed days before it, at most `comparedDays`
 */
export function compareWithUsual({ date, counts }: CountedDay, before: readonly CountedDay[]): ComparisonWithUsual {
  const weekBefore = addDays(date, -7);
  const categories = counts.map(({ category, fetched }) => {
    const known = before.flatMap((day) => {
      const count = day.counts.find((old) => old.category === category);
      return count === undefined ? [] : [{ isWeekBefore: day.date === weekBefore, announced: count.announced }];
    });
    return { category, fetched, isKnown: known.length >= fewestDays, usual: usualOf(known) };
  });
  const named = (chosen: typeof categories) => chosen.map(({ category }) => category);
  return {
    thin: named(categories.filter((counted) => counted.isKnown && isThin(counted))),
    unknown: named(categories.filter(({ isKnown }) => !isKnown)),
  };
}

const isThin = ({ fetched, usual }: { readonly fetched: number; readonly usual: number }): boolean =>
  usual >= fewestPapers && fetched < usual * thinShare;

function usualOf(known: readonly { readonly isWeekBefore: boolean; readonly announced: number }[]): number {
  const counts = known.map(({ announced }) => announced).toSorted((a, b) => a - b);
  const weekBefore = known.find(({ isWeekBefore }) => isWeekBefore)?.announced ?? 0;
  return Math.max(counts[Math.floor(counts.length / 2)] ?? 0, weekBefore);
}
