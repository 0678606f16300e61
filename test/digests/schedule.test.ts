import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  localDate,
  nextOccurrence,
  occurrenceDate,
  parseDays,
  parseTime,
  type Schedule,
  showDays,
  type Weekday,
} from '../../src/digests/schedule.ts';
import { findZones } from '../../src/digests/zones.ts';
import { dayMs, utcDate } from '../../src/time.ts';
import { sampled } from '../support/samples.ts';

const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString().replace(':00.000Z', 'Z');

describe('a time of day', () => {
  test.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['9:00', '09:00'],
    ['09.05', '09:05'],
    [' 18:30 ', '18:30'],
    ['0', '00:00'],
    ['23:59', '23:59'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['9:30 p.m.', '21:30'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['8h', '08:00'],
    ['18h30', '18:30'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
  ])('%j is %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  test.each(['', '24:00', '9:60', '9:5', '13pm', '0am', '-1', '9:00:00', 'nine', '123', '9 9', 'am'])(
    '%j is none',
    (text) => {
      expect(parseTime(text)).toBeNull();
    },
  );
});

describe('days', () => {
  test.each<[string, readonly Weekday[]]>([
    ['weekdays', [1, 2, 3, 4, 5]],
    ['every day', [1, 2, 3, 4, 5, 6, 7]],
    ['Daily', [1, 2, 3, 4, 5, 6, 7]],
    ['all days', [1, 2, 3, 4, 5, 6, 7]],
    ['weekends', [6, 7]],
    ['Mon, Wed, Fri', [1, 3, 5]],
    ['fri wed mon', [1, 3, 5]],
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['Mon – Thu, Sat', [1, 2, 3, 4, 6]],
    ['monday to friday', [1, 2, 3, 4, 5]],
    ['Friday through Monday', [1, 5, 6, 7]],
    ['every Monday and Thursday', [1, 4]],
    ['Tuesdays & Sundays', [2, 7]],
    ['on weekdays and Sat.', [1, 2, 3, 4, 5, 6]],
    ['tues/thurs', [2, 4]],
    ['mo+tu+we', [1, 2, 3]],
    ['sun', [7]],
  ])('%j', (text, days) => {
    expect(parseDays(text)).toEqual(days);
  });

  test.each(['', ' , ', 'm', 'someday', 'mon-', 'mon-xyz', 'mon-wed-fri', 'mon, never', '1'])(
    '%j are not days',
    (text) => {
      expect(parseDays(text)).toBeNull();
    },
  );

  test.each<[readonly Weekday[], string]>([
    [[1, 2, 3, 4, 5, 6, 7], 'every day'],
    [[1, 2, 3, 4, 5], 'weekdays'],
    [[6, 7], 'weekends'],
    [[1, 3, 5], 'Mon, Wed, Fri'],
    [[1, 2, 3, 4, 6], 'Mon–Thu, Sat'],
    [[2, 3], 'Tue, Wed'],
  ])('%j are shown as %s', (days, text) => {
    expect(showDays(days)).toBe(text);
  });

  test('are read back as they are shown', () => {
    for (let chosen = 1; chosen < 2 ** 7; chosen++) {
      const days = ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => chosen & ((1 << day) >> 1));
      expect(parseDays(showDays(days))).toEqual(days);
    }
  });

  test('give an answer for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => [parseDays(text), parseTime(text)].length === 2));
  });
});

const daily = (zone: string, time: string, days: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]): Schedule => ({
  zone,
  time,
  days,
});

