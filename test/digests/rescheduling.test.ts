import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nextAfter, rescheduled, type ScheduleState } from '../../src/digests/rescheduling.ts';
import { latestOccurrence, nextOccurrence, occurrenceDate, type Schedule } from '../../src/digests/schedule.ts';
import { findZones } from '../../src/digests/zones.ts';
import { addDays } from '../../src/time.ts';

const at = (text: string): number => Date.parse(text);
const daily = (zone: string, time: string): Schedule => ({ time, zone, days: [1, 2, 3, 4, 5, 6, 7] });
const berlin = daily('Europe/Berlin', '09:00');

describe('a new time', () => {
  const hadYesterday: ScheduleState = {
    schedule: berlin,
    nextDigestAt: at('2026-06-10T07:00Z'),
    lastDigestDate: '2026-06-09',
  };

  it('that is already past is due at once if today got no digest', () => {
    const due = rescheduled(hadYesterday, daily('Europe/Berlin', '07:00'), at('2026-06-10T06:00Z'));
    expect(due).toBe(at('2026-06-10T05:00Z'));
  });

  it('that is still to come today waits for it', () => {
    const due = rescheduled(hadYesterday, daily('Europe/Berlin', '18:00'), at('2026-06-10T06:00Z'));
    expect(due).toBe(at('2026-06-10T16:00Z'));
  });

  it('gives no second digest on a day that got one', () => {
    const hadToday = { ...hadYesterday, nextDigestAt: at('2026-06-11T07:00Z'), lastDigestDate: '2026-06-10' };
    const due = rescheduled(hadToday, daily('Europe/Berlin', '18:00'), at('2026-06-10T08:00Z'));
    expect(due).toBe(at('2026-06-11T16:00Z'));
  });
});

test('a channel that never got a digest begins in the future', () => {
  const fresh: ScheduleState = { schedule: berlin, nextDigestAt: at('2026-06-10T07:00Z'), lastDigestDate: null };
  expect(rescheduled(fresh, daily('Europe/Berlin', '07:00'), at('2026-06-10T06:00Z'))).toBe(at('2026-06-11T05:00Z'));
});

test('a day added to the schedule begins in the future', () => {
  const mondays: ScheduleState = {
    schedule: { ...berlin, days: [1] },
    nextDigestAt: at('2026-06-15T07:00Z'),
    lastDigestDate: '2026-06-08',
  };
  expect(rescheduled(mondays, berlin, at('2026-06-11T10:00Z'))).toBe(at('2026-06-12T07:00Z'));
});

test('a day that leaves the schedule gets no late digest', () => {
  const waiting: ScheduleState = {
    schedule: berlin,
    nextDigestAt: at('2026-06-14T07:00Z'),
    lastDigestDate: '2026-06-13',
  };
  const weekdays: Schedule = { ...berlin, days: [1, 2, 3, 4, 5] };
  expect(rescheduled(waiting, weekdays, at('2026-06-14T08:00Z'))).toBe(at('2026-06-15T07:00Z'));
});

test('across the date line, each date comes once', () => {
  const kiritimati: ScheduleState = {
    schedule: daily('Pacific/Kiritimati', '09:00'),
    nextDigestAt: at('2026-06-10T19:00Z'),
    lastDigestDate: '2026-06-10',
  };
  const pago = daily('Pacific/Pago_Pago', '09:00');
  expect(rescheduled(kiritimati, pago, at('2026-06-10T12:00Z'))).toBe(at('2026-06-11T20:00Z'));
  const inPago: ScheduleState = { schedule: pago, nextDigestAt: at('2026-06-10T20:00Z'), lastDigestDate: '2026-06-09' };
  expect(rescheduled(inPago, kiritimati.schedule, at('2026-06-10T12:00Z'))).toBe(at('2026-06-09T19:00Z'));
});

test('through any changes of time and zone, each day has one digest', () => {
  const zones = findZones('', 1_000);
  const schedules = fc
    .record({ zone: fc.constantFrom(...zones), hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom(0, 30) })
    .map(({ zone, hour, minute }) =>
      daily(zone, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
    );
  const steps = fc.array(fc.record({ hours: fc.integer({ min: 0, max: 20 }), change: fc.option(schedules) }), {
    minLength: 5,
    maxLength: 40,
  });
  fc.assert(
    fc.property(fc.integer({ min: at('2025-01-01'), max: at('2026-12-01') }), steps, (start, walk) => {
      let now = start;
      let state: ScheduleState = { schedule: berlin, nextDigestAt: nextOccurrence(berlin, now), lastDigestDate: null };
      const days: string[] = [];
      /** Does the bot's work of each minute, in steps that end at each important moment. */
      const wake = () => {
        if (state.nextDigestAt > now) return;
        const from = occurrenceDate(state.schedule, state.nextDigestAt);
        const date = occurrenceDate(state.schedule, latestOccurrence(state.schedule, now));
        for (let day = from; day <= date; day = addDays(day, 1)) days.push(day);
        state = { ...state, lastDigestDate: date, nextDigestAt: nextAfter(state.schedule, date, now) };
      };
      for (const { hours, change } of walk) {
        const until = now + hours * 3_600_000;
        while (state.nextDigestAt <= until) {
          now = Math.max(now, state.nextDigestAt);
          wake();
        }
        now = until;
        if (change !== null) state = { ...state, schedule: change, nextDigestAt: rescheduled(state, change, now) };
      }
      const expected = days.map((_, index) => addDays(days[0] ?? '', index));
      expect(days).toEqual(expected);
    }),
    { seed: 4, numRuns: 150 },
  );
});
