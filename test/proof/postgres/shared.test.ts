import { describe, expect, it } from 'vitest';
import { serverOrSkip } from '../../store/postgres/server.ts';
import { failuresOn } from './failures.ts';
import { openSharedTheatre, type SharedPlan } from './theatre.ts';

/** A sample: one story in which nearly everything fails. `npm run proof -- --postgres` has every place to die. */
const plan: SharedPlan = {
  place: 'text',
  outage: 'short',
  isAnswerLost: false,
  failures: [
    { failure: 'worker', at: 1, among: 'digests' },
    { failure: 'worker', at: 1, among: 'sends' },
    { failure: 'connection', at: 2, among: 'sends' },
    { failure: 'killed server', at: 1, among: 'digests' },
  ],
};

describe('three workers on PostgreSQL', () => {
  it('post each message once, although workers and the server are killed, and one is cut off', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    const possible = failuresOn([server]);
    const failures = plan.failures.filter(({ failure }) => possible.includes(failure));
    await using theatre = await openSharedTheatre(server);
    const { points, duplicates, lost, unfinished, isInOrder, logs } = await theatre.run({ ...plan, failures });
    const found = { failures: points.length, duplicates, lost, unfinished, isInOrder };
    const expected = { failures: failures.length, duplicates: 0, lost: 0, unfinished: 0, isInOrder: true };
    expect(found, `${points}\n${logs}`).toEqual(expected);
  }, 300_000);
});
