import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createLeadership, type Term } from '../../src/jobs/leadership.ts';
import { startWakeUps } from '../../src/jobs/wake-up.ts';
import type { Store } from '../../src/store/store.ts';
import { hourMs } from '../../src/time.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';

/** A process that can do the jobs. Its one job notes its number each time it runs, and counts its runs in this term. */
async function processOf(store: Store, number: number, runs: string[]) {
  const log = createKeptLog();
  const stopping = new AbortController();
  const terms: Term[] = [];
  const makeJobs = (term: Term) => {
    terms.push(term);
    let count = 0;
    const run = async () => {
      count += 1;
      runs.push(`${number}: ${count}`);
    };
    return [{ name: 'count', run }];
  };
  const startJobs = (jobs: Parameters<typeof startWakeUps>[0]) => startWakeUps(jobs, log);
  let check = (): void => {};
  const leadership = createLeadership({
    ...{ store, log, stopping: stopping.signal, makeJobs, startJobs },
    check: () => check(),
  });
  onTestFinished(() => leadership[Symbol.asyncDispose]());
  const begin = async (workerId: string) => {
    await store.beginLease({ id: workerId, leaseMs: hourMs });
    const ending = new AbortController();
    /** Its time is over, and its timer is late. */
    const oversleep = () => {
      check = () => ending.abort();
    };
    return { workerId, ended: ending.signal, end: () => ending.abort(), oversleep };
  };
  return { leadership, terms, stopping, begin, events: () => log.lines.map(({ event }) => event) };
}

async function twoProcesses() {
  const store = await sqlitePlace().open();
  const runs: string[] = [];
  return { store, runs, one: await processOf(store, 1, runs), two: await processOf(store, 2, runs) };
}

it('one process does the jobs, and another one as soon as the lease of the first has ended', async () => {
  const { store, runs, one, two } = await twoProcesses();
  const [first, second] = [await one.begin('one'), await two.begin('two')];
  for (let round = 0; round < 3; round += 1) {
    await one.leadership.seek(first);
    await two.leadership.seek(second);
  }
  expect(runs).toEqual(['1: 1']);
  expect([one.leadership.jobs().length, two.leadership.jobs().length]).toEqual([1, 0]);
  await store.endLease('one');
  await two.leadership.seek(second);
  expect(runs).toEqual(['1: 1', '2: 1']);
});

it('a process that loses its lease does and changes nothing more, and begins again when it gets the jobs back', async () => {
  const { store, runs, one } = await twoProcesses();
  const first = await one.begin('one');
  await one.leadership.seek(first);
  const [term] = one.terms;
  first.end();
  expect(term?.signal.aborted).toBe(true);
  await expect(term?.store.deliveries('channel', '2026-03-02')).rejects.toThrow('another process');
  expect(term?.store.meaning).toBe(store.meaning);
  await pause(0);
  expect(one.leadership.jobs()).toEqual([]);
  await store.endLease('one');
  await one.leadership.seek(await one.begin('one again'));
  expect(runs).toEqual(['1: 1', '1: 1']);
  expect(one.events()).toEqual(['leases.leading', 'leases.led', 'leases.leading']);
});

it('a process that stood still changes nothing more, although the timer of its lease is late', async () => {
  const { one } = await twoProcesses();
  const first = await one.begin('one');
  await one.leadership.seek(first);
  first.oversleep();
  const [term] = one.terms;
  expect(term?.ended.aborted).toBe(false);
  await expect(term?.store.endLeases()).rejects.toThrow('another process');
  expect(term?.ended.aborted).toBe(true);
});

it('a bot that stops while it takes the jobs over does none of them', async () => {
  const { store, runs, one } = await twoProcesses();
  const first = await one.begin('one');
  const seeking = one.leadership.seek(first);
  one.stopping.abort();
  await one.leadership[Symbol.asyncDispose]();
  await seeking;
  expect(runs).toEqual([]);
  expect(one.leadership.jobs()).toEqual([]);
  expect(await store.takeTask('jobs', 'one')).toBe(true);
});

it('a job that is cut off has not failed, and the next term waits for its end', async () => {
  const store = await sqlitePlace().open();
  const log = createKeptLog();
  const hanging = Promise.withResolvers<void>();
  const leadership = createLeadership({
    ...{ store, log, check: () => {}, stopping: new AbortController().signal },
    makeJobs: (term) => [{ name: 'slow', run: () => hanging.promise.then(() => term.store.endLeases()) }],
    startJobs: (jobs) => startWakeUps(jobs, log),
  });
  onTestFinished(() => leadership[Symbol.asyncDispose]());
  const begin = (id: string) => store.beginLease({ id, leaseMs: hourMs });
  const ending = new AbortController();
  await begin('one');
  await leadership.seek({ workerId: 'one', ended: ending.signal });
  ending.abort();
  await begin('two');
  const next = { workerId: 'two', ended: new AbortController().signal };
  await store.endLease('one');
  await leadership.seek(next);
  expect(log.lines.filter(({ event }) => event === 'leases.leading')).toHaveLength(1);
  hanging.resolve();
  // It does not wait for the next round, which comes after a quarter of an hour on a file.
  await expect.poll(() => leadership.jobs().length).toBe(1);
  expect(log.lines.map(({ event }) => event)).toEqual(['leases.leading', 'leases.led', 'leases.leading']);
});

it('a bot that stops lets its jobs finish what they have begun, and takes none over', async () => {
  const { store, one, two } = await twoProcesses();
  const first = await one.begin('one');
  await one.leadership.seek(first);
  one.stopping.abort();
  const [term] = one.terms;
  expect(term?.signal.aborted).toBe(true);
  expect(term?.ended.aborted).toBe(false);
  expect(await term?.store.lastNewsNumber()).toBe(0);
  await one.leadership[Symbol.asyncDispose]();
  await store.endLease('one');
  await one.leadership.seek(await one.begin('again'));
  expect(one.leadership.jobs()).toEqual([]);
  await two.leadership.seek(await two.begin('two'));
  expect(two.leadership.jobs()).toHaveLength(1);
});
