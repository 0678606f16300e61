import { expect, it, onTestFinished } from 'vitest';
import { checkingPace } from '../../../src/discord/posting/ended-requests.ts';
import { createPoster } from '../../../src/discord/posting/poster.ts';
import { createSendGate } from '../../../src/discord/posting/send-gate.ts';
import { createRest } from '../../../src/discord/rest.ts';
import { createAlarm } from '../../../src/jobs/alarm.ts';
import { createDeliverer } from '../../../src/jobs/deliver.ts';
import { keepLease } from '../../../src/jobs/worker-lease.ts';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { hourMs } from '../../../src/time.ts';
import { foundMessage, planChannels } from '../../jobs/planned-channels.ts';
import { createKeptLog } from '../../support/bot.ts';
import { createQuickPace } from '../../support/quick-discord.ts';
import { startNetwork } from './network.ts';
import { serverOrSkip } from './server.ts';

const eight = Array.from({ length: 8 }, (_, index) => `worker ${index}`);

async function opened(url: string): Promise<Store> {
  const store = await openPostgresStore({ url, searchesHere: true });
  onTestFinished(() => store[Symbol.asyncDispose]());
  return store;
}

it('of eight processes that take over, claim and lead at once, each thing is done by one', async ({ skip }) => {
  const url = await (await serverOrSkip(skip)).newDatabase();
  await using planned = await planChannels({ channels: 40, parts: 1, url });
  const stores = await Promise.all(eight.map(() => opened(url)));
  for (const [index, store] of stores.entries()) await store.beginLease({ id: eight[index] ?? '', leaseMs: hourMs });
  const everywhere = async <Result>(act: (store: Store, workerId: string) => Promise<Result>): Promise<Result[]> =>
    await Promise.all(stores.map((store, index) => act(store, eight[index] ?? '')));

  const claimed = await everywhere((store) => store.claimDeliveries('dead', planned.clock(), 5));
  const ids = claimed.flat().map(({ id }) => id);
  expect([ids.length, new Set(ids).size]).toEqual([40, 40]);
  const taken = await everywhere((store, workerId) =>
    store.takeOverDeliveries({ workerId, kind: null, inHand: [] }, 9),
  );
  const more = await everywhere((store, workerId) =>
    store.takeOverDeliveries({ workerId, kind: null, inHand: taken.flat().map(({ id }) => id) }, 40),
  );
  const all = [...taken, ...more].flat().map(({ id }) => id);
  expect([all.length, new Set(all).size]).toEqual([40, 40]);

  const leading = await everywhere((store, workerId) => store.takeTask('jobs', workerId));
  expect(leading.filter(Boolean)).toHaveLength(1);
  const waits = (await everywhere((store) => store.reserveRequests('token', 1, 10_000))).toSorted((a, b) => a - b);
  for (const [index, wait] of waits.entries()) {
    expect(wait).toBeLessThanOrEqual(index * 10_000);
    expect(wait).toBeGreaterThan(index * 10_000 - 9_000);
  }
});

const leaseMs = 3_000;

/** A process that delivers, with everything that it needs for that. */
async function startWorker(store: Store, discord: LocalDiscord, clock: () => number) {
  const log = createKeptLog();
  const { signal } = new AbortController();
  const keeper = await keepLease({ store, leaseMs, log });
  onTestFinished(() => keeper[Symbol.asyncDispose]());
  const gate = createSendGate({ clock, log });
  const access = { apiUrl: discord.url, token: discord.token, userAgent: 'paperboy/test' };
  const rest = createRest({ ...access, log, gate, pace: checkingPace(createQuickPace(), keeper.check) });
  const poster = createPoster({ rest, log, clock, gate });
  const alarm = createAlarm(clock);
  onTestFinished(() => alarm[Symbol.dispose]());
  const tools = { store, poster, clock, log, random: () => 0.5, lease: keeper.current, wakeAt: alarm.setTo };
  const deliverer = createDeliverer(tools);
  const run = async () => {
    await deliverer.recover(signal);
    await deliverer.deliverDue(signal);
  };
  alarm.onRing(() => void run().catch(() => undefined));
  return { deliverer, keeper, events: () => log.lines.map(({ event }) => event) };
}

it('a process whose connection stalls while it sends is replaced in time, and every message comes once', async ({
  skip,
}) => {
  const server = await serverOrSkip(skip);
  if (server.process === null) return skip('the socket of a server of somebody else is not known');
  await using discord = await startLocalDiscord({ latencyMs: { min: 100, max: 300 }, limits: { speed: 20 } });
  const names = Array.from({ length: 30 }, (_, index) => `papers-${index}`);
  const guild = discord.world.createGuild({ name: 'Reading group', channels: names });
  const channelIds = [...guild.channelIds];
  const url = await server.newDatabase();
  await using planned = await planChannels({ channels: channelIds, parts: 2, url, messageOf: foundMessage });
  await using network = await startNetwork(server.process.socket);
  const { pathname } = new URL(url.replace('@/', '@host/'));
  const one = await startWorker(
    await opened(`postgres://tests@127.0.0.1:${network.port}${pathname}`),
    discord,
    planned.clock,
  );
  const two = await startWorker(await opened(url), discord, planned.clock);
  const posted = () => channelIds.map((id) => discord.messages(id).length);
  const count = () => posted().reduce((sum, messages) => sum + messages, 0);

  const sending = one.deliverer.deliverDue(new AbortController().signal).catch(() => undefined);
  await expect.poll(count, { interval: 5 }).toBeGreaterThan(3);
  network.stall();
  const since = performance.now();
  await two.keeper.eachRound(two.deliverer.watch);
  await expect.poll(count, { timeout: 10 * leaseMs }).toBe(60);
  expect(performance.now() - since).toBeLessThan(4 * leaseMs);
  const states = async () =>
    (await Promise.all(channelIds.map((id) => planned.store.deliveries(id, planned.date))))
      .flat()
      .map((each) => each.state);
  await expect.poll(states, { timeout: 10 * leaseMs }).toEqual(Array(60).fill('sent'));
  expect(posted()).toEqual(channelIds.map(() => 2));
  expect(one.events()).toContain('leases.lost');
  expect(two.events().filter((event) => event === 'leases.taken-over')).toHaveLength(1);
  // Its statements end with their connections.
  network.cut();
  await sending;
}, 60_000);
