import { expect, it } from 'vitest';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

it('finds an author by the names that readers type, in a search and for a digest', async () => {
  const authors = ['Yu Liu', 'Ming-Yu Liu', 'Liu Jing-Yu', 'Thomas Müller', 'John A. Smith'];
  await bot.announce(
    authors.map((author, at) => inventPaper({ id: `2606.0000${at + 1}`, title: `By ${author}`, authors: [author] })),
  );
  const found = async (name: string): Promise<readonly string[]> => {
    const { embeds } = await bot.manager.run('/papers search', { query: `author:"${name}"` });
    const text = embeds.map(({ description }) => description).join('\n');
    return authors.filter((author) => text.includes(`[By ${author}]`));
  };
  expect(await found('Yu Liu')).toEqual(['Yu Liu']);
  expect(await found('Jingyu Liu')).toEqual(['Liu Jing-Yu']);
  expect(await found('Mueller')).toEqual(['Thomas Müller']);
  expect(await found('Smith JA')).toEqual(['John A. Smith']);

  await bot.manager.press(await bot.manager.run('/subscribe', { topic: 'author:"Liu, Jing Yu"' }), 'Subscribe');
  await bot.router.whenIdle();
  const why = await bot.manager.run('/digest why', { paper: '2606.00003' });
  expect(why.content).toContain('This paper matches');
});
