import type { Instant } from '../../../src/ports.ts';

/** The time of a story, for several processes of one machine. */
export interface StoryTime {
  /** The story's time … */
  readonly at: Instant;
  /** … at this real time. */
  readonly real: Instant;
  /** How many times as fast as real time it passes. 0: it stands still. */
  readonly speed: number;
}

export const timeOf = ({ at, real, speed }: StoryTime): Instant => at + Math.round((Date.now() - real) * speed);

/** A clock that can be moved. */
export interface StoryClock {
  now: Instant;
  /** The time as another process needs it. */
  readonly time: StoryTime;
  /** Sets what happens when it was moved. */
  onMove(tell: () => void): void;
}

export function createStoryClock(start: Instant, speed: number): StoryClock {
  let time: StoryTime = { at: start, real: Date.now(), speed };
  let tell = (): void => {};
  return {
    get now() {
      return timeOf(time);
    },
    set now(at) {
      time = { at, real: Date.now(), speed };
      tell();
    },
    get time() {
      return time;
    },
    onMove(given) {
      tell = given;
    },
  };
}
