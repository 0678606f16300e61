import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SampleSources, startSampleSources } from '../../src/playground/sample-sources.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { type RunningApp, runApp } from './running-app.ts';

const day = 24 * 3_600_000;
/** A Friday. */
const start = Date.parse('2026-06-12T07:00:00Z');
let now = start;
let sources: SampleSources;
let running: RunningApp;

beforeEach(async () => {
  now = start;
  // Days without papers: what is posted here, the test has announced.
  sources = await startSampleSources({ today: '2026-01-01' });
  sources.setDay('2026-06-12');
  running = await runApp({ sourcesUrl: sources.url, now, categories: ['cs.CL'] });
});
afterEach(async () => {
  expect(running.discord.violations).toEqual([]);
  await running[Symbol.asyncDispose]();
  await sources[Symbol.asyncDispose]();
});

const world = () => running.discord.world;
const events = (name: string) => running.log.lines.filter(({ event }) => event === name);
const botMay = (change: { allow?: ['SendMessages']; deny?: ['SendMessages'] }) =>
  world().setOverwrite(running.channelId, { member: running.discord.applicationId, ...change });
const blockedReason = async () => (await running.app.store.channel(running.channelId))?.blockedReason;

async function wakeAfter(ms: number): Promise<void> {
  now += ms;
  running.setTime(now);
  sources.setDay(new Date(now).toISOString().slice(0, 10));
  await running.app.wake();
}

async function subscribe(): Promise<void> {
  const preview = await running.manager.run('/subscribe', { topic: 'diffusion' });
  await running.manager.press(await preview.answered(), 'Subscribe');
  const entries = inventPapers(2, 'diffusion').map((paper) => ({ paper, announceType: 'new' as const }));
  const listing = { source: 'arxiv', date: '2026-06-12', entries, skipped: [], etags: {}, isPartial: false };
  await running.app.store.recordListing(listing, now);
}

/** Subscribes, takes the permission away, and lets the digest fail. */
async function becomeBlocked(): Promise<void> {
  await subscribe();
  botMay({ deny: ['SendMessages'] });
  await wakeAfter(2 * 3_600_000);
  expect(await blockedReason()).not.toBeNull();
}

describe('a channel that cannot be posted to', () => {
  it('is told of once, where Discord posts its own news', async () => {
    const news = world().createChannel({ guild: running.guildId, name: 'news' });
    world().setSystemChannel(running.guildId, news);
    await becomeBlocked();
    await wakeAfter(60_000);
    await running.restart();
    await wakeAfter(60_000);
    expect(running.discord.messages(news)).toHaveLength(1);
    expect(running.discord.messages(news)[0]?.content).toContain(`I cannot post the papers in <#${running.channelId}>`);
    expect(events('channel.blocked')).toMatchObject([{ channelId: running.channelId, told: 'guild' }]);
  });

  it('is told of to whoever subscribed it, where the guild has no such channel', async () => {
    await becomeBlocked();
    await wakeAfter(60_000);
    expect(running.discord.messages(world().directChannel(running.manager.id))).toHaveLength(1);
    expect(events('channel.blocked')).toMatchObject([{ told: 'subscriber' }]);
  });

  it('gets what was held back as soon as the permissions change, without anyone asking', async () => {
    await becomeBlocked();
    botMay({ allow: ['SendMessages'] });
    await expect
      .poll(async () => {
        await wakeAfter(60_000);
        return await blockedReason();
      })
      .toBeNull();
    await wakeAfter(60_000);
    expect(running.postedIds()).toHaveLength(2);
    expect(events('channel.unblocked')).toHaveLength(1);
  });

  it('is looked at daily, though Discord told nothing', async () => {
    await becomeBlocked();
    running.discord.gateway.breakConnections();
    await running.restart();
    botMay({ allow: ['SendMessages'] });
    await wakeAfter(day);
    expect(await blockedReason()).toBeNull();
  });

  it('is left alone while it is closed: nothing is posted to find out', async () => {
    await becomeBlocked();
    const posts = () =>
      running.discord.requests.filter(({ method, path }) => method === 'POST' && path.includes(running.channelId))
        .length;
    const before = posts();
    for (let count = 0; count < 4; count++) await wakeAfter(day);
    expect(posts()).toBe(before);
    expect(await blockedReason()).not.toBeNull();
  });
});

describe('a guild that removes the bot', () => {
  const isStored = async () => (await running.app.store.channel(running.channelId)) !== null;

  it('is kept for seven days, without digests, and then deleted whole', async () => {
    await subscribe();
    world().removeBot(running.guildId);
    await expect.poll(() => events('guild.removed')).toMatchObject([{ guildId: running.guildId }]);
    await wakeAfter(6 * day);
    expect(await isStored()).toBe(true);
    expect(events('digest.planned')).toEqual([]);
    await wakeAfter(2 * day);
    expect(await isStored()).toBe(false);
    expect(await running.app.store.subscriptions(running.guildId)).toEqual([]);
    expect(events('guild.deleted')).toMatchObject([{ guildId: running.guildId }]);
  });

  it('and takes it back within that time finds all as it was', async () => {
    await subscribe();
    world().removeBot(running.guildId);
    await expect.poll(() => events('guild.removed')).toHaveLength(1);
    await wakeAfter(3 * day);
    world().inviteBot(running.guildId);
    await expect.poll(() => events('guild.returned')).toHaveLength(1);
    await wakeAfter(9 * day);
    expect(await isStored()).toBe(true);
  });

  it('while the bot is away is noticed at the next start', async () => {
    await subscribe();
    await running.whileStopped(() => world().removeBot(running.guildId));
    expect(events('guild.removed')).toHaveLength(1);
  });

  it('is not one that has an outage', async () => {
    await subscribe();
    world().setGuildOutage(running.guildId, true);
    await running.restart();
    world().setGuildOutage(running.guildId, false);
    await wakeAfter(8 * day);
    expect(events('guild.removed')).toEqual([]);
    expect(await isStored()).toBe(true);
  });
});
