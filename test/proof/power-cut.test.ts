import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../tools/random.ts';
import { canTrace } from './power-cut.ts';
import { runPowerCuts } from './power-cut-runs.ts';

const plan = { commits: 24, cutEvery: 6, random: seededRandom(7) };

describe.skipIf(!canTrace())('a power cut that only synced writes survive (needs strace)', () => {
  it('loses no acknowledged commit', async () => {
    expect(await runPowerCuts({ ...plan, synchronous: 'FULL' })).toEqual({
      synchronous: 'FULL',
      commits: 24,
      cuts: 8,
      lost: 0,
    });
  }, 60_000);

  it('would lose some with SQLite’s default in this mode', async () => {
    expect((await runPowerCuts({ ...plan, synchronous: 'NORMAL' })).lost).toBeGreaterThan(0);
  }, 60_000);
});
