import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/playground/person.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { sourceOf } from './silent-source.ts';

let bot: BotUnderTest;
startBotForEach(
  (started) => {
    bot = started;
  },
  { sources: [sourceOf('arxiv', 'arXiv'), sourceOf('huggingface', 'Hugging Face'), sourceOf('crossref', 'Journals')] },
);
beforeEach(() => bot.subscribe('diffusion'));

const open = (person: Person = bot.manager) => person.run('/digest settings');
const pick = (panel: Reply, setting: string, person: Person = bot.manager) =>
  person.choose(panel, panel.components[0]?.components?.[0]?.placeholder ?? '', setting);
/** The menu of settings below the buttons of a change that is not saved. */
const pickNext = (shown: Reply, setting: string) => bot.manager.choose(shown, 'Change another setting…', setting);
const stored = async () => await bot.store.channel(bot.channelId);
const posted = () => bot.discord.messages(bot.channelId).map(({ content }) => content);
const refusalOf = (reply: Reply) => reply.followUps.at(-1)?.content ?? reply.content;

describe('the panel of /digest settings', () => {
  it('shows every setting in plain words, and fits on a phone', async () => {
    const panel = await open();
    expect(panel.ephemeral).toBe(true);
    expect(panel.content.split('\n')).toEqual([
      `**Digest settings of <#${bot.channelId}>**`,
      'When: 09:00 UTC, every day',
      'At most: 10 papers a digest',
      'Waits for a late source: up to 120 minutes',
      'Layout: Cards',
      'Order: Most relevant first',
      'Sources: all',
      'Upvotes: any number',
      'Pings: nobody',
      'Days without papers: silent',
      'Changes of posted papers: not reported',
      'Weekly review: Never',
      'Language: English',
      'Subscriptions: 1',
      expect.stringMatching(/^Next digest: <t:/),
    ]);
    expect(panel.components).toHaveLength(1);
  });

  const choices = [
    {
      setting: 'Layout',
      choice: 'List: title and a small line for each paper',
      shown: 'Layout: Cards → **List**',
      saved: { layout: 'list' },
    },
    {
      setting: 'Order',
      choice: 'Newest first',
      shown: 'Order: Most relevant first → **Newest first**',
      saved: { ranking: 'newest' },
    },
    {
      setting: 'Upvotes',
      choice: '5 upvotes or more',
      shown: 'Upvotes: any number → **5 upvotes or more**',
      saved: { minUpvotes: 5 },
    },
    { setting: 'Sources', choice: 'arXiv', shown: 'Sources: all → **arXiv**', saved: { sources: ['arxiv'] } },
    {
      setting: 'Days without papers',
      choice: 'A short line',
      shown: 'Days without papers: silent → **a short line**',
      saved: { saysQuietDays: true },
    },
    {
      setting: 'Changes of posted papers',
      choice: 'A reply to its message, once',
      shown: 'Changes of posted papers: not reported → **a reply, once**',
      saved: { followsUp: true },
    },
    {
      setting: 'Weekly review',
      choice: 'Friday',
      shown: 'Weekly review: Never → **Friday**',
      saved: { reviewDay: 5, nextReviewAt: Date.parse('2026-06-12T09:00Z') },
    },
  ];
  it.each(choices)('changes $setting after showing before → after', async ({ setting, choice, shown, saved }) => {
    const menu = await pick(await open(), setting);
    expect(menu.content).toContain('At present: ');
    const before = await stored();
    const change = await bot.manager.choose(menu, setting, choice);
    expect(change.content.split('\n')).toEqual([
      `**Change the digest of <#${bot.channelId}>?**`,
      shown,
      '-# Nothing is changed until you save.',
    ]);
    expect(await stored()).toEqual(before);
    expect(posted()).toEqual([]);
    const done = await bot.manager.press(change, 'Save');
    expect(done.content).toContain('(changed just now)');
    expect(await stored()).toEqual({ ...before, ...saved });
    await bot.router.whenIdle();
    expect(posted()).toEqual([`<@${bot.manager.id}> changed the digest of this channel.\n${shown}`]);
    // It can be changed back from the same panel.
    expect((await pick(done, setting)).content).toContain('At present: ');
  });

  it('chooses several sources, and all of them as no choice', async () => {
    const two = await bot.manager.choose(await pick(await open(), 'Sources'), 'Sources', ['Journals', 'arXiv']);
    expect(two.content).toContain('Sources: all → **arXiv and Journals**');
    const done = await bot.manager.press(two, 'Save');
    expect((await stored())?.sources).toEqual(['arxiv', 'crossref']);
    const all = await bot.manager.choose(await pick(done, 'Sources'), 'Sources', ['arXiv', 'Hugging Face', 'Journals']);
    await bot.manager.press(all, 'Save');
    expect((await stored())?.sources).toBeNull();
  });

  it('changes time, zone, days, maximum and waiting in one form', async () => {
    const form = await pick(await open(), 'form');
    expect(form.modal?.components.map(({ component }) => component?.value)).toEqual([
      '09:00',
      'UTC',
      'every day',
      '10',
      '120',
    ]);
    const fields = { time: '8am', zone: 'Berlin', days: 'weekdays', maxPapers: '5', graceMinutes: '0' };
    const change = await bot.manager.submit(form, fields);
    expect(change.content.split('\n').slice(1, 4)).toEqual([
      'When: 09:00 UTC, every day → **08:00 Europe/Berlin, weekdays**',
      'At most: 10 papers a digest → **5 papers a digest**',
      'Waits for a late source: up to 120 minutes → **not at all**',
    ]);
    const done = await bot.manager.press(change, 'Save');
    expect(done.content).toContain('When: 08:00 Europe/Berlin, weekdays');
    expect(await stored()).toMatchObject({
      schedule: { time: '08:00', zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5] },
      maxPapers: 5,
      graceMinutes: 0,
      nextDigestAt: Date.parse('2026-06-15T06:00:00Z'),
    });
    await bot.router.whenIdle();
    expect(posted()[0]).toContain('-# Next digest: <t:');
  });

  it('keeps what it could read in a form, and says what it could not', async () => {
    const form = await pick(await open(), 'form');
    const fields = { time: '25:00', zone: 'Cambridge', days: 'someday', maxPapers: '31', graceMinutes: '15' };
    const change = await bot.manager.submit(form, fields);
    expect(change.content).toContain('“25:00” is not a time');
    expect(change.content).toContain('Did you mean `America/New_York` or `Europe/London`?');
    expect(change.content).toContain('“someday” are not days');
    expect(change.content).toContain('“31” is not a number that I can use here. Give one from 1 to 30.');
    expect(change.content).toContain('up to 120 minutes → **up to 15 minutes**');
    const again = await pickNext(change, 'form');
    const rest = await bot.manager.submit(again, { time: '7:30' });
    expect(rest.content).toContain('When: 09:00 UTC, every day → **07:30 UTC, every day**');
    expect(rest.content).toContain('up to 120 minutes → **up to 15 minutes**');
    await bot.manager.press(rest, 'Save');
    expect(await stored()).toMatchObject({ graceMinutes: 15, schedule: { time: '07:30', zone: 'UTC' } });
  });

  it('collects changes, and goes back without losing them', async () => {
    const menu = await pick(await open(), 'Layout');
    const panel = await bot.manager.press(menu, 'Back');
    expect(panel.content).toContain('Layout: Cards');
    const one = await bot.manager.choose(await pick(panel, 'Upvotes'), 'Upvotes', '10 upvotes or more');
    const back = await bot.manager.press(await pickNext(one, 'Layout'), 'Back');
    expect(back.content).toContain('Upvotes: any number → **10 upvotes or more**');
    const both = await bot.manager.choose(
      await pickNext(back, 'Days without papers'),
      'Days without papers',
      'A short line',
    );
    await bot.manager.press(both, 'Save');
    expect(await stored()).toMatchObject({ minUpvotes: 10, saysQuietDays: true, layout: 'cards' });
    await bot.router.whenIdle();
    expect(posted()).toHaveLength(1);
  });

  it('changes nothing if the value is the same, or if it is cancelled', async () => {
    const same = await bot.manager.choose(await pick(await open(), 'Upvotes'), 'Upvotes', 'any number');
    expect(same.content).toMatch(/^Nothing was changed\.\n\*\*Digest settings/);
    const change = await bot.manager.choose(await pick(same, 'Upvotes'), 'Upvotes', '1 upvote or more');
    const cancelled = await bot.manager.press(change, 'Cancel');
    expect(cancelled.content).toBe('Cancelled. Nothing was changed.');
    expect((await stored())?.minUpvotes).toBe(0);
    expect(posted()).toEqual([]);
  });

  it('offers to publish in an announcement channel only', async () => {
    const news = bot.discord.world.createChannel({ guild: bot.guildId, name: 'news', kind: 'announcement' });
    const panel = await bot.manager.run('/digest settings', { channel: news.id });
    expect(panel.content).toContain('Servers that follow this channel: get the digests');
    const change = await bot.manager.choose(
      await pick(panel, 'Servers that follow this channel'),
      'Servers that follow this channel',
      'No, keep them here',
    );
    await bot.manager.press(change, 'Save');
    expect(await bot.store.channel(news.id)).toMatchObject({ publishes: false });
    // Nothing is subscribed there, so nobody needs to hear of it.
    await bot.router.whenIdle();
    expect(bot.discord.messages(news.id)).toEqual([]);
  });

  it('says that a channel is blocked or paused', async () => {
    await bot.manager.run('/digest pause');
    expect((await open()).content).toContain('**Paused** since');
    await bot.manager.run('/digest resume');
    await bot.announce(inventPapers(1, 'diffusion'));
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.world.bot, deny: ['EmbedLinks'] });
    bot.pass(dayMs);
    await bot.wake();
    expect((await open()).content).toMatch(/cannot.*Embed Links|lack the permission Embed Links/);
  });

  it('says so if the public line cannot be posted', async () => {
    const change = await bot.manager.choose(await pick(await open(), 'Upvotes'), 'Upvotes', '1 upvote or more');
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.world.bot, deny: ['SendMessages'] });
    const done = await bot.manager.press(change, 'Save');
    await bot.router.whenIdle();
    expect(done.refresh().followUps.at(-1)?.content).toContain('It is done, but I could not say so');
    expect((await stored())?.minUpvotes).toBe(1);
  });
});

