import type { Paper } from '../../../src/papers/paper.ts';
import type { MessageView } from '../../../src/playground/discord/message-view.ts';
import type { Person } from '../../../src/playground/person.ts';
import type { Reply } from '../../../src/playground/reply.ts';
import { dayMs } from '../../../src/time.ts';
import type { BotUnderTest } from '../../support/bot.ts';
import { inventPapers } from '../../support/invented-papers.ts';

/** The placeholder of the menu below digests and cards. */
export const menu = 'Paper actions…';

/** Posts a digest about diffusion, and returns its last message. */
export async function postDigest(
  bot: BotUnderTest,
  papers: readonly Paper[] = inventPapers(3, 'diffusion'),
): Promise<MessageView> {
  await bot.subscribe('diffusion');
  await bot.announce(papers);
  bot.pass(dayMs);
  await bot.wake();
  return lastMessage(bot);
}

export function lastMessage(bot: BotUnderTest): MessageView {
  const message = bot.discord.messages(bot.channelId).at(-1);
  if (message === undefined) throw new Error('Nothing was posted.');
  return message;
}

/** Chooses an action from the menu of a digest, and then papers by their ids. */
export async function act(
  person: Person,
  digest: MessageView,
  action: string,
  picks: string | readonly string[],
): Promise<Reply> {
  const asked = await person.choose(digest, menu, action);
  const hint = asked.content.includes('which papers') ? 'Choose papers…' : 'Choose a paper…';
  return await person.choose(asked, hint, picks);
}
