import { expect, it } from 'vitest';
import { fillVectors } from '../../../src/jobs/paper-vectors.ts';
import { type BotUnderTest, startBotForEach } from '../../support/bot.ts';
import { inventPaper } from '../../support/invented-papers.ts';
import { act, menu, postDigest } from './posted-digest.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const papers = [
  inventPaper({
    id: '2606.00001',
    title: 'Diffusion transformers for protein folding',
    abstract: 'We fold a protein with denoising diffusion.',
  }),
  inventPaper({
    id: '2606.00002',
    title: 'Folding proteins by denoising',
    abstract: 'A diffusion model that folds proteins.',
  }),
  inventPaper({ id: '2606.00003', title: 'Gulls on a pier', abstract: 'Gulls eat diffusion pumps of the harbour.' }),
];

it('lists the most similar papers, each with the words in common, privately', async () => {
  const digest = await postDigest(bot, papers);
  await fillVectors(bot, new AbortController().signal);
  const reply = await act(bot.person({ name: 'reader' }), digest, 'Similar', '2606.00001');
  expect(reply.ephemeral).toBe(true);
  expect(reply.content).toContain('Papers like [Diffusion transformers for protein folding]');
  const [first = ''] = reply.embeds[0]?.description?.split(/\n(?=\d)/) ?? [];
  expect(first).toContain('2606.00002');
  expect(first).toMatch(/\n-# in common: .*proteins/);
  expect(first).toMatch(/in common: .*denoising/);
});

it('works below a card', async () => {
  await bot.announce(papers);
  const card = await bot.manager.run('/papers show', { paper: '2606.00002' });
  expect((await bot.manager.choose(card, menu, 'Similar')).content).toContain('Papers like [Folding proteins');
});
