import { describe, expect, it } from 'vitest';
import { createDeliverer } from '../../src/jobs/deliver.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach(
  (started) => {
    bot = started;
  },
  { limits: { messagesPerWindow: 1_000 } },
);

const date = '2026-06-12';
const choose = () => bot.manager.run('/digest settings', { layout: 'thread', max: 30 });
const refusalOf = (reply: { content: string; followUps: readonly { content: string }[] }) =>
  reply.followUps.at(-1)?.content ?? reply.content;
const deny = (...names: ('CreatePublicThreads' | 'SendMessagesInThreads')[]) =>
  bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: names });
const threads = () => [...bot.discord.world.channels.values()].filter(({ parentId }) => parentId === bot.channelId);
const here = () => bot.discord.messages(bot.channelId);
const inThread = () => threads().flatMap((thread) => bot.discord.messages(thread));
const papersOf = (messages: ReturnType<typeof here>) => messages.flatMap(({ embeds }) => embeds.map(({ url }) => url));
const rows = () => bot.store.deliveries(bot.channelId, date);
const wakeLater = async () => {
  bot.pass(hourMs);
  await bot.wake();
};

/** @param arrange what happens between the choice of the layout and the digest */
async function deliver(papers: number, arrange = () => {}): Promise<void> {
  await choose();
  await bot.subscribe('diffusion');
  await bot.announce(inventPapers(papers, 'diffusion'));
  arrange();
  bot.pass(dayMs);
  await bot.wake();
}

/** The answer to a request is lost: Discord did what was asked. */
const loseAnswer = (path: RegExp) => bot.discord.faults.add({ kind: 'bad-gateway', method: 'POST', path });

describe('the layout thread', () => {
  it('has a header in the channel, and the papers as cards in its thread', async () => {
    await deliver(25);
    const [header, ...others] = here();
    expect(others).toEqual([]);
    expect(header?.content).toContain('### Papers for Friday 12 June 2026\n25 new papers on **diffusion**');
    expect(header?.content).not.toContain('Part');
    expect(header?.embeds).toEqual([]);
    expect(threads().map(({ id, name }) => ({ id, name }))).toEqual([
      { id: header?.id, name: 'Papers for Friday 12 June 2026' },
    ]);
    expect(new Set(papersOf(inThread())).size).toBe(25);
    expect(inThread()[0]?.content).toMatch(/^-# Part 1 of \d · ref/);
    const why = await bot.manager.run('/digest why', { paper: papersOf(inThread())[0] ?? '' });
    expect(why.content).toContain(`https://discord.com/channels/${bot.guildId}/${header?.id}/`);
  });

  it('is refused where a permission is missing, by the option, by the menu and when it is saved', async () => {
    const panel = await bot.manager.run('/digest settings');
    const question = () => bot.manager.choose(panel, 'Change a setting…', 'Layout');
    const change = await bot.manager.choose(await question(), 'Layout', 'thread');
    deny('CreatePublicThreads', 'SendMessagesInThreads');
    const refusal = `I lack **Create Public Threads and Send Messages in Threads** there. Give them to me`;
    expect((await choose()).content).toContain(refusal);
    expect(refusalOf(await bot.manager.press(change, 'Save'))).toContain(refusal);
    const again = await bot.manager.choose(await bot.manager.run('/digest settings'), 'Change a setting…', 'Layout');
    expect(refusalOf(await bot.manager.choose(again, 'Layout', 'thread'))).toContain(refusal);
    expect((await bot.store.channel(bot.channelId))?.layout ?? 'cards').toBe('cards');
  });

  it('is refused in a forum and in a thread, with the next step', async () => {
    const { world } = bot.discord;
    const forum = world.createChannel({ guild: bot.guildId, name: 'forum', kind: 'forum' });
    const inForum = await bot.manager.run('/digest settings', { channel: forum, layout: 'thread' });
    expect(inForum.content).toContain('each digest is already a separate post. Choose the layout Cards');
    const thread = world.createChannel({ guild: bot.guildId, name: 't', kind: 'public-thread', parent: bot.channelId });
    const there = await bot.manager.run('/digest settings', { channel: thread, layout: 'thread' });
    expect(there.content).toContain('in text and announcement channels only');
  });

  it('posts the papers in the channel while no thread can be opened, and the status names what is missing', async () => {
    await deliver(25, () => deny('CreatePublicThreads'));
    expect(threads()).toEqual([]);
    expect(new Set(papersOf(here())).size).toBe(25);
    expect((await bot.store.channel(bot.channelId))?.blockedReason).toBeNull();
    expect((await bot.manager.run('/digest status')).content).toContain('I lack **Create Public Threads** here');
  });

  it.each([
    ['too many threads are open', { status: 400, code: 160_006 }],
    ['a moderator deleted the header', { status: 404, code: 10_008 }],
  ])('posts the papers in the channel if %s', async (_why, refusal) => {
    await deliver(12, () => {
      bot.discord.faults.add({ kind: 'refused', method: 'POST', path: /\/threads$/, ...refusal });
    });
    expect(threads()).toEqual([]);
    expect(papersOf(here())).toHaveLength(12);
    expect((await rows()).every(({ state }) => state === 'sent')).toBe(true);
  });
});

describe('a digest with a thread is posted once', () => {
  it('if the answer to the thread was lost: the thread that exists is used', async () => {
    await deliver(12, () => loseAnswer(/\/threads$/));
    expect(threads()).toHaveLength(1);
    expect(inThread()).toEqual([]);
    await wakeLater();
    expect(threads()).toHaveLength(1);
    expect(papersOf(inThread())).toHaveLength(12);
    expect(here()).toHaveLength(1);
  });

  it('if the answer to a part in the thread was lost', async () => {
    await deliver(12, () => bot.discord.faults.add({ kind: 'unavailable', method: 'POST', path: /\/threads$/ }));
    const [header] = here();
    loseAnswer(new RegExp(`/${header?.id}/messages$`));
    await wakeLater();
    await wakeLater();
    expect(papersOf(inThread())).toHaveLength(12);
    expect(new Set(papersOf(inThread())).size).toBe(12);
    expect(here()).toHaveLength(1);
  });

  it('if the bot died between the header and the thread', async () => {
    await deliver(12, () => bot.discord.faults.add({ kind: 'unavailable', method: 'POST', path: /\/threads$/ }));
    expect(threads()).toEqual([]);
    bot.pass(hourMs);
    // It dies when it has claimed the next part.
    const interrupted = await bot.store.claimDeliveries('dead', bot.now(), 1);
    expect(interrupted.map(({ part }) => part)).toEqual([2]);
    const { store, poster, log, lease } = bot;
    const next = createDeliverer({ store, poster, log, lease, clock: bot.now, random: () => 0.5 });
    await next.recover(new AbortController().signal);
    await next.deliverDue(new AbortController().signal);
    expect(here()).toHaveLength(1);
    expect(papersOf(inThread())).toHaveLength(12);
  });

  it('if the thread was deleted meanwhile: the rest comes in the channel', async () => {
    await deliver(12, () => {
      bot.discord.faults.add({ kind: 'unavailable', method: 'POST', path: /\/threads$/ });
    });
    const [header] = here();
    bot.discord.faults.add({
      ...{ kind: 'refused', method: 'POST', path: new RegExp(`/${header?.id}/messages$`), status: 404, code: 10_003 },
    });
    await wakeLater();
    expect(papersOf(here())).toHaveLength(12);
    expect((await rows()).every(({ state }) => state === 'sent')).toBe(true);
  });
});