describe('a change that is not saved', () => {
  const propose = async (person: Person = bot.manager) =>
    person.choose(await pick(await open(person), 'Upvotes', person), 'Upvotes', '5 upvotes or more');

  it('needs the permission at each press', async () => {
    const change = await propose();
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.manager, deny: ['ManageChannels'] });
    expect(refusalOf(await bot.manager.press(change, 'Save'))).toContain('Manage Channels');
    expect((await stored())?.minUpvotes).toBe(0);
  });

  it('ends politely after a day', async () => {
    const change = await propose();
    bot.pass(dayMs + hourMs);
    expect(refusalOf(await bot.manager.press(change, 'Save'))).toContain('older than a day. Run the command again');
    expect((await stored())?.minUpvotes).toBe(0);
  });

  it('is saved once', async () => {
    const change = await propose();
    await Promise.all([bot.manager.press(change, 'Save'), bot.manager.press(change, 'Save')]);
    await bot.router.whenIdle();
    expect(posted()).toHaveLength(1);
    expect((await stored())?.minUpvotes).toBe(5);
  });

  it('stays, and so does another manager’s change of another setting', async () => {
    const noor = bot.person({ name: 'noor', permissions: ['ManageChannels'] });
    const mine = await propose();
    const theirs = await noor.choose(await pick(await open(noor), 'Layout', noor), 'Layout', 'list');
    await noor.press(theirs, 'Save');
    await bot.manager.press(mine, 'Save');
    expect(await stored()).toMatchObject({ layout: 'list', minUpvotes: 5 });
  });

  it('is shown again if somebody has changed the same setting meanwhile', async () => {
    const noor = bot.person({ name: 'noor', permissions: ['ManageChannels'] });
    const mine = await propose();
    const theirs = await noor.choose(await pick(await open(noor), 'Upvotes', noor), 'Upvotes', '3 upvotes or more');
    await noor.press(theirs, 'Save');
    const again = await bot.manager.press(mine, 'Save');
    expect(again.content).toContain('Somebody has changed this meanwhile');
    expect(again.content).toContain('Upvotes: 3 upvotes or more → **5 upvotes or more**');
    expect((await stored())?.minUpvotes).toBe(3);
    await bot.manager.press(again, 'Save');
    expect((await stored())?.minUpvotes).toBe(5);
  });

  it('leaves alone what a form showed, and what somebody else has changed since', async () => {
    const form = await pick(await open(), 'form');
    const noor = bot.person({ name: 'noor', permissions: ['ManageChannels'] });
    await noor.run('/digest settings', { time: '11:00' });
    const change = await bot.manager.submit(form, { maxPapers: '7' });
    expect(change.content).not.toContain('When');
    await bot.manager.press(change, 'Save');
    expect(await stored()).toMatchObject({ maxPapers: 7, schedule: { time: '11:00' } });
  });
});

describe('an option of /digest settings', () => {
  it('is a quick way, and is announced too', async () => {
    const changed = await bot.manager.run('/digest settings', { layout: 'list', max: 5 });
    expect(changed.content).toContain('(changed just now)');
    await bot.router.whenIdle();
    expect(posted()).toEqual([
      `<@${bot.manager.id}> changed the digest of this channel.\nAt most: 10 papers a digest → **5 papers a digest**\nLayout: Cards → **List**`,
    ]);
    await bot.manager.run('/digest settings', { max: 5 });
    await bot.router.whenIdle();
    expect(posted()).toHaveLength(1);
  });
});
