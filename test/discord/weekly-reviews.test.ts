import { beforeEach, describe, expect, it } from 'vitest';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import type { Channel } from '../../src/playground/discord/world-shapes.ts';
import { dayMs, hourMs, utcDate } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { act } from './actions/posted-digest.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const title = '**The best of the week, once more**';
const isReview = ({ content }: { readonly content: string }) => content.startsWith(title);
const reviewsIn = (channel: Channel | string) => bot.discord.messages(channel).filter(isReview);
const reviews = () => reviewsIn(bot.channelId);
const digests = () => bot.discord.messages(bot.channelId).filter(({ embeds }) => embeds.length > 0);

/** Lets a day pass, with its digest and whatever comes with it. The first day of a test is Friday 12 June. */
async function nextDay(): Promise<void> {
  bot.pass(dayMs);
  await bot.wake();
}

async function nextMonday(): Promise<void> {
  do await nextDay();
  while (new Date(bot.now()).getUTCDay() !== 1);
}

/** A day later, Hugging Face lists papers with as many upvotes. */
async function upvote(papers: readonly Paper[], upvotes: number): Promise<void> {
  await nextDay();
  const entries = papers.map((paper) => ({
    paper: { ...paper, extras: { ...paper.extras, upvotes } },
    announceType: 'pick' as const,
  }));
  const date = utcDate(bot.now());
  await bot.store.recordListing(
    { source: 'huggingface', date, entries, skipped: [], etags: {}, isPartial: false },
    bot.now(),
  );
}

const papers = inventPapers(4, 'diffusion');
const [first, second, third] = papers as [Paper, Paper, Paper];

/** A channel with reviews on Mondays, and a digest of four papers on Friday. */
beforeEach(async () => {
  await bot.manager.run('/digest settings', { weekly: 'monday' });
  await bot.subscribe('diffusion');
  await bot.announce(papers);
  bot.pass(3 * hourMs);
  await bot.wake();
  expect(digests()).toHaveLength(1);
});

