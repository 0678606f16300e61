import { describe, expect, it } from 'vitest';
import { greetingMessage } from '../../src/discord/rendering/setup.ts';
import { sayIn } from '../../src/language/say.ts';
import type { MessageView } from '../../src/playground/discord/message-view.ts';
import type { Person } from '../../src/playground/person.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { dayMs } from '../../src/time.ts';
import { presets } from '../../src/topics/presets.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

/** The greeting, in the first channel. */
async function greeting(): Promise<MessageView> {
  const body = { ...greetingMessage(sayIn('en')), allowed_mentions: { parse: [] } };
  await bot.rest.post(`/channels/${bot.channelId}/messages`, { body });
  const [message] = bot.discord.messages(bot.channelId);
  if (message === undefined) throw new Error('There is no greeting.');
  return message;
}

const otherChannel = () => [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';
const start = async (person: Person = bot.manager) => person.press(await greeting(), 'Set up');
const choosing = async (channel = bot.channelId, person = bot.manager) =>
  person.choose(await start(person), 'Choose a channel…', channel);
const refusalOf = (reply: Reply) => reply.followUps.at(-1)?.content ?? reply.content;
const subscribed = async () => (await bot.store.subscriptions(bot.guildId)).map(({ topic }) => topic);

async function withWords(text: string, reply?: Reply): Promise<Reply> {
  const form = await bot.manager.press(reply ?? (await choosing()), 'In my own words');
  return bot.manager.submit(form, { topic: text });
}

describe('a set-up', () => {
  it('leads from the greeting to a subscribed channel, and only the person sees it', async () => {
    await bot.announce([inventPaper({ id: '2606.00001', title: 'Diffusion of gulls', categories: ['q-bio.PE'] })]);
    const first = await start();
    expect(first.ephemeral).toBe(true);
    expect(first.content).toBe('**Set up, step 1 of 4.** Which channel gets the papers?');
    const second = await bot.manager.choose(first, 'Choose a channel…', otherChannel());
    expect(second.content).toMatch(/^\*\*Set up, step 2 of 4\.\*\* What are the papers for <#\d+> about\?/);
    const field = await bot.manager.choose(second, 'Choose a field of research…', 'Biology');
    const names = presets.filter((preset) => preset.field === 'Biology').map(({ name }) => name);
    const chosen = await bot.manager.choose(field, 'Topics in Biology…', names.slice(0, 2));
    expect(chosen.content).toContain(`Chosen: **${names[0]}** and **${names[1]}**`);
    const words = await withWords('gulls', chosen);
    expect(words.content).toContain('and **gulls**');
    const third = await bot.manager.press(words, 'Next: time');
    expect(third.content).toContain('comes at **09:00 UTC**. Is that right?');
    const form = await bot.manager.press(third, 'Change time and zone');
    const fourth = await bot.manager.submit(form, { time: '8:30', zone: 'Berlin' });
    expect(fourth.content).toContain('Nothing is subscribed yet.** <#');
    expect(fourth.content).toContain('at **08:30 Europe/Berlin**');
    expect(fourth.content).toMatch(/• \*\*gulls\*\*: 1 a day$/m);
    expect(fourth.content).toContain(`• **${names[0]}**: no paper matches in the last days`);
    expect(fourth.embeds[0]?.description).toContain('Diffusion of **gulls**');
    expect(await subscribed()).toEqual([]);

    const done = await bot.manager.press(fourth, 'Subscribe');
    expect(done.content).toMatch(/^Done: <#\d+> gets papers on \*\*.*\*\* and \*\*gulls\*\*\.\nNext digest: /);
    expect(await subscribed()).toHaveLength(3);
    expect((await bot.store.channel(otherChannel()))?.schedule).toMatchObject({ time: '08:30', zone: 'Europe/Berlin' });
    await bot.router.whenIdle();
    const [line, ...more] = bot.discord.messages(otherChannel());
    expect(line?.content).toContain(`<@${bot.manager.id}> set up this channel: it gets papers on`);
    expect(more).toEqual([]);
    expect(bot.discord.messages(bot.channelId)).toHaveLength(1);
  });

  it('asks only those who may manage channels, and checks each press again', async () => {
    const reader = bot.person({ name: 'rita' });
    expect((await start(reader)).content).toContain('Manage Channels');
    const step = await withWords('gulls');
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.manager.id, deny: ['ManageChannels'] });
    expect(refusalOf(await bot.manager.press(step, 'Next: time'))).toContain('Manage Channels');
  });

  it('names a permission that the bot lacks in the chosen channel', async () => {
    bot.discord.world.setOverwrite(otherChannel(), { member: bot.discord.applicationId, deny: ['EmbedLinks'] });
    expect(refusalOf(await choosing(otherChannel()))).toContain('Embed Links');
  });

  it('says why a topic, a time or a zone cannot be read, and goes on', async () => {
    const unread = await withWords('cat:cs.XX');
    expect(unread.content).toContain('^');
    expect(unread.content).toContain('step 2 of 4');
    const third = await bot.manager.press(await withWords('gulls', unread), 'Next: time');
    const form = await bot.manager.press(third, 'Change time and zone');
    expect(refusalOf(await bot.manager.submit(form, { time: 'noonish', zone: 'UTC' }))).toContain('noonish');
    expect(refusalOf(await bot.manager.submit(form, { time: '9', zone: 'Berlinn' }))).toContain('Berlin');
    expect((await bot.manager.press(third, 'Yes, show a preview')).content).toContain('09:00 UTC');
    expect(await subscribed()).toEqual([]);
  });

  it('takes a limited number of topics, and can begin again with others', async () => {
    const names = presets.filter((preset) => preset.field === 'Computer science').map(({ name }) => name);
    const field = await bot.manager.choose(await withWords('gulls'), 'Choose a field of research…', 'Computer science');
    const full = await bot.manager.choose(field, 'Topics in Computer science…', names.slice(0, 8));
    expect(full.content).toContain('at most 8 topics');
    const cleared = await bot.manager.press(full, 'Choose others');
    expect(cleared.content).not.toContain('Chosen:');
    expect(cleared.components.at(-1)?.components?.map(({ label }) => label)).toEqual(['In my own words', 'Cancel']);
  });

  it('subscribes once if somebody presses twice, and keeps what a channel had', async () => {
    await bot.subscribe('gulls');
    const preview = await bot.manager.press(
      await bot.manager.press(await withWords('terns'), 'Next: time'),
      'Yes, show a preview',
    );
    await bot.manager.press(preview, 'Subscribe');
    expect(await subscribed()).toEqual(['gulls', 'terns']);
    const again = await withWords('gulls');
    const both = await bot.manager.press(await bot.manager.press(again, 'Next: time'), 'Yes, show a preview');
    await bot.router.whenIdle();
    const before = bot.discord.messages(bot.channelId).length;
    expect((await bot.manager.press(both, 'Subscribe')).content).toContain('Done:');
    expect(await subscribed()).toEqual(['gulls', 'terns']);
    await bot.router.whenIdle();
    expect(bot.discord.messages(bot.channelId)).toHaveLength(before);
  });

  it('ends after a day, and says how to begin again', async () => {
    const step = await withWords('gulls');
    bot.pass(dayMs + 1);
    expect(refusalOf(await bot.manager.press(step, 'Next: time'))).toContain('Press **Set up** again');
  });

  it('is cancelled without a change', async () => {
    const cancelled = await bot.manager.press(await withWords('gulls'), 'Cancel');
    expect(cancelled.content).toBe('Cancelled. Nothing was changed. The button **Set up** starts again.');
    expect(await subscribed()).toEqual([]);
  });
});