describe('the next occurrence', () => {
  test.each<[string, Schedule, after: string, next: string]>([
    ['is today where the time is still to come', daily('UTC', '09:00'), '2026-06-10T08:59Z', '2026-06-10T09:00Z'],
    ['is strictly after', daily('UTC', '09:00'), '2026-06-10T09:00Z', '2026-06-11T09:00Z'],
    ['is in local time', daily('Asia/Kolkata', '09:00'), '2026-06-10T00:00Z', '2026-06-10T03:30Z'],
    ['may be on the day before in UTC', daily('Asia/Tokyo', '08:00'), '2026-06-10T00:00Z', '2026-06-10T23:00Z'],
    ['waits for its weekday', daily('UTC', '09:00', [1]), '2026-06-10T00:00Z', '2026-06-15T09:00Z'],
    ['may be a week away', daily('UTC', '09:00', [3]), '2026-06-10T09:00Z', '2026-06-17T09:00Z'],
    ['keeps its local time over the change', daily('Europe/Berlin', '09:00'), '2026-03-28T09:00Z', '2026-03-29T07:00Z'],
    ['comes right after a gap', daily('Europe/Berlin', '02:30'), '2026-03-28T12:00Z', '2026-03-29T01:00Z'],
    ['after a gap is once that day', daily('Europe/Berlin', '02:30'), '2026-03-29T01:00Z', '2026-03-30T00:30Z'],
    ['is the first of a repeated hour', daily('Europe/Berlin', '02:30'), '2026-10-24T12:00Z', '2026-10-25T00:30Z'],
    ['is not repeated with the hour', daily('Europe/Berlin', '02:30'), '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    [
      'comes after half an hour of gap',
      daily('Australia/Lord_Howe', '02:15'),
      '2026-10-03T12:00Z',
      '2026-10-03T15:30Z',
    ],
    ['comes after a gap at midnight', daily('Africa/Cairo', '00:00'), '2026-04-23T12:00Z', '2026-04-23T22:00Z'],
    ['comes after a gap before midnight', daily('America/Nuuk', '23:30'), '2026-03-28T12:00Z', '2026-03-29T01:00Z'],
    [
      'on the evening after such a gap comes too',
      daily('America/Nuuk', '23:30'),
      '2026-03-29T01:00Z',
      '2026-03-30T00:30Z',
    ],
    ['leaves out a day that never was', daily('Pacific/Apia', '09:00'), '2011-12-29T19:00Z', '2011-12-30T19:00Z'],
  ])('%s', (_, schedule, after, next) => {
    expect(iso(nextOccurrence(schedule, at(after)))).toBe(next);
  });

  test('is for its own day, although a gap moved it into the next', () => {
    const schedule = daily('America/Nuuk', '23:30');
    const moved = at('2026-03-29T01:00Z');
    expect(localDate(schedule.zone, moved)).toBe('2026-03-29');
    expect(occurrenceDate(schedule, moved)).toBe('2026-03-28');
    expect(occurrenceDate(schedule, nextOccurrence(schedule, moved))).toBe('2026-03-29');
  });

  test('needs a day in the schedule', () => {
    expect(() => nextOccurrence(daily('UTC', '09:00', []), 0)).toThrow(RangeError);
  });
});