describe('a weekly review', () => {
  it('lists what the papers of the last digests got since, and pings nobody', async () => {
    const [digest] = digests();
    if (digest === undefined) throw new Error('There is no digest.');
    for (const name of ['ada', 'eve', 'noor']) await act(bot.person({ name }), digest, 'More like this', second.id);
    const extras = { ...noExtras, codeUrl: 'https://github.com/invented/code' };
    await bot.announce([{ ...third, comment: 'Accepted at ICML 2026', extras }], 'replace');
    await upvote([first], 45);
    await nextMonday();
    expect(utcDate(bot.now())).toBe('2026-06-15');
    expect(reviews()).toHaveLength(1);
    expect(reviews()[0]?.content.split('\n')).toEqual([
      title,
      'Papers of the digests from 8 Jun to 14 Jun, by what they got since.',
      `- [${first.title}](https://arxiv.org/abs/${first.id})`,
      '-# ▲ 45 upvotes',
      `- [${second.title}](https://arxiv.org/abs/${second.id})`,
      '-# 3 × More like this',
      `- [${third.title}](https://arxiv.org/abs/${third.id})`,
      '-# [Code](https://github.com/invented/code) · Accepted at ICML 2026',
      expect.stringMatching(/^-# ref [A-Za-z0-9]+$/),
    ]);
    const request = bot.discord.requests.findLast(({ method }) => method === 'POST')?.body;
    expect(request).toMatchObject({ allowed_mentions: { parse: [] }, flags: (1 << 2) | (1 << 12) });
    await nextMonday();
    expect(reviews()).toHaveLength(1);
  });

  it('comes after the digest of its day, and changes nothing of it', async () => {
    await upvote([first], 5);
    bot.pass(dayMs + 20 * hourMs);
    const [news] = inventPapers(9, 'diffusion').slice(8);
    await bot.announce([news as Paper]);
    bot.discord.faults.add({ kind: 'unavailable', method: 'POST', path: /messages$/ });
    bot.pass(5 * hourMs);
    await bot.wake();
    expect(reviews()).toEqual([]);
    bot.pass(hourMs);
    await bot.wake();
    const [, digest] = digests();
    const [review] = reviews();
    expect(BigInt(review?.id ?? 0)).toBeGreaterThan(BigInt(digest?.id ?? 0));
    expect((await bot.store.digestPapers(bot.channelId, { since: null, until: null, limit: 10 })).total).toBe(5);
    expect((await bot.store.deliveries(bot.channelId, '2026-06-15')).map(({ part }) => part)).toEqual([1]);
    const why = await bot.manager.run('/digest why', { paper: first.id });
    expect(why.content).toContain('12 Jun');
    expect(why.content).not.toContain('15 Jun');
  });

  it('has no message in a week without anything, and while the channel is paused', async () => {
    await nextMonday();
    expect(reviews()).toEqual([]);
    // What comes later is for the next review, which is not about Friday's digest.
    await upvote([first], 5);
    await nextMonday();
    expect(reviews()).toEqual([]);
    await bot.announce(inventPapers(9, 'diffusion').slice(8));
    await nextDay();
    await upvote(inventPapers(9, 'diffusion').slice(8), 9);
    await bot.manager.run('/digest pause');
    await nextMonday();
    expect(reviews()).toEqual([]);
    await bot.manager.run('/digest resume');
    await nextDay();
    expect(reviews()).toEqual([]);
  });

  it('comes late, and once, if the bot was away', async () => {
    await upvote([first], 12);
    bot.pass(5 * dayMs);
    await bot.wake();
    await nextDay();
    expect(reviews().map(({ content }) => content)).toEqual([expect.stringContaining('from 8 Jun to 14 Jun')]);
    await bot.announce(inventPapers(9, 'diffusion').slice(8));
    await nextDay();
    await upvote(inventPapers(9, 'diffusion').slice(8), 9);
    // Two Mondays are missed.
    bot.pass(15 * dayMs);
    await bot.wake();
    await nextDay();
    expect(reviews()).toHaveLength(1);
  });

  it('is sent once although Discord’s answer is lost', async () => {
    await upvote([first], 5);
    await nextDay();
    bot.discord.faults.add({ kind: 'reset', method: 'POST', path: /messages$/, times: 2 });
    await nextMonday();
    for (let tries = 0; tries < 3; tries++) {
      bot.pass(10 * 60_000);
      await bot.wake();
    }
    expect(reviews()).toHaveLength(1);
  });

  it('fits into a message with the longest titles, and shows them literally', async () => {
    const hostile = inventPapers(12, 'diffusion').map((paper, index) => ({
      ...paper,
      id: `2606.${String(index + 101)}`.padEnd(10, '0'),
      title: `<@&1> @everyone ](https://evil.example) ${'*_~`'.repeat(60)}`,
    }));
    bot.pass(dayMs - 4 * hourMs);
    await bot.announce(hostile.map((paper) => ({ ...paper, abstract: 'Diffusion.' })));
    bot.pass(4 * hourMs);
    await bot.wake();
    await upvote(hostile, 100);
    await nextMonday();
    const [review] = reviews();
    expect(review?.content.match(/^- \[/gm)).toHaveLength(10);
    expect(review?.content).not.toMatch(/(?<!\\)@everyone|(?<!\\)\]\(https:\/\/evil/);
  });
});

/** A further channel that gets its reviews on Mondays. */
async function follow(kind: 'forum' | 'announcement'): Promise<Channel> {
  const channel = bot.discord.world.createChannel({ guild: bot.guildId, name: kind, kind });
  await bot.subscribe('diffusion', channel.id);
  await bot.store.noteChannels(bot.guildId, new Map([[channel.id, { name: kind, kind }]]));
  await bot.manager.run('/digest settings', { channel, weekly: 'monday' });
  return channel;
}

describe('the place of a weekly review', () => {
  it.each(['list', 'thread', 'compact'] as const)('is the channel itself in the layout %s', async (layout) => {
    await bot.manager.run('/digest settings', { layout });
    await upvote([first], 5);
    await nextMonday();
    expect(reviews()).toHaveLength(1);
  });

  it('is a separate post in a forum, opened once', async () => {
    const forum = await follow('forum');
    const [news] = inventPapers(9, 'diffusion').slice(8) as [Paper];
    await bot.announce([news]);
    await nextDay();
    await upvote([news], 5);
    bot.discord.faults.add({ kind: 'bad-gateway', method: 'POST', path: new RegExp(`${forum.id}/threads$`) });
    await nextMonday();
    await nextDay();
    const posts = [...bot.discord.world.channels.values()].filter(({ parentId }) => parentId === forum.id);
    const own = posts.filter((post) => reviewsIn(post).length > 0);
    expect(own.map(({ name }) => name)).toEqual(['The best of the week, Monday 15 June 2026']);
    expect((await bot.store.channel(forum.id))?.blockedReason).toBeNull();
  });

  it('is the direct messages of a personal digest, in the language of their owner', async () => {
    const ada = bot.person({ name: 'ada', locale: 'de' });
    const direct = ada.directChannel();
    await ada.press(await ada.run('/subscribe', { topic: 'diffusion' }, { in: direct }), 'Abonnieren');
    await ada.run('/digest settings', { weekly: 'monday' }, { in: direct });
    const [news] = inventPapers(9, 'diffusion').slice(8) as [Paper];
    await bot.announce([news]);
    await nextDay();
    await upvote([news], 5);
    await nextMonday();
    const found = bot.discord.messages(direct).filter(({ content }) => content.includes('Das Beste der Woche'));
    expect(found).toHaveLength(1);
    expect(found[0]?.content).toContain('▲ 5 Upvotes');
  });

  it('is not the servers that follow an announcement channel', async () => {
    const news = await follow('announcement');
    await bot.announce(inventPapers(9, 'diffusion').slice(8));
    await nextDay();
    await upvote(inventPapers(9, 'diffusion').slice(8), 5);
    await bot.announce(inventPapers(10, 'diffusion').slice(9));
    await nextMonday();
    expect(reviewsIn(news)).toHaveLength(1);
    const published = bot.discord.requests.filter(({ path }) => path.endsWith('/crosspost'));
    expect(published).not.toEqual([]);
    expect(published.some(({ path }) => path.includes(reviewsIn(news)[0]?.id ?? '-'))).toBe(false);
  });
});

describe('the setting', () => {
  it('is shown before → after, and /digest status says when the next review comes', async () => {
    const panel = await bot.manager.run('/digest settings');
    expect(panel.content).toContain('\nWeekly review: Monday\n');
    const status = async () => (await bot.manager.run('/digest status')).content;
    expect(await status()).toContain(`Next weekly review: <t:${Date.parse('2026-06-15T09:00Z') / 1000}:F>`);
    const menu = await bot.manager.choose(panel, 'Change a setting…', 'Weekly review');
    const change = await bot.manager.choose(menu, 'Weekly review', 'Never');
    expect(change.content).toContain('Weekly review: Monday → **Never**');
    await bot.manager.press(change, 'Save');
    expect(await status()).not.toContain('weekly review');
    await upvote([first], 5);
    await nextMonday();
    expect(reviews()).toEqual([]);
    await bot.manager.run('/digest settings', { weekly: 'sunday' });
    expect(await status()).toContain(`Next weekly review: <t:${Date.parse('2026-06-21T09:00Z') / 1000}:F>`);
  });
});
