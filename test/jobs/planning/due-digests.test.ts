import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/papers/paper.ts';
import type { PaperSource } from '../../../src/sources/source.ts';
import { hourMs } from '../../../src/time.ts';
import { type BotUnderTest, startBot } from '../../support/bot.ts';
import { inventPaper } from '../../support/invented-papers.ts';
import { scriptedArxiv, scriptedHuggingFace } from '../../support/scripted-sources.ts';

/** The bot of the tests begins on Friday 2026-06-12 at 07:00 UTC; digests are due at 09:00 UTC. */
const friday = '2026-06-12';

let bot: BotUnderTest;
async function begin(sources: readonly PaperSource[] = [scriptedArxiv], topic = 'diffusion'): Promise<void> {
  bot = await startBot({ sources });
  await bot.subscribe(topic);
}
beforeEach(() => begin());
afterEach(async () => {
  expect(bot.discord.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
});

const paper = (id: string): Paper => inventPaper({ id, title: `On diffusion, ${id}` });
const texts = () => bot.discord.messages(bot.channelId).map(({ content }) => content);
const shown = () =>
  bot.discord.messages(bot.channelId).flatMap(({ embeds }) => embeds.map(({ url }) => url?.split('/').at(-1)));
const footers = () =>
  bot.discord.messages(bot.channelId).flatMap(({ embeds }) => embeds.map(({ footer }) => footer?.text ?? ''));
const events = (name: string) => bot.log.lines.filter(({ event }) => event === name);
const stateOf = async (date: string) => (await bot.store.digestRun(bot.channelId, date))?.state;
const list = (source: string, date: string, ...papers: readonly Paper[]) =>
  bot.store.recordListing(
    {
      source,
      date,
      entries: papers.map((each) => ({ paper: each, announceType: source === 'arxiv' ? 'new' : 'pick' })),
      skipped: [],
      etags: {},
      isPartial: false,
    },
    bot.now(),
  );
const fail = (source: string, date: string, state: 'failed' | 'waiting') =>
  bot.store.recordFailedPull(source, date, 'set by the test', bot.now(), state);

async function passTo(time: string): Promise<void> {
  bot.pass(Date.parse(time) - bot.now());
  await bot.wake();
}

describe('a digest whose source has not published the day', () => {
  it('waits, logs it once, and goes out as soon as the day is published', async () => {
    await passTo('2026-06-12T09:00Z');
    await passTo('2026-06-12T09:01Z');
    expect(texts()).toEqual([]);
    expect(await stateOf(friday)).toBe('waiting');
    expect(events('digest.waiting')).toMatchObject([{ channelId: bot.channelId, guildId: bot.guildId, date: friday }]);
    const status = await bot.manager.run('/digest status');
    expect(status.content).toContain('Waiting for arXiv: the digest of Friday 12 June 2026');
    await list('arxiv', friday, paper('2606.00001'));
    await passTo('2026-06-12T09:30Z');
    expect(shown()).toEqual(['2606.00001']);
    expect(texts().join()).not.toContain('had not announced');
    expect(await stateOf(friday)).toBe('planned');
  });

  it('goes out after the grace period, names the missing listing, and later papers are marked late', async () => {
    bot.pass(1);
    await list('huggingface', friday, paper('2606.00001'));
    await fail('arxiv', friday, 'waiting');
    await passTo('2026-06-12T09:00Z');
    await passTo('2026-06-12T10:59Z');
    expect(texts()).toEqual([]);
    await passTo('2026-06-12T11:00Z');
    expect(shown()).toEqual(['2606.00001']);
    const at = Date.parse('2026-06-12T11:00Z') / 1000;
    expect(texts()[0]).toContain(`arXiv had not announced Friday 12 June 2026 by <t:${at}:t>.`);
    await list('arxiv', friday, paper('2606.00002'));
    await passTo('2026-06-13T08:00Z');
    await list('huggingface', '2026-06-13', paper('2606.00003'));
    await passTo('2026-06-13T09:00Z');
    expect(shown()).toEqual(['2606.00001', '2606.00003', '2606.00002']);
    expect(footers().map((text) => text.endsWith('late'))).toEqual([false, false, true]);
    expect(texts()[1]).toContain('1 paper is late: an earlier digest went out before it was announced.');
  });

  it('counts late papers apart from those of the day’s listing', async () => {
    await bot[Symbol.asyncDispose]();
    await begin([scriptedArxiv], 'cat:cs.LG');
    await passTo('2026-06-12T09:00Z');
    await passTo('2026-06-12T11:00Z');
    bot.pass(1);
    await list('arxiv', friday, ...['1', '2', '3'].map((id) => paper(`2606.0000${id}`)));
    bot.pass(Date.parse('2026-06-15T08:00Z') - bot.now());
    const monday = ['4', '5'].map((id) => ({ paper: paper(`2606.0000${id}`), announceType: 'new' as const }));
    const receipts = [{ category: 'cs.LG', announced: 2, fetched: 2 }];
    await bot.store.recordListing(
      { source: 'arxiv', date: '2026-06-15', entries: monday, skipped: [], etags: {}, isPartial: false, receipts },
      bot.now(),
    );
    await bot.manager.run('/digest settings', { max: 1 });
    await passTo('2026-06-15T09:00Z');
    expect(texts().at(-1)).toContain('cs.LG 2 of 2 announced, 2 matched, 3 late');
    const status = await bot.manager.run('/digest status');
    expect(status.content).toContain('cs.LG 2 of 2 announced, 2 matched, 3 late');
  });

  it('waits as long as the settings say, or not at all', async () => {
    await bot.manager.run('/digest settings', { grace: 30 });
    expect((await bot.manager.run('/digest settings')).content).toContain('up to 30 minutes');
    await passTo('2026-06-12T09:00Z');
    await passTo('2026-06-12T09:29Z');
    expect(await stateOf(friday)).toBe('waiting');
    await passTo('2026-06-12T09:30Z');
    expect(await stateOf(friday)).toBe('stale');
    await bot.manager.run('/digest settings', { grace: 0 });
    await passTo('2026-06-15T09:00Z');
    expect(await stateOf('2026-06-15')).toBe('stale');
  });

  it('that is empty is not posted, and is called stale, not quiet', async () => {
    await fail('arxiv', friday, 'failed');
    await passTo('2026-06-12T09:00Z');
    await passTo('2026-06-12T11:00Z');
    expect(texts()).toEqual([]);
    expect(await stateOf(friday)).toBe('stale');
    const status = await bot.manager.run('/digest status');
    expect(status.content).toContain('Friday 12 June 2026: **stale**, 0 announced, without arXiv');
    expect(status.content).toContain('arXiv: **failed** Friday 12 June 2026');
  });
});

describe('a digest does not wait for', () => {
  it.each([
    ['a source that says of itself that the day is quiet', friday, () => list('arxiv', friday), 'quiet'],
    ['a weekend', '2026-06-13', async () => {}, 'quiet'],
    [
      'a day that was published completely, though a later pull failed',
      friday,
      async () => {
        await list('arxiv', friday, inventPaper());
        await fail('arxiv', friday, 'failed');
      },
      'quiet',
    ],
  ])('%s', async (_name, date, tell, state) => {
    if (date !== friday) {
      await list('arxiv', friday);
      await passTo('2026-06-12T09:00Z');
    }
    await tell();
    await passTo(`${date}T09:00Z`);
    expect(await stateOf(date)).toBe(state);
  });

  it('a source without categories, if every topic asks for one', async () => {
    await bot[Symbol.asyncDispose]();
    await begin([scriptedArxiv, scriptedHuggingFace], 'diffusion cat:cs.LG');
    await list('arxiv', friday, paper('2606.00001'));
    await passTo('2026-06-12T09:00Z');
    expect(shown()).toEqual(['2606.00001']);
    await bot.subscribe('robots OR diffusion');
    bot.pass(2 * 24 * hourMs);
    await list('arxiv', '2026-06-15');
    await passTo('2026-06-15T09:00Z');
    expect(await stateOf('2026-06-15')).toBe('waiting');
  });
});

describe('a stale source', () => {
  it('is recognized by its papers, though its date is right, and digests wait for it', async () => {
    const old = ['2606.00001', '2606.00002', '2606.00003'].map(paper);
    await list('arxiv', '2026-06-11', ...old);
    await list('arxiv', friday, ...old);
    expect(await bot.store.listing('arxiv', friday)).toMatchObject({
      state: 'stale',
      reason: expect.stringContaining('3 of its 3'),
    });
    await passTo('2026-06-12T09:00Z');
    await passTo('2026-06-12T11:00Z');
    expect(texts()[0]).toContain("arXiv still showed an earlier day's papers for Friday 12 June 2026");
    expect(events('digest.planned')).toMatchObject([{ missing: [{ source: 'arxiv', date: friday, state: 'stale' }] }]);
    await list('arxiv', friday, ...['2606.00004', '2606.00005'].map(paper));
    expect((await bot.store.listing('arxiv', friday))?.state).toBe('listed');
  });

  it('is not one that repeats one or two papers', async () => {
    await list('huggingface', '2026-06-11', paper('2606.00001'), paper('2606.00002'));
    await list('huggingface', friday, paper('2606.00001'), paper('2606.00003'));
    expect((await bot.store.listing('huggingface', friday))?.state).toBe('listed');
  });
});

describe('missed days', () => {
  it('are covered by one digest, which says so', async () => {
    await list('arxiv', friday, paper('2606.00001'));
    bot.pass(24 * hourMs);
    await list('arxiv', '2026-06-15', paper('2606.00002'));
    await passTo('2026-06-15T14:00Z');
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('## Papers for Monday 15 June 2026');
    expect(texts()[0]).toContain('Covers Friday 12 June 2026 to Monday 15 June 2026: I was away.');
    expect(shown().toSorted()).toEqual(['2606.00001', '2606.00002']);
    await passTo('2026-06-15T14:01Z');
    expect(texts()).toHaveLength(1);
  });

  it('are pulled first at a start, even after the grace period, and named if they cannot come', async () => {
    await passTo('2026-06-16T18:00Z');
    expect(await stateOf('2026-06-16')).toBe('waiting');
    await list('arxiv', '2026-06-16', paper('2606.00002'));
    await passTo('2026-06-16T18:03Z');
    expect(texts()[0]).toContain('arXiv had not announced Friday 12 June 2026');
    expect(texts()[0]).toContain('arXiv had not announced Monday 15 June 2026');
    expect(texts()[0]).not.toContain('announced Tuesday 16 June 2026');
  });

  it('by a clock that ran ahead do not cost a channel a digest', async () => {
    await passTo('2027-03-01T09:00Z');
    await passTo('2027-03-01T11:00Z');
    bot.pass(Date.parse('2026-06-13T08:00Z') - bot.now());
    await bot.wake();
    expect(events('digest.rescheduled')).toHaveLength(1);
    await list('huggingface', '2026-06-13', paper('2606.00009'));
    await passTo('2026-06-13T09:00Z');
    expect(shown()).toEqual(['2606.00009']);
  });
});
