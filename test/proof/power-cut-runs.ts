import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from '../../src/ports.ts';
import { openStore } from '../../src/store/databases.ts';
import { filesAfterCut, recordDisk, type Survival, type Synchronous } from './power-cut.ts';

/** A row of the proof: cuts right after an acknowledgement, and acknowledged commits that were gone after one. */
export interface PowerCutRow {
  readonly synchronous: Synchronous;
  readonly commits: number;
  readonly cuts: number;
  /** The most commits that one cut lost. */
  readonly lost: number;
}

export interface PowerCutRunPlan {
  readonly synchronous: Synchronous;
  readonly commits: number;
  /** A cut after each so many commits, and after the last. */
  readonly cutEvery: number;
  readonly random: Random;
}

/**
 * Cuts the power after acknowledged commits, twice each: once nothing survives that was not synced, once any of it
 * does, by chance. Then the store is opened on what is left.
 */
export async function runPowerCuts(plan: PowerCutRunPlan): Promise<PowerCutRow> {
  const { synchronous, commits, cutEvery, random } = plan;
  // On the real disk: in memory SQLite writes the same, but a reader should not have to believe that.
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-power-'));
  try {
    const disk = recordDisk({ folder: join(folder, 'live'), commits, synchronous });
    if (disk.acknowledgedAfter.length !== commits) throw new Error('not every commit was acknowledged');
    const survivals: readonly Survival[] = [() => false, () => random() < 0.5];
    let cuts = 0;
    let lost = 0;
    for (const [index, cutAfter] of disk.acknowledgedAfter.entries()) {
      const acknowledged = index + 1;
      if (acknowledged % cutEvery !== 0 && acknowledged !== commits) continue;
      for (const survives of survivals) {
        cuts += 1;
        const path = filesAfterCut(disk, cutAfter, survives, join(folder, `cut-${cuts}`));
        lost = Math.max(lost, acknowledged - (await commitsIn(path)));
      }
    }
    return { synchronous, commits, cuts, lost };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many of the commits the store finds: each added one paper. 0 where nothing can be opened. */
async function commitsIn(path: string): Promise<number> {
  await using store = await openStore({ url: `file:${path}` });
  return (await store.counts()).papers;
}
