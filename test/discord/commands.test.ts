import { describe, expect, it } from 'vitest';
import { defaultSchedule } from '../../src/digests/schedule.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventLongPapers, inventPaper, inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

async function subscribe(topic: string, channel: string = bot.channelId): Promise<void> {
  const preview = await bot.manager.run('/subscribe', { topic, channel });
  await bot.manager.press(preview, 'Subscribe');
  await bot.router.whenIdle();
}

const topics = async () => (await bot.store.subscriptions(bot.guildId)).map(({ topic }) => topic);
const otherChannel = () => [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';

describe('/unsubscribe', () => {
  it('removes a subscription, says if it was the last one, and can be undone', async () => {
    await subscribe('graphs');
    const [choice] = await bot.manager.complete('/unsubscribe', 'subscription', 'gra');
    expect(choice?.name).toBe('here: graphs');
    const removed = await bot.manager.run('/unsubscribe', { subscription: String(choice?.value) });
    expect(removed.content).toContain('last subscription');
    expect(await topics()).toEqual([]);
    const undone = await bot.manager.press(removed, 'Undo');
    expect(undone.content).toContain('as before');
    expect(await topics()).toEqual(['graphs']);
    await bot.router.whenIdle();
    expect(bot.discord.messages(bot.channelId).map(({ content }) => content.split('**')[0])).toEqual([
      `<@${bot.manager.id}> subscribed this channel to `,
      `<@${bot.manager.id}> unsubscribed this channel from `,
      `<@${bot.manager.id}> subscribed this channel to `,
    ]);
  });

  it('accepts the typed topic, and answers a missing or restored one kindly', async () => {
    await subscribe('graphs');
    const removed = await bot.manager.run('/unsubscribe', { subscription: ' graphs ' });
    await subscribe('graphs');
    const stale = await bot.manager.press(removed, 'Undo');
    expect((stale.followUps.at(-1) ?? stale.message)?.content).toContain('no longer there');
    const unknown = await bot.manager.run('/unsubscribe', { subscription: '#99' });
    expect(unknown.content).toContain('/subscriptions');
    expect(await topics()).toEqual(['graphs']);
  });

  it('names channels of subscriptions elsewhere', async () => {
    await subscribe('graphs', otherChannel());
    const [choice] = await bot.manager.complete('/unsubscribe', 'subscription', '');
    expect(choice?.name).toBe('#other: graphs');
  });

  it('needs the permission in the channel of the subscription', async () => {
    await subscribe('graphs', otherChannel());
    bot.discord.world.setOverwrite(otherChannel(), { member: bot.manager.id, deny: ['ManageChannels'] });
    const refused = await bot.manager.run('/unsubscribe', { subscription: 'graphs' });
    expect(refused.content).toContain('Manage Channels');
    expect(await topics()).toEqual(['graphs']);
  });

  it('removes the subscriptions of a deleted channel', async () => {
    await subscribe('graphs', otherChannel());
    bot.discord.world.deleteChannel(otherChannel());
    const removed = await bot.manager.run('/unsubscribe', { subscription: 'graphs' });
    expect(removed.content).toContain('gets no more papers');
    expect(await topics()).toEqual([]);
  });
});

describe('/subscriptions', () => {
  it('says how to begin if there are none', async () => {
    const reply = await bot.manager.run('/subscriptions');
    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toContain('/subscribe');
  });

  it('removes a row with an undo, and changes a topic', async () => {
    for (const topic of ['alpha', 'beta', 'gamma']) await bot.subscribe(topic);
    const list = await bot.manager.run('/subscriptions');
    expect(list.content).toContain('3 subscriptions');
    const fewer = await bot.manager.choose(list, 'Remove a subscription…', 'beta');
    expect(fewer.content).toContain('2 subscriptions');
    expect(await topics()).toEqual(['alpha', 'gamma']);
    const restored = await bot.manager.press(fewer, 'Undo');
    expect(restored.content).toContain('beta');
    expect(await topics()).toEqual(['alpha', 'beta', 'gamma']);
    const again = await bot.manager.run('/subscriptions');
    const form = await bot.manager.choose(again, 'Change a topic…', 'alpha');
    const preview = await bot.manager.submit(form, { topic: 'delta' });
    await bot.manager.press(preview, 'Change');
    expect((await topics()).toSorted()).toEqual(['beta', 'delta', 'gamma']);
  });

  it('shows all subscriptions page by page, or those of one channel', async () => {
    for (let index = 0; index < 12; index++)
      await bot.subscribe(`alpha${index}`, index < 9 ? bot.channelId : otherChannel());
    const first = await bot.manager.run('/subscriptions');
    expect(first.buttons).toEqual(['Next']);
    const second = await bot.manager.press(first, 'Next');
    expect(second.buttons).toEqual(['Previous']);
    const shown = [first, second].flatMap(({ embeds }) => embeds[0]?.description?.match(/alpha\d+/g) ?? []);
    expect(shown).toEqual(Array.from({ length: 12 }, (_, index) => `alpha${index}`));
    const ofOne = await bot.manager.run('/subscriptions', { channel: otherChannel() });
    expect(ofOne.content).toContain(`<#${otherChannel()}> has 3 subscriptions`);
  });
});

describe('/digest settings', () => {
  it('shows the settings, changes the given ones, and moves the next digest', async () => {
    await subscribe('graphs');
    const shown = await bot.manager.run('/digest settings');
    expect(shown.content).toContain('09:00 UTC, every day');
    const changed = await bot.manager.run('/digest settings', {
      time: '8am',
      zone: 'europe/berlin',
      days: 'weekdays',
      max: 5,
    });
    expect(changed.content).toContain('changed just now');
    expect(changed.content).toContain('08:00 Europe/Berlin, weekdays');
    expect(changed.content).toContain('At most: 5 papers');
    const record = await bot.store.channel(bot.channelId);
    expect(record).toMatchObject({
      maxPapers: 5,
      schedule: { time: '08:00', zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5] },
      nextDigestAt: Date.parse('2026-06-15T06:00:00Z'),
    });
  });

  it('accepts a city as its zone, and says which zone that is', async () => {
    const changed = await bot.manager.run('/digest settings', { zone: 'Berlin', time: '8:30' });
    expect(changed.content).toContain('When: 08:30 Europe/Berlin, every day\n');
    const again = await bot.manager.run('/digest settings', { zone: 'Europe/London' });
    expect(again.content).toContain('When: 08:30 Europe/London, every day\n');
  });

  it('keeps a stored zone that it no longer accepts', async () => {
    const { channelId } = bot;
    const defaults = { schedule: defaultSchedule, maxPapers: 10, language: 'en' as const };
    const change = { channelId, guildId: bot.guildId, changes: { zone: 'EST' }, defaults, at: bot.now() };
    await bot.store.configureChannel(change);
    const changed = await bot.manager.run('/digest settings', { time: '10:00' });
    expect(changed.content).toContain('When: 10:00 EST, every day');
    expect((await bot.store.channel(channelId))?.nextDigestAt).toBe(Date.parse('2026-06-12T15:00:00Z'));
  });

  it('says what it cannot read, and suggests zones', async () => {
    expect((await bot.manager.run('/digest settings', { time: '25:00' })).content).toContain('is not a time');
    expect((await bot.manager.run('/digest settings', { days: 'someday' })).content).toContain('not days');
    const several = await bot.manager.run('/digest settings', { zone: 'Cambridge', max: 5 });
    expect(several.content).toContain(
      '“Cambridge” is in more than one time zone. Nothing was changed. Did you mean `America/New_York` or `Europe/London`?',
    );
    const clock = await bot.manager.run('/digest settings', { zone: 'EST' });
    expect(clock.content).toContain('does not say when clocks change');
    expect(clock.content).toContain('Did you mean `America/New_York`?');
    expect((await bot.manager.run('/digest settings', { zone: 'UTC+2' })).content).toContain('Give a city');
    const zones = await bot.manager.complete('/digest settings', 'zone', 'berl');
    expect(zones[0]?.value).toBe('Europe/Berlin');
    expect(await bot.store.channel(bot.channelId)).toBeNull();
  });
});

