import { describe, expect, it } from 'vitest';
import type { PermissionName } from '../../src/playground/discord/permissions.ts';
import type { Person } from '../../src/playground/person.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { outcomeOf, pressForged } from './forged-requests.ts';

let bot: BotUnderTest;
let reader: Person;
startBotForEach(async (started) => {
  bot = started;
  reader = bot.person({ name: 'ada' });
});

const announceRivers = (count: number) =>
  bot.announce(
    Array.from({ length: count }, (_, index) =>
      inventPaper({
        id: `2606.0${2000 + index}`,
        title: `River ${index}`,
        abstract: 'Nothing.',
        publishedAt: `2026-06-0${(index % 9) + 1}T10:00:00Z`,
      }),
    ),
  );

const search = (options: object = {}, person = reader) => person.run('/papers search', { query: 'river', ...options });

/** What the person and the channel see after a press. */
async function share(from: Reply, person = reader) {
  const reply = await person.press(from, 'Share');
  await bot.router.whenIdle();
  return reply.refresh();
}

/** The messages in a channel that everybody can read. */
const publicIn = (channelId = bot.channelId) => bot.discord.messages(channelId).filter(({ ephemeral }) => !ephemeral);

describe('Share below a search', () => {
  it('posts the page on screen for everybody, with its day and order, and pings nobody', async () => {
    await announceRivers(18);
    const first = await search({ since: '2026-06-01', sort: 'newest' });
    expect(first.buttons).toEqual(['Next', 'Share']);
    const second = await reader.press(first, 'Next');
    const after = await share(second);
    expect(publicIn()).toHaveLength(1);
    const [posted] = publicIn();
    expect(posted?.content).toBe(
      `<@${reader.id}> shared a search for **river**:\n18 papers on **river**: 9 to 16, newest first.\n-# Only papers since 2026-06-01.`,
    );
    expect(posted?.embeds).toEqual(second.embeds);
    expect(posted?.components).toEqual([]);
    expect(posted?.pings).toEqual({ everyone: false, roleIds: [], userIds: [] });
    expect(after.ephemeral).toBe(true);
    expect(after.content).toBe(`${second.content}\n-# You shared this page with the channel.`);
    expect(after.embeds).toEqual(second.embeds);
    expect(after.buttons).toEqual(['Previous', 'Next']);
    const third = await reader.press(after, 'Next');
    expect(third.buttons).toEqual(['Previous', 'Share']);
    expect(third.content).not.toContain('shared');
  });

  it('posts the page once, even if it is pressed again before the first press is answered', async () => {
    await announceRivers(1);
    const page = await search();
    await Promise.all([reader.press(page, 'Share'), reader.press(page, 'Share'), reader.press(page, 'Share')]);
    await bot.router.whenIdle();
    expect(publicIn()).toHaveLength(1);
    expect(page.refresh().content).toBe(`${page.content}\n-# You shared this page with the channel.`);
    expect(page.refresh().buttons).toEqual([]);
  });

  it('shares the nearest papers in meaning, and those that are named apart', async () => {
    await announceRivers(2);
    while (await bot.store.embedSome());
    await share(await search({ sort: 'meaning' }));
    expect(publicIn()[0]?.content).toContain('2 papers whose meaning is nearest to **river**');
    const few = await search({ query: 'river 1' });
    await share(few);
    expect(publicIn()[1]?.embeds).toEqual(few.embeds);
  });

  it('speaks as the server does, and to the person in their own language', async () => {
    await announceRivers(1);
    bot.discord.world.guild(bot.guildId).preferredLocale = 'fr';
    const jana = bot.person({ name: 'jana', locale: 'de' });
    const page = await search({}, jana);
    expect(page.buttons).toEqual(['Teilen']);
    const reply = await jana.press(page, 'Teilen');
    await bot.router.whenIdle();
    expect(reply.refresh().content).toContain('-# Du hast diese Seite im Kanal geteilt.');
    expect(publicIn()[0]?.content).toContain(`<@${jana.id}> a partagé une recherche sur **river**\u00a0:`);
  });

  it('keeps a hostile search from mentioning, linking and formatting', async () => {
    const query = '@everyone <@&1> https://evil.example **river**';
    await announceRivers(1);
    await share(await search({ query }));
    const [posted] = publicIn();
    expect(posted?.content).toContain('shared a search for');
    expect(posted?.content).not.toMatch(/(?<!\\)@everyone|<@&1>|https:\/\/evil/);
    expect(posted?.pings).toEqual({ everyone: false, roleIds: [], userIds: [] });
  });

  it('is not there where nothing was found', async () => {
    expect((await search()).buttons).toEqual([]);
  });

  it('posts nothing if nothing is found any more', async () => {
    const { id } = await bot.store.saveDraft({
      ...{ guildId: bot.guildId, channelId: bot.channelId, userId: reader.id, topicText: 'river' },
      ...{ replaces: null, replacedTopic: null, at: bot.now() },
    });
    const reply = await pressForged(bot, reader, { customId: `search-share:${id}:best:0` }, bot.channelId);
    await bot.router.whenIdle();
    expect(reply.refresh().content).toContain('No stored paper matches');
    expect(publicIn().filter(({ content }) => content.includes('shared'))).toEqual([]);
  });

  it('checks what its custom_id says', async () => {
    await announceRivers(1);
    const custom = /search-share:\d+/.exec(JSON.stringify((await search()).components))?.[0];
    for (const rest of ['best', 'best:x', 'best:99999', 'best:0:soon']) {
      const reply = await pressForged(bot, reader, { customId: `${custom}:${rest}` }, bot.channelId);
      expect(outcomeOf(bot, reply)).toBe('stale');
    }
  });

  it('works for the person who searched, and for nobody else', async () => {
    await announceRivers(1);
    const [, customId = ''] = /"(search-share:[^"]*)"/.exec(JSON.stringify((await search()).components)) ?? [];
    const eve = bot.person({ name: 'eve' });
    expect(outcomeOf(bot, await pressForged(bot, eve, { customId }, bot.channelId))).toBe('not-the-owner');
    expect(outcomeOf(bot, await pressForged(bot, reader, { customId }, bot.channelId))).toBe('granted');
  });
});

