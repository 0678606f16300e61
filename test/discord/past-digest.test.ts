import { beforeEach, describe, expect, it } from 'vitest';
import { flatComponents } from '../../src/playground/discord/message-view.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { dayMs, hourMs, utcDate } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { textIn } from '../support/compact-messages.ts';
import { inventLongPapers, inventPapers } from '../support/invented-papers.ts';
import { offerToEverybody } from './forged-requests.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const preview = (options: Readonly<Record<string, string>>, person = bot.manager) =>
  person.run('/digest preview', options);

const textsOf = (reply: Reply): string => {
  const { message, followUps } = reply.refresh();
  const messages = [...(message === undefined ? [] : [message]), ...followUps];
  return messages.flatMap((one) => [textIn(one), ...one.embeds.map(({ title = '' }) => title)]).join('\n');
};

async function wakeAfter(ms: number): Promise<void> {
  bot.pass(ms);
  await bot.wake();
}

/** Posts a digest on Friday 12 June 2026; then a day passes. */
async function postOnFriday(count = 3): Promise<void> {
  await bot.subscribe('diffusion');
  bot.pass(60_000);
  await bot.announce(inventPapers(count, 'diffusion'));
  await wakeAfter(3 * hourMs);
  bot.pass(dayMs);
}

const postedIn = (channelId: string) =>
  bot.discord.messages(channelId).filter(({ content }) => content.includes('ref '));

describe('the digest of a past day', () => {
  it('is shown privately as it was posted, with a link, and is not posted again', async () => {
    await postOnFriday();
    const [posted] = postedIn(bot.channelId);
    const reply = await preview({ date: '2026-06-12' });
    await bot.router.whenIdle();
    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toBe(
      `**The digest of Friday 12 June 2026 for <#${bot.channelId}>**, as it was posted: https://discord.com/channels/${bot.guildId}/${bot.channelId}/${posted?.id}. Only you see this copy.`,
    );
    const copies = reply.refresh().followUps;
    expect(copies.map(({ content }) => content)).toEqual([posted?.content.replace(/ · ref \w{12}$/, '')]);
    expect(copies.map(({ embeds }) => embeds)).toEqual([posted?.embeds]);
    expect(copies.map(({ components }) => components)).toEqual([[]]);
    expect(postedIn(bot.channelId)).toHaveLength(1);
  });

  it('is found by words for its day, and by a suggestion', async () => {
    await postOnFriday();
    for (const date of ['yesterday', 'Friday', '12 June']) {
      expect((await preview({ date })).content, date).toContain('The digest of Friday 12 June 2026');
    }
    const offered = [{ name: 'Friday 12 June 2026, 3 of 3 matching papers', value: '2026-06-12' }];
    expect(await bot.manager.complete('/digest preview', 'date', '')).toEqual(offered);
    expect(await bot.manager.complete('/digest preview', 'date', 'JUNE')).toEqual(offered);
    expect(await bot.manager.complete('/digest preview', 'date', 'last week')).toEqual([
      { name: 'last week', value: 'last week' },
    ]);
  });

  it('stays as it was after the topics and the layout changed', async () => {
    await postOnFriday();
    await bot.manager.run('/digest settings', { layout: 'list' });
    await bot.subscribe('gulls');
    const reply = await preview({ date: 'yesterday' });
    await bot.router.whenIdle();
    expect(reply.refresh().followUps[0]?.embeds).toHaveLength(3);
  });

  it.each(['list', 'thread', 'compact'])('has no reference and no menu in the layout %s', async (layout) => {
    await bot.subscribe('diffusion');
    await bot.manager.run('/digest settings', { layout });
    await postOnFriday(12);
    const reply = await preview({ date: '2026-06-12' });
    await bot.router.whenIdle();
    expect(textsOf(reply)).toContain('Papers for Friday 12 June 2026');
    expect(textsOf(reply)).toContain('Invented **diffusion**, part 12');
    expect(textsOf(reply)).not.toMatch(/ref \w{12}/);
    const components = reply.refresh().followUps.flatMap((message) => flatComponents(message.components));
    expect(components.filter(({ custom_id: id }) => id !== undefined)).toEqual([]);
  });

  it('shows the first messages of a long one, and counts the rest', async () => {
    await bot.subscribe('diffusion');
    await bot.manager.run('/digest settings', { max: 30 });
    bot.pass(60_000);
    await bot.announce(inventLongPapers(30, 'diffusion'));
    await wakeAfter(3 * hourMs);
    const parts = postedIn(bot.channelId).length;
    expect(parts).toBeGreaterThan(3);
    bot.pass(dayMs);
    const reply = await preview({ date: 'yesterday' });
    await bot.router.whenIdle();
    const texts = reply.refresh().followUps.map(({ content }) => content);
    expect(texts.slice(1)).toEqual([
      `-# Part 2 of ${parts}`,
      `-# Part 3 of ${parts}`,
      `The digest goes on: ${parts - 3} more ${parts === 4 ? 'message' : 'messages'}.`,
    ]);
  });

  it('is named with its papers once its messages are forgotten', async () => {
    await postOnFriday();
    const old = bot.now() - 60 * dayMs;
    const limits = { papersBefore: old, runsBefore: old, upvotesBefore: old, listingsBefore: utcDate(old) };
    while (!(await bot.store.pruneSome({ ...limits, deliveriesBefore: '2026-07-12' })).isDone);
    expect((await preview({ date: '2026-06-12' })).content).toBe(
      `The digest of Friday 12 June 2026 for <#${bot.channelId}> had 3 papers. Its messages are no longer stored here. For its papers, run \`/papers cite since:2026-06-12 until:2026-06-12\` in <#${bot.channelId}>.`,
    );
    const cited = await bot.manager.run('/papers cite', { since: '2026-06-12', until: '2026-06-12' });
    expect(cited.content).toContain('3 papers');
  });

  it('is shown with its state while it is held back', async () => {
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: ['SendMessages'] });
    await postOnFriday();
    const reply = await preview({ date: '2026-06-12' });
    await bot.router.whenIdle();
    expect(reply.content).toContain('as it was made. Its state: held back. `/digest status` says more.');
    expect(reply.refresh().followUps[0]?.embeds).toHaveLength(3);
  });
});

