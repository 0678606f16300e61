import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepLease, type WorkerLease } from '../../src/jobs/worker-lease.ts';
import type { Worker } from '../../src/store/leases.ts';
import { hourMs } from '../../src/time.ts';
import '../support/seeded-properties.ts';
import { createKeptLog } from '../support/bot.ts';
import { createHandTimer, type HandTimer } from '../support/hand-timer.ts';

const leaseMs = 20_000;

/** The leases of a database whose clock is that of the test, and which can be cut off. */
function leaseTable({ stopwatch }: HandTimer) {
  const now = stopwatch();
  const until = new Map<string, number>();
  /** Answers that are on their way until the test lets them arrive. */
  const held: (() => void)[] = [];
  const state = { isCut: false, areAnswersHeld: false };
  const lives = (id: string) => (until.get(id) ?? 0) > now();
  async function answered<Answer>(answer: Answer): Promise<Answer> {
    if (state.isCut) throw new Error('the database cannot be reached');
    if (state.areAnswersHeld) await new Promise<void>((resolve) => held.push(resolve));
    return answer;
  }
  const renew = ({ id, leaseMs: ms }: Worker) => until.set(id, now() + ms);
  return {
    state,
    lives,
    letArrive: () => held.splice(0).forEach((arrive) => void arrive()),
    store: {
      beginLease: async (worker: Worker) => {
        if (!state.isCut) renew(worker);
        await answered(null);
      },
      renewLease: async (worker: Worker) => {
        const isAlive = lives(worker.id);
        if (isAlive && !state.isCut) renew(worker);
        return await answered(isAlive);
      },
      endLease: async (id: string) => {
        if (!state.isCut) until.delete(id);
        await answered(null);
      },
    },
  };
}

async function keeping(ms = leaseMs) {
  const hand = createHandTimer();
  const table = leaseTable(hand);
  const log = createKeptLog();
  const keeper = await keepLease({ store: table.store, leaseMs: ms, log, ...hand });
  const events = () => log.lines.map(({ event }) => event);
  return { hand, table, keeper, events };
}

it('a process renews its lease in time', async () => {
  const { hand, table, keeper, events } = await keeping();
  const lease = keeper.current() as WorkerLease;
  await hand.pass(10 * leaseMs);
  expect(keeper.current()).toBe(lease);
  expect(table.lives(lease.workerId)).toBe(true);
  expect(events()).toEqual([]);
  await keeper[Symbol.asyncDispose]();
  expect(table.lives(lease.workerId)).toBe(false);
});

it('a process that is cut off gives up its lease before it ends for others, and gets another one afterwards', async () => {
  const { hand, table, keeper, events } = await keeping();
  const lease = keeper.current() as WorkerLease;
  table.state.isCut = true;
  await hand.pass(leaseMs * 0.75 - 1);
  expect(keeper.current()).toBe(lease);
  await hand.pass(1);
  expect(lease.ended.aborted).toBe(true);
  expect(keeper.current()).toBeNull();
  expect(table.lives(lease.workerId)).toBe(true);
  await hand.pass(10 * leaseMs);
  table.state.isCut = false;
  await hand.pass(leaseMs / 4);
  expect(keeper.current()?.workerId).not.toBe(lease.workerId);
  expect(table.lives(keeper.current()?.workerId ?? '')).toBe(true);
  expect(events()).toEqual(['leases.waiting', 'leases.lost', 'leases.regained']);
});

it('a process that was asleep knows that its lease is over, although no timer went off', async () => {
  const { hand, keeper } = await keeping();
  const lease = keeper.current() as WorkerLease;
  hand.oversleep(leaseMs);
  expect(lease.ended.aborted).toBe(false);
  keeper.check();
  expect(lease.ended.aborted).toBe(true);
});

