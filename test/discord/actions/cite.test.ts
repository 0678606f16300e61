import { expect, it } from 'vitest';
import { dayMs } from '../../../src/time.ts';
import { readBibtex } from '../../citations/read-citations.ts';
import { type BotUnderTest, startBotForEach } from '../../support/bot.ts';
import { inventPaper, inventPapers } from '../../support/invented-papers.ts';
import { outcomeOf } from '../forged-requests.ts';
import { act, menu, postDigest } from './posted-digest.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const other = 'Another format…';
const copied = (content: string): string => /```\n(.*)\n```/s.exec(content)?.[1] ?? '';

it('cites several papers of a digest as BibTeX, and then in other formats', async () => {
  const digest = await postDigest(bot);
  const reader = bot.person({ name: 'reader' });
  const cited = await act(reader, digest, 'Cite', ['2606.00001', '2606.00003']);
  expect(cited.ephemeral).toBe(true);
  expect(cited.content).toContain('2 papers as BibTeX:');
  expect(
    readBibtex(copied(cited.content))
      .map(({ eprint }) => eprint)
      .toSorted(),
  ).toEqual(['2606.00001', '2606.00003']);
  const asRis = await reader.choose(cited, other, 'RIS');
  expect(copied(asRis.content).match(/^TY {2}- /gm)).toHaveLength(2);
  const asText = await reader.choose(asRis, other, 'plain text');
  expect(asText.content).toContain('2 papers as plain text:');
});

it('gives a file where the citations do not fit, and none where another format fits', async () => {
  await bot.subscribe('diffusion');
  await bot.manager.run('/digest settings', { max: 25 });
  const papers = inventPapers(12, 'diffusion');
  const digest = await postDigest(bot, papers);
  const cited = await act(
    bot.manager,
    digest,
    'Cite',
    papers.map(({ id }) => id),
  );
  expect(cited.content).toBe('12 papers as BibTeX, in the file.');
  expect(cited.message?.attachments.map(({ filename }) => filename)).toEqual(['papers.bib']);
  const asText = await bot.manager.choose(cited, other, 'plain');
  expect(asText.message?.attachments).toEqual([]);
  expect(asText.content).toContain('12 papers as plain text:');
});

it('cites the paper of a card, also after it was merged with another', async () => {
  const preprint = inventPaper({ id: '10.1101/2026.03.01.700001', title: 'Diffusion at sea', describedBy: 'biorxiv' });
  await bot.announce([preprint]);
  const card = await bot.manager.run('/papers show', { paper: preprint.id });
  await bot.announce([inventPaper({ id: '2606.00009', title: 'Diffusion at sea', doi: preprint.id })]);
  const cited = await bot.manager.choose(card, menu, 'Cite');
  expect(copied(cited.content)).toContain('2606.00009');
});

it('has a menu of formats that expires after a day', async () => {
  const digest = await postDigest(bot, inventPapers(1, 'diffusion'));
  const cited = await bot.manager.choose(digest, menu, 'Cite');
  bot.pass(2 * dayMs);
  await bot.manager.run('/papers search', { query: 'diffusion' });
  const late = await bot.manager.choose(cited, other, 'RIS');
  expect(outcomeOf(bot, late)).toBe('stale');
});
