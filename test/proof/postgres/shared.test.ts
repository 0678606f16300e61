import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../tools/random.ts';
import { serverOrSkip } from '../../store/postgres/server.ts';
import { runReplay } from '../replay/replay-run.ts';
import { inventedReplay } from '../replay/replays.ts';
import { judge } from '../replay/verdict.ts';
import type { Failure } from './failures.ts';
import { runSideBySide, type SharedStory } from './shared-stories.ts';
import { openSharedTheatre, type SharedPlan, type SharedRun } from './theatre.ts';

/** Samples. `npm run proof -- --postgres` has every place to die. */

const calm = { place: 'text', outage: 'long', isAnswerLost: false } as const;
const stormy = { ...calm, outage: 'short', isAnswerLost: true } as const;

/** One failure: at a send, or at a commit of a digest. */
const once = (failure: Failure, at: number, among: 'sends' | 'digests' = 'sends') => [{ failure, at, among }];

const samples: Readonly<Record<string, SharedPlan>> = {
  'a worker is killed before its request leaves': { ...calm, failures: once('worker', 1) },
  'a worker is killed that has posted in a forum': { ...calm, place: 'forum', failures: once('worker', 2) },
  'every worker is killed at the commit of the plan': { ...calm, failures: once('every worker', 2, 'digests') },
  'a worker is cut off while Discord is slow': { ...calm, failures: once('connection', 1) },
  'a worker is cut off before it knows the answer': { ...stormy, failures: once('connection', 4) },
};
const serverSamples: Readonly<Record<string, SharedPlan>> = {
  'the server is killed at the commit of the plan': { ...stormy, failures: once('server', 1, 'digests') },
};

describe('three workers on PostgreSQL post each message once', () => {
  it('although workers die and are cut off', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    const open = () => openSharedTheatre(server);
    await expectFlawless(samples, [open, open]);
  }, 400_000);

  it('although the server is killed', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    if (server.process === null) return skip('a server of somebody else is not killed');
    await expectFlawless(serverSamples, [() => openSharedTheatre(server)]);
  }, 400_000);

  it('on some invented days, with a failure a day', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    const plan = inventedReplay.plan({ days: 3, seed: 9 });
    const record = await runReplay(plan, { death: 'shared', server, random: seededRandom(9) });
    const { faults, crashes, papers } = judge(plan, record);
    expect(faults).toEqual([]);
    expect(crashes).toBeGreaterThan(0);
    expect(papers).toBeGreaterThan(0);
  }, 400_000);
});

async function expectFlawless(
  plans: Readonly<Record<string, SharedPlan>>,
  theatres: Parameters<typeof runSideBySide>[1],
): Promise<void> {
  const stories = Object.values(plans).map(
    (plan): SharedStory =>
      async (theatre) => [await theatre.run(plan)],
  );
  const runs = await runSideBySide(stories, theatres, () => {});
  for (const [index, what] of Object.keys(plans).entries()) {
    const { points, duplicates, lost, isInOrder, logs } = runs[index] as SharedRun;
    const found = { failures: points.length, duplicates, lost, isInOrder };
    expect(found, `${what}\n${logs}`).toEqual({ failures: 1, duplicates: 0, lost: 0, isInOrder: true });
  }
}
