import { expect, it, onTestFinished } from 'vitest';
import { checkingPace } from '../../src/discord/posting/ended-requests.ts';
import { createPoster } from '../../src/discord/posting/poster.ts';
import { createSendGate } from '../../src/discord/posting/send-gate.ts';
import { createRest } from '../../src/discord/rest.ts';
import { createDeliverer } from '../../src/jobs/deliver.ts';
import type { WorkerLease } from '../../src/jobs/worker-lease.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import type { Store } from '../../src/store/store.ts';
import { hourMs } from '../../src/time.ts';
import { createKeptLog } from '../support/bot.ts';
import { foundMessage, type PlannedChannel, planChannels } from './planned-channels.ts';

const { signal } = new AbortController();

/** A channel at a Discord, whose digest of one message is planned. */
async function plannedAtDiscord(parts = 1) {
  const discord = await startLocalDiscord();
  onTestFinished(() => discord[Symbol.asyncDispose]());
  const { channelIds } = discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
  const planned = await planChannels({ channels: [...channelIds], parts, messageOf: foundMessage });
  onTestFinished(() => planned[Symbol.asyncDispose]());
  const [channelId = ''] = channelIds;
  const deliveries = () => planned.store.deliveries(channelId, planned.date);
  return {
    discord,
    planned,
    channelId,
    deliveries,
    workerOf: (id: string, store = planned.store) => workerOf(id, { discord, planned, store }),
  };
}

/** A process that delivers. */
async function workerOf(
  workerId: string,
  { discord, planned, store }: { discord: LocalDiscord; planned: PlannedChannel; store: Store },
) {
  await planned.store.beginLease({ id: workerId, leaseMs: hourMs });
  const ending = new AbortController();
  const lease: WorkerLease = { workerId, ended: ending.signal };
  /** Aborts in the last moment, as the keeper of the lease does if its timer is late. */
  let isOver = false;
  const check = () => {
    if (isOver) ending.abort();
  };
  const turn: { wait: Promise<void> } = { wait: Promise.resolve() };
  const pace = checkingPace({ run: async (_, request) => turn.wait.then(request) }, check);
  const { clock } = planned;
  const log = createKeptLog();
  const gate = createSendGate({ clock, log });
  const access = { apiUrl: discord.url, token: discord.token, userAgent: 'paperboy/test' };
  const poster = createPoster({ rest: createRest({ ...access, log, gate, pace }), log, clock, gate });
  const wakes: number[] = [];
  const deliverer = createDeliverer({
    ...{ store, poster, clock, log, random: () => 0.5, wakeAt: (at) => void wakes.push(at - clock()) },
    lease: () => (ending.signal.aborted ? null : lease),
  });
  return {
    ...deliverer,
    lease,
    wakes,
    turn,
    events: () => log.lines.map(({ event }) => event),
    /** The time of its lease is over. It notices at its next check. */
    oversleep: () => {
      isOver = true;
    },
    /** Its lease ends for it, as that of a process that is cut off, and a moment later for the others. */
    async lose() {
      ending.abort();
      await planned.store.endLease(workerId);
    },
    /** It dies. */
    die: () => planned.store.endLease(workerId),
  };
}

const sendsTo = ({ requests }: LocalDiscord) =>
  requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));

it('a process that lost its lease sends nothing of what waited for its turn, and another process sends it', async () => {
  const { discord, channelId, deliveries, workerOf: worker } = await plannedAtDiscord();
  const [one, two] = [await worker('one'), await worker('two')];
  const gate = Promise.withResolvers<void>();
  one.turn.wait = gate.promise;
  const sending = one.deliverDue(signal);
  await expect.poll(deliveries).toMatchObject([{ state: 'sending' }]);
  one.oversleep();
  await one.die();
  gate.resolve();
  await sending;
  expect(sendsTo(discord)).toEqual([]);
  expect(await deliveries()).toMatchObject([{ state: 'sending' }]);
  await two.watch(two.lease);
  expect(two.wakes).toEqual([0]);
  await two.recover(signal);
  await two.deliverDue(signal);
  expect(discord.messages(channelId)).toHaveLength(1);
  expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  expect(two.events()).toContain('leases.taken-over');
});

