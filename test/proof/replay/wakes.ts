import type { Instant } from '../../../src/ports.ts';
import { minuteMs } from '../../../src/time.ts';

export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** The wake-ups so far. */
export interface Wakes {
  add(at: Instant): void;
  list(): readonly Instant[];
  /**
   * The first moment from `at` on that is far enough from all wake-ups. There, it is certain which wake-up sees a
   * change first, whenever the bot last asked the source.
   */
  clean(at: Instant): Instant;
  /** Ends the events at that moment. Begun work still finishes. */
  endAt(at: Instant): void;
}

/** The bot asks a source again after half an hour at the earliest, or after five minutes if it failed. */
const quietBeforeMs = 35 * minuteMs;
const quietAfterMs = 10 * minuteMs;

export function createWakes(absences: readonly Span[]): Wakes {
  const all = new Set<Instant>();
  return {
    add(at) {
      if (!absences.some(({ from, until }) => from <= at && at < until)) all.add(at);
    },
    list: () => [...all].sort((one, other) => one - other),
    clean(at) {
      let clean = at;
      const isNear = (wake: Instant) => wake > clean - quietBeforeMs && wake < clean + quietAfterMs;
      for (let near = this.list().findLast(isNear); near !== undefined; near = this.list().findLast(isNear)) {
        clean = near + quietBeforeMs;
      }
      return clean;
    },
    endAt(end) {
      for (const at of this.list()) if (at >= end) all.delete(at);
      const last = Math.max(...all);
      for (const minutes of [2, 5]) all.add(last + minutes * minuteMs);
    },
  };
}
