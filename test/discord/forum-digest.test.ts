import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/playground/discord/world-shapes.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach(
  (started) => {
    bot = started;
  },
  { limits: { messagesPerWindow: 1_000 } },
);

const createForum = (plan: { tags?: readonly string[]; requiresTag?: boolean } = {}) =>
  bot.discord.world.createChannel({ guild: bot.guildId, name: 'reading', kind: 'forum', ...plan });

/** Subscribes as a person does, from a text channel. */
async function subscribe(forum: Channel): Promise<string | undefined> {
  const preview = await bot.manager.run('/subscribe', { topic: 'diffusion', channel: forum });
  const { content } = await bot.manager.press(preview, 'Subscribe');
  await bot.router.whenIdle();
  return content;
}

const postsIn = (forum: Channel): readonly Channel[] =>
  [...bot.discord.world.channels.values()].filter(({ parentId }) => parentId === forum.id);
const messagesIn = (forum: Channel) => postsIn(forum).map((post) => bot.discord.messages(post));
const papersIn = (forum: Channel) =>
  messagesIn(forum).flatMap((messages) => messages.flatMap(({ embeds }) => embeds.map(({ url }) => url)));

/** @param arrange what happens between the subscription and the digest */
async function deliver(forum: Channel, papers: number, arrange = () => {}): Promise<void> {
  await subscribe(forum);
  await bot.announce(inventPapers(papers, 'diffusion'));
  await bot.manager.run('/digest settings', { channel: forum, max: 30 });
  await bot.router.whenIdle();
  arrange();
  bot.pass(dayMs);
  await bot.wake();
}

const nextPapers = () => inventPapers(30, 'diffusion').slice(28);

const forbid = (forum: Channel, ...deny: ('SendMessages' | 'SendMessagesInThreads' | 'ReadMessageHistory')[]) =>
  bot.discord.world.setOverwrite(forum, { member: bot.discord.applicationId, deny });

describe('/subscribe in a forum', () => {
  it('says so publicly where the command was run, because a forum takes no lines', async () => {
    const forum = createForum();
    expect(await subscribe(forum)).toContain(`Done: <#${forum.id}> gets papers on **diffusion**.`);
    expect(bot.discord.messages(bot.channelId).at(-1)?.content).toContain(
      `In <#${forum.id}>: <@${bot.manager.id}> subscribed this channel to **diffusion**.`,
    );
    expect(await bot.store.channel(forum.id)).toMatchObject({ kind: 'forum' });
  });

  it('refuses a forum that requires a tag and has none for digests, with the next step', async () => {
    const forum = createForum({ tags: ['Questions', '!Papers'], requiresTag: true });
    const refused = await bot.manager.run('/subscribe', { topic: 'diffusion', channel: forum });
    expect(refused.content).toContain('the forum requires a tag, and has none named Papers or Digest. Add a tag');
  });

  it('names the permission that the bot lacks in a forum', async () => {
    const forum = createForum();
    forbid(forum, 'SendMessagesInThreads');
    const refused = await bot.manager.run('/subscribe', { topic: 'diffusion', channel: forum });
    expect(refused.content).toContain('I lack the permission Send Messages in Threads there');
  });
});

describe('a digest in a forum', () => {
  it('is one post a day, with all of its parts', async () => {
    const forum = createForum();
    await deliver(forum, 25);
    expect(postsIn(forum).map(({ name }) => name)).toEqual(['Papers for Friday 12 June 2026']);
    const [messages = []] = messagesIn(forum);
    expect(messages.length).toBeGreaterThan(2);
    expect(messages[0]?.content).toContain('### Papers for Friday 12 June 2026');
    expect(new Set(papersIn(forum)).size).toBe(25);
    const rows = await bot.store.deliveries(forum.id, '2026-06-12');
    expect(rows.every(({ state, threadId }) => state === 'sent' && threadId === postsIn(forum)[0]?.id)).toBe(true);
    await bot.announce(nextPapers());
    bot.pass(dayMs);
    await bot.wake();
    expect(postsIn(forum).map(({ name }) => name)).toEqual([
      'Papers for Friday 12 June 2026',
      'Papers for Saturday 13 June 2026',
    ]);
  });

  it('is a list where the channel wants one', async () => {
    const forum = createForum();
    await subscribe(forum);
    await bot.announce(inventPapers(3, 'diffusion'));
    await bot.manager.run('/digest settings', { channel: forum, layout: 'list' });
    const answer = await bot.manager.run('/digest now', { channel: forum });
    expect(answer.content).toContain('Done: 3 papers posted');
    expect(messagesIn(forum)[0]?.[0]?.content).toContain('\n- [');
  });

  it('has the tag that is named for it', async () => {
    const forum = createForum({ tags: ['Questions', 'papers'], requiresTag: true });
    await deliver(forum, 1);
    const tag = forum.forum?.tags.find(({ name }) => name === 'papers')?.id;
    expect(postsIn(forum)[0]?.thread?.appliedTags).toEqual([tag]);
  });

  it('is kept while the forum has no tag for it, and is posted once it has one', async () => {
    const forum = createForum();
    await subscribe(forum);
    await bot.announce(inventPapers(2, 'diffusion'));
    bot.discord.world.setTags(forum, { tags: ['Questions'], requiresTag: true });
    bot.pass(dayMs);
    await bot.wake();
    expect(await bot.store.channel(forum.id)).toMatchObject({
      blockedReason: 'the forum requires a tag, and has none named Papers or Digest',
    });
    const status = await bot.manager.run('/digest status', { channel: forum });
    expect(status.content).toContain('Add a tag named Papers');
    bot.discord.world.setTags(forum, { tags: ['Digest'], requiresTag: true });
    await bot.manager.run('/digest now', { channel: forum });
    await bot.wake();
    expect(papersIn(forum)).toHaveLength(2);
  });

  it('is kept while a permission is missing', async () => {
    const forum = createForum();
    await subscribe(forum);
    await bot.announce(inventPapers(2, 'diffusion'));
    forbid(forum, 'SendMessages');
    bot.pass(dayMs);
    await bot.wake();
    expect((await bot.store.channel(forum.id))?.blockedReason).toContain('I lack the permission');
    expect((await bot.store.channel(forum.id))?.blockedReason).toContain('Send Messages');
    expect(postsIn(forum)).toEqual([]);
  });

  it('links to its post in `/digest why`', async () => {
    const forum = createForum();
    await deliver(forum, 1);
    const [post] = postsIn(forum);
    const [id = ''] = papersIn(forum);
    const why = await bot.manager.run('/digest why', { paper: id, channel: forum });
    expect(why.content).toContain(`https://discord.com/channels/${bot.guildId}/${post?.id}/${post?.id}`);
  });
});

