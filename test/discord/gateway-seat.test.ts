import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createGatewaySeat, type GatewaySeat } from '../../src/discord/gateway-seat.ts';
import { keepLease } from '../../src/jobs/worker-lease.ts';
import { createKeptLog } from '../support/bot.ts';
import { createLeases, type Leases } from '../support/leases.ts';

const leaseMs = 800;

interface Process extends AsyncDisposable {
  readonly seat: GatewaySeat;
  readonly standbys: boolean[];
  readonly fatal: Error[];
  readonly events: () => readonly string[];
  /** Cuts it off from the database, or ends that. */
  setCut(isCut: boolean): void;
}

/** Starts a process that connects, and says in `open` that it is connected. */
async function start(
  name: string,
  leases: Leases,
  open: Set<string>,
  connect?: (signal: AbortSignal) => Promise<AsyncDisposable>,
): Promise<Process> {
  await using opened = new AsyncDisposableStack();
  const store = leases.user();
  const log = createKeptLog();
  const standbys: boolean[] = [];
  const fatal: Error[] = [];
  const lease = opened.use(await keepLease({ store, leaseMs, log }));
  const connected = async () => {
    open.add(name);
    return { [Symbol.asyncDispose]: async () => void open.delete(name) };
  };
  const seat = opened.use(
    createGatewaySeat({
      ...{ store, log, lease: lease.current, shards: { first: 0, last: 3, count: 16 }, connect: connect ?? connected },
      setStandby: (is) => void standbys.push(is),
      onFatal: (error) => void fatal.push(error),
    }),
  );
  await lease.eachRound(seat.seek);
  await seat.started;
  const closing = opened.move();
  return {
    seat,
    standbys,
    fatal,
    events: () => log.lines.map(({ event }) => event).filter((event) => event.startsWith('gateway.')),
    setCut: (isCut) => {
      store.isCut = isCut;
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

it('lets the second process wait, and connect when the first one stops', async () => {
  const leases = createLeases();
  const open = new Set<string>();
  const one = await start('one', leases, open);
  await using two = await start('two', leases, open);
  expect(leases.tasks()).toEqual(['gateway-0-3/16']);
  await sleep(2 * leaseMs);
  expect([...open]).toEqual(['one']);
  expect(two.standbys).toEqual([true]);
  expect(two.events()).toEqual(['gateway.standby']);
  await one[Symbol.asyncDispose]();
  expect([...open]).toEqual([]);
  await expect.poll(() => [...open], { timeout: 5_000 }).toEqual(['two']);
  expect(two.standbys).toEqual([true, false]);
});

it('closes the connection of a process that is cut off before another one connects', async () => {
  const leases = createLeases();
  const open = new Set<string>();
  let mostAtOnce = 0;
  const watch = setInterval(() => {
    mostAtOnce = Math.max(mostAtOnce, open.size);
  }, 1);
  await using one = await start('one', leases, open);
  await using _two = await start('two', leases, open);
  one.setCut(true);
  await expect.poll(() => [...open], { timeout: 5_000 }).toEqual(['two']);
  expect(one.events()).toEqual(['gateway.lost']);
  one.setCut(false);
  await expect.poll(() => one.standbys, { timeout: 5_000 }).toEqual([true]);
  clearInterval(watch);
  expect(mostAtOnce).toBe(1);
});

it('connects again by itself if nobody took its place meanwhile', async () => {
  const open = new Set<string>();
  await using one = await start('one', createLeases(), open);
  one.setCut(true);
  await expect.poll(() => [...open], { timeout: 5_000 }).toEqual([]);
  one.setCut(false);
  await expect.poll(() => [...open], { timeout: 5_000 }).toEqual(['one']);
  expect(one.standbys).toEqual([]);
});

it('keeps the connection while the database is away for less than the lease', async () => {
  const open = new Set<string>();
  await using one = await start('one', createLeases(), open);
  for (let outages = 0; outages < 3; outages += 1) {
    one.setCut(true);
    await sleep(leaseMs / 4);
    one.setCut(false);
    await sleep(leaseMs / 3);
  }
  expect([...open]).toEqual(['one']);
  expect(one.events()).toEqual([]);
});

it('passes on a failure to connect at the start, reports a later one, and does not try again', async () => {
  const leases = createLeases();
  const open = new Set<string>();
  let tries = 0;
  const refuse = () => {
    tries += 1;
    return Promise.reject(new Error('refused'));
  };
  await expect(start('one', leases, open, refuse)).rejects.toThrow('refused');
  expect(leases.tasks()).toEqual([]);
  const two = await start('two', leases, open);
  await using three = await start('three', leases, open, refuse);
  await two[Symbol.asyncDispose]();
  await expect.poll(() => three.fatal, { timeout: 5_000 }).toEqual([new Error('refused')]);
  await sleep(leaseMs);
  expect(tries).toBe(2);
});

it('gives up an attempt to connect whose lease is lost', async () => {
  const leases = createLeases();
  const open = new Set<string>();
  const starting = start(
    'one',
    leases,
    open,
    (over) => new Promise<never>((_, refuse) => over.addEventListener('abort', () => refuse(over.reason))),
  );
  const [user] = leases.users;
  await expect.poll(() => leases.tasks()).toEqual(['gateway-0-3/16']);
  if (user !== undefined) user.isCut = true;
  await using _two = await start('two', leases, open, undefined);
  await expect.poll(() => [...open], { timeout: 5_000 }).toEqual(['two']);
  if (user !== undefined) user.isCut = false;
  await (await starting)[Symbol.asyncDispose]();
});
