import { expect, it } from 'vitest';
import type { Paper } from '../../src/papers/paper.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((each) => {
  bot = each;
});

const tides = inventPaper({ id: '2606.00001', title: 'Tides of invented seas', abstract: 'We weigh 300 tides.' });
const lakes = inventPaper({ id: '2606.00002', title: 'Tides of lakes', abstract: 'We weigh lakes.' });
const withdrawnTides: Paper = { ...tides, version: 2, abstract: 'This paper has been withdrawn by the authors.' };
const notices: readonly Paper[] = [
  'Issue Information (Tides 3/2026)',
  'Front Cover: Tides of seas (Tides 3/2026)',
  'Correction to: Tides of seas',
  'WITHDRAWN: Tides of wells',
  'Expression of Concern: Tides of ponds',
].map((title, index) =>
  inventPaper({ id: `10.5555/tides.${index + 1}`, title, abstract: 'Tides.', describedBy: 'crossref', categories: [] }),
);

/** The texts of the channel's messages, without the marks of found words. */
const posted = () => JSON.stringify(bot.discord.messages(bot.channelId)).replaceAll('**', '');
const wakeNextDay = async () => {
  bot.pass(dayMs);
  await bot.wake();
};
const search = (query: string) => bot.manager.run('/papers search', { query });

it('notices and withdrawn papers are not posted as new', async () => {
  await bot.subscribe('tides');
  await bot.announce([...notices, withdrawnTides, lakes]);
  await wakeNextDay();
  expect(posted()).toContain('Tides of lakes');
  expect(posted()).not.toMatch(/Issue Information|Front Cover|Correction to|wells|ponds|invented seas/);
});

it('a topic that asks for them gets them, marked', async () => {
  await bot.subscribe('tides is:notice');
  await bot.announce([...notices, withdrawnTides, lakes]);
  await wakeNextDay();
  expect(posted()).toContain('Correction to: Tides of seas');
  expect(posted()).toContain('Notice: this is a notice of a journal, and not a research paper.');
  expect(posted()).not.toMatch(/wells|lakes|invented seas/);
});

it('a paper that was posted and is then withdrawn is marked wherever it is shown', async () => {
  await bot.subscribe('tides');
  await bot.announce([tides]);
  await wakeNextDay();
  expect(posted()).toContain('Tides of invented seas');
  await bot.announce([withdrawnTides], 'replace');
  await wakeNextDay();
  expect(bot.discord.messages(bot.channelId)).toHaveLength(1);

  const shown = await bot.manager.run('/papers show', { paper: tides.id });
  expect(JSON.stringify(shown.embeds)).toContain('**Withdrawn:** its authors or its publisher took this paper back.');
  const why = await bot.manager.run('/digest why', { paper: tides.id });
  expect(why.content).toContain('This paper was posted in the digest');
  expect(JSON.stringify(why.embeds)).toContain('**Withdrawn:**');
  expect(JSON.stringify(why.embeds)).toContain('does not match: withdrawn, which only is:withdrawn asks for');
  expect((await search('tides')).content).toContain('No stored paper matches');
  const found = await search('tides is:withdrawn');
  expect(JSON.stringify(found.embeds)).toContain('**Tides** of invented seas');
  expect(JSON.stringify(found.embeds)).toContain('**withdrawn** ·');
});

it('a paper that was withdrawn before its digest is not in it', async () => {
  await bot.subscribe('tides');
  await bot.announce([tides, lakes]);
  await bot.announce([withdrawnTides], 'replace');
  await wakeNextDay();
  expect(posted()).toContain('Tides of lakes');
  expect(posted()).not.toContain('invented seas');
});

it('lists mark them, too', async () => {
  await bot.manager.run('/digest settings', { layout: 'list' });
  await bot.subscribe('is:withdrawn');
  await bot.announce(notices);
  await wakeNextDay();
  expect(posted()).toMatch(/WITHDRAWN: Tides of wells\]\([^)]*\) · withdrawn\\n-# /);
});
