import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../tools/random.ts';
import { serverOrSkip } from '../../store/postgres/server.ts';
import { runReplay } from '../replay/replay-run.ts';
import { inventedReplay } from '../replay/replays.ts';
import { judge } from '../replay/verdict.ts';
import type { Failure } from './failures.ts';
import { openSharedTheatre, type SharedPlan, type SharedTheatre } from './theatre.ts';

/** Samples. `npm run proof -- --postgres` has every place to die. */

const calm = { place: 'text', outage: 'long', isAnswerLost: false } as const;
const stormy = { ...calm, outage: 'short', isAnswerLost: true } as const;

/** One failure: at a send, or at a commit of a digest. */
const once = (failure: Failure, at: number, among: 'sends' | 'digests' = 'sends') => [{ failure, at, among }];

const samples: readonly (readonly [string, SharedPlan])[] = [
  ['a worker is killed before its request leaves', { ...calm, failures: once('worker', 1) }],
  ['a worker is killed when Discord has answered', { ...calm, failures: once('worker', 2) }],
  [
    'a worker is killed with a post of a forum, which has no nonce',
    { ...calm, place: 'forum', failures: once('worker', 2) },
  ],
  ['every worker is killed at the commit of the plan', { ...calm, failures: once('every worker', 2, 'digests') }],
  ['the server is killed at the commit of the plan', { ...stormy, failures: once('server', 1, 'digests') }],
  ['the server is killed while Discord answers', { ...calm, failures: once('server', 2) }],
  ['a worker is cut off while Discord is slow', { ...calm, failures: once('connection', 1) }],
  ['a worker is cut off before it knows the answer', { ...stormy, failures: once('connection', 4) }],
];

describe('three workers on PostgreSQL post each message once', () => {
  it('although workers, the server and connections fail', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    if (server.process === null) return skip('a server of somebody else is not killed');
    await using theatre = await openSharedTheatre(server);
    for (const [what, plan] of samples) await expectFlawless(what, plan, theatre);
  }, 400_000);

  it('on some invented days, with a failure a day', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    const plan = inventedReplay.plan({ days: 4, seed: 9 });
    const record = await runReplay(plan, { death: 'shared', server, random: seededRandom(9) });
    const { faults, crashes, papers } = judge(plan, record);
    expect(faults).toEqual([]);
    expect(crashes).toBeGreaterThan(1);
    expect(papers).toBeGreaterThan(5);
  }, 400_000);
});

async function expectFlawless(what: string, plan: SharedPlan, theatre: SharedTheatre): Promise<void> {
  const { points, duplicates, lost, isInOrder, logs } = await theatre.run(plan);
  const found = { reached: points.length, duplicates, lost, isInOrder };
  expect(found, `${what}\n${logs}`).toEqual({ reached: plan.failures.length, duplicates: 0, lost: 0, isInOrder: true });
}
