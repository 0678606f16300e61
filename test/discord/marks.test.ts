import { describe, expect, it } from 'vitest';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { mark, plain, postMarked, postNext, proteins, survey } from './marked-channel.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

describe('marks on papers of a digest', () => {
  it('change the order of the next digest, and hide nothing', async () => {
    await bot.subscribe('diffusion');
    expect(await postNext(bot, [survey('00001'), proteins('00002')])).toEqual(['00002', '00001']);
    await mark(bot, '2606.00001', 'more');
    expect(await postNext(bot, [survey('00003'), proteins('00004')])).toEqual(['00003', '00004']);
  });

  it('change nothing in another channel', async () => {
    const other = [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';
    await bot.subscribe('diffusion', other);
    await postMarked(bot);
    const seen = bot.discord.messages(other).length;
    expect(await postNext(bot, [proteins('00003'), survey('00004')])).toEqual(['00003', '00004']);
    const [message] = bot.discord.messages(other).slice(seen);
    expect(message?.embeds.map(({ url }) => url?.slice(-5))).toEqual(['00004', '00003']);
  });

  it('are named by /digest why', async () => {
    await postMarked(bot);
    await bot.announce([survey('00003'), proteins('00004'), plain('00005')]);
    const why = async (paper: string) => (await bot.manager.run('/digest why', { paper })).embeds[0]?.description ?? '';
    expect(await why('2606.00004')).toMatch(/1st of 3 for \*\*diffusion\*\*\. 2 marks raise it \d\.\d times\./);
    expect(await why('2606.00003')).toMatch(/3rd of 3 for \*\*diffusion\*\*\. 2 marks lower it \d\.\d times\./);
    expect(await why('2606.00005')).toContain('2 marks do not move it.');
    expect(await why('2606.00002')).not.toContain('marks');
  });
});
