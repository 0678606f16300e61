import { describe, expect, it, test } from 'vitest';
import { commands } from '../../src/discord/commands/registry.ts';
import { messageLimits } from '../../src/discord/rendering/message-limits.ts';
import { discordLocales, languageNames } from '../../src/language/names.ts';
import type { Person } from '../../src/playground/person.ts';
import { fields } from '../../src/topics/operators/registry.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

/** How many characters of a message fit on one line of a phone that is 390 pixels wide. A wide character counts twice. */
const phoneWidth = 46;
const widthOf = (line: string): number => line.length + (line.match(/[\u3000-\u9fff\uff00-\uff60]/g) ?? []).length;
/** The lines of a message on a phone, without the marks that Discord does not show. */
const phoneLines = (content: string): number =>
  content
    .split('\n')
    .map((line) => line.replaceAll(/[`*]/g, ''))
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / phoneWidth)), 0);

const namesFor = (wanted: 'managers' | 'everyone') =>
  commands.flatMap(({ definition: { audience, name } }) => (audience === wanted ? [name] : []));

/** The messages of an answer. */
async function textsOf(person: Person, options: { readonly about?: string }): Promise<readonly string[]> {
  const reply = await person.run('/papers help', options);
  await bot.router.whenIdle();
  const { content, followUps } = reply.refresh();
  return [content, ...followUps.map((message) => message.content ?? '')];
}

describe('/papers help', () => {
  it('says what the bot is, how to ask, and which commands there are, on one screen of a phone', async () => {
    const help = await bot.person({ name: 'anna' }).run('/papers help');
    expect(help.ephemeral).toBe(true);
    expect(help.content.split('\n')).toEqual([
      "**Paperboy brings the day's research papers.**",
      'A channel subscribes to topics, and gets one digest a day with the papers that match.',
      '',
      '**Topics**',
      '`diffusion models` both words, in any form',
      '`"diffusion models"` the phrase',
      '`cats OR dogs` either · `-survey` without it',
      '`about:"edit a trained model"` by meaning',
      '`author:"Y. LeCun"` papers by a person',
      '`cat:cs.LG` a category',
      'All ways to ask: `/papers help about:topics`',
      '',
      '**For everyone**',
      '`/papers` search · show · similar · trending · ping · pings · saved · stats · cite · privacy · help',
      '`/club` status',
      'What each does: `/papers help about:commands`',
    ]);
    expect(phoneLines(help.content)).toBeLessThanOrEqual(20);
  });

  it('shows commands for managers only to those who may manage the channel', async () => {
    const forManagers = await bot.manager.run('/papers help');
    expect(forManagers.content).toContain('**For you, who may manage this channel**\n`/subscribe` Get the papers');
    expect(forManagers.content).toContain('settings · preview · now · why · status · pause · resume');
    expect(phoneLines(forManagers.content)).toBeLessThanOrEqual(30);
    const [, other = ''] = bot.discord.world.guild(bot.guildId).channelIds;
    const everywhere = [
      bot.person({ name: 'anna' }),
      bot.discord.person({ name: 'alone' }),
      bot.person({ name: 'otto', channel: other }),
    ];
    for (const person of everywhere) {
      for (const options of [{}, { about: 'commands' }] as const) {
        const { content } = await person.run('/papers help', options);
        expect(content).toContain('/papers');
        expect(content).not.toContain('/subscribe');
      }
    }
  });

  it('lists every command with what it does', async () => {
    const content = (await textsOf(bot.manager, { about: 'commands' })).join('\n');
    for (const name of [...namesFor('everyone'), ...namesFor('managers')]) expect(content).toContain(`\n\`/${name}\` `);
    expect(content).toContain('`/digest why` Why a paper is in the digest, or why it is not');
    expect(content).toContain('In the menu of a message, below *Apps*: **Save papers** and **Cite papers**.');
  });

  it('lists every operator of the topic language', async () => {
    const { content } = await bot.discord.person({ name: 'alone' }).run('/papers help', { about: 'topics' });
    for (const { names } of fields) expect(content).toMatch(new RegExp(`^\`[a-z ]*${names[0]}:`, 'm'));
    expect(content).toContain('`"graph attention"~5`');
  });

  test.each(languageNames)('is complete and fits a message in the language %s', async (language) => {
    const person = bot.person({
      name: 'kim',
      locale: discordLocales[language][0] ?? '',
      permissions: ['ManageChannels'],
    });
    for (const options of [{}, { about: 'commands' }, { about: 'topics' }] as const) {
      for (const content of await textsOf(person, options)) {
        expect(content.length).toBeLessThanOrEqual(messageLimits.content);
        expect(content).not.toContain('undefined');
      }
    }
    expect(phoneLines((await person.run('/papers help')).content)).toBeLessThanOrEqual(30);
  });
});
