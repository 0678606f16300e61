import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/playground/reply.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const subscribeTo = async (topic: string): Promise<Reply> => {
  const preview = await bot.manager.run('/subscribe', { topic });
  return bot.manager.press(preview, 'Subscribe');
};

describe('/subscribe', () => {
  it('shows real papers, a forecast and the next digest before anything is subscribed', async () => {
    await bot.announce(inventPapers(7, 'diffusion'));
    const reply = await bot.manager.run('/subscribe', { topic: 'diffusion' });
    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toContain('Nothing is subscribed yet');
    expect(reply.content).toContain('The last day with papers brought 7 that match.');
    expect(reply.content).toContain(`<t:${Date.parse('2026-06-12T09:00:00Z') / 1000}:F> (09:00 UTC, every day)`);
    expect(reply.embeds[0]?.description?.match(/https:\/\/arxiv\.org\/abs\/2606\.\d{5}/g)).toHaveLength(5);
    expect(reply.embeds[0]?.description).toContain('[Invented **diffusion**, part 7](');
    expect(reply.embeds[0]?.description).toContain('“diffusion” in the title');
    expect(reply.buttons).toEqual(['Subscribe', 'Edit', 'Cancel']);
    expect(await bot.store.subscriptions(bot.guildId)).toEqual([]);
    expect(bot.discord.messages(bot.channelId)).toEqual([]);
  });

  it('subscribes on confirmation and says so in the channel without a ping', async () => {
    await bot.announce(inventPapers(2, 'diffusion'));
    const done = await subscribeTo('diffusion');
    expect(done.content).toContain('gets papers on **diffusion**');
    expect(done.buttons).toEqual([]);
    await bot.router.whenIdle();
    const [line, ...others] = bot.discord.messages(bot.channelId);
    expect(others).toEqual([]);
    const nextDigest = `<t:${Date.parse('2026-06-12T09:00:00Z') / 1000}:F>`;
    expect(line?.content).toBe(
      `<@${bot.manager.id}> subscribed this channel to **diffusion**.\n-# Next digest: ${nextDigest} (09:00 UTC, every day), with papers announced from now on`,
    );
    expect(line?.pings).toEqual({ userIds: [], roleIds: [], everyone: false });
    const [subscription] = await bot.store.subscriptions(bot.guildId);
    expect(subscription).toMatchObject({ channelId: bot.channelId, topic: 'diffusion', createdBy: bot.manager.id });
  });

  it('gives advice on the typed topic if nothing matches', async () => {
    await bot.announce(inventPapers(2, 'diffusion'));
    const list = await bot.manager.run('/subscribe', { topic: 'diffusion, ants' });
    expect(list.content).toContain('No stored paper has “ants”, so this finds 0');
    const fact = await bot.manager.run('/subscribe', { topic: 'has:code' });
    expect(fact.content).toContain('\nYou can still subscribe.\n');
  });

  it('shows where a topic cannot be read and lets the user fix it in a form', async () => {
    const broken = await bot.manager.run('/subscribe', { topic: 'graphs (trees' });
    expect(broken.content).toMatch(/^I cannot read this topic, at character 8:\n```\ngraphs \(trees\n {7}\^\n```\n/);
    const form = await bot.manager.press(broken, 'Edit');
    expect(form.modal?.title).toBe('Topic');
    const preview = await bot.manager.submit(form, { topic: 'graphs trees' });
    expect(preview.content).toContain('**graphs trees**');
    const done = await bot.manager.press(preview, 'Subscribe');
    expect(done.content).toContain('Done');
  });

  it.each([
    ['tilte:graphs', ', at character 1:', '^^^^^^', 'Did you mean title:?'],
    ['graphs cat:cs.XX', ', at character 12:', '           ^^^^^', 'no category “cs.XX”'],
    ['graphs OR', ', at its end:', '         ^', 'no term after “OR”'],
    ['-survey', ', at character 1:', '^^^^^^^', 'only says what to leave out'],
    ['ab*', ', at character 1:', '^^^', 'Write at least 3 letters'],
    ['𝐱 graphs upvotes:x', ', at character 18:', '                 ^', 'not a count of upvotes'],
    ['a``` (', ', at character 6:', 'aˋˋˋ (\n     ^', 'never closed'],
  ])('says where “%s” is wrong, what is there, and what was expected', async (topic, place, mark, message) => {
    const broken = await bot.manager.run('/subscribe', { topic });
    expect(broken.content).toContain(`I cannot read this topic${place}\n\`\`\`\n`);
    expect(broken.content).toContain(`${mark}\n\`\`\`\n`);
    expect(broken.content.replaceAll('\\', '')).toContain(message);
    expect(broken.content.match(/```/g)).toHaveLength(2);
    expect(broken.buttons).toEqual(['Edit', 'Cancel']);
  });

  it('cancels without a trace', async () => {
    const preview = await bot.manager.run('/subscribe', { topic: 'graphs' });
    const cancelled = await bot.manager.press(preview, 'Cancel');
    expect(cancelled.content).toContain('Nothing was changed');
    expect(cancelled.buttons).toEqual([]);
    expect(await bot.store.subscriptions(bot.guildId)).toEqual([]);
  });

  it('says that a topic exists already and offers to change it', async () => {
    await subscribeTo('graphs');
    const again = await bot.manager.run('/subscribe', { topic: 'graphs' });
    expect(again.content).toContain('already');
    const form = await bot.manager.press(again, 'Change the topic');
    const preview = await bot.manager.submit(form, { topic: 'graphs trees' });
    expect(preview.content).toContain('instead of **graphs**');
    const changed = await bot.manager.press(preview, 'Change');
    expect(changed.content).toContain('instead of **graphs**');
    const topics = (await bot.store.subscriptions(bot.guildId)).map(({ topic }) => topic);
    expect(topics).toEqual(['graphs trees']);
  });

  it('says that nothing matches, and that a topic is crowded', async () => {
    await bot.announce(inventPapers(60, 'diffusion'));
    const nothing = await bot.manager.run('/subscribe', { topic: 'xylophone' });
    expect(nothing.content).toContain('The last day with papers brought none that match.');
    const crowded = await bot.manager.run('/subscribe', { topic: 'diffusion' });
    expect(crowded.content).toContain('brought 60 that match');
    expect(crowded.content).toContain('Narrow it');
  });

  it('names the permission that the bot lacks, here and in another channel', async () => {
    const closed = bot.discord.world.createChannel({
      guild: bot.guildId,
      name: 'closed',
      overwrites: [{ member: bot.discord.applicationId, deny: ['SendMessages', 'EmbedLinks'] }],
    });
    const fromHere = await bot.manager.run('/subscribe', { topic: 'graphs', channel: closed });
    expect(fromHere.content).toContain('Send Messages and Embed Links');
    const inThere = await bot.manager.run('/subscribe', { topic: 'graphs' }, { in: closed });
    expect(inThere.content).toContain('Send Messages and Embed Links');
    expect(inThere.content).toMatch(/Reference [0-9a-f]{8}$/);
  });

  it.each([
    [['SendMessages'], 'I lack the permission Send Messages there'],
    [['EmbedLinks'], 'I lack the permission Embed Links there'],
    [['ViewChannel'], 'I lack the permission View Channel there'],
    [['ViewChannel', 'SendMessages'], 'I lack the permission View Channel there'],
  ] as const)('names no permission that comes with another one: %j', async (deny, text) => {
    const closed = bot.discord.world.createChannel({
      guild: bot.guildId,
      name: 'closed',
      overwrites: [{ member: bot.discord.applicationId, deny }],
    });
    const fromHere = await bot.manager.run('/subscribe', { topic: 'graphs', channel: closed });
    expect(fromHere.content).toContain(text);
    const inThere = await bot.manager.run('/subscribe', { topic: 'graphs' }, { in: closed });
    expect(inThere.content).toContain(text);
  });

  it('refuses users who may not manage the target channel, even if they may manage this one', async () => {
    const other = bot.discord.world.createChannel({
      guild: bot.guildId,
      name: 'strict',
      overwrites: [{ member: bot.manager.id, deny: ['ManageChannels'] }],
    });
    const reply = await bot.manager.run('/subscribe', { topic: 'graphs', channel: other });
    expect(reply.content).toContain('Manage Channels');
  });

  it('refuses the confirmation after the permission was removed', async () => {
    const preview = await bot.manager.run('/subscribe', { topic: 'graphs' });
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.manager.id, deny: ['ManageChannels'] });
    const refused = await bot.manager.press(preview, 'Subscribe');
    expect(refused.followUps.at(-1)?.content ?? refused.content).toContain('Manage Channels');
    expect(await bot.store.subscriptions(bot.guildId)).toEqual([]);
  });

  it('accepts forums, threads and announcement channels', async () => {
    const { world } = bot.discord;
    const forum = world.createChannel({ guild: bot.guildId, name: 'forum', kind: 'forum' });
    const news = world.createChannel({ guild: bot.guildId, name: 'news', kind: 'announcement' });
    const thread = world.createChannel({
      guild: bot.guildId,
      name: 'thread',
      kind: 'public-thread',
      parent: bot.channelId,
    });
    for (const channel of [forum, news, thread]) {
      const preview = await bot.manager.run('/subscribe', { topic: 'graphs', channel });
      expect((await bot.manager.press(preview, 'Subscribe')).content).toContain('Done');
    }
    expect((await bot.store.subscriptions(bot.guildId)).map(({ channelId }) => channelId)).toEqual([
      forum.id,
      news.id,
      thread.id,
    ]);
    const kinds = [forum, news, thread].map(async ({ id }) => (await bot.store.channel(id))?.kind);
    expect(await Promise.all(kinds)).toEqual(['forum', 'announcement', 'thread']);
  });

  it('stops at the cap of the server', async () => {
    for (let index = 0; index < 50; index++) await bot.subscribe(`topic${index}`);
    const refused = await bot.manager.run('/subscribe', { topic: 'onemore' });
    expect(refused.content).toContain('50 subscriptions, which is the maximum');
    expect(refused.content).toMatch(/Reference [0-9a-f]{8}$/);
  });

  it("suggests the typed text, the server's topics and categories, and no value that is too long", async () => {
    await subscribeTo('graph neural');
    const typed = await bot.manager.complete('/subscribe', 'topic', 'graph');
    expect(typed[0]).toEqual({ name: 'graph', value: 'graph' });
    expect(typed.map(({ value }) => value)).toContain('graph neural');
    const category = await bot.manager.complete('/subscribe', 'topic', 'cat:cs.lg');
    expect(category).toContainEqual({ name: 'cat:cs.LG (Machine Learning)', value: 'cat:cs.LG' });
    expect(await bot.manager.complete('/subscribe', 'topic', 'x'.repeat(120))).toEqual([]);
  });

  it('never pings or links because of a topic or a paper', async () => {
    await bot.announce([inventPaper({ title: 'A](https://evil.example) [B @everyone <@&1> `graphs`' })]);
    const reply = await bot.manager.run('/subscribe', { topic: 'graphs OR "@everyone **bold**"' });
    expect(reply.embeds[0]?.description).not.toContain('](https://evil');
    expect(reply.content).not.toMatch(/(?<!\\)@everyone/);
    expect(reply.message?.pings).toEqual({ userIds: [], roleIds: [], everyone: false });
  });
});
