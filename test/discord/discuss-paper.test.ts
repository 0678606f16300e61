import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/playground/discord/world-shapes.ts';
import type { Person } from '../../src/playground/person.ts';
import { minuteMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';
import { act, menu, postDigest } from './actions/posted-digest.ts';

const paper = inventPaper({ title: `Gulls **and** @everyone, ${'a very long title '.repeat(8)}` });

let bot: BotUnderTest;
startBotForEach(
  (started) => {
    bot = started;
  },
  { limits: { messagesPerWindow: 1_000 } },
);

/** Shows the paper, and chooses Discuss in the menu of its card. */
async function press(person: Person, channel?: Channel | string): Promise<string> {
  await bot.announce([paper]);
  const place = channel === undefined ? {} : { in: channel };
  const card = await person.run('/papers show', { paper: paper.id }, place);
  const answer = await person.choose(card, menu, 'Discuss');
  expect(answer.ephemeral).toBe(true);
  return answer.content;
}

const threadsIn = (channelId: string): readonly Channel[] =>
  [...bot.discord.world.channels.values()].filter(({ parentId }) => parentId === channelId);
const createChannel = (kind: 'announcement' | 'forum', plan = {}) =>
  bot.discord.world.createChannel({ guild: bot.guildId, name: kind, kind, ...plan });

describe('Discuss', () => {
  it('opens one thread with the card as its first message, and finds it again', async () => {
    const answer = await press(bot.manager);
    const [thread] = threadsIn(bot.channelId);
    expect(answer).toBe(`The discussion of this paper is in <#${thread?.id}>.`);
    expect(thread?.name).toMatch(/^Gulls \*\*and\*\* @everyone, a very/);
    expect(thread?.name.length).toBeLessThanOrEqual(100);
    const messages = bot.discord.messages(thread?.id ?? '');
    expect(messages.map(({ embeds }) => embeds[0]?.url)).toEqual([`https://arxiv.org/abs/${paper.id}`]);
    expect(messages[0]?.pings).toEqual({ userIds: [], roleIds: [], everyone: false });
    expect(await press(bot.person({ name: 'reader' }))).toBe(answer);
    expect(threadsIn(bot.channelId)).toHaveLength(1);
    expect(bot.discord.messages(thread?.id ?? '')).toHaveLength(1);
  });

  it('is the same from a digest and from a card', async () => {
    const others = inventPapers(2, 'diffusion');
    const digest = await postDigest(bot, [inventPaper({ id: paper.id, title: 'Diffusion' }), ...others]);
    const { content } = await act(bot.manager, digest, 'Discuss', paper.id);
    const [thread] = threadsIn(bot.channelId);
    expect(content).toBe(`The discussion of this paper is in <#${thread?.id}>.`);
    expect(await press(bot.person({ name: 'reader' }))).toBe(content);
  });

  it('opens one thread if two people press at once', async () => {
    const answers = await Promise.all([press(bot.manager), press(bot.person({ name: 'reader' }))]);
    expect(threadsIn(bot.channelId)).toHaveLength(1);
    const links = answers.filter((text) => text.includes(`<#${threadsIn(bot.channelId)[0]?.id}>`));
    const others = answers.filter((text) => text.includes('Somebody is opening the discussion right now.'));
    expect(links.length).toBeGreaterThan(0);
    expect(links.length + others.length).toBe(2);
  });

  it.each(['announcement', 'forum'] as const)('works in a channel of the kind %s', async (kind) => {
    const channel = createChannel(kind, kind === 'forum' ? { tags: ['Papers'], requiresTag: true } : {});
    const here = kind === 'forum' ? postIn(channel) : channel;
    const answer = await press(bot.manager, here);
    const thread = threadsIn(channel.id).at(-1);
    expect(answer).toContain(`<#${thread?.id}>`);
    expect(thread?.id).not.toBe(here.id);
    expect(bot.discord.messages(thread?.id ?? '').map(({ embeds }) => embeds.length)).toEqual([1]);
  });

  it('is about the channel of a thread where it is used in one', async () => {
    await press(bot.manager);
    const [thread] = threadsIn(bot.channelId);
    expect(await press(bot.manager, thread)).toContain(`<#${thread?.id}>`);
    expect(threadsIn(bot.channelId)).toHaveLength(1);
  });

  it('opens a new thread after the old one was deleted, and opens an archived one again', async () => {
    await press(bot.manager);
    const [first] = threadsIn(bot.channelId);
    bot.discord.world.setThread(first?.id ?? '', { archived: true });
    expect(await press(bot.manager)).toContain(`<#${first?.id}>`);
    expect(first?.thread?.archived).toBe(false);
    bot.discord.world.deleteChannel(first?.id ?? '');
    const answer = await press(bot.manager);
    const [second] = threadsIn(bot.channelId);
    expect(second?.id).not.toBe(first?.id);
    expect(answer).toContain(`<#${second?.id}>`);
  });

  it('says that a thread is locked', async () => {
    await press(bot.manager);
    const [thread] = threadsIn(bot.channelId);
    bot.discord.world.setThread(thread?.id ?? '', { locked: true });
    expect(await press(bot.manager)).toContain('which is locked. Ask a moderator to unlock it.');
  });

  it('posts the card later if the bot ended before it could', async () => {
    bot.discord.faults.add({ kind: 'unavailable', method: 'POST', path: /\/messages$/ });
    expect(await press(bot.manager)).toContain('Try again in a minute');
    expect(await press(bot.manager)).toContain('The discussion of this paper is in');
    const [thread] = threadsIn(bot.channelId);
    expect(threadsIn(bot.channelId)).toHaveLength(1);
    expect(bot.discord.messages(thread?.id ?? '')).toHaveLength(1);
  });

  it('can be tried again at once if Discord refused the thread', async () => {
    bot.discord.faults.add({ kind: 'unavailable', method: 'POST', path: /\/threads$/ });
    expect(await press(bot.manager)).toContain('I could not open the discussion');
    bot.pass(minuteMs / 60);
    expect(await press(bot.manager)).toContain('The discussion of this paper is in');
  });
});

describe('Discuss is refused', () => {
  it('in direct messages', async () => {
    await bot.announce([paper]);
    expect(await press(bot.discord.person({ name: 'loner' }))).toContain(
      'There are no threads here. Use Discuss on a server.',
    );
  });

  it.each(['CreatePublicThreads', 'SendMessagesInThreads', 'EmbedLinks'] as const)(
    'where the bot lacks %s',
    async (name) => {
      bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: [name] });
      expect(await press(bot.manager)).toMatch(/I cannot open a discussion in .*: I lack the permission/);
      expect(threadsIn(bot.channelId)).toEqual([]);
    },
  );

  it('for people who may not open threads themselves, but they get the link to one that is there', async () => {
    const reader = bot.person({ name: 'reader' });
    bot.discord.world.setOverwrite(bot.channelId, { member: reader.id, deny: ['CreatePublicThreads'] });
    expect(await press(reader)).toContain('you lack the permission Create Public Threads there');
    const answer = await press(bot.manager);
    expect(await press(reader)).toBe(answer);
  });

  it('in a forum that requires a tag and has none for papers', async () => {
    const forum = createChannel('forum', { tags: ['Questions'], requiresTag: true });
    expect(await press(bot.manager, postIn(forum))).toContain('the forum requires a tag');
  });
});

/** A post of a person in a forum. */
function postIn(forum: Channel): Channel {
  const state = { createdAt: 0, archived: false, locked: false, autoArchiveMinutes: 60, ownerId: bot.manager.id };
  const { world } = bot.discord;
  return world.createThread(forum, { id: world.nextId(), type: 11, name: 'A post', state });
}
