import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageView } from '../../src/playground/discord/message-view.ts';
import type { Channel } from '../../src/playground/discord/world-shapes.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const first = inventPaper({ id: '2606.00001', title: 'Diffusion of gulls' });
const second = inventPaper({ id: '2606.00002', title: 'Diffusion of terns' });
const changed = (paper: typeof first, version: number) => ({ ...paper, version });

async function wantFollowUps(channelId: string): Promise<void> {
  const { guildId } = bot;
  const defaults = {
    schedule: { time: '09:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] },
    maxPapers: 10,
    language: 'en',
  } as const;
  await bot.store.configureChannel({ guildId, channelId, changes: { followsUp: true }, defaults, at: bot.now() });
}

async function day(...papers: (typeof first)[]): Promise<void> {
  if (papers.length > 0) await bot.announce(papers);
  bot.pass(dayMs);
  await bot.wake();
}

const threadsOf = (channelId: string): readonly Channel[] =>
  [...bot.discord.world.channels.values()].filter(({ parentId }) => parentId === channelId);
const isFollowUp = ({ content }: MessageView) => /earlier digests? ha/.test(content);
const followUpsIn = (channel: Channel | string) => bot.discord.messages(channel).filter(isFollowUp);
const linkTo = (thread: Channel | undefined) => `https://discord.com/channels/${bot.guildId}/${thread?.id}/`;
const linkIn = (link: string) => expect.stringContaining(`[in the digest](${link}`);

describe('a follow-up in a forum', () => {
  let forum: Channel;
  beforeEach(async () => {
    forum = bot.discord.world.createChannel({ guild: bot.guildId, name: 'reading', kind: 'forum' });
    const preview = await bot.manager.run('/subscribe', { topic: 'diffusion', channel: forum });
    await bot.manager.press(preview, 'Subscribe');
    await bot.router.whenIdle();
    await wantFollowUps(forum.id);
    await day(first);
  });
  const posts = () => threadsOf(forum.id);

  it('replies in the post that has the paper', async () => {
    await day(changed(first, 2));
    expect(posts()).toHaveLength(1);
    const [post] = posts();
    expect(followUpsIn(post?.id ?? '')).toEqual([expect.objectContaining({ replyTo: post?.id })]);
    expect((await bot.store.channel(forum.id))?.blockedReason).toBeNull();
  });

  it('stands in the newest of several posts, and links to each', async () => {
    await day(second);
    await day(changed(first, 2), changed(second, 2));
    expect(posts()).toHaveLength(2);
    const [older, newer] = posts();
    expect(followUpsIn(older?.id ?? '')).toEqual([]);
    const [message, ...others] = followUpsIn(newer?.id ?? '');
    expect(others).toEqual([]);
    expect(message?.replyTo).toBeUndefined();
    for (const post of [older, newer]) expect(message?.content).toEqual(linkIn(linkTo(post)));
  });

  it('opens an archived post again', async () => {
    const [post] = posts();
    bot.discord.world.setThread(post?.id ?? '', { archived: true });
    await day(changed(first, 2));
    expect(followUpsIn(post?.id ?? '')).toHaveLength(1);
  });

  it.each(['locked', 'deleted'])('becomes a separate post if the post was %s, and it comes once', async (end) => {
    const [post] = posts();
    if (end === 'deleted') bot.discord.world.deleteChannel(post?.id ?? '');
    else bot.discord.world.setThread(post?.id ?? '', { locked: true, archived: true });
    bot.discord.faults.add({ kind: 'bad-gateway', method: 'POST', path: new RegExp(`${forum.id}/threads$`) });
    await day(changed(first, 2));
    await day();
    const own = posts().filter(({ name }) => name.startsWith('Changed papers'));
    expect(own.map(({ name }) => name)).toEqual(['Changed papers, Saturday 13 June 2026']);
    const [message] = followUpsIn(own[0]?.id ?? '');
    expect(message?.content).toContain('Diffusion of gulls');
    expect(message?.replyTo).toBeUndefined();
    expect((await bot.store.channel(forum.id))?.blockedReason).toBeNull();
  });

  it('comes once although Discord’s answer is lost', async () => {
    const [post] = posts();
    bot.discord.faults.add({ kind: 'reset', method: 'POST', path: /messages$/ });
    await day(changed(first, 2));
    await day();
    expect(followUpsIn(post?.id ?? '')).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });
});

describe('a follow-up in the layout thread', () => {
  beforeEach(async () => {
    await bot.manager.run('/digest settings', { layout: 'thread' });
    await bot.subscribe('diffusion');
    await wantFollowUps(bot.channelId);
    await day(first);
  });
  const threads = () => threadsOf(bot.channelId);

  it('replies in the thread that has the paper', async () => {
    await day(changed(first, 2));
    const [thread] = threads();
    const [card] = bot.discord.messages(thread?.id ?? '').filter(({ embeds }) => embeds.length > 0);
    expect(followUpsIn(bot.channelId)).toEqual([]);
    expect(followUpsIn(thread?.id ?? '')).toEqual([expect.objectContaining({ replyTo: card?.id })]);
  });

  it('stands in the channel and links to the threads if the papers are in several', async () => {
    await day(second);
    await day(changed(first, 2), changed(second, 2));
    const [message] = followUpsIn(bot.channelId);
    expect(threads()).toHaveLength(2);
    for (const thread of threads()) expect(message?.content).toEqual(linkIn(linkTo(thread)));
    expect(threads().flatMap(followUpsIn)).toEqual([]);
  });

  it.each(['locked', 'deleted'])('stands in the channel if the thread was %s', async (end) => {
    const [thread] = threads();
    if (end === 'deleted') bot.discord.world.deleteChannel(thread?.id ?? '');
    else bot.discord.world.setThread(thread?.id ?? '', { locked: true, archived: true });
    await day(changed(first, 2));
    expect(followUpsIn(bot.channelId)).toEqual([
      expect.objectContaining({ content: expect.stringContaining('Diffusion of gulls'), replyTo: undefined }),
    ]);
    expect((await bot.store.channel(bot.channelId))?.blockedReason).toBeNull();
  });
});

it('a follow-up in direct messages links to them', async () => {
  const ada = bot.person({ name: 'ada' });
  const direct = ada.directChannel();
  const preview = await ada.run('/subscribe', { topic: 'diffusion' }, { in: direct });
  await ada.press(preview, 'Subscribe');
  await bot.router.whenIdle();
  const record = await bot.store.channel(direct.id);
  const { guildId = '' } = record ?? {};
  const changes = { followsUp: true };
  const defaults = {
    schedule: { time: '09:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] },
    maxPapers: 10,
    language: 'en',
  } as const;
  await bot.store.configureChannel({ guildId, channelId: direct.id, changes, defaults, at: bot.now() });
  await day(first);
  await day(second);
  await day(changed(first, 2), changed(second, 2));
  const [message] = followUpsIn(direct.id);
  expect(message?.content).toEqual(linkIn(`https://discord.com/channels/@me/${direct.id}/`));
  expect(message?.content).not.toContain('/channels/@1');
});
