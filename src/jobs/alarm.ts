import type { Clock, Instant } from '../ports.ts';

/** Rings at the earliest of the moments that it is set to, and forgets the later ones: who is woken sets it anew. */
export interface Alarm extends Disposable {
  setTo(at: Instant): void;
  /** What happens when it rings. Until then it is not set to anything. */
  onRing(ring: () => void): void;
}

/** Calls back after so many milliseconds, unless disposed of first. Passed in, so that tests need not wait. */
export type Timer = (ms: number, ring: () => void) => Disposable;

/** What is further off is left to the wake-up of each minute. */
const longestMs = 60_000;

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

function startTimer(ms: number, ring: () => void): Disposable {
  const timeout = setTimeout(ring, ms);
  return { [Symbol.dispose]: () => clearTimeout(timeout) };
}
