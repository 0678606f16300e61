import { describe, expect, it } from 'vitest';
import { compareWithUsual, wholeListing } from '../../../src/store/rules/usual-counts.ts';
import { addDays } from '../../../src/time.ts';

const tuesday = '2026-03-03';

/** A day on which one category had that many papers. */
const day = (date: string, announced: number, fetched = announced) => ({
  date,
  counts: [{ category: 'cs.LG', announced, fetched }],
});

/** The days before Tuesday, the last one first. */
const daysBefore = (...announced: readonly number[]) =>
  announced.map((papers, index) => day(addDays(tuesday, -1 - index), papers));

describe('a category', () => {
  it('is thin with less than three fifths of the median of the days before', () => {
    const usual = daysBefore(90, 100, 400, 100, 110);
    expect(compareWithUsual(day(tuesday, 60), usual)).toEqual({ thin: [], unknown: [] });
    expect(compareWithUsual(day(tuesday, 59), usual)).toEqual({ thin: ['cs.LG'], unknown: [] });
  });

  it('is thin by what was fetched, against what was announced', () => {
    expect(compareWithUsual(day(tuesday, 100, 59), daysBefore(100, 100, 100)).thin).toEqual(['cs.LG']);
    const fetchedInPart = [-1, -2, -3].map((days) => day(addDays(tuesday, days), 100, 10));
    expect(compareWithUsual(day(tuesday, 59), fetchedInPart).thin).toEqual(['cs.LG']);
  });

  it('is compared with the same day of the week before, if that had more', () => {
    const days = [...daysBefore(100, 100, 100), day(addDays(tuesday, -7), 200)];
    expect(compareWithUsual(day(tuesday, 119), days).thin).toEqual(['cs.LG']);
    const other = [...daysBefore(100, 100, 100), day(addDays(tuesday, -6), 200)];
    expect(compareWithUsual(day(tuesday, 119), other).thin).toEqual([]);
  });

  it('is never thin if it has fewer than twenty papers on most days', () => {
    expect(compareWithUsual(day(tuesday, 0), daysBefore(19, 19, 19)).thin).toEqual([]);
    expect(compareWithUsual(day(tuesday, 0), daysBefore(20, 20, 20)).thin).toEqual(['cs.LG']);
  });

  it('is unknown, and so never thin, until three earlier days have it', () => {
    expect(compareWithUsual(day(tuesday, 1), daysBefore(100, 100))).toEqual({ thin: [], unknown: ['cs.LG'] });
    const otherCategories = daysBefore(100, 100, 100).map(({ date }) => ({ date, counts: wholeListing(50) }));
    expect(compareWithUsual(day(tuesday, 1), otherCategories)).toEqual({ thin: [], unknown: ['cs.LG'] });
  });
});

describe('a source without categories', () => {
  it('is compared as a whole, under the empty name', () => {
    const days = [1, 2, 3].map((days) => ({ date: addDays(tuesday, -days), counts: wholeListing(50) }));
    expect(compareWithUsual({ date: tuesday, counts: wholeListing(29) }, days)).toEqual({ thin: [''], unknown: [] });
  });
});
