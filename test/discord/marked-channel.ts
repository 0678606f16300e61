import type { Paper } from '../../src/papers/paper.ts';
import type { Wish } from '../../src/store/marks.ts';
import { dayMs } from '../../src/time.ts';
import type { BotUnderTest } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

const abstract = 'It is about diffusion.';

/** A paper about diffusion that is a survey. */
export const survey = (number: string): Paper =>
  inventPaper({ id: `2606.${number}`, title: 'Diffusion: survey of tables', abstract });

/** A paper about diffusion and proteins, which comes before a survey where nobody has marked papers. */
export const proteins = (number: string): Paper =>
  inventPaper({ id: `2606.${number}`, title: 'Diffusion of folding proteins', abstract });

/** A paper about diffusion, and nothing else. */
export const plain = (number: string): Paper => inventPaper({ id: `2606.${number}`, title: 'Diffusion', abstract });

/** Posts the next digest, with these papers, and returns the last digits of the ids in it, in their order. */
export async function postNext(bot: BotUnderTest, papers: readonly Paper[]): Promise<readonly string[]> {
  await bot.announce(papers);
  const seen = bot.discord.messages(bot.channelId).length;
  bot.pass(dayMs);
  await bot.wake();
  const messages = bot.discord.messages(bot.channelId).slice(seen);
  return messages.flatMap(({ embeds }) => embeds.map(({ url }) => url?.slice(-5) ?? ''));
}

/** Marks a paper of the channel, as the manager if nobody else is named. */
export const mark = (bot: BotUnderTest, paperId: string, wish: Wish, userId = bot.manager.id): Promise<unknown> =>
  bot.store.markPaper({ channelId: bot.channelId, userId, paperId, wish, at: bot.now() });

/** Posts a digest of the channel, whose readers then want more about proteins and fewer surveys. */
export async function postMarked(bot: BotUnderTest): Promise<void> {
  await bot.subscribe('diffusion');
  await postNext(bot, [survey('00001'), proteins('00002')]);
  await mark(bot, '2606.00001', 'less');
  await mark(bot, '2606.00002', 'more');
}
