import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createPoster } from '../../src/discord/posting/poster.ts';
import { createSendGate } from '../../src/discord/posting/send-gate.ts';
import { createRest } from '../../src/discord/rest.ts';
import { createDeliverer } from '../../src/jobs/deliver.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { createKeptLog } from '../support/bot.ts';
import { steadyLease } from '../support/steady-lease.ts';
import { planChannels } from './planned-channels.ts';

const parts = 2;
/** The timeout of a request, 15 s outside of tests. Sends in sequence would take longer. */
const timeoutMs = 4_000;

const sendsTo = (discord: LocalDiscord, channelId: string) =>
  discord.requests.filter(({ method, path }) => method === 'POST' && path === `/channels/${channelId}/messages`);

it('sends to many channels within the limits: Discord refuses nothing, and no channel delays another', async () => {
  await using discord = await startLocalDiscord({ latencyMs: { min: 40, max: 80 } });
  const names = Array.from({ length: 40 }, (_, index) => `papers-${index + 1}`);
  const { channelIds } = discord.world.createGuild({ name: 'Reading group', channels: names });
  await using planned = await planChannels({ channels: [...channelIds], parts });
  const [hanging = '', forbidden = '', ...others] = channelIds;
  discord.faults.add({ kind: 'hang', method: 'POST', path: new RegExp(hanging) });
  discord.faults.add({ kind: 'refused', path: new RegExp(forbidden), status: 403, code: 50013 });
  const { store, clock } = planned;
  const log = createKeptLog();
  const gate = createSendGate({ clock, log });
  const access = { apiUrl: discord.url, token: discord.token, userAgent: 'paperboy/test' };
  const poster = createPoster({ rest: createRest({ ...access, log, gate, timeoutMs }), log, clock, gate });
  const deliverer = createDeliverer({ store, poster, clock, log, random: () => 0.5, lease: steadyLease() });

  const startedAt = performance.now();
  const delivering = deliverer.deliverDue(new AbortController().signal);
  while (others.some((id) => discord.messages(id).length < parts)) {
    expect(performance.now() - startedAt).toBeLessThan(timeoutMs - 500);
    await pause(20);
  }
  for (const id of others) {
    expect(discord.messages(id).map(({ content }) => content)).toEqual(['part 1', 'part 2']);
  }
  expect((await store.deliveries(hanging, planned.date)).map(({ state }) => state)).toContain('sending');
  expect(sendsTo(discord, forbidden).map(({ status }) => status)).toEqual([403]);
  await delivering;
  expect((await store.deliveries(hanging, planned.date)).map(({ state }) => state)).toContain('retry');
  expect(discord.requests.filter(({ status }) => status === 429)).toEqual([]);
});
