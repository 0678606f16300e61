import type { Clock, Instant } from '../ports.ts';

/** The time of the demo: it stands still, or goes on from where it was set. */
export interface DemoTime {
  readonly at: Instant;
  readonly isRunning: boolean;
}

/** A clock that is set by hand. */
export interface DemoClock {
  readonly now: Clock;
  /** The time at this moment, for a clock elsewhere. */
  time(): DemoTime;
  set(time: DemoTime): void;
}

export function createDemoClock(first: DemoTime): DemoClock {
  let time = first;
  let since = performance.now();
  const now = () => Math.round(time.isRunning ? time.at + performance.now() - since : time.at);
  return {
    now,
    time: () => ({ at: now(), isRunning: time.isRunning }),
    set(next) {
      time = next;
      since = performance.now();
    },
  };
}
