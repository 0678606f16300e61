import { expect, it } from 'vitest';
import { type Bench, createSeries } from '../../bench/bench.ts';
import { printReport, reportOf } from '../../bench/report.ts';

const bench: Bench = {
  name: 'start',
  title: 'how long it takes',
  method: ['As it is.'],
  runs: 1,
  measure: async () => [],
};

const when = { measuredAt: '2026-06-30T12:00:00.000Z', load: 0.2 };

it('collects the runs of each row, in the order of the rows', () => {
  const series = createSeries();
  for (const ms of [30, 10]) {
    series.add('all', 'ms', ms, 50);
    series.add('a part', 'ms', ms / 10);
  }
  expect(series.measurements()).toEqual([
    { what: 'all', unit: 'ms', samples: [30, 10], aim: 50 },
    { what: 'a part', unit: 'ms', samples: [3, 1] },
  ]);
});

it('gives the median, the range, and the comparison with the aim', () => {
  const { figures } = reportOf(
    bench,
    [
      { what: 'odd', unit: 'ms', samples: [9, 1, 2], aim: 2.5 },
      { what: 'even', unit: 'MB', samples: [4, 1, 2, 3], aim: 2.5 },
      { what: 'without an aim', unit: 'ms', samples: [0.04] },
      { what: 'to be reached', unit: '×', samples: [10], aim: { atLeast: 10 } },
      { what: 'none', unit: '%', samples: [0], aim: { atMost: 0 } },
      { what: 'one of many', unit: '%', samples: [0.04], aim: { atMost: 0 } },
    ],
    when,
  );
  expect(figures).toEqual([
    { what: 'odd', unit: 'ms', median: 2, min: 1, max: 9, runs: 3, aim: 2.5, verdict: 'met' },
    { what: 'even', unit: 'MB', median: 2.5, min: 1, max: 4, runs: 4, aim: 2.5, verdict: 'missed' },
    { what: 'without an aim', unit: 'ms', median: 0, min: 0, max: 0, runs: 1, aim: null, verdict: null },
    { what: 'to be reached', unit: '×', median: 10, min: 10, max: 10, runs: 1, aim: { atLeast: 10 }, verdict: 'met' },
    { what: 'none', unit: '%', median: 0, min: 0, max: 0, runs: 1, aim: { atMost: 0 }, verdict: 'met' },
    { what: 'one of many', unit: '%', median: 0, min: 0, max: 0, runs: 1, aim: { atMost: 0 }, verdict: 'missed' },
  ]);
});

it('aligns the columns of the table', () => {
  const report = reportOf(
    bench,
    [
      { what: 'new database', unit: 'ms', samples: [1234.5], aim: 1000 },
      { what: 'floor', unit: 'ms', samples: [2] },
      { what: 'peer', unit: '×', samples: [9], aim: { atLeast: 10 } },
    ],
    when,
  );
  expect(printReport(report)).toBe(
    [
      'start: how long it takes',
      '  As it is.',
      '',
      '                   median        min–max  runs        aim',
      '  new database  1234.5 ms  1234.5–1234.5     1  < 1000 ms  missed',
      '  floor              2 ms            2–2     1',
      '  peer                9 ×            9–9     1     ≥ 10 ×  missed',
      '  The load average was 0.2 when it began.',
      '',
    ].join('\n'),
  );
});
