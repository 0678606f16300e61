import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GivenFile } from '../../src/playground/discord/uploads.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { hourMs } from '../../src/time.ts';
import { attached } from '../support/attached.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
beforeAll(async () => {
  bot = await startBot({ deferAfterMs: 1_000 });
});
afterAll(async () => {
  expect(bot.discord.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
});

/** The final answer, also where a busy machine defers it. */
async function answer(acting: Promise<Reply>): Promise<Reply> {
  const reply = await acting;
  await bot.router.whenIdle();
  return reply.refresh();
}

const subscribe = (file: GivenFile): Promise<Reply> => answer(bot.manager.run('/subscribe', { file }));

const titles = [
  'Knowledge editing in language models',
  'A benchmark for knowledge editing',
  'Rank-one knowledge editing at scale',
  'Locating facts before knowledge editing',
  'Photosynthesis of seaweeds',
];
const bibtex = titles
  .map((title, at) => `@article{key${at}, title = {${title}}, author = {Ruiz, Ana and Li, Bo}, year = {2025}}`)
  .join('\n');
const ris = titles.map((title) => `TY  - JOUR\nTI  - ${title}\nAU  - Ruiz, Ana\nPY  - 2025\nER  - \n`).join('\n');
const cslJson = JSON.stringify(titles.map((title, id) => ({ id, title, author: [{ family: 'Ruiz', given: 'Ana' }] })));

describe('/subscribe file', () => {
  it('proposes a topic that finds most of the papers, and shows which it misses', async () => {
    const preview = await subscribe(attached(bibtex));
    expect(preview.ephemeral).toBe(true);
    expect(preview.content).toContain('Proposed from the 5 papers in your file (BibTeX).');
    expect(preview.content).toContain('would get papers on **"knowledge editing"**');
    expect(preview.content).toContain('It finds 4 of your 5 papers, mostly by their titles');
    expect(preview.buttons).toEqual(['Subscribe', 'Edit', 'Cancel', 'What it misses']);
    const missed = await answer(bot.manager.press(preview, 'What it misses'));
    expect(missed.ephemeral).toBe(true);
    expect(missed.content).toBe('**"knowledge editing"** does not find this one of your papers:');
    expect(missed.embeds[0]?.description).toBe('• Photosynthesis of seaweeds');
    expect(await bot.store.subscriptions(bot.guildId)).toEqual([]);
  });

  it('compares an edited topic with the same papers, for an hour', async () => {
    const preview = await subscribe(attached(bibtex));
    const form = await bot.manager.press(preview, 'Edit');
    const edited = await answer(bot.manager.submit(form, { topic: 'editing -rank' }));
    expect(edited.content).not.toContain('Proposed from');
    expect(edited.content).toContain('It finds 3 of your 5 papers');
    const missed = await answer(bot.manager.press(edited, 'What it misses'));
    expect(missed.content).toContain('does not find these 2 of your papers:');
    bot.pass(hourMs + 1);
    const late = await answer(bot.manager.press(edited, 'What it misses'));
    expect(late.content).toContain('I no longer have your papers');
  });

  it('knows the abstract of a stored paper by its id, and proposes what rare papers of the store share', async () => {
    const papers = inventPapers(4, 'photosynthesis');
    await bot.announce(papers);
    const file = papers.map(({ id }, at) => `@misc{p${at}, title = {Untold ${at}}, eprint = {${id}}}`).join('\n');
    const preview = await subscribe(attached(file));
    expect(preview.content).toContain('photosynthesis');
    expect(preview.content).toContain('It finds 4 of your 4 papers.');
  });

  it.each([
    ['RIS', ris],
    ['CSL-JSON', cslJson],
  ])('reads %s by its content, whatever its name is', async (format, text) => {
    const preview = await subscribe(attached(text, 'papers.txt'));
    expect(preview.content).toContain(`Proposed from the 5 papers in your file (${format}).`);
    expect(preview.content).toContain('**"knowledge editing"**');
  });

  it('names the entries that it left out', async () => {
    const preview = await subscribe(attached(`${bibtex}\n@article{odd, author = {Li}}\n@article{broken, title = {x`));
    expect(preview.content).toContain('2 entries were left out: odd (no title) and broken (damaged).');
  });

  it('takes exactly one of topic, file and author', async () => {
    const none = await bot.manager.run('/subscribe', {});
    expect(none.content).toContain('Give one of the options `topic`, `file` and `author`');
    const both = await bot.manager.run('/subscribe', { topic: 'graphs', file: attached(bibtex) });
    expect(both.content).toContain('Give one of the options');
  });

  it('says that the papers have nothing in common', async () => {
    const file = attached('@article{a, title={The one}}\n@article{b, title={Another of them}}');
    expect((await subscribe(file)).content).toContain('I found no words that your papers share');
  });

  it('subscribes to the proposed topic, and keeps nothing of the file in the database', async () => {
    const preview = await subscribe(attached(bibtex));
    await bot.manager.press(preview, 'Subscribe');
    const [subscription] = await bot.store.subscriptions(bot.guildId);
    expect(subscription?.topic).toBe('"knowledge editing"');
    const stored = JSON.stringify(await bot.store.storedData({ guildId: bot.guildId }));
    expect(stored).not.toContain('Rank-one');
  });
});

describe('a file that is none', () => {
  const refusals: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['1 MB of @{{{{', '@{{{{'.repeat(200_000), 'none of BibTeX, RIS and CSL-JSON'],
    ['1 MB of entries that never end', '@article{{{{\n'.repeat(80_000), 'no paper with a title'],
    ['an entry nested 400,000 deep', `@article{a,title={${'{'.repeat(4e5)}${'}'.repeat(4e5)}}}`, '(too long)'],
    ['an entry of 80,000 fields', `@article{a,${'f={x},'.repeat(80_000)}}`, '(too long)'],
    ['JSON nested a million deep', '['.repeat(1_000_000), 'not valid JSON'],
    ['JSON of something else', '{"hello": [1, 2, 3]}', 'no paper with a title'],
    ['a web page', '<!DOCTYPE html><html><body>Sign in @ home</body></html>', 'none of BibTeX, RIS and CSL-JSON'],
    ['a picture', Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7_919) % 256), 'not a text'],
    ['a NUL in a text', '@article{a, title={Gr\0aphs}}', 'not a text'],
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t\r\n', 'empty'],
    ['more than 1 MB', `${bibtex}${' '.repeat(1024 * 1024)}`, 'up to 1 MB'],
  ];
  it.each(refusals)('%s', async (_name, content, answer) => {
    const reply = await subscribe(attached(content));
    expect(reply.content).toContain(answer);
    expect(reply.content).toMatch(/Reference [0-9a-f]{8}$/);
    expect(bot.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('with names that would ping or format is shown as it is', async () => {
    const reply = await subscribe(attached('@article{@everyone_**x**, author={A}}\n@article{**b**, author={B}}'));
    expect(reply.content).toContain('\\*\\*b\\*\\* (no title)');
  });
});
