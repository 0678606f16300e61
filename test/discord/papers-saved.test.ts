import fc from 'fast-check';
import { expect, it } from 'vitest';
import { savedList, savedPageLength } from '../../src/discord/rendering/saved-list.ts';
import { noteAtMost, savedAtMost } from '../../src/discord/steps/limits.ts';
import { sayIn } from '../../src/language/say.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { flatComponents } from '../../src/playground/discord/message-view.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';
import { outcomeOf, pressForged } from './forged-requests.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

/** Saves papers one after another, the first one first. */
async function save(papers: readonly Paper[], userId = bot.manager.id): Promise<void> {
  for (const paper of papers) await bot.store.savePapers({ userId, papers: [paper], at: bot.now(), cap: savedAtMost });
}

const removing = 'Remove a paper…';
const noting = 'Write a note…';

it('lists one’s own papers privately, the last saved first, page by page, in direct messages as well', async () => {
  await save(inventPapers(10, 'kites'));
  const reply = await bot.manager.run('/papers saved', {}, { in: bot.manager.directChannel().id });
  expect(reply.content).toBe('Your reading list: 10 papers, the last saved first.\n-# Page 1 of 2');
  expect(reply.embeds[0]?.description).toMatch(/^1\\\. \[Invented kites, part 10\]/);
  expect(reply.embeds[0]?.description?.match(/ · saved <t:\d+:R>/g)).toHaveLength(savedPageLength);
  const second = await bot.manager.press(reply, 'Next');
  expect(second.embeds[0]?.description).toMatch(/^9\\\. \[Invented kites, part 2\]/);
  expect(second.buttons).toEqual(['Previous']);
  const other = await bot.person({ name: 'reader' }).run('/papers saved');
  expect(other.ephemeral).toBe(true);
  expect(other.content).toContain('Your reading list is empty.');
  expect(other.components).toEqual([]);
});

it('removes a paper, and Undo brings it back with its note', async () => {
  await save(inventPapers(2, 'kites'));
  await bot.store.noteSaved(bot.manager.id, '2606.00001', 'for Monday');
  const list = await bot.manager.run('/papers saved');
  const removed = await bot.manager.choose(list, removing, '2606.00001');
  expect(removed.content).toContain('Removed: [Invented kites, part 1]');
  expect(removed.content).toContain('Your reading list: 1 paper.');
  expect(removed.embeds[0]?.description).not.toContain('part 1');
  const restored = await bot.manager.press(removed, 'Undo');
  expect(restored.content).toContain('Back on your reading list: [Invented kites, part 1]');
  expect(restored.embeds[0]?.description).toContain('Note: for Monday');
});

it('shows the page before if the last paper of a page is removed', async () => {
  await save(inventPapers(savedPageLength + 1, 'kites'));
  const second = await bot.manager.press(await bot.manager.run('/papers saved'), 'Next');
  const removed = await bot.manager.choose(second, removing, '2606.00001');
  expect(removed.embeds[0]?.description).toMatch(/^1\\\. /);
  expect(removed.content).not.toContain('Page');
});

it('takes a note in a form, shows it escaped, and an empty one deletes it', async () => {
  await save(inventPapers(1, 'kites'));
  const list = await bot.manager.run('/papers saved');
  const form = await bot.manager.choose(list, noting, '2606.00001');
  const noted = await bot.manager.submit(form, { note: '@everyone [read](https://evil.example)\n**now**' });
  expect(noted.content).toContain('Noted: [Invented kites, part 1]');
  expect(noted.embeds[0]?.description).toContain(
    String.raw`Note: \@everyone \[read\]\(https\://evil.example\) \*\*now\*\*`,
  );
  const again = await bot.manager.choose(noted, noting, '2606.00001');
  await expect(bot.manager.submit(again, { note: 'x'.repeat(noteAtMost + 1) })).rejects.toThrow('Must be between');
  const deleted = await bot.manager.submit(again, { note: '' });
  expect(deleted.content).toContain('The note is deleted: [Invented kites, part 1]');
  expect(deleted.embeds[0]?.description).not.toContain('Note:');
});

