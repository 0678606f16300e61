import { expect, it } from 'vitest';
import { skipped } from '../../sources/shared-data.ts';
import { runReplay } from './replay-run.ts';
import { replayRow, replayTable } from './replay-table.ts';
import { capturedReplay } from './replays.ts';
import { judge } from './verdict.ts';

/** Enough for the clocks of all zones to change. `npm run proof` replays ninety. */
const days = Number(process.env['REPLAY_DAYS'] ?? 45);
const seed = Number(process.env['REPLAY_SEED'] ?? 1);

it.skipIf(!capturedReplay.isThere)(
  `captured days bring each paper once, in the digest of its day${capturedReplay.isThere ? '' : ` ${skipped}`}`,
  async () => {
    const plan = capturedReplay.plan({ days, seed });
    const verdict = judge(plan, await runReplay(plan, { death: 'thread' }));
    process.stdout.write(replayTable([replayRow(capturedReplay.name, verdict)]));
    expect(verdict.faults).toEqual([]);
    expect(verdict.papers).toBeGreaterThan(days);
  },
  600_000,
);