describe('a part of a digest in a forum', () => {
  /** Loses the answer to the request that opens the post: Discord has opened it. */
  const loseAnswer = () => bot.discord.faults.add({ kind: 'bad-gateway', method: 'POST', path: /\/threads$/ });

  it('is not posted again if its answer was lost', async () => {
    const forum = createForum();
    await deliver(forum, 12, loseAnswer);
    bot.pass(dayMs / 24);
    await bot.wake();
    expect(postsIn(forum)).toHaveLength(1);
    expect(new Set(papersIn(forum)).size).toBe(12);
    expect(papersIn(forum)).toHaveLength(12);
  });

  it('is found in an archived post', async () => {
    const forum = createForum();
    await deliver(forum, 1, loseAnswer);
    for (const post of postsIn(forum)) bot.discord.world.setThread(post, { archived: true });
    bot.pass(dayMs / 24);
    await bot.wake();
    expect(postsIn(forum)).toHaveLength(1);
    expect((await bot.store.deliveries(forum.id, '2026-06-12'))[0]).toMatchObject({ state: 'sent' });
  });

  it('is found by the name of its post if a moderator deleted the first message', async () => {
    const forum = createForum();
    await deliver(forum, 1, loseAnswer);
    const [post] = postsIn(forum);
    if (post !== undefined) post.messages = [];
    bot.pass(dayMs / 24);
    await bot.wake();
    expect(postsIn(forum)).toHaveLength(1);
  });

  it('is not mistaken for the post of the day before', async () => {
    const forum = createForum();
    await deliver(forum, 1);
    bot.discord.faults.add({ kind: 'unavailable', method: 'POST', path: /\/threads$/ });
    await bot.announce(nextPapers());
    bot.pass(dayMs);
    await bot.wake();
    bot.pass(dayMs / 24);
    await bot.wake();
    expect(postsIn(forum).map(({ name }) => name)).toEqual([
      'Papers for Friday 12 June 2026',
      'Papers for Saturday 13 June 2026',
    ]);
  });

  it('is uncertain if its answer was lost and the history cannot be read', async () => {
    const forum = createForum();
    await deliver(forum, 1, loseAnswer);
    forbid(forum, 'ReadMessageHistory');
    bot.pass(dayMs / 24);
    await bot.wake();
    expect((await bot.store.deliveries(forum.id, '2026-06-12'))[0]).toMatchObject({ state: 'uncertain' });
    expect(postsIn(forum)).toHaveLength(1);
  });

  it.each(['deleted', 'locked'] as const)(
    'becomes a post of its own if the first one was %s meanwhile',
    async (end) => {
      const forum = createForum();
      const slow = { kind: 'rate-limited', method: 'POST', path: /\/messages$/, retryAfterMs: 20_000 } as const;
      await deliver(forum, 12, () => bot.discord.faults.add(slow));
      const [post] = postsIn(forum);
      if (end === 'deleted') bot.discord.world.deleteChannel(post?.id ?? '');
      else bot.discord.world.setThread(post?.id ?? '', { locked: true, archived: true });
      bot.pass(dayMs / 24);
      await bot.wake();
      expect(postsIn(forum).at(-1)?.name).toBe('Papers for Friday 12 June 2026 (2/2)');
      const rows = await bot.store.deliveries(forum.id, '2026-06-12');
      expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent']);
      expect((await bot.store.channel(forum.id))?.blockedReason).toBeNull();
    },
  );
});