describe('/digest preview and /digest now', () => {
  it('shows the digest privately, posts it once, and then says that it was posted', async () => {
    await subscribe('diffusion');
    bot.pass(60_000);
    await bot.announce(inventPapers(3, 'diffusion'));
    const preview = await bot.manager.run('/digest preview');
    expect(preview.ephemeral).toBe(true);
    expect(preview.content).toMatch(/^\*\*Preview\. Nothing is posted\.\*\*\n### Papers for Friday 12 June 2026\n/);
    expect(preview.content).not.toContain('ref ');
    expect(preview.embeds).toHaveLength(3);
    const posted = await bot.manager.run('/digest now');
    expect(posted.content).toContain('3 papers posted');
    const digest = bot.discord.messages(bot.channelId).at(-1);
    const [, ...sameLines] = preview.content.split('\n');
    expect(digest?.content).toMatch(/ · ref \w{12}$/);
    expect(digest?.content.replace(/ · ref \w+$/, '')).toBe(sameLines.join('\n'));
    expect(digest?.embeds).toEqual(preview.embeds);
    expect(digest?.embeds[0]?.title).toBe('Invented **diffusion**, part 3');
    const again = await bot.manager.run('/digest now');
    expect(again.content).toContain('already');
    expect(bot.discord.messages(bot.channelId)).toHaveLength(2);
  });

  it('says that nothing is subscribed, or that nothing is new', async () => {
    expect((await bot.manager.run('/digest preview')).content).toContain('no subscription');
    expect((await bot.manager.run('/digest now')).content).toContain('no subscription');
    await subscribe('diffusion');
    expect((await bot.manager.run('/digest preview')).content).toContain('Nothing is new');
    expect((await bot.manager.run('/digest now')).content).toContain('Nothing is new');
  });

  it('shows the first messages of a long preview and counts the rest', async () => {
    await subscribe('diffusion');
    await bot.manager.run('/digest settings', { max: 30 });
    bot.pass(60_000);
    await bot.announce(inventLongPapers(30, 'diffusion'));
    const preview = await bot.manager.run('/digest preview');
    await bot.router.whenIdle();
    const texts = preview.refresh().followUps.map(({ content }) => content);
    expect(texts).toHaveLength(3);
    expect(texts[0]).toMatch(/^-# Part 2 of \d$/);
    expect(texts[2]).toMatch(/goes on: \d more message/);
  });
});

describe('/papers', () => {
  it('searches, pages and sorts, on a server and in direct messages', async () => {
    await bot.announce(inventPapers(20, 'diffusion'));
    const [reader, alone] = [bot.person({ name: 'reader' }), bot.discord.person({ name: 'alone' })];
    for (const person of [reader, alone]) {
      const found = await person.run('/papers search', { query: 'diffusion' });
      expect(found.ephemeral).toBe(true);
      expect(found.content).toContain('20 papers on **diffusion**: 1 to 8');
      const next = await person.press(found, 'Next');
      expect(next.content).toContain('9 to 16');
      const last = await person.press(next, 'Next');
      expect(last.content).toContain('17 to 20');
      expect(last.buttons).toEqual(person === reader ? ['Previous', 'Share'] : ['Previous']);
    }
    const newest = await bot.manager.run('/papers search', { query: 'diffusion', sort: 'newest' });
    expect(newest.content).toContain('newest first');
    expect(newest.embeds[0]?.description).toMatch(/^1\\. \[Invented \*\*diffusion\*\*, part 20\]/);
    const inAbstract = await bot.manager.run('/papers search', { query: '"tests well"' });
    expect(inAbstract.embeds[0]?.description).toContain('\n-# We invent a paper and find that it **tests well**.');
    const none = await bot.manager.run('/papers search', { query: 'xylophone' });
    expect(none.content).toContain('No stored paper matches');
    const broken = await bot.manager.run('/papers search', { query: 'cat:cs.XX' });
    expect(broken.content).toContain('^');
  });

  it('shows a paper to everyone by its id or address', async () => {
    await bot.announce([inventPaper({ id: '2606.00042', title: 'The Answer' })]);
    const shown = await bot.manager.run('/papers show', { paper: 'https://arxiv.org/pdf/2606.00042v2' });
    expect(shown.ephemeral).toBe(false);
    expect(shown.embeds[0]).toMatchObject({ title: 'The Answer', url: 'https://arxiv.org/abs/2606.00042' });
    const unknown = await bot.manager.run('/papers show', { paper: '2606.00043' });
    expect(unknown.content).toContain('I do not know the paper');
    const bad = await bot.manager.run('/papers show', { paper: 'hello <@1>' });
    expect(bad.content).toContain('is not an arXiv id');
    expect(bad.content).not.toContain('<@1>');
  });

  it('shows the help on servers and in direct messages', async () => {
    const help = await bot.discord.person({ name: 'alone' }).run('/papers help');
    expect(help.content).toContain('cat:cs.LG');
  });
});

describe('the list of subscriptions', () => {
  it('pauses the digest of a channel and resumes it, and says so there', async () => {
    await subscribe('diffusion', otherChannel());
    await subscribe('graphs');
    await bot.router.whenIdle();
    const list = await bot.manager.run('/subscriptions');
    const paused = await bot.manager.choose(list, 'Pause or resume a digest…', 'Pause the digest of #papers');
    expect(paused.content).toContain(`Done: <#${bot.channelId}> gets no digests until someone runs`);
    expect(paused.embeds[0]?.description).toContain(`<#${bot.channelId}>: paused`);
    await bot.router.whenIdle();
    expect(bot.discord.messages(bot.channelId).at(-1)?.content).toContain('paused the digest of this channel');
    const resumed = await bot.manager.choose(paused, 'Pause or resume a digest…', 'Resume the digest of #papers');
    expect(resumed.content).toContain(`Done: <#${bot.channelId}> gets its digest again.`);
    expect((await bot.store.channel(bot.channelId))?.pausedAt).toBeNull();
  });
});

describe('a blocked channel', () => {
  it('comes first in the list, with the reason, and gets its digest once it is fixed', async () => {
    await subscribe('diffusion', otherChannel());
    await subscribe('diffusion');
    bot.pass(60_000);
    await bot.announce(inventPapers(2, 'diffusion'));
    bot.pass(dayMs);
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: ['SendMessages'] });
    await bot.wake();
    const list = await bot.manager.run('/subscriptions');
    expect(list.content).toContain('Blocked: Give me the missing permission in the channel');
    expect(list.embeds[0]?.description).toMatch(new RegExp(`^<#${bot.channelId}>: \\*\\*blocked\\*\\*`));
    expect((await bot.manager.run('/digest settings')).content).toContain('Blocked');
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, allow: ['SendMessages'] });
    await bot.manager.run('/digest now');
    await bot.wake();
    expect(bot.discord.messages(bot.channelId).at(-1)?.embeds).toHaveLength(2);
    expect((await bot.store.channel(bot.channelId))?.blockedReason).toBeNull();
  });
});
