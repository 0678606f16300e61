import { yieldTurn } from '../../src/cooperate.ts';
import type { Timer } from '../../src/jobs/alarm.ts';
import type { Stopwatch } from '../../src/jobs/stopwatch.ts';

/** Time that passes only when the test says so. */
export interface HandTimer {
  readonly timer: Timer;
  readonly stopwatch: () => Stopwatch;
  /** Lets time pass, and what is due happens in order, each with enough turns for what it begins. */
  pass(ms: number): Promise<void>;
  /** Lets time pass while the timers sleep, as those of a machine that is busy or suspended. */
  oversleep(ms: number): void;
}

export function createHandTimer(): HandTimer {
  let now = 0;
  const set = new Set<{ readonly at: number; readonly ring: () => void }>();
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await yieldTurn();
  };
  return {
    timer(ms, ring) {
      const entry = { at: now + ms, ring };
      set.add(entry);
      return { [Symbol.dispose]: () => void set.delete(entry) };
    },
    stopwatch() {
      const since = now;
      return () => now - since;
    },
    async pass(ms) {
      const end = now + ms;
      for (;;) {
        const next = [...set].toSorted((one, other) => one.at - other.at)[0];
        if (next === undefined || next.at > end) break;
        now = Math.max(now, next.at);
        set.delete(next);
        next.ring();
        await settle();
      }
      now = end;
      await settle();
    },
    oversleep(ms) {
      now += ms;
    },
  };
}