describe('over every zone and two years', () => {
  // The middle of the night, when clocks change; both sides of midnight, when days change; and a plain morning.
  const times = ['02:30', '00:15', '23:45', '09:00'];
  const from = at('2025-01-01T12:00Z');
  const days = 730;
  const zones = findZones('', 1_000);

  /** A stretch of time in which the clocks of a zone do not change: how far they are ahead of UTC, in milliseconds. */
  interface Stretch {
    readonly since: number;
    readonly aheadMs: number;
  }

  /** The spans of a zone, with some days around the two years. They are read from `Intl`, independent of Temporal. */
  function stretchesOf(zone: string): readonly Stretch[] {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    const aheadAt = (instant: number): number => at(`${format.format(instant).replace(' ', 'T')}Z`) - instant;
    const start = from - 3 * dayMs;
    const stretches: Stretch[] = [{ since: start, aheadMs: aheadAt(start) }];
    for (let known = start; known < from + (days + 4) * dayMs; ) {
      const { aheadMs } = stretches.at(-1) as Stretch;
      const step = known + 3 * dayMs;
      if (aheadAt(step) === aheadMs) {
        known = step;
        continue;
      }
      let [before, after] = [known, step];
      while (after - before > 60_000) {
        const middle = before + Math.floor((after - before) / 120_000) * 60_000;
        if (aheadAt(middle) === aheadMs) before = middle;
        else after = middle;
      }
      stretches.push({ since: after, aheadMs: aheadAt(after) });
      known = after;
    }
    return stretches;
  }

  const stretches = new Map(zones.map((zone) => [zone, stretchesOf(zone)]));
  const changesIn = (zone: string): readonly number[] => (stretches.get(zone) ?? []).slice(1).map(({ since }) => since);
  /** Zones whose clocks always show the same. */
  const alike = [...Map.groupBy(zones, (zone) => JSON.stringify(stretches.get(zone))).values()];

  /** The local time in the zone: `2026-06-10 09:00`. */
  const wallClock = (zone: string) => {
    const own = stretches.get(zone) ?? [];
    return (instant: number): string => {
      const aheadMs = own.findLast(({ since }) => since <= instant)?.aheadMs ?? 0;
      return new Date(instant + aheadMs).toISOString().slice(0, 16).replace('T', ' ');
    };
  };
  const nextDate = (date: string): string => utcDate(at(`${date}T00:00Z`) + dayMs);

  /** The fault of an occurrence for the given day, or null. */
  function faultOf(zone: string, wanted: string, occurrence: number): string | null {
    const shown = wallClock(zone);
    const now = shown(occurrence);
    const isInGap = shown(occurrence - 60_000) < wanted && wanted < now;
    if (now !== wanted && !isInGap) return `${wanted} came at ${now}`;
    if (!changesIn(zone).some((change) => change <= occurrence && occurrence < change + dayMs)) return null;
    const quarters = Array.from({ length: 96 }, (_, index) => occurrence - (index + 1) * 15 * 60_000);
    return quarters.some((earlier) => shown(earlier) === wanted) ? `${wanted} came the second time` : null;
  }

  /** Walks from occurrence to occurrence, and expects one for each day. */
  function faultsOver(schedule: Schedule, start: number, count: number): string[] {
    const { zone, time } = schedule;
    const faults: (string | null)[] = [];
    let occurrence = nextOccurrence(schedule, start);
    let date = occurrenceDate(schedule, occurrence);
    for (let step = 0; step < count; step++) {
      faults.push(faultOf(zone, `${date} ${time}`, occurrence));
      occurrence = nextOccurrence(schedule, occurrence);
      const following = occurrenceDate(schedule, occurrence);
      if (following !== nextDate(date)) faults.push(`${following} follows ${date}`);
      date = following;
    }
    return faults.filter((fault) => fault !== null).map((fault) => `${zone}: ${fault}`);
  }

  test('each day has one occurrence, at its time or right after the gap that holds it, where clocks change', () => {
    const changes = zones.flatMap((zone) => changesIn(zone).map((change) => ({ zone, change })));
    expect(changes.length).toBeGreaterThan(500);
    const faults = changes.flatMap(({ zone, change }) =>
      times.flatMap((time) => faultsOver(daily(zone, time), change - 2 * dayMs, 4)),
    );
    expect(faults).toEqual([]);
  });

  test('each day has one, all days long, in one zone of each kind of clock', () => {
    expect(alike.length).toBeGreaterThan(50);
    const count = sampled({ part: 2, all: times.length });
    // Neighbours in the list have different times. One half of them is asked for in one year, the other in the next.
    const timesOf = (place: number): readonly string[] =>
      [...times, ...times].slice(place % times.length).slice(0, count);
    const faults = alike.flatMap(([zone = ''], place) =>
      timesOf(place).flatMap((time, index) => faultsOver(daily(zone, time), from + (index % 2) * 365 * dayMs, 365)),
    );
    expect(faults).toEqual([]);
  }, 120_000);

  test('all zones with the same clocks have the same occurrences', () => {
    const instants = Array.from({ length: days / 10 }, (_, index) => from + index * 10 * dayMs);
    for (const [model = '', ...others] of alike) {
      for (const [index, instant] of instants.entries()) {
        const time = times[index % times.length] ?? '';
        const expected = nextOccurrence(daily(model, time), instant);
        for (const zone of others) {
          const found = nextOccurrence(daily(zone, time), instant);
          if (found !== expected) expect.fail(`${zone} differs from ${model}: ${iso(found)}, ${iso(expected)}`);
        }
      }
    }
  });

  // Takes minutes: EVERY_ZONE=1 npm test -- test/digests/schedule.test.ts
  test.skipIf(process.env['EVERY_ZONE'] === undefined)(
    'each day has one, all days long, in every zone by itself',
    () => {
      const walk = (zone: string) => times.flatMap((time) => faultsOver(daily(zone, time), from, days));
      expect(zones.flatMap(walk)).toEqual([]);
    },
    1_200_000,
  );
});

test('the local date is that of the zone', () => {
  expect(localDate('Pacific/Kiritimati', at('2026-06-10T11:00Z'))).toBe('2026-06-11');
  expect(localDate('Pacific/Pago_Pago', at('2026-06-10T10:59Z'))).toBe('2026-06-09');
});
