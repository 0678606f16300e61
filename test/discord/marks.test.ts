import { describe, expect, it } from 'vitest';
import type { Wish } from '../../src/store/marks.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const abstract = 'It is about diffusion.';
const survey = (number: string) =>
  inventPaper({ id: `2606.${number}`, title: 'Diffusion: survey of tables', abstract });
const proteins = (number: string) =>
  inventPaper({ id: `2606.${number}`, title: 'Diffusion of folding proteins', abstract });

const mark = (paperId: string, wish: Wish, userId: string = bot.manager.id) =>
  bot.store.markPaper({ channelId: bot.channelId, userId, paperId, wish, at: bot.now() });

/** The papers that the channel received since the last call, in their order. */
async function nextDigest(seen = bot.discord.messages(bot.channelId).length): Promise<readonly string[]> {
  bot.pass(dayMs);
  await bot.wake();
  const messages = bot.discord.messages(bot.channelId).slice(seen);
  return messages.flatMap(({ embeds }) => embeds.map(({ url }) => url?.slice(-5) ?? ''));
}

async function markedChannel(): Promise<void> {
  await bot.subscribe('diffusion');
  await bot.announce([survey('00001'), proteins('00002')]);
  await nextDigest();
  await mark('2606.00001', 'less');
  await mark('2606.00002', 'more');
}

describe('marks on papers of a digest', () => {
  it('change the order of the next digest, and hide nothing', async () => {
    await bot.subscribe('diffusion');
    await bot.announce([survey('00001'), proteins('00002')]);
    expect(await nextDigest()).toEqual(['00002', '00001']);
    await bot.announce([survey('00003'), proteins('00004')]);
    await mark('2606.00001', 'more');
    expect(await nextDigest()).toEqual(['00003', '00004']);
  });

  it('change nothing in another channel', async () => {
    const other = [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';
    await bot.subscribe('diffusion', other);
    await markedChannel();
    const seen = bot.discord.messages(other).length;
    await bot.announce([proteins('00003'), survey('00004')]);
    expect(await nextDigest()).toEqual(['00003', '00004']);
    const [message] = bot.discord.messages(other).slice(seen);
    expect(message?.embeds.map(({ url }) => url?.slice(-5))).toEqual(['00004', '00003']);
  });

  it('are named by /digest why', async () => {
    await markedChannel();
    await bot.announce([
      survey('00003'),
      proteins('00004'),
      inventPaper({ id: '2606.00005', title: 'Diffusion', abstract }),
    ]);
    const why = async (paper: string) => (await bot.manager.run('/digest why', { paper })).embeds[0]?.description ?? '';
    expect(await why('2606.00004')).toMatch(/1st of 3 for \*\*diffusion\*\*\. 2 marks raise it \d\.\d times\./);
    expect(await why('2606.00003')).toMatch(/3rd of 3 for \*\*diffusion\*\*\. 2 marks lower it \d\.\d times\./);
    expect(await why('2606.00005')).toContain('2 marks do not move it.');
    expect(await why('2606.00002')).not.toContain('marks');
  });
});
