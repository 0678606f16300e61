import { afterEach, expect, it } from 'vitest';
import { noExtras, type PaperId } from '../../src/papers/paper.ts';
import { type PaperSource, SourceError } from '../../src/sources/source.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest | undefined;
afterEach(async () => {
  expect(bot?.discord.violations).toEqual([]);
  await bot?.[Symbol.asyncDispose]();
});

/** A source that can look up papers and lists none. */
const sourceOf = (name: string, lookUp?: NonNullable<PaperSource['lookUp']>): PaperSource => ({
  id: name.toLowerCase(),
  name,
  refreshMs: 0,
  datesToPull: () => [],
  probe: async () => {},
  pull: () => Promise.reject(new Error('nothing is listed')),
  ...(lookUp === undefined ? {} : { lookUp }),
});

const knows = async (id: PaperId) => inventPaper({ id, title: 'Found at last' });
const knowsNot = async () => null;
const isNotAsked = () => null;
const isDown = () => Promise.reject(new SourceError('unreachable', 'no answer'));

async function show(...sources: readonly PaperSource[]) {
  bot = await startBot({ sources });
  return await bot.manager.run('/papers show', { paper: '10.5555/tides.1' });
}

it('an unknown paper is reported with the sources that were asked, and no others', async () => {
  const alone = await show(sourceOf('arXiv', isNotAsked), sourceOf('Hugging Face'));
  expect(alone.content).toMatch(/^I do not know the paper `10\.5555\/tides\.1`\. Check the id/);
  await bot?.[Symbol.asyncDispose]();
  const one = await show(sourceOf('arXiv', isNotAsked), sourceOf('Crossref', knowsNot));
  expect(one.content).toContain('`10.5555/tides.1`, and neither does Crossref. Check');
  await bot?.[Symbol.asyncDispose]();
  const two = await show(sourceOf('bioRxiv', knowsNot), sourceOf('medRxiv', knowsNot));
  expect(two.content).toContain('`10.5555/tides.1`, and neither do bioRxiv and medRxiv. Check');
});

it('a paper is found at one source while another is down', async () => {
  const reply = await show(sourceOf('bioRxiv', isDown), sourceOf('Crossref', knows));
  expect(reply.embeds[0]?.title).toBe('Found at last');
});

it('if no source has the paper, those that could not be asked are named', async () => {
  const reply = await show(sourceOf('bioRxiv', isDown), sourceOf('Crossref', knowsNot), sourceOf('medRxiv', isDown));
  expect(reply.content).toContain(
    'I do not have this paper, nor has Crossref, and bioRxiv and medRxiv cannot be asked at the moment.',
  );
});

it('the help names the sources that are used, and no others', async () => {
  bot = await startBot({ sources: [sourceOf('bioRxiv'), sourceOf('Crossref')] });
  const { content } = await bot.manager.run('/papers help', { about: 'topics' });
  expect(content).toContain('Papers come from bioRxiv and Crossref.');
  expect(content).not.toContain('arXiv,');
});

it('shows the abstract as well as the AI summary, and the words of neither are lost', async () => {
  const abstract = `We measure kites. ${'They fly over the lake. '.repeat(40)}The last word is zephyr.`;
  bot = await startBot();
  await bot.announce([inventPaper({ abstract, extras: { ...noExtras, aiSummary: 'Kites are measured.' } })]);
  const { embeds } = await bot.manager.run('/papers show', { paper: '2606.00001' });
  expect(embeds[0]?.description).toContain('*AI summary:* Kites are measured.');
  expect(embeds[0]?.description).toContain('*Abstract:* We measure kites.');
  expect(embeds[0]?.description).toContain('The last word is zephyr.');
});
