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
   * The first moment from there on at which something can change: none of the wake-ups is so near that it depends on
   * when a source was asked last whether the bot sees the change.
   */
  clean(at: Instant): Instant;
  /** Nothing happens from then on, but that what is begun comes to its end. */
  endAt(at: Instant): void;
}

/** A source is asked again after half an hour at the soonest, and after five minutes where it failed. */
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
