import { expect, it } from 'vitest';
import { type BotUnderTest, startBotForEach } from '../../support/bot.ts';
import { inventPapers } from '../../support/invented-papers.ts';
import { outcomeOf } from '../forged-requests.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

it('cites every paper that a message names, with a menu of formats, and says what it did not find', async () => {
  await bot.announce(inventPapers(2, 'kites'));
  const said = bot.manager.say('See 2606.00001, https://arxiv.org/abs/2606.00002 and 2402.00001.');
  const reader = bot.person({ name: 'reader' });
  const reply = await reader.use('Cite papers', said);
  expect(reply.ephemeral).toBe(true);
  expect(reply.content).toContain('2 papers as BibTeX:');
  expect(reply.content).toContain('Not found: `2402.00001`');
  const asRis = await reader.choose(reply, 'Another format…', 'RIS');
  expect(asRis.content.match(/TY {2}- /g)).toHaveLength(2);
});

it('refuses a message that names no paper', async () => {
  const reply = await bot.manager.use('Cite papers', bot.manager.say('Nothing to see here'));
  expect(outcomeOf(bot, reply)).toBe('names-no-paper');
});
