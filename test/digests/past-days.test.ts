import { describe, expect, it } from 'vitest';
import { readPastDays } from '../../src/digests/past-days.ts';

/** A Friday. */
const today = '2026-06-12';

describe('a day in the past', () => {
  it.each([
    ['2026-06-01', '2026-06-01'],
    ['today', '2026-06-12'],
    ['yesterday', '2026-06-11'],
    ['7 days', '2026-06-05'],
    ['2 weeks ago', '2026-05-29'],
    ['1 month', '2026-05-12'],
    ['monday', '2026-06-08'],
    ['1 June', '2026-06-01'],
    ['1 July', '2025-07-01'],
    [' 1 July 2024 ', '2024-07-01'],
  ])('is read of “%s”', (text, day) => {
    expect(readPastDays(text, today)).toEqual({ from: day, to: day });
  });

  it('can be a whole month', () => {
    expect(readPastDays('2026-06', today)).toEqual({ from: '2026-06-01', to: '2026-06-30' });
    expect(readPastDays('2024-02', today)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  });

  it('can be a whole year', () => {
    expect(readPastDays('2026', today)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(readPastDays('1999', today)).toEqual({ from: '1999-01-01', to: '1999-12-31' });
  });

  it.each(['2026-06-13', '2026-07', '2027', '2126', '2026-13', 'soon', '', '31 June', 'tomorrow'])(
    'is not read of “%s”',
    (text) => {
      expect(readPastDays(text, today)).toBeNull();
    },
  );
});
