import { seededRandom } from '../../../tools/random.ts';
import { hasSharedData } from '../../sources/shared-data.ts';
import { capturedPicks, capturedPool } from './captured-days.ts';
import type { ReplayPlan } from './replay-plan.ts';
import { inventedPool } from './source-paper.ts';
import { makeReplayPlan } from './timeline.ts';

/** A span of days that can be replayed. */
export interface Replay {
  readonly name: string;
  /** Whether its input is on this machine. */
  readonly isThere: boolean;
  plan(options: { readonly days: number; readonly seed: number }): ReplayPlan;
}

/** Clocks go back in the north and forward in the south; there are Labor Day, Thanksgiving and the end of the year. */
const holidays = { invented: ['2026-09-07', '2026-11-26', '2026-12-25', '2026-12-31'], captured: ['2025-12-25'] };

const papersADay = 14;

export const inventedReplay: Replay = {
  name: 'invented days',
  isThere: true,
  plan({ days, seed }) {
    const random = seededRandom(seed);
    const pool = inventedPool(papersADay, random);
    return makeReplayPlan({
      start: '2026-09-05',
      days,
      holidays: holidays.invented,
      pool,
      capturedPicks: () => null,
      random,
    });
  },
};

/** Captured announcements and lists, with invented papers on the days between. */
export const capturedReplay: Replay = {
  name: 'captured days',
  isThere: hasSharedData,
  plan({ days, seed }) {
    const random = seededRandom(seed);
    const pool = capturedPool(papersADay, inventedPool(papersADay, random));
    return makeReplayPlan({
      start: '2025-09-27',
      days,
      holidays: holidays.captured,
      pool,
      capturedPicks: capturedPicks(),
      random,
    });
  },
};
