import type { Clock, Instant } from '../ports.ts';
import { minuteMs } from '../time.ts';

/** Rings at the earliest moment that it is set to, and forgets later ones. Set it again after it rings. */
export interface Alarm extends Disposable {
  setTo(at: Instant): void;
  /** Sets what happens when it rings. Before that, `setTo` does nothing. */
  onRing(ring: () => void): void;
}

/** Calls back after some milliseconds, unless it is disposed first. It is passed in, so that tests need not wait. */
export type Timer = (ms: number, ring: () => void) => Disposable;

/** The wake-up of each minute covers everything later. */
const longestMs = minuteMs;

export function createAlarm(clock: Clock, timer: Timer = startTimer): Alarm {
  let ring: (() => void) | null = null;
  let set: { readonly at: Instant; readonly timer: Disposable } | null = null;
  function clear(): void {
    set?.timer[Symbol.dispose]();
    set = null;
  }
  function ringNow(): void {
    set = null;
    ring?.();
  }
  return {
    setTo(at) {
      const ms = Math.max(0, at - clock());
      if (ring === null || ms > longestMs || (set !== null && set.at <= at)) return;
      clear();
      set = { at, timer: timer(ms, ringNow) };
    },
    onRing(given) {
      ring = given;
    },
    [Symbol.dispose]() {
      ring = null;
      clear();
    },
  };
}

/** The timer of real time. */
export function startTimer(ms: number, ring: () => void): Disposable {
  const timeout = setTimeout(ring, ms);
  return { [Symbol.dispose]: () => clearTimeout(timeout) };
}
