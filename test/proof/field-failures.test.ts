import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliveryNonce } from '../../src/digests/delivery-nonce.ts';
import { digestReference } from '../../src/discord/rendering/digest-messages.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { type ModelWorld, openModelWorld } from './model-world.ts';

/** Failures of delivery in other bots, which this one must not have. Each test names the report. */

const postRequests = ({ discord }: { discord: BotUnderTest['discord'] }, channelId: string) =>
  discord.requests.filter(({ method, path }) => method === 'POST' && path === `/channels/${channelId}/messages`);

describe('with the bot', () => {
  let bot: BotUnderTest;
  const shown = () =>
    bot.discord
      .messages(bot.channelId)
      .flatMap(({ embeds }) => embeds)
      .map(({ url }) => url?.split('/').at(-1));

  beforeEach(async () => {
    bot = await startBot();
    await bot.subscribe('diffusion');
  });
  afterEach(() => bot[Symbol.asyncDispose]());

  async function digestOf(papers: readonly Paper[]): Promise<void> {
    await bot.announce(papers);
    bot.pass(dayMs);
    await bot.wake();
  }

  it('source changes dates or guids (FeedCord#67, NetNewsWire#4520): a paper that is listed again is not posted again', async () => {
    const papers = inventPapers(2, 'diffusion');
    await digestOf(papers);
    await digestOf(papers.map((paper) => ({ ...paper, title: `${paper.title}, renamed`, doi: '10.1000/1' })));
    expect(shown().toSorted()).toEqual(['2606.00001', '2606.00002']);
  });

  it('v1 → v2 posted as new (daily-paper-reader#68): versions never make a paper new', async () => {
    const papers = inventPapers(1, 'diffusion');
    await digestOf(papers);
    await digestOf(papers.map((paper) => ({ ...paper, version: 2 })));
    expect(shown()).toEqual(['2606.00001']);
  });

  it('missed cron, or hours late (openclaw#10596, SAM#154): caught up once', async () => {
    await bot.announce(inventPapers(2, 'diffusion'));
    bot.pass(4 * dayMs + 5 * hourMs);
    await bot.wake();
    await bot.wake();
    expect(bot.discord.messages(bot.channelId)).toHaveLength(1);
    expect(shown()).toHaveLength(2);
  });

  it('zombie gateway (discord.js#9411, #10174): posting only needs REST', async () => {
    await bot.gateway.close();
    await digestOf(inventPapers(1, 'diffusion'));
    expect(shown()).toEqual(['2606.00001']);
  });

  it('Cloudflare HTML 429 (discord.js#3890): nothing is posted anywhere for a minute, and the page is not logged', async () => {
    const [, other = ''] = bot.discord.world.guild(bot.guildId).channelIds;
    bot.discord.faults.add({ kind: 'cloudflare', method: 'POST', path: /\/messages$/ });
    await digestOf(inventPapers(1, 'diffusion'));
    expect(postRequests(bot, bot.channelId)).toHaveLength(1);

    await bot.subscribe('diffusion', other);
    await plan(() => {}, other);
    bot.pass(59_000);
    await bot.wake();
    expect(postRequests(bot, other)).toEqual([]);

    bot.pass(2_000);
    await bot.wake();
    expect(bot.discord.messages(other)).toHaveLength(1);
    expect(shown()).toEqual(['2606.00001']);
    expect(JSON.stringify(bot.log.lines)).not.toContain('<html');
    expect(bot.log.lines).toContainEqual(expect.objectContaining({ event: 'discord.paused', ms: 60_000 }));
  });

  /** A digest of three papers in the outbox, changed by hand. */
  async function plan(
    change: (embeds: { title: string; url: string; description: string }[]) => void,
    channelId = bot.channelId,
  ): Promise<void> {
    const date = '2026-06-12';
    const nonce = deliveryNonce(channelId, date, 1);
    const embeds = inventPapers(3, 'diffusion').map(({ id, title, abstract }) => ({
      title,
      url: `https://arxiv.org/abs/${id}`,
      description: abstract,
    }));
    change(embeds);
    const content = `## Papers\n-# ${digestReference(nonce)}`;
    const payload = { content, embeds, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
    const parts = [{ json: JSON.stringify(payload), nonce }];
    await bot.store.planDigest({
      channelId,
      date,
      papers: [],
      parts,
      consideredNewsNumber: 0,
      at: bot.now(),
    });
  }
  const delivered = async () => (await bot.store.deliveries(bot.channelId, '2026-06-12'))[0];

  it('one bad paper kills the digest (zotero-arxiv-daily#84, #111, #75): it becomes plain text in its place', async () => {
    await plan((embeds) => Object.assign(embeds[1] ?? {}, { description: 'x'.repeat(5_000) }));
    await bot.wake();
    const [message] = bot.discord.messages(bot.channelId);
    expect(message?.embeds.map(({ title, description }) => title ?? description)).toEqual([
      'Invented diffusion, part 1',
      'Invented diffusion, part 2\nhttps://arxiv.org/abs/2606.00002',
      'Invented diffusion, part 3',
    ]);
    expect(await delivered()).toMatchObject({ state: 'sent', attempts: 2 });
    const retry = expect.objectContaining({ event: 'delivery.retry', reason: expect.stringContaining('embeds.1') });
    expect(bot.log.lines).toContainEqual(retry);
    bot.discord.violations.length = 0;
  });

  it('… and if even that is refused, the paper is left out and reported, and the rest is sent', async () => {
    await plan((embeds) => Object.assign(embeds[1] ?? {}, { title: undefined, url: undefined, description: '' }));
    await bot.wake();
    const [message] = bot.discord.messages(bot.channelId);
    expect(message?.embeds.map(({ title }) => title)).toEqual([
      'Invented diffusion, part 1',
      'Invented diffusion, part 3',
    ]);
    bot.discord.violations.length = 0;
  });

  it('… and if Discord does not name the paper, all become plain text before any is left out', async () => {
    const refused = { kind: 'refused', status: 400, code: 200_000, method: 'POST', path: /\/messages$/ } as const;
    bot.discord.faults.add({ ...refused, times: 2 });
    await plan(() => {});
    await bot.wake();
    const [message] = bot.discord.messages(bot.channelId);
    expect(message?.embeds.map(({ description }) => description)).toEqual([
      'https://arxiv.org/abs/2606.00001',
      'https://arxiv.org/abs/2606.00002',
      'https://arxiv.org/abs/2606.00003',
    ]);
    expect(await delivered()).toMatchObject({ state: 'sent', attempts: 3 });
  });

  it('… and a message that is refused in every form is given up', async () => {
    const refused = { kind: 'refused', status: 400, code: 240_000, method: 'POST', path: /\/messages$/ } as const;
    bot.discord.faults.add({ ...refused, times: 9 });
    await plan(() => {});
    await bot.wake();
    expect(await delivered()).toMatchObject({ state: 'dropped', attempts: 3 });
  });
});

describe('with the whole app', () => {
  let world: ModelWorld;
  const first = () => world.channelIds[0] ?? '';
  beforeEach(async () => {
    world = await openModelWorld();
    await world.subscribe(first());
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function digest(): Promise<void> {
    world.announce(2);
    await world.app.wake();
    world.pass(dayMs);
    await world.app.wake();
  }
  const messages = (channelId = first()) => world.discord.messages(channelId);

  it('repost after restart (bsky.rss#249, YaDc#69): nothing is posted again', async () => {
    await digest();
    expect(messages()).toHaveLength(1);
    for (let start = 0; start < 3; start++) {
      await world.restart();
      await world.app.wake();
      world.pass(hourMs);
    }
    expect(messages()).toHaveLength(1);
  });

  it('repost after restart: a new subscription gets none of the stored papers', async () => {
    await digest();
    const [, second = ''] = world.channelIds;
    await world.subscribe(second);
    world.pass(dayMs);
    await world.app.wake();
    expect(messages(second)).toEqual([]);
  });

  it('guild outage read as “left” (discord.js#3975, #5367): nothing is deleted', async () => {
    const [guildId = ''] = world.discord.world.guilds.keys();
    world.discord.world.setGuildOutage(guildId, true);
    world.pass(30 * dayMs);
    await world.app.wake();
    expect(await world.app.store.subscriptions(guildId)).toHaveLength(1);
  });

  it('channel unreachable → settings wiped (aikaterna-cogs#260): it is blocked, and all settings are kept', async () => {
    const before = await world.app.store.channel(first());
    world.allow(first(), false);
    await digest();
    const { schedule, maxPapers, blockedReason } = (await world.app.store.channel(first())) ?? {};
    expect({ schedule, maxPapers }).toEqual({ schedule: before?.schedule, maxPapers: before?.maxPapers });
    expect(blockedReason).toContain('Send Messages');
    world.allow(first(), true);
    world.pass(dayMs);
    await world.app.wake();
    await world.app.wake();
    expect(messages()).toHaveLength(1);
  });

  it('silent disable (OneLife#961, integrations/slack#774): a person is notified once', async () => {
    world.allow(first(), false);
    await digest();
    await world.app.wake();
    const reported = world.log.lines.filter(({ event }) => event === 'channel.blocked');
    expect(reported).toEqual([expect.objectContaining({ notified: expect.stringMatching(/^(guild|subscriber)$/) })]);
  });

  it('endless 10003 (Would-You-Bot#246): a deleted channel gets one request', async () => {
    world.discord.world.deleteChannel(first());
    await digest();
    for (let wake = 0; wake < 5; wake++) {
      world.pass(hourMs);
      await world.app.wake();
    }
    expect(postRequests(world, first())).toHaveLength(1);
  });
});