describe('today', () => {
  it('is the digest to come, and the posted one once it is there', async () => {
    await bot.subscribe('diffusion');
    bot.pass(60_000);
    await bot.announce(inventPapers(3, 'diffusion'));
    expect((await preview({ date: 'today' })).content).toContain('**Preview. Nothing is posted.**');
    await wakeAfter(3 * hourMs);
    expect((await preview({ date: 'today' })).content).toContain('as it was posted');
    expect((await preview({})).content).toContain('Nothing is new');
  });
});

describe('a day without a digest', () => {
  const why = async (date: string) => (await preview({ date })).content;

  it('was quiet', async () => {
    await bot.subscribe('diffusion');
    bot.pass(60_000);
    await bot.announce(inventPapers(2, 'gulls'));
    await wakeAfter(3 * hourMs);
    bot.pass(dayMs);
    expect(await why('yesterday')).toBe(
      `On Friday 12 June 2026, no new paper matched for <#${bot.channelId}>, so it got no digest. Find papers of all days with \`/papers search\`.`,
    );
  });

  it('shows the line of a quiet day where there was one', async () => {
    await bot.subscribe('diffusion');
    const menu = await bot.manager.choose(await bot.manager.run('/digest settings'), 'Change a setting…', 'quiet');
    await bot.manager.press(await bot.manager.choose(menu, 'Days without papers', 'A short line'), 'Save');
    await wakeAfter(3 * hourMs);
    bot.pass(dayMs);
    const reply = await preview({ date: 'yesterday' });
    await bot.router.whenIdle();
    expect(reply.refresh().followUps[0]?.content).toMatch(/no new paper fits[\s\S]*-# Next digest: <t:\d+:F>$/);
  });

  it('was before the first subscription, or nothing is subscribed', async () => {
    expect(await why('yesterday')).toContain('has no subscription, so it gets no digest.');
    await bot.subscribe('diffusion');
    expect(await why('yesterday')).toContain('its oldest topic was subscribed on Friday 12 June 2026.');
  });

  it('was in a pause', async () => {
    await postOnFriday();
    await bot.manager.run('/digest pause');
    await wakeAfter(2 * dayMs);
    expect(await why('yesterday')).toContain(
      `On Sunday 14 June 2026, <#${bot.channelId}> got no digest: it has been paused since Saturday 13 June 2026.`,
    );
    expect(await why('2026-06-12')).toContain('as it was posted');
  });

  it('is not in the schedule', async () => {
    await bot.subscribe('diffusion');
    await bot.manager.run('/digest settings', { days: 'weekdays' });
    await wakeAfter(3 * dayMs);
    expect(await why('sunday')).toContain('Its schedule has none on such a day: 09:00 UTC, weekdays.');
  });

  it.each([
    ['stale', null, 'no paper matched, and a part of the day’s papers was missing.'],
    ['waiting', null, 'was not made: it waited for a source until its day was over.'],
    ['failed', 'the disk is full', 'could not be made: the disk is full. Its papers are for the digest after it.'],
  ] as const)('is explained by the record of its run: %s', async (state, reason, text) => {
    await bot.subscribe('diffusion');
    const counts = { announced: 0, matched: 0, shown: 0 };
    const at = bot.now();
    const run = { channelId: bot.channelId, date: utcDate(at), since: at, at, missing: [], ...counts };
    await bot.store.recordRun({ ...run, state, reason });
    bot.pass(2 * dayMs);
    expect(await why('2026-06-12')).toContain(text);
  });

  it('is not recorded, because the bot was away', async () => {
    await bot.subscribe('diffusion');
    await wakeAfter(4 * dayMs);
    expect(await why('2026-06-14')).toContain('No digest of Sunday 14 June 2026 is recorded');
  });
});

describe('the day that is typed', () => {
  beforeEach(() => bot.subscribe('diffusion'));

  it.each(['tomorrow', '2026-07-01', 'next monday'])('may not be in the future: %s', async (date) => {
    expect((await preview({ date })).content).toMatch(
      /^The digest of .* is not made yet\. `\/digest preview` without a day shows what would be posted now\.\n/,
    );
  });

  it.each(['someday', '2026-06', '2026-02-30', '@everyone'])('has to be one day: %s', async (date) => {
    expect((await preview({ date })).content).toContain('is not a day that I can read.');
  });

  it('is refused in the language of the reader', async () => {
    const anna = bot.person({ name: 'anna', permissions: ['ManageChannels'], locale: 'de' });
    expect((await preview({ date: 'someday' }, anna)).content).toContain('kann ich nicht als Tag lesen');
    expect((await preview({ date: '2026-07-01' }, anna)).content).toContain('gibt es noch nicht');
  });
});

describe('a channel that the person does not manage', () => {
  it('shows no digest and suggests no day to readers of the server', async () => {
    offerToEverybody(bot);
    await postOnFriday();
    const reader = bot.person({ name: 'reader' });
    const refused = await preview({ date: '2026-06-12' }, reader);
    expect(refused.content).toContain('Manage Channels');
    expect(textsOf(refused)).not.toContain('diffusion');
    expect(await reader.complete('/digest preview', 'date', '')).toEqual([]);
  });

  it('shows no digest to managers of another server, even if they forge a request', async () => {
    await postOnFriday();
    const { world } = bot.discord;
    const foreign = world.createGuild({ name: 'Another server', channels: ['elsewhere'] });
    const [channel = ''] = foreign.channelIds;
    const stranger = bot.person({ name: 'stranger', guild: foreign, channel, permissions: ['ManageChannels'] });
    // Discord's client offers only channels of the own server, so it has to be deceived while it sends the request.
    const target = world.channel(bot.channelId);
    Object.assign(target, { guildId: foreign.id });
    const answer = preview({ date: '2026-06-12', channel: bot.channelId }, stranger);
    Object.assign(target, { guildId: bot.guildId });
    const refused = await answer;
    expect(refused.content).toContain('I cannot see that channel');
    expect(textsOf(refused)).not.toContain('diffusion');
    expect(await stranger.complete('/digest preview', 'date', '')).toEqual([]);
  });
});