it('an answer that comes too late does not bring back a lease', async () => {
  const { hand, table, keeper } = await keeping();
  const lease = keeper.current() as WorkerLease;
  table.state.areAnswersHeld = true;
  await hand.pass(leaseMs);
  table.letArrive();
  await hand.pass(0);
  expect(lease.ended.aborted).toBe(true);
  expect(keeper.current()).not.toBe(lease);
});

it('a renewal counts from when it was asked for, however long its answer takes', async () => {
  const { hand, table, keeper } = await keeping();
  const lease = keeper.current() as WorkerLease;
  table.state.areAnswersHeld = true;
  await hand.pass(leaseMs / 4);
  table.state.isCut = true;
  await hand.pass(leaseMs / 4 + 1);
  table.letArrive();
  await hand.pass(0);
  await hand.pass(leaseMs / 2 - 2);
  expect(keeper.current()).toBe(lease);
  await hand.pass(1);
  expect(keeper.current()).toBeNull();
});

it('a process whose lease was ended, as by one that opened the database for itself, begins another one', async () => {
  const { hand, table, keeper } = await keeping();
  const lease = keeper.current() as WorkerLease;
  await table.store.endLease(lease.workerId);
  await hand.pass(leaseMs / 4);
  expect(lease.ended.aborted).toBe(true);
  await hand.pass(leaseMs / 4);
  expect(keeper.current()).not.toBeNull();
});

it.each([leaseMs, hourMs])('requests that have left can arrive before anybody gets what they send: %i', async (ms) => {
  const { hand, table, keeper } = await keeping(ms);
  const lease = keeper.current() as WorkerLease;
  await hand.pass(ms / 4);
  table.state.isCut = true;
  await hand.pass(0.75 * ms - 1);
  table.state.isCut = false;
  await hand.pass(1);
  expect(lease.ended.aborted).toBe(true);
  await hand.pass(4_999);
  expect(keeper.current()).toBeNull();
  expect(table.lives(lease.workerId)).toBe(true);
  await hand.pass(1);
  expect(keeper.current()).not.toBeNull();
  expect(table.lives(lease.workerId)).toBe(false);
});

it('looks around at once and in each round, also after a failure, which it tells once', async () => {
  const { hand, keeper, events } = await keeping();
  let rounds = 0;
  await keeper.eachRound(async () => {
    rounds += 1;
    if (rounds > 1 && rounds < 5) throw new Error('it fails');
  });
  expect(rounds).toBe(1);
  await hand.pass(2 * leaseMs);
  expect(rounds).toBe(9);
  expect(events()).toEqual(['leases.waiting']);
});

type Kept = Awaited<ReturnType<typeof keeping>>;

/** What can happen to a process before some time passes. */
const happenings: Readonly<Record<string, (kept: Kept, ms: number) => void>> = {
  nothing: () => {},
  oversleep: ({ hand }, ms) => hand.oversleep(ms),
  cut: ({ table }) => void Object.assign(table.state, { isCut: true }),
  mend: ({ table }) => void Object.assign(table.state, { isCut: false }),
  holdAnswers: ({ table }) => void Object.assign(table.state, { areAnswersHeld: true }),
  letArrive({ table }) {
    table.state.areAnswersHeld = false;
    table.letArrive();
  },
};

it('property: whatever happens to the network and the timers, a process has no lease that has ended for others', async () => {
  const event = fc.tuple(fc.constantFrom(...Object.keys(happenings)), fc.integer({ min: 0, max: 20_000 }));
  const story = fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
    const kept = await keeping();
    const { table, keeper } = kept;
    for (const [kind, ms] of [...events, ['mend', 0], ['letArrive', leaseMs]] as const) {
      happenings[kind]?.(kept, ms);
      await kept.hand.pass(ms);
      const lease = keeper.current();
      if (lease !== null) expect(table.lives(lease.workerId)).toBe(true);
    }
    expect(keeper.current()).not.toBeNull();
    await keeper[Symbol.asyncDispose]();
  });
  await fc.assert(story, { numRuns: 200 });
}, 60_000);