it('a request that has left is given up when its lease ends, and its message is found by the process that takes over', async () => {
  const { discord, channelId, deliveries, workerOf: worker } = await plannedAtDiscord();
  const [one, two] = [await worker('one'), await worker('two')];
  discord.faults.add({ kind: 'hang', method: 'POST', path: new RegExp(`${channelId}/messages$`) });
  const sending = one.deliverDue(signal);
  await expect.poll(() => discord.messages(channelId)).toHaveLength(1);
  await one.lose();
  await sending;
  expect(await deliveries()).toMatchObject([{ state: 'sending' }]);
  await two.recover(signal);
  await two.deliverDue(signal);
  expect(sendsTo(discord)).toHaveLength(1);
  expect(await deliveries()).toMatchObject([{ state: 'sent', messageId: discord.messages(channelId)[0]?.id }]);
});

/** A process died for others before its request left, and another one has taken over. `goOn` lets the request leave. */
async function diedWhileSending() {
  const { discord, channelId, deliveries, workerOf: worker } = await plannedAtDiscord();
  const [one, two] = [await worker('one'), await worker('two')];
  const gate = Promise.withResolvers<void>();
  one.turn.wait = gate.promise;
  const sending = one.deliverDue(signal);
  await expect.poll(deliveries).toMatchObject([{ state: 'sending' }]);
  await one.die();
  await two.recover(signal);
  const goOn = async (): Promise<void> => {
    gate.resolve();
    await sending;
  };
  return { discord, channelId, deliveries, one, two, goOn };
}

it('a process that died for others while it sent says what it sent, which is not sent again', async () => {
  const { discord, channelId, deliveries, two, goOn } = await diedWhileSending();
  expect(await deliveries()).toMatchObject([{ state: 'retry', inDoubt: true }]);
  // The clock of the database ran ahead: the first process has time left.
  await goOn();
  expect(await deliveries()).toMatchObject([{ state: 'sent' }]);
  await two.deliverDue(signal);
  expect(discord.messages(channelId)).toHaveLength(1);
});

it('two processes that send the same message at the same time post it once, by its nonce', async () => {
  const { discord, channelId, deliveries, one, two, goOn } = await diedWhileSending();
  await two.deliverDue(signal);
  await goOn();
  expect(sendsTo(discord)).toHaveLength(2);
  expect(discord.messages(channelId)).toHaveLength(1);
  expect(one.events()).toContain('delivery.late');
  expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }]);
});

it('a claim whose answer was lost is found again by the process that made it', async () => {
  const { discord, planned, channelId, deliveries, workerOf: worker } = await plannedAtDiscord();
  let isLost = true;
  const losing: Store = {
    ...planned.store,
    async claimDeliveries(...given) {
      const claimed = await planned.store.claimDeliveries(...given);
      if (!isLost) return claimed;
      isLost = false;
      throw new Error('the connection was lost during the commit');
    },
  };
  const one = await worker('one', losing);
  await expect(one.deliverDue(signal)).rejects.toThrow('lost during the commit');
  expect(await deliveries()).toMatchObject([{ state: 'sending' }]);
  await one.recover(signal);
  await one.deliverDue(signal);
  expect(discord.messages(channelId)).toHaveLength(1);
  expect(await deliveries()).toMatchObject([{ state: 'sent' }]);
});

it('a process without a lease sends nothing, and notices in time what another one planned', async () => {
  const { discord, deliveries, workerOf: worker } = await plannedAtDiscord(2);
  const [one, two] = [await worker('one'), await worker('two')];
  await one.lose();
  await one.deliverDue(signal);
  expect(await deliveries()).toMatchObject([{ state: 'planned' }, { state: 'planned' }]);
  await two.watch(two.lease);
  expect(two.wakes).toEqual([0]);
  await two.deliverDue(signal);
  expect(sendsTo(discord)).toHaveLength(2);
  two.wakes.length = 0;
  await two.watch(two.lease);
  expect(two.wakes).toEqual([]);
});
