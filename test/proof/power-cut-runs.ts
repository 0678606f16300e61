import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from '../../src/ports.ts';
import { openStore } from '../../src/store/databases.ts';
import { filesAfterCut, recordDisk, type Survival, type Synchronous } from './power-cut.ts';

/** A row of the proof: power cuts right after an acknowledgement, and the acknowledged commits that they lost. */
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
  /** The number of commits between two cuts. The last commit has a cut, too. */
  readonly cutEvery: number;
  readonly random: Random;
}

/**
 * Cuts the power after acknowledged commits, twice each: once no unsynced write survives, once a random part does. Then
 * it opens the store on the remaining files.
 */
export async function runPowerCuts(plan: PowerCutRunPlan): Promise<PowerCutRow> {
  const { synchronous, commits, cutEvery, random } = plan;
  // On the real disk, as evidence. SQLite writes the same in memory.
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

/** How many commits the store finds. Each added one paper. 0 if the store cannot be opened. */
async function commitsIn(path: string): Promise<number> {
  await using store = await openStore({ url: `file:${path}` });
  return (await store.counts()).papers;
}