it('removes and notes papers whose ids are too long for a button', async () => {
  const long = inventPaper({ id: `10.5555/${'x'.repeat(120)}`, title: 'Long kites', describedBy: 'crossref' });
  await save([long]);
  const list = await bot.manager.run('/papers saved');
  const reference = flatComponents(list.components).flatMap((each) => each.options ?? [])[0]?.value ?? '';
  const form = await bot.manager.choose(list, noting, reference);
  const noted = await bot.manager.submit(form, { note: 'found' });
  expect(noted.embeds[0]?.description).toContain('Note: found');
  const removed = await bot.manager.choose(noted, removing, reference);
  expect(removed.content).toContain('Your reading list is empty.');
});

it.each([
  ['bibtex', 'papers.bib', '@misc{'],
  ['ris', 'papers.ris', 'TY  - '],
  ['csl-json', 'papers.json', 'Invented kites, part 10'],
  ['plain', 'papers.txt', 'Invented kites, part 10'],
  ['markdown', 'papers.md', '- [Invented kites, part 10]'],
])('exports the whole list as %s', async (format, name, text) => {
  await save(inventPapers(10, 'kites'));
  await bot.store.noteSaved(bot.manager.id, '2606.00010', 'for *Monday*\n<b>');
  const reply = await bot.manager.run('/papers saved', { format });
  expect(reply.ephemeral).toBe(true);
  expect(reply.content).toContain('10 papers, in the file.');
  const [file] = reply.message?.attachments ?? [];
  expect(file?.filename).toBe(name);
  const written = Buffer.from(file?.data ?? []).toString('utf8');
  expect(written).toContain(text);
  expect(written).toContain('part 1');
  if (format === 'markdown') expect(written).toContain(String.raw`for \*Monday\* \<b\>`);
});

it('shows the empty list where there is nothing to export', async () => {
  const reply = await bot.manager.run('/papers saved', { format: 'bibtex' });
  expect(reply.content).toContain('Your reading list is empty.');
});

it('refuses stale menus, and papers of another person’s list', async () => {
  await save(inventPapers(2, 'kites'));
  const list = await bot.manager.run('/papers saved');
  await bot.manager.choose(list, removing, '2606.00001');
  const again = await bot.manager.choose(list, removing, '2606.00002').catch((error: unknown) => error);
  expect(again).not.toBeInstanceOf(Error);
  const press = { customId: 'saved-remove:0', value: '2606.00001' };
  expect(outcomeOf(bot, await pressForged(bot, bot.manager, press, bot.channelId))).toBe('stale');
  const reader = bot.person({ name: 'reader' });
  await save(inventPapers(1, 'kites'));
  expect(outcomeOf(bot, await pressForged(bot, reader, press, bot.channelId))).toBe('stale');
  expect((await bot.store.savedPapers(bot.manager.id, { offset: 0, limit: 9 })).total).toBe(1);
});

it('keeps the limits of Discord whatever notes and papers say', () => {
  const text = (length: number) => fc.string({ unit: fc.constantFrom(...'*_[]()@<>`|#:/a \n'), maxLength: length });
  const saved = fc.record({
    paper: fc
      .record({ title: text(500), author: text(200) })
      .map(({ title, author }) => inventPaper({ title, authors: [author, author, author] })),
    savedAt: fc.constant(1e12),
    note: fc.option(text(700)),
  });
  fc.assert(
    fc.property(fc.array(saved, { minLength: savedPageLength, maxLength: savedPageLength }), (papers) => {
      for (const language of ['en', 'de'] as const) {
        const message = savedList({ papers, total: 1_000, page: 99 }, sayIn(language));
        expect(message.embeds?.[0]?.description?.length).toBeLessThanOrEqual(4_096);
        expect(message.embeds?.[0]?.description).not.toMatch(/(?<!\\)@/);
      }
    }),
    { seed: 7, numRuns: 50 },
  );
});
