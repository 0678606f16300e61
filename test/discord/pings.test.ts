import { describe, expect, it } from 'vitest';
import { sendPingNotice } from '../../src/discord/notices/ping-notice.ts';
import { createPingNotices } from '../../src/jobs/ping-notices.ts';
import type { Person } from '../../src/playground/person.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
let ada: Person;
startBotForEach((started) => {
  bot = started;
  ada = bot.person({ name: 'ada' });
});

const proteins = inventPaper({ id: '2606.00001', title: 'Diffusion of [proteins](http://x.example) @everyone' });
const images = inventPaper({ id: '2606.00002', title: 'Diffusion of images' });

const pingFor = (topic: string, options = {}, person = ada) => person.run('/papers ping', { topic, ...options });
/** The messages after a digest that mention somebody. */
const mentions = () =>
  bot.discord.messages(bot.channelId).filter(({ content }) => content.includes('/papers pings stops'));
const direct = (person = ada) => bot.discord.messages(person.directChannel().id);

async function digest(...papers: Parameters<BotUnderTest['announce']>[0]): Promise<void> {
  await bot.announce(papers);
  bot.pass(dayMs);
  await bot.wake();
}

describe('/papers ping', () => {
  it('mentions its person below the digest that has the paper, once, and pings nobody else', async () => {
    await bot.subscribe('diffusion');
    const eve = bot.person({ name: 'eve' });
    expect((await pingFor('proteins')).content).toBe(
      `Done: I mention you in <#${bot.channelId}> when its digest has a paper on **proteins**. See all with \`/papers pings\`.`,
    );
    await pingFor('graphs', {}, eve);
    await digest(proteins, images);
    const [mention] = mentions();
    expect(mention?.content).toContain(`<@${ada.id}>: [Diffusion of \\[proteins`);
    expect(mention?.content).not.toContain('images');
    expect(mention?.pings).toEqual({ everyone: false, userIds: [ada.id], roleIds: [] });
    await bot.wake();
    bot.pass(dayMs);
    await bot.wake();
    expect(mentions()).toHaveLength(1);
  });

  it('writes a direct message that links the message of the digest, if it is asked to', async () => {
    await bot.subscribe('diffusion');
    await pingFor('proteins', { how: 'message' });
    await digest(proteins);
    const [posted] = bot.discord.messages(bot.channelId).filter(({ embeds }) => embeds.length > 0);
    expect(direct()).toHaveLength(1);
    expect(direct()[0]?.content).toContain(
      `https://discord.com/channels/${bot.guildId}/${bot.channelId}/${posted?.id}`,
    );
    expect(mentions()).toEqual([]);
  });

  it('is in the language of its channel, by mention and by message', async () => {
    await bot.subscribe('diffusion');
    const menu = await bot.manager.choose(await bot.manager.run('/digest settings'), 'Change a setting…', 'Language');
    await bot.manager.press(await bot.manager.choose(menu, 'Language', 'Deutsch'), 'Save');
    const eve = bot.person({ name: 'eve' });
    await pingFor('proteins');
    await pingFor('proteins', { how: 'message' }, eve);
    await digest(proteins);
    const foot = /\n-# Du wolltest das mit \/.* beendet es · ref \w{12}$/;
    expect(bot.discord.messages(bot.channelId).at(-1)?.content).toMatch(foot);
    expect(direct(eve)[0]?.content).toMatch(foot);
    expect(direct(eve)[0]?.content).toContain(`Ein Digest von <#${bot.channelId}> hat Paper zu deinen Themen:`);
  });

  it('is listed and removed by /papers pings, also in direct messages', async () => {
    await bot.subscribe('diffusion');
    await pingFor('proteins');
    await pingFor('graphs', { how: 'message' });
    const list = await ada.run('/papers pings', {}, { in: ada.directChannel() });
    expect(list.content).toBe('You have 2 pings.');
    expect(list.embeds[0]?.description).toContain(
      `https://discord.com/channels/${bot.guildId}/${bot.channelId}: a mention`,
    );
    const rest = await ada.choose(list, 'remove-ping', 'proteins');
    expect(rest.content).toBe('Removed: I no longer ping you for **proteins**.\nYou have one ping.');
    await digest(proteins);
    expect(mentions()).toEqual([]);
    expect((await bot.person({ name: 'eve' }).run('/papers pings')).content).toContain('You have no pings.');
  });

  it('refuses what cannot ping, with a next step', async () => {
    expect((await pingFor('proteins')).content).toContain(`<#${bot.channelId}> gets no digests`);
    await bot.subscribe('diffusion');
    expect((await pingFor('(proteins')).content).toContain('This parenthesis is never closed.');
    const outside = bot.discord.person({ name: 'zoe', hasInstalled: true });
    expect((await pingFor('proteins', {}, outside)).content).toContain('A personal digest needs no pings');
    for (let number = 1; number <= 10; number += 1) await pingFor(`topic${number}`);
    expect((await pingFor('proteins')).content).toContain('You have 10 pings');
    expect((await pingFor('topic1', { how: 'message' })).content).toContain('Changed: I write to you');
  });

  it('forgets who left the server or may not see the channel any more', async () => {
    await bot.subscribe('diffusion');
    const hidden = bot.person({ name: 'eve' });
    await pingFor('proteins');
    await pingFor('proteins', { how: 'message' }, hidden);
    const stays = bot.person({ name: 'ben' });
    await pingFor('proteins', {}, stays);
    bot.discord.world.guild(bot.guildId).members.delete(ada.id);
    bot.discord.world.setOverwrite(bot.channelId, { member: hidden, deny: ['ViewChannel'] });
    await digest(proteins);
    expect(mentions().map(({ pings }) => pings.userIds)).toEqual([[stays.id]]);
    expect(direct(hidden)).toEqual([]);
    expect(await bot.store.pings(ada.id)).toEqual([]);
    expect(await bot.store.pings(hidden.id)).toEqual([]);
    expect(await bot.store.pings(stays.id)).toHaveLength(1);
  });

  it('comes once after Discord was down, and after the bot was killed while it sent', async () => {
    await bot.subscribe('diffusion');
    await pingFor('proteins');
    await bot.announce([proteins]);
    bot.pass(dayMs);
    // The digest is posted; the ping is not.
    bot.discord.faults.add({ kind: 'unavailable', method: 'GET', path: /\/guilds\/\d+$/ });
    await bot.wake();
    expect(mentions()).toEqual([]);
    bot.discord.faults.clear();
    bot.pass(hourMs);
    await bot.wake();
    expect(mentions()).toHaveLength(1);
  });

  it('is looked for before it is sent again, when the bot does not know whether it was', async () => {
    await bot.subscribe('diffusion');
    await pingFor('proteins');
    await digest(proteins);
    const [sent] = mentions();
    if (sent === undefined) throw new Error('nobody was mentioned');
    const notice = {
      ...{ guildId: bot.guildId, channelId: bot.channelId, date: '2026-06-12', way: 'mention' as const },
      ...{ people: [{ userId: ada.id, papers: [proteins.id] }], plannedAt: bot.now() - dayMs, attempts: 2 },
      papers: new Map([[proteins.id, proteins]]),
      deliveries: await bot.store.deliveries(bot.channelId, '2026-06-12'),
      nonce: String(sent.nonce),
      language: null,
    };
    const again = (inDoubt: boolean) => sendPingNotice({ ...notice, inDoubt }, bot.discord.applicationId, bot.rest);
    const posts = () => bot.discord.requests.filter(({ method }) => method === 'POST').length;
    const before = posts();
    expect(await again(true)).toEqual({ kind: 'sent', gone: [] });
    expect(posts()).toBe(before);
  });

  it('is dropped where its person accepts no direct messages, and its digest is not held up', async () => {
    await bot.subscribe('diffusion');
    await pingFor('proteins', { how: 'message' });
    const user = bot.discord.world.users.get(ada.id);
    if (user !== undefined) user.acceptsDirectMessages = false;
    await digest(proteins);
    expect(bot.log.lines.find(({ event }) => event === 'ping.dropped')).toBeDefined();
    const run = createPingNotices({ ...bot, clock: bot.now, send: () => Promise.reject(new Error('sent again')) });
    bot.pass(dayMs);
    await run(new AbortController().signal);
  });

  it.each(['forum', 'thread'] as const)('stands beside the papers of a digest with a %s', async (kind) => {
    const forum = bot.discord.world.createChannel({ guild: bot.guildId, name: 'forum', kind: 'forum' });
    const channelId = kind === 'forum' ? forum.id : bot.channelId;
    if (kind === 'thread') await bot.manager.run('/digest settings', { layout: 'thread' });
    const preview = await bot.manager.run('/subscribe', { topic: 'diffusion', channel: channelId });
    await bot.manager.press(preview, 'Subscribe');
    await bot.router.whenIdle();
    const eve = bot.person({ name: 'eve' });
    // Commands do not run in a forum itself, but in its posts.
    const body = kind === 'forum' ? { name: 'talk', message: { content: 'Hello' } } : { name: 'talk', type: 11 };
    const post = (await bot.rest.post(`/channels/${channelId}/threads`, { body })) as { id: string };
    await ada.run('/papers ping', { topic: 'proteins' }, { in: post.id });
    await eve.run('/papers ping', { topic: 'proteins', how: 'message' }, { in: post.id });
    await digest(proteins);
    const [, thread] = [...bot.discord.world.channels.values()].filter(({ parentId }) => parentId === channelId);
    const inThread = bot.discord.messages(thread?.id ?? '');
    expect(inThread.at(-1)?.pings.userIds).toEqual([ada.id]);
    expect(mentions()).toEqual([]);
    const posted = inThread.find(({ embeds }) => embeds.length > 0);
    expect(direct(eve)[0]?.content).toContain(
      `https://discord.com/channels/${bot.guildId}/${thread?.id}/${posted?.id}`,
    );
  });
});