describe('Share is refused privately, and the page keeps its button,', () => {
  /** The only message that comes of a press, which the person alone sees. */
  async function refusal(page: Reply, channelId: string, person = reader): Promise<string> {
    const before = person.read(channelId).length;
    await share(page, person);
    expect(page.refresh().content).toBe(page.content);
    expect(page.refresh().buttons).toEqual(['Share']);
    const [answer, ...others] = person.read(channelId).slice(before);
    expect(others).toEqual([]);
    expect(answer?.ephemeral).toBe(true);
    return answer?.content ?? '';
  }

  /** A page of the search in a channel where a permission is denied to somebody. */
  async function pageWithout(permission: PermissionName, member: string) {
    await announceRivers(1);
    const overwrites = [{ deny: [permission], member }];
    const { id } = bot.discord.world.createChannel({ guild: bot.guildId, name: 'quiet', overwrites });
    return { id, page: await reader.run('/papers search', { query: 'river' }, { in: id }) };
  }

  it('where the person may not write', async () => {
    const { id, page } = await pageWithout('SendMessages', reader.id);
    expect(await refusal(page, id)).toMatch(
      /^You cannot share this here, since you cannot write here yourself: you lack the permission Send Messages\. Run /,
    );
  });

  it('where the bot may not write', async () => {
    const { id, page } = await pageWithout('SendMessages', bot.discord.world.bot.id);
    expect(await refusal(page, id)).toMatch(
      /^I could not share this here: I lack the permission Send Messages\. Run the command again in another channel/,
    );
  });

  it('where Discord refuses the message', async () => {
    await announceRivers(1);
    const page = await search();
    const path = /^\/webhooks\/\d+\/[^/]+$/;
    bot.discord.faults.add({ kind: 'refused', method: 'POST', path, status: 403, code: 50013 });
    expect(await refusal(page, bot.channelId)).toContain('I could not share this here: I lack a permission');
    expect((await share(page)).buttons).toEqual([]);
    expect(publicIn()).toHaveLength(1);
  });

  it('where Discord shows the answers of an app that a person added to that person alone', async () => {
    await announceRivers(1);
    const guild = bot.discord.world.createGuild({ name: 'Elsewhere', channels: ['talk'], bot: false });
    const [channelId = ''] = guild.channelIds;
    const visitor = bot.person({ name: 'zoe', hasInstalled: true, guild, channel: channelId });
    await share(await search({}, visitor), visitor);
    expect(publicIn(channelId)[0]?.content).toContain(`<@${visitor.id}> shared a search for **river**:`);
    bot.discord.world.setOverwrite(channelId, { deny: ['UseExternalApps'] });
    const page = await search({}, visitor);
    expect(await refusal(page, channelId, visitor)).toContain('you lack the permission Use External Apps');
    expect(publicIn(channelId)).toHaveLength(1);
  });
});

it('direct messages have no Share, and refuse a forged one', async () => {
  await announceRivers(9);
  const friend = bot.discord.person({ name: 'zoe', hasInstalled: true });
  const page = await search({}, friend);
  expect(page.buttons).toEqual(['Next']);
  expect((await friend.press(page, 'Next')).buttons).toEqual(['Previous']);
  const [, of = ''] = /"search-page:([^"]*)"/.exec(JSON.stringify(page.components)) ?? [];
  const direct = friend.directChannel().id;
  const forged = await pressForged(bot, friend, { customId: `search-share:${of}` }, direct);
  expect(outcomeOf(bot, forged)).toBe('stale');
});
