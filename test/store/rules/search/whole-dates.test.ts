import { describe, expect, it } from 'vitest';
import { newestFirst, wholeDates } from '../../../../src/store/rules/search/whole-dates.ts';

/** News of some dates, numbered in the order in which it came. */
const news = (...dates: readonly string[]) =>
  dates.map((date, index) => ({ date, newsNumber: index, paperNumber: index }));

const dates = (newest: ReturnType<typeof news>, atMost: number) => {
  const { whole, after } = wholeDates(newest, atMost);
  return { whole: whole.map(({ date }) => date), after };
};

describe('candidates of news', () => {
  it('are all kept if they are not too many', () => {
    expect(dates(news('2026-03-03', '2026-03-02'), 2)).toEqual({ whole: ['2026-03-03', '2026-03-02'], after: '' });
  });

  it('lose the date that is not whole if they are too many', () => {
    const found = news('2026-03-03', '2026-03-02', '2026-03-02');
    expect(dates(found, 2)).toEqual({ whole: ['2026-03-03'], after: '2026-03-02' });
  });

  it('of one date alone stand for it', () => {
    const found = news('2026-03-02', '2026-03-02', '2026-03-02');
    expect(dates(found, 2)).toEqual({ whole: found.map(({ date }) => date), after: '2026-03-01' });
  });

  it('come by date, and on one date by what became news last', () => {
    const found = news('2026-03-02', '2026-03-03', '2026-03-02').toSorted(newestFirst);
    expect(found.map(({ newsNumber }) => newsNumber)).toEqual([1, 2, 0]);
  });
});
