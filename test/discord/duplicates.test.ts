import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/papers/paper.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((each) => {
  bot = each;
});

const texts = { title: 'The tides of small lakes', abstract: 'We weigh 300 tides.' };
const arxiv = inventPaper({ ...texts, id: '2606.00001', categories: ['physics.ao-ph'] });
const biorxiv = inventPaper({
  ...texts,
  id: '10.1101/2026.06.01.700001',
  describedBy: 'biorxiv',
  authors: ['Sample, B.', 'Example, A.'],
  categories: ['biorxiv/ecology'],
});
const journal = inventPaper({
  ...texts,
  id: '10.5555/tides.1',
  doi: '10.5555/tides.1',
  describedBy: 'crossref',
  version: null,
  title: 'THE TIDES OF SMALL LAKES.',
  categories: [],
});
const other = inventPaper({ ...texts, id: '2606.00002', title: 'The tides of large lakes' });

/** Stores papers as announced now, each by the source that describes it. */
async function announce(...papers: readonly Paper[]): Promise<void> {
  const date = new Date(bot.now()).toISOString().slice(0, 10);
  for (const [source, ofSource = []] of Map.groupBy(papers, ({ describedBy }) => describedBy)) {
    const entries = ofSource.map((paper) => ({ paper, announceType: 'new' as const }));
    await bot.store.recordListing({ source, date, entries, skipped: [], etags: {}, isPartial: false }, bot.now());
  }
}
async function wakeAfter(days: number): Promise<void> {
  bot.pass(days * dayMs);
  await bot.wake();
}
const otherChannel = () => [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';
const cards = (channelId = bot.channelId) => bot.discord.messages(channelId).flatMap(({ embeds }) => embeds);
const pages = (channelId?: string) => cards(channelId).map(({ url }) => url);
const texted = (channelId = bot.channelId) => bot.discord.messages(channelId).map(({ content }) => content);

const arxivPage = 'https://arxiv.org/abs/2606.00001';
const biorxivPage = 'https://www.biorxiv.org/content/10.1101/2026.06.01.700001v1';
const journalPage = 'https://doi.org/10.5555/tides.1';

describe('the same title and authors at several places', () => {
  it('are one card of the digest, which links to all of them', async () => {
    await bot.subscribe('tides');
    await announce(journal, biorxiv, arxiv, other);
    await wakeAfter(1);
    expect(pages()).toEqual(['https://arxiv.org/abs/2606.00002', arxivPage]);
    expect(cards()[1]?.description).toContain(
      `-# Same title and authors as [doi 10.5555/tides.1](${journalPage}) and [bioRxiv 10.1101/2026.06.01.700001](${biorxivPage}): shown as one paper`,
    );
    expect(texted()[0]).toContain('2 new papers on **tides**');
    expect(texted()[0]).toContain('4 announced');
  });

  it('are one line of a digest in the layout list', async () => {
    await bot.manager.run('/digest settings', { layout: 'List: title and a small line for each paper' });
    await bot.subscribe('tides');
    await announce(arxiv, journal);
    await wakeAfter(1);
    const lines = texted()[0]
      ?.split('\n')
      .filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(1);
    expect(lines?.[0]).toContain(`](${arxivPage})`);
    expect(texted()[0]).toContain(`also as [doi 10.5555/tides.1](${journalPage})`);
  });

  it('count once for the maximum', async () => {
    await bot.manager.run('/digest settings', { max: 2 });
    await bot.subscribe('tides');
    await announce(journal, biorxiv, arxiv, other);
    await wakeAfter(1);
    expect(pages()).toHaveLength(2);
    expect(texted()[0]).not.toContain('not shown');
  });

  it.each([
    ['a day', 1],
    ['half a year', 180],
  ])('come to a channel once, also if the second is announced %s later', async (_when, days) => {
    await bot.subscribe('tides');
    await announce(biorxiv);
    await wakeAfter(1);
    await announce(other);
    await wakeAfter(days);
    await announce(journal, arxiv);
    await wakeAfter(1);
    expect(pages()).toEqual([biorxivPage, 'https://arxiv.org/abs/2606.00002']);
  });

  it('come to another channel whose topics match only the second one', async () => {
    await bot.subscribe('tides');
    await bot.subscribe('source:journals', otherChannel());
    await announce(arxiv);
    await wakeAfter(1);
    await announce(journal);
    await wakeAfter(1);
    expect(pages()).toEqual([arxivPage]);
    expect(pages(otherChannel())).toEqual([journalPage]);
    expect(cards(otherChannel())[0]?.description).toContain(
      `Same title and authors as [arXiv 2606.00001](${arxivPage})`,
    );
  });

  it('are matched one by one: a topic without journals has the other, and each topic is named', async () => {
    await bot.subscribe('cat:biorxiv/ecology');
    await bot.subscribe('tides -source:journals', otherChannel());
    await bot.subscribe('cat:physics.ao-ph');
    await announce(journal, biorxiv, arxiv);
    await wakeAfter(1);
    expect(pages()).toEqual([arxivPage]);
    expect(cards()[0]?.description).toContain('Matches cat:physics.ao-ph: in physics.ao-ph');
    expect(cards()[0]?.description).toContain('Matches cat:biorxiv/ecology: in biorxiv/ecology');
    expect(pages(otherChannel())).toEqual([arxivPage]);
  });

  it('come once to a channel that was paused between them', async () => {
    await bot.subscribe('tides');
    await announce(arxiv);
    await wakeAfter(1);
    await bot.manager.run('/digest pause');
    await announce(journal, other);
    await wakeAfter(2);
    await bot.manager.run('/digest resume');
    await wakeAfter(1);
    expect(pages()).toEqual([arxivPage, 'https://arxiv.org/abs/2606.00002']);
  });

  it('count once among the papers that a pause left out, and the work can still come', async () => {
    await bot.subscribe('tides');
    await bot.manager.run('/digest pause');
    await announce(arxiv, biorxiv);
    bot.pass(10 * dayMs);
    await announce(other);
    await bot.manager.run('/digest resume');
    await wakeAfter(1);
    expect(texted().join()).toContain('1 older paper was skipped');
    await announce(journal);
    await wakeAfter(1);
    expect(pages()).toEqual(['https://arxiv.org/abs/2606.00002', journalPage]);
  });

  it('are two again if a title changes, and what is posted stays', async () => {
    await bot.subscribe('lakes');
    await announce(arxiv);
    await wakeAfter(1);
    await bot.announce([{ ...arxiv, version: 2, title: 'The tides of all lakes' }], 'replace');
    await announce(journal);
    await wakeAfter(1);
    expect(pages()).toEqual([arxivPage, journalPage]);
    expect(cards()[1]?.description).not.toContain('Same title');
  });

  it('are explained by /papers show, for each id', async () => {
    await announce(arxiv, journal);
    const shown = await bot.manager.run('/papers show', { paper: journal.id });
    expect(shown.embeds[0]).toMatchObject({ url: journalPage });
    expect(shown.embeds[0]?.description).toContain(
      `Same title and authors as [arXiv 2606.00001](${arxivPage}): shown as one paper`,
    );
    const reverse = await bot.manager.run('/papers show', { paper: arxiv.id });
    expect(reverse.embeds[0]?.description).toContain(`Same title and authors as [doi 10.5555/tides.1](${journalPage})`);
    await announce(other);
    const alone = await bot.manager.run('/papers show', { paper: other.id });
    expect(alone.embeds[0]?.description).not.toContain('Same title');
  });

  it('are one result of /papers search', async () => {
    await announce(arxiv, biorxiv, journal, other);
    const found = await bot.manager.run('/papers search', { query: 'tides' });
    expect(found.content).toContain('2 papers on **tides**');
    expect(found.embeds[0]?.description?.match(/also as /g)).toHaveLength(1);
    expect(found.embeds[0]?.description).toMatch(
      /also as arXiv 2606\.00001 and 1 more place|also as \S+ \S+ and 1 more place/,
    );
  });
});

describe('/digest why', () => {
  const why = async (paper: string) => {
    const { content, embeds } = await bot.manager.run('/digest why', { paper });
    return { content, description: embeds[0]?.description };
  };

  it('leads from a duplicate to the message of the one that was posted', async () => {
    await bot.subscribe('tides');
    await announce(arxiv);
    await wakeAfter(1);
    await announce(journal);
    const [message] = bot.discord.messages(bot.channelId);
    const { content, description } = await why(journal.id);
    expect(content).toMatch(/^arXiv 2606\.00001, which has the same title and authors, was posted in the digest of /);
    expect(content).toContain(`${bot.channelId}/${message?.id}`);
    expect(description).toContain('Same title and authors as arXiv 2606.00001: shown as one paper');
    expect((await why(arxiv.id)).content).toMatch(/^This paper was posted/);
  });

  it('says of each of them that it comes with the next digest', async () => {
    await bot.subscribe('tides');
    await announce(arxiv, journal);
    for (const id of [arxiv.id, journal.id])
      expect((await why(id)).content).toContain('This paper will be in the next digest of');
  });
});
