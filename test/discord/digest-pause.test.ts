import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPauseEnd } from '../../src/digests/pause.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBot();
  await bot.subscribe('diffusion');
});
afterEach(async () => {
  expect(bot.discord.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
});

/** The papers of the digests, in order. */
const shown = () =>
  bot.discord.messages(bot.channelId).flatMap(({ embeds }) => embeds.map(({ url }) => url?.split('/').at(-1)));
const texts = () => bot.discord.messages(bot.channelId).map(({ content }) => content);

/** Lets some days pass, each with a paper that matches and one that does not. */
async function live(days: number): Promise<void> {
  for (let count = 0; count < days; count++) {
    const number = String(Math.round((bot.now() - Date.parse('2026-06-12T07:00Z')) / dayMs)).padStart(5, '0');
    await bot.announce([
      inventPaper({ id: `2606.${number}`, title: `Diffusion ${number}` }),
      inventPaper({ id: `2607.${number}`, title: 'Whales' }),
    ]);
    await bot.wake();
    bot.pass(dayMs);
    await bot.wake();
  }
}

describe('/digest pause', () => {
  it('stops the digest, says so in the channel, and is shown in settings and status', async () => {
    const reply = await bot.manager.run('/digest pause');
    expect(reply.content).toContain('gets no digests');
    await bot.router.whenIdle();
    expect(texts()).toEqual([expect.stringContaining('paused the digest of this channel until someone runs')]);
    await live(3);
    expect(shown()).toEqual([]);
    for (const command of ['/digest settings', '/digest status'])
      expect((await bot.manager.run(command)).content).toContain('**Paused** since');
  });

  it('until a day ends by itself, with that day’s digest', async () => {
    await bot.manager.run('/digest pause', { until: '2 days' });
    expect((await bot.store.channel(bot.channelId))?.pausedUntil).toBe(Date.parse('2026-06-14T00:00Z'));
    await live(2);
    expect(shown()).toEqual([]);
    bot.pass(2 * 3_600_000);
    await bot.wake();
    expect(shown()).toHaveLength(2);
    expect(await bot.store.channel(bot.channelId)).toMatchObject({ pausedAt: null, lastDigestDate: '2026-06-14' });
  });

  it('understands a weekday and a date in words, and answers with the moment', async () => {
    const monday = await bot.manager.run('/digest pause', { until: 'next monday' });
    expect(monday.content).toContain(`until <t:${Date.parse('2026-06-15T00:00Z') / 1000}:F>`);
    const july = await bot.manager.run('/digest pause', { until: '1 July' });
    expect(july.content).toContain(`until <t:${Date.parse('2026-07-01T00:00Z') / 1000}:F>`);
  });

  it('refuses a past day, and a channel without a digest', async () => {
    expect((await bot.manager.run('/digest pause', { until: 'someday' })).content).toContain(
      'not a day that I can read',
    );
    expect((await bot.manager.run('/digest pause', { until: '2026-06-12' })).content).toContain('after today');
    const past = await bot.manager.run('/digest pause', { until: 'yesterday' });
    expect(past.content).toContain('“yesterday” is past (Thursday 11 June 2026)');
    const other = [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';
    expect((await bot.manager.run('/digest pause', { channel: other })).content).toContain('no subscription');
  });
});

describe('/digest pause in German', () => {
  it('answers in the language of the person, and tells the channel in that of the channel', async () => {
    const anna = bot.person({ name: 'anna', permissions: ['ManageChannels'], locale: 'de' });
    const reply = await anna.run('/digest pause', { until: '2 weeks' });
    expect(reply.content).toMatch(/^Erledigt: <#\d+> bekommt bis <t:\d+:F> keine Digests\./);
    await bot.router.whenIdle();
    expect(texts().at(-1)).toMatch(/^<@\d+> paused the digest of this channel until <t:\d+:F>\.$/);
    const refused = await anna.run('/digest pause', { until: 'yesterday' });
    expect(refused.content).toContain('„yesterday“ ist schon vorbei (Donnerstag, 11. Juni 2026).');
    // A channel takes the language that its server has when it is set up.
    bot.discord.world.guild(bot.guildId).preferredLocale = 'de';
    const { id: channel } = bot.discord.world.createChannel({ guild: bot.guildId, name: 'papiere' });
    await bot.manager.run('/digest settings', { channel, max: 5 });
    await bot.subscribe('diffusion', channel);
    await bot.manager.run('/digest pause', { channel });
    await bot.router.whenIdle();
    expect(bot.discord.messages(channel).at(-1)?.content).toContain(
      'hat den Digest dieses Kanals angehalten, bis jemand `/digest ',
    );
  });

  it('is registered in German', () => {
    const digest = bot.discord.world.commands.values().find(({ name }) => name === 'digest');
    const subcommands = (digest?.['options'] ?? []) as readonly { readonly name: string }[];
    expect(subcommands.find(({ name }) => name === 'pause')).toMatchObject({
      name_localizations: { de: 'pausieren' },
      description_localizations: { de: 'Den Digest eine Weile anhalten; Abos bleiben' },
      options: [{ name_localizations: { de: 'bis' } }, { name_localizations: { de: 'kanal' } }],
    });
  });
});

describe('/digest resume', () => {
  it('makes up for three days at most, and says how many papers were skipped', async () => {
    await bot.manager.run('/digest pause');
    await live(10);
    const reply = await bot.manager.run('/digest resume');
    expect(reply.content).toContain('the last 3 days. 7 older papers that matched will not be posted');
    expect(reply.content).toContain(`<t:${Date.parse('2026-06-22T09:00Z') / 1000}:F>`);
    await bot.wake();
    expect(shown()).toEqual([]);
    bot.pass(3 * 3_600_000);
    await bot.wake();
    expect(shown().toSorted()).toEqual(['2606.00007', '2606.00008', '2606.00009']);
    expect(texts().at(-1)).toContain('7 older papers were skipped');
    await live(1);
    expect(texts().at(-1)).not.toContain('skipped');
  });

  it('loses nothing of a short pause', async () => {
    await bot.manager.run('/digest pause');
    await live(2);
    expect((await bot.manager.run('/digest resume')).content).toContain('with what matched meanwhile');
    bot.pass(3 * 3_600_000);
    await bot.wake();
    expect(shown()).toHaveLength(2);
  });

  it('has nothing to catch up if somebody asked for the digest meanwhile', async () => {
    await bot.manager.run('/digest pause');
    await live(10);
    expect((await bot.manager.run('/digest now')).content).toContain('3 papers');
    expect(shown().toSorted()).toEqual(['2606.00007', '2606.00008', '2606.00009']);
    expect(texts().at(-1)).toContain('7 older papers were skipped');
    expect((await bot.manager.run('/digest resume')).content).toContain('with what matched meanwhile');
    await live(2);
    expect(shown()).toHaveLength(5);
    expect(texts().at(-1)).not.toContain('skipped');
  });

  it('says so if nothing is paused', async () => {
    expect((await bot.manager.run('/digest resume')).content).toContain('is not paused');
  });
});

describe('the end of a pause', () => {
  // A Friday.
  const now = Date.parse('2026-06-12T12:00Z');
  it.each([
    ['2026-07-01', { kind: 'day', day: '2026-07-01' }],
    ['next monday', { kind: 'day', day: '2026-06-15' }],
    ['1 July', { kind: 'day', day: '2026-07-01' }],
    ['2026-06-12', { kind: 'today', day: '2026-06-12' }],
    ['0 days', { kind: 'today', day: '2026-06-12' }],
    ['yesterday', { kind: 'past', day: '2026-06-11' }],
    ['1 May 2026', { kind: 'past', day: '2026-05-01' }],
    ['999 weeks', { kind: 'far', day: '2045-08-04' }],
    ['mon tue', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
  ])('%j is %j', (text, expected) => {
    expect(readPauseEnd(text, 'UTC', now)).toEqual(expected);
  });
});
