import { expect, it } from 'vitest';
import { savedAtMost } from '../../../src/discord/steps/limits.ts';
import type { PaperSource } from '../../../src/sources/source.ts';
import { type BotUnderTest, startBot, startBotForEach } from '../../support/bot.ts';
import { inventPaper, inventPapers } from '../../support/invented-papers.ts';
import { outcomeOf } from '../forged-requests.ts';
import { act, menu, postDigest } from './posted-digest.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const listOf = async (userId: string) =>
  (await bot.store.savedPapers(userId, { offset: 0, limit: 50 })).papers.map(({ paper }) => paper.id);

it('puts several papers of a digest on the person’s own list, and Undo takes them off again', async () => {
  const digest = await postDigest(bot);
  const reader = bot.person({ name: 'reader' });
  const saved = await act(reader, digest, 'Save', ['2606.00001', '2606.00003']);
  expect(saved.content).toMatch(/^Saved: 2 papers\n- \[Invented diffusion, part \d\]/);
  expect(saved.content).toContain('2 papers are on your reading list');
  expect(await listOf(reader.id)).toHaveLength(2);
  expect(await listOf(bot.manager.id)).toEqual([]);
  const undone = await reader.press(saved, 'Undo');
  expect(undone.content).toBe('Undone: 2 papers were taken off your reading list.');
  expect(await listOf(reader.id)).toEqual([]);
});

it('says what was saved before, and Undo touches only what is new', async () => {
  const digest = await postDigest(bot);
  await act(bot.manager, digest, 'Save', '2606.00001');
  const again = await act(bot.manager, digest, 'Save', '2606.00001');
  expect(again.content).toContain('Already on your reading list: [Invented diffusion, part 1]');
  expect(again.buttons).toEqual(['Remove']);
  const more = await act(bot.manager, digest, 'Save', ['2606.00001', '2606.00002']);
  await bot.manager.press(more, 'Undo');
  expect(await listOf(bot.manager.id)).toEqual(['2606.00001']);
  expect((await bot.manager.press(again, 'Remove')).content).toContain('no longer on your reading list');
  expect(await listOf(bot.manager.id)).toEqual([]);
});

it('stores a paper that only a source knows', async () => {
  const id = '2401.00001';
  const source: PaperSource = {
    id: 'arxiv',
    name: 'arXiv',
    refreshMs: 0,
    datesToPull: () => [],
    pull: () => Promise.reject(new Error('nothing is listed')),
    probe: () => Promise.reject(new Error('nothing is probed')),
    lookUp: async (asked) => (asked === id ? inventPaper({ id, title: 'Known to a source' }) : null),
  };
  await using asking = await startBot({ sources: [source] });
  const card = await asking.manager.run('/papers show', { paper: id });
  expect(await asking.store.paper(id)).toBeNull();
  const saved = await asking.manager.choose(card, menu, 'Save');
  expect(saved.content).toContain('Saved [Known to a source]');
  const { papers } = await asking.store.savedPapers(asking.manager.id, { offset: 0, limit: 5 });
  expect(papers.map(({ paper }) => paper.id)).toEqual([id]);
  expect(await asking.store.newsAfter(0, 5)).toEqual([]);
  expect(asking.discord.violations).toEqual([]);
});

it('refuses what the list has no room for, and saves nothing of it', async () => {
  const papers = Array.from({ length: savedAtMost - 1 }, (_, index) =>
    inventPaper({ id: `2605.${String(index + 1).padStart(5, '0')}`, title: `Filler ${index}` }),
  );
  await bot.store.savePapers({ userId: bot.manager.id, papers, at: bot.now(), cap: savedAtMost });
  const digest = await postDigest(bot, inventPapers(3, 'diffusion'));
  const refused = await act(bot.manager, digest, 'Save', ['2606.00001', '2606.00002']);
  const text = (refused.followUps.at(-1) ?? refused.message)?.content ?? '';
  expect(text).toContain(
    'Nothing was saved: your reading list has 999 papers and holds 1,000, so 2 more papers do not fit',
  );
  expect(outcomeOf(bot, refused)).toBe('list-full');
  expect((await act(bot.manager, digest, 'Save', '2606.00003')).content).toContain(
    '1,000 papers are on your reading list',
  );
});
