import { describe, expect, it } from 'vitest';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { outcomeOf, pressForged } from './forged-requests.ts';
import { mark, postMarked, proteins, survey } from './marked-channel.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const open = () => bot.manager.run('/digest settings');
const posted = () => bot.discord.messages(bot.channelId).map(({ content }) => content);

/** Three marks: two people want more about proteins, and one of them fewer surveys. */
async function markedChannel(): Promise<void> {
  await postMarked(bot);
  await mark(bot, '2606.00002', 'more', bot.person({ name: 'ada' }).id);
}

const learnedOf = (content: string) => content.split('\n').filter((line) => line.startsWith('Learned'));

describe('what a channel learned', () => {
  it('stands in the settings, in words as the papers write them', async () => {
    expect((await open()).content).not.toContain('Learned');
    await markedChannel();
    const panel = await open();
    expect(learnedOf(panel.content)).toEqual([
      'Learned for **diffusion**: more *proteins* and *folding*, less *tables* and *survey*; from 3 marks',
    ]);
    expect(panel.buttons).toEqual(['Reset what was learned']);
  });

  it('is named in the language of the reader', async () => {
    await markedChannel();
    const { content } = await bot
      .person({ name: 'jonas', locale: 'de', permissions: ['ManageChannels'] })
      .run('/digest settings');
    expect(content).toContain('Reihenfolge: Die relevantesten zuerst');
    expect(content).toContain(
      'Gelernt für **diffusion**: mehr *proteins* und *folding*, weniger *tables* und *survey*; aus 3 Markierungen',
    );
  });

  it('says so if no marked paper matches a topic of today', async () => {
    await markedChannel();
    await bot.manager.run('/unsubscribe', { subscription: 'diffusion' });
    expect(learnedOf((await open()).content)).toEqual(['Learned: nothing for the present topics; from 3 marks']);
  });

  it('is forgotten only after a second press, and the channel gets a line about it', async () => {
    await markedChannel();
    const before = posted();
    const question = await bot.manager.press(await open(), 'Reset what was learned');
    expect(question.content).toContain(`**Forget what I learned from 3 marks in <#${bot.channelId}>?**`);
    expect(question.content).toContain('This cannot be undone.');
    const back = await bot.manager.press(question, 'Back');
    expect(learnedOf(back.content)).toHaveLength(1);
    const again = await bot.manager.press(back, 'Reset what was learned');
    const done = await bot.manager.press(again, 'Reset');
    expect(done.content).toMatch(/^Done: 3 marks are deleted\.\n\*\*Digest settings/);
    expect(done.content).not.toContain('Learned');
    expect(done.buttons).toEqual([]);
    await bot.router.whenIdle();
    expect(posted().slice(before.length)).toEqual([
      `<@${bot.manager.id}> reset what I learned from 3 marks in this channel.`,
    ]);
    await bot.announce([survey('00003'), proteins('00004')]);
    const why = (await bot.manager.run('/digest why', { paper: '2606.00004' })).embeds[0]?.description;
    expect(why).not.toContain('marks');
  });

  it('can be reset by nobody who lost the permission, and once', async () => {
    await markedChannel();
    const question = await bot.manager.press(await open(), 'Reset what was learned');
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.manager, deny: ['ManageChannels'] });
    expect(outcomeOf(bot, await bot.manager.press(question, 'Reset'))).toBe('not-a-manager');
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.manager, allow: ['ManageChannels'] });
    await Promise.all([bot.manager.press(question, 'Reset'), bot.manager.press(question, 'Reset')]);
    await bot.router.whenIdle();
    expect(posted().filter((line) => line.includes('reset what I learned'))).toHaveLength(1);
  });

  it('is not reset by a forged press', async () => {
    await markedChannel();
    const panel = await open();
    const [, draft] = (panel.components[1]?.components?.[0]?.custom_id ?? '').split(':');
    const reader = bot.person({ name: 'eve' });
    for (const customId of [`ask-forget:${draft}`, `forget-marks:${draft}`])
      expect(outcomeOf(bot, await pressForged(bot, reader, { customId }, bot.channelId))).toBe('not-the-owner');
    expect(learnedOf((await open()).content)).toHaveLength(1);
  });
});
