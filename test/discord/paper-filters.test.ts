import { beforeEach, describe, expect, it } from 'vitest';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { sourceOf } from './silent-source.ts';

let bot: BotUnderTest;
startBotForEach(
  (started) => {
    bot = started;
  },
  { sources: [sourceOf('arxiv', 'arXiv'), sourceOf('huggingface', 'Hugging Face'), sourceOf('biorxiv', 'bioRxiv')] },
);
beforeEach(() => bot.subscribe('tides'));

const tides = (id: string, known: Partial<Paper> = {}): Paper =>
  inventPaper({ id, title: `Tides of ${id.slice(-5)}`, authors: [`Ada ${id.slice(-5)}`], ...known });
const upvoted = (id: string, upvotes: number) => tides(id, { extras: { ...noExtras, upvotes } });
const uncounted = tides('2606.00001');
const unloved = upvoted('2606.00002', 0);
const liked = upvoted('2606.00003', 4);
const loved = upvoted('2606.00004', 5);
const biology = tides('10.1101/2026.06.01.700005', { describedBy: 'biorxiv' });

async function list(source: string, ...papers: readonly Paper[]): Promise<void> {
  const entries = papers.map((paper) => ({ paper, announceType: 'new' as const }));
  const date = new Date(bot.now()).toISOString().slice(0, 10);
  await bot.store.recordListing({ source, date, entries, skipped: [], etags: {}, isPartial: false }, bot.now());
}

const setting = async (label: string, ...choices: readonly string[]) => {
  const menu = await bot.manager.choose(await bot.manager.run('/digest settings'), 'Change a setting…', label);
  await bot.manager.press(await bot.manager.choose(menu, label, choices), 'Save');
};
const why = async (paper: Paper) => (await bot.manager.run('/digest why', { paper: paper.id })).content;
const titlesIn = (embeds: readonly { readonly title?: string }[]) =>
  embeds.map(({ title = '' }) => title.slice(-5)).toSorted();
const postedTitles = () => titlesIn(bot.discord.messages(bot.channelId).flatMap(({ embeds }) => embeds));

async function nextDay(): Promise<void> {
  bot.pass(dayMs);
  await bot.wake();
}

describe('the fewest upvotes', () => {
  it('let every paper through unless they are set, those that nobody counts too', async () => {
    await list('arxiv', uncounted, unloved, liked, loved);
    await nextDay();
    expect(postedTitles()).toEqual(['00001', '00002', '00003', '00004']);
  });

  it.each([
    ['1 upvote or more', ['00003', '00004']],
    ['5 upvotes or more', ['00004']],
  ])('of %s leave out papers with fewer, and those that nobody counts', async (choice, titles) => {
    await setting('Upvotes', choice);
    await list('arxiv', uncounted, unloved, liked, loved);
    const preview = await bot.manager.run('/digest preview');
    expect(titlesIn(preview.embeds)).toEqual(titles);
    expect(preview.content).toContain(`${titles.length} new paper`);
    await nextDay();
    expect(postedTitles()).toEqual(titles);
  });

  it('are named if they leave nothing for a preview', async () => {
    await setting('Upvotes', '5 upvotes or more');
    await list('arxiv', uncounted, liked);
    const { content } = await bot.manager.run('/digest preview');
    expect(content).toContain('matches and passes its settings for sources and upvotes');
    expect(content).toContain('`/digest settings`');
  });

  it('are explained by /digest why, before the digest and after it', async () => {
    await setting('Upvotes', '5 upvotes or more');
    await list('arxiv', uncounted, unloved, liked, loved);
    const rule = `the digests of <#${bot.channelId}> take only papers with 5 upvotes or more`;
    expect(await why(liked)).toBe(
      `This paper matches, but ${rule}, and it has 4 so far. Change it with \`/digest settings\`.`,
    );
    expect(await why(unloved)).toContain(`${rule}, and it has none so far.`);
    expect(await why(uncounted)).toContain(`${rule}, and no source counts any for it.`);
    expect(await why(loved)).toContain('This paper will be in the next digest');
    await nextDay();
    expect(await why(liked)).toContain('It was not in the digest of Friday 12 June 2026.');
    expect(await why(loved)).toContain('This paper was posted');
  });
});

describe('the sources', () => {
  it('decide whose papers a digest takes; one of a paper’s sources is enough', async () => {
    await setting('Sources', 'Hugging Face', 'bioRxiv');
    await list('arxiv', uncounted, liked);
    await list('huggingface', liked);
    await list('biorxiv', biology);
    expect(titlesIn((await bot.manager.run('/digest preview')).embeds)).toEqual(['00003', '00005']);
    expect(await why(uncounted)).toBe(
      `This paper matches, but the digests of <#${bot.channelId}> take only papers from bioRxiv or Hugging Face. Change it with \`/digest settings\`.`,
    );
    await nextDay();
    expect(postedTitles()).toEqual(['00003', '00005']);
  });

  it('hold for channels with the same topics each by itself', async () => {
    const other = [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';
    await bot.subscribe('tides', other);
    await setting('Sources', 'bioRxiv');
    await list('arxiv', uncounted);
    await list('biorxiv', biology);
    await nextDay();
    expect(postedTitles()).toEqual(['00005']);
    expect(titlesIn(bot.discord.messages(other).flatMap(({ embeds }) => embeds))).toEqual(['00001', '00005']);
  });

  it('decide which papers of a pause count as skipped', async () => {
    await setting('Sources', 'bioRxiv');
    await bot.manager.run('/digest pause');
    await list('arxiv', uncounted, liked);
    await list('biorxiv', biology);
    bot.pass(10 * dayMs);
    await list('biorxiv', tides('10.1101/2026.06.01.700006', { describedBy: 'biorxiv' }));
    await bot.manager.run('/digest resume');
    await nextDay();
    expect(bot.discord.messages(bot.channelId).at(-1)?.content).toContain('1 older paper was skipped');
  });
});
