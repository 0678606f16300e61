import { beforeEach, describe, expect, it } from 'vitest';
import { publishMessage } from '../../src/discord/posting/publisher.ts';
import { createSendGate } from '../../src/discord/posting/send-gate.ts';
import { publishDue } from '../../src/jobs/publish.ts';
import type { Channel } from '../../src/playground/discord/world-shapes.ts';
import { dayMs, hourMs, minuteMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
let news: Channel;
/** A channel of another server that follows `news`. */
let follower: Channel;
startBotForEach(
  (started) => {
    bot = started;
  },
  { limits: { messagesPerWindow: 1_000 } },
);
beforeEach(async () => {
  const { world } = bot.discord;
  news = world.createChannel({ guild: bot.guildId, name: 'news', kind: 'announcement' });
  const elsewhere = world.createGuild({ name: 'Elsewhere', bot: ['ManageWebhooks', 'ViewChannel'] });
  follower = world.createChannel({ guild: elsewhere, name: 'from-outside' });
  await bot.rest.post(`/channels/${news.id}/followers`, { body: { webhook_channel_id: follower.id } });
  const preview = await bot.manager.run('/subscribe', { topic: 'diffusion', channel: news });
  await bot.manager.press(preview, 'Subscribe');
  await bot.router.whenIdle();
});

const papersIn = (channel: Channel) =>
  bot.discord.messages(channel).flatMap(({ embeds }) => embeds.map(({ url }) => url));
const crossposts = () => bot.discord.requests.filter(({ path }) => path.endsWith('/crosspost')).length;
const isCrosspost = { method: 'POST', path: /\/crosspost$/ } as const;
const status = async () => (await bot.manager.run('/digest status', { channel: news })).content;
const gaveUp = () => bot.log.lines.filter(({ event }) => event === 'publication.given-up');

/** Changes a setting as a manager does. */
async function change(setting: string, choice: string): Promise<void> {
  const panel = await bot.manager.run('/digest settings', { channel: news });
  const question = await bot.manager.choose(panel, 'Change a setting…', setting);
  await bot.manager.press(await bot.manager.choose(question, setting, choice), 'Save');
  await bot.router.whenIdle();
}

/** A digest of the next day. */
async function digest(papers: number, offset = 0): Promise<void> {
  await bot.announce(inventPapers(papers + offset, 'diffusion').slice(offset));
  bot.pass(dayMs);
  await bot.wake();
}

describe('a digest in an announcement channel', () => {
  it('is published, and comes to the servers that follow the channel', async () => {
    await bot.manager.run('/digest settings', { channel: news, max: 30 });
    await bot.router.whenIdle();
    await digest(12);
    expect(papersIn(news)).toHaveLength(12);
    expect(papersIn(follower)).toEqual(papersIn(news));
    expect(await status()).not.toContain('published');
    await bot.wake();
    expect(crossposts()).toBe(2);
  });

  it('is published alone: not what commands say, and not the line of a quiet day', async () => {
    await change('Days without papers', 'A short line');
    bot.pass(dayMs);
    await bot.wake();
    expect(bot.discord.messages(news).length).toBeGreaterThan(1);
    expect(bot.discord.messages(follower)).toEqual([]);
  });

  it('stays here if the channel does not publish', async () => {
    await change('Servers that follow this channel', 'No, keep them here');
    await digest(1);
    expect(papersIn(news)).toHaveLength(1);
    expect(crossposts()).toBe(0);
  });

  it('is not published in a text channel', async () => {
    await bot.subscribe('diffusion');
    await digest(1);
    expect(crossposts()).toBe(1);
  });
});

describe('Discord’s limit of publications', () => {
  it('delays the publication, not the digest, and `/digest status` says so', async () => {
    bot.discord.faults.add({ kind: 'rate-limited', ...isCrosspost, retryAfterMs: 40 * minuteMs });
    await digest(1);
    expect((await bot.store.deliveries(news.id, '2026-06-12'))[0]).toMatchObject({ state: 'sent' });
    expect(await status()).toMatch(/\*\*delivered\*\*.*1 of 1 message not published yet to the servers that follow/);
    bot.pass(39 * minuteMs);
    await bot.wake();
    expect(papersIn(follower)).toEqual([]);
    bot.pass(2 * minuteMs);
    await bot.wake();
    expect(papersIn(follower)).toHaveLength(1);
    expect(await status()).not.toContain('published');
  });

  it('is reached after ten messages an hour, and the bot asks for no more of them', async () => {
    for (let day = 0; day < 12; day += 1) await digest(1, day);
    expect(papersIn(news)).toHaveLength(12);
    expect(papersIn(follower)).toHaveLength(10);
    expect(crossposts()).toBe(10);
    expect(await status()).toContain('1 of 1 message not published yet');
  });

  it('ends the attempts politely after a day, with one line of the log and a word in the status', async () => {
    await bot.manager.run('/digest settings', { channel: news, max: 30 });
    await bot.router.whenIdle();
    bot.discord.faults.add({ kind: 'rate-limited', ...isCrosspost, times: 9, retryAfterMs: 13 * hourMs });
    await digest(12);
    for (let half = 0; half < 3; half += 1) {
      bot.pass(13 * hourMs);
      await bot.wake();
    }
    expect(gaveUp()).toMatchObject([{ level: 'warn', messages: 2, reason: 'Discord asked me to slow down' }]);
    expect(await status()).toContain(
      '2 of 2 messages not published to the servers that follow this channel: Discord asked me to slow down',
    );
    const before = crossposts();
    bot.pass(dayMs);
    await bot.wake();
    expect(crossposts()).toBe(before);
    expect(papersIn(news)).toHaveLength(12);
  });
});

describe('the publication of a message', () => {
  it('is not made twice if its answer was lost', async () => {
    bot.discord.faults.add({ kind: 'bad-gateway', ...isCrosspost });
    await digest(1);
    bot.pass(hourMs);
    await bot.wake();
    expect(crossposts()).toBe(2);
    expect(papersIn(follower)).toHaveLength(1);
    expect(await bot.store.publications(news.id, '2026-06-12')).toMatchObject([{ state: 'published' }]);
  });

  it('is made by the next life of a bot that died after it had posted', async () => {
    await bot.announce(inventPapers(1, 'diffusion'));
    bot.pass(dayMs);
    bot.discord.faults.add({ kind: 'unavailable', ...isCrosspost });
    await bot.wake();
    expect(papersIn(follower)).toEqual([]);
    // The next life knows only what is stored.
    bot.pass(hourMs);
    const gate = createSendGate({ clock: bot.now, log: bot.log });
    const publish = (one: { channelId: string; messageId: string }) => publishMessage(one, bot.rest, gate);
    await publishDue({ ...bot, clock: bot.now, publish }, new AbortController().signal);
    expect(papersIn(follower)).toHaveLength(1);
  });

  it.each([
    [
      'the message was deleted',
      () => bot.discord.faults.add({ kind: 'refused', ...isCrosspost, status: 404, code: 10008 }),
    ],
    [
      'it was turned into another kind of channel',
      () => bot.discord.faults.add({ kind: 'refused', ...isCrosspost, status: 400, code: 50024 }),
    ],
  ])('ends if %s', async (reason, arrange) => {
    arrange();
    await digest(1);
    expect(gaveUp()).toMatchObject([{ reason }]);
    expect(await status()).toContain(`1 of 1 message not published to the servers that follow this channel: ${reason}`);
  });

  it('waits for a permission that is missing', async () => {
    await bot.announce(inventPapers(1, 'diffusion'));
    bot.pass(dayMs);
    bot.discord.faults.add({ kind: 'refused', ...isCrosspost, status: 403, code: 50013 });
    await bot.wake();
    expect((await bot.store.channel(news.id))?.blockedReason).toBeNull();
    expect(papersIn(follower)).toEqual([]);
    bot.pass(hourMs);
    await bot.wake();
    expect(papersIn(follower)).toHaveLength(1);
  });

  it('is cancelled if the channel stopped to publish meanwhile', async () => {
    bot.discord.faults.add({ kind: 'unavailable', ...isCrosspost });
    await digest(1);
    await change('Servers that follow this channel', 'No, keep them here');
    bot.pass(hourMs);
    await bot.wake();
    expect(papersIn(follower)).toEqual([]);
    expect(await bot.store.publications(news.id, '2026-06-12')).toMatchObject([{ state: 'cancelled', dueAt: null }]);
    expect(await status()).not.toContain('published');
  });
});
