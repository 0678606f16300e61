import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/time.ts';
import { type Friday, startFriday } from './friday.ts';
import type { RunningApp } from './running-app.ts';

let friday: Friday;
let running: RunningApp;
beforeEach(async () => {
  friday = await startFriday();
  ({ running } = friday);
});
afterEach(async () => {
  expect(running.discord.violations).toEqual([]);
  await friday[Symbol.asyncDispose]();
});

const world = () => running.discord.world;
const botMay = (change: { allow?: ['SendMessages']; deny?: ['SendMessages'] }) =>
  world().setOverwrite(running.channelId, { member: running.discord.applicationId, ...change });
const blockedReason = async () => (await running.app.store.channel(running.channelId))?.blockedReason;

async function subscribe(): Promise<void> {
  await friday.subscribe();
  await friday.announce(2);
}

/** Subscribes, removes the permission, and lets the digest fail. */
async function becomeBlocked(): Promise<void> {
  await subscribe();
  botMay({ deny: ['SendMessages'] });
  await friday.wakeAfter(2 * 3_600_000);
  expect(await blockedReason()).not.toBeNull();
}

describe('a blocked channel', () => {
  it('is reported once, in the channel for Discord’s own news', async () => {
    const news = world().createChannel({ guild: running.guildId, name: 'news' });
    world().setSystemChannel(running.guildId, news);
    await becomeBlocked();
    await friday.wakeAfter(60_000);
    await running.restart();
    await friday.wakeAfter(60_000);
    expect(running.discord.messages(news)).toHaveLength(1);
    expect(running.discord.messages(news)[0]?.content).toContain(`I cannot post the papers in <#${running.channelId}>`);
    expect(friday.events('channel.blocked')).toMatchObject([{ channelId: running.channelId, notified: 'guild' }]);
  });

  it('is reported to its subscriber if the guild has no such channel', async () => {
    await becomeBlocked();
    await friday.wakeAfter(60_000);
    expect(running.discord.messages(world().directChannel(running.manager.id))).toHaveLength(1);
    expect(friday.events('channel.blocked')).toMatchObject([{ notified: 'subscriber' }]);
  });

  it('gets its waiting digest as soon as the permissions change', async () => {
    await becomeBlocked();
    botMay({ allow: ['SendMessages'] });
    await expect
      .poll(async () => {
        await friday.wakeAfter(60_000);
        return await blockedReason();
      })
      .toBeNull();
    await friday.wakeAfter(60_000);
    expect(running.postedIds()).toHaveLength(2);
    expect(friday.events('channel.unblocked')).toHaveLength(1);
  });

  it('is checked daily, even if Discord sent no event', async () => {
    await becomeBlocked();
    running.discord.gateway.breakConnections();
    await running.restart();
    botMay({ allow: ['SendMessages'] });
    await friday.wakeAfter(dayMs);
    expect(await blockedReason()).toBeNull();
  });

  it('gets no test message while it is blocked', async () => {
    await becomeBlocked();
    const posts = () =>
      running.discord.requests.filter(({ method, path }) => method === 'POST' && path.includes(running.channelId))
        .length;
    const before = posts();
    for (let count = 0; count < 4; count++) await friday.wakeAfter(dayMs);
    expect(posts()).toBe(before);
    expect(await blockedReason()).not.toBeNull();
  });
});

describe('a guild that removes the bot', () => {
  const isStored = async () => (await running.app.store.channel(running.channelId)) !== null;

  it('is kept for seven days, without digests, and then deleted completely', async () => {
    await subscribe();
    world().removeBot(running.guildId);
    await expect.poll(() => friday.events('guild.removed')).toMatchObject([{ guildId: running.guildId }]);
    await friday.wakeAfter(6 * dayMs);
    expect(await isStored()).toBe(true);
    expect(friday.events('digest.planned')).toEqual([]);
    await friday.wakeAfter(2 * dayMs);
    expect(await isStored()).toBe(false);
    expect(await running.app.store.subscriptions(running.guildId)).toEqual([]);
    expect(friday.events('guild.deleted')).toMatchObject([{ guildId: running.guildId }]);
  });

  it('that invites it again within that time finds everything unchanged', async () => {
    await subscribe();
    world().removeBot(running.guildId);
    await expect.poll(() => friday.events('guild.removed')).toHaveLength(1);
    await friday.wakeAfter(3 * dayMs);
    world().inviteBot(running.guildId);
    await expect.poll(() => friday.events('guild.returned')).toHaveLength(1);
    await friday.wakeAfter(9 * dayMs);
    expect(await isStored()).toBe(true);
  });

  it('that removes it while it is stopped is noticed at the next start', async () => {
    await subscribe();
    await running.whileStopped(() => world().removeBot(running.guildId));
    expect(friday.events('guild.removed')).toHaveLength(1);
  });

  it('is not the same as a guild with an outage', async () => {
    await subscribe();
    world().setGuildOutage(running.guildId, true);
    await running.restart();
    world().setGuildOutage(running.guildId, false);
    await friday.wakeAfter(8 * dayMs);
    expect(friday.events('guild.removed')).toEqual([]);
    expect(await isStored()).toBe(true);
  });
});
