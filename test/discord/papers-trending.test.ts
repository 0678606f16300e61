import { describe, expect, it } from 'vitest';
import { trendingLength, trendingList } from '../../src/discord/rendering/trending-list.ts';
import { sayIn } from '../../src/language/say.ts';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { dayMs, hourMs, utcDate } from '../../src/time.ts';
import { noHighlights } from '../../src/topics/matching/highlights.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { inkOf } from '../support/png.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const picked = (id: string, upvotes: number, known: Partial<Paper> = {}): Paper =>
  inventPaper({ id, version: null, describedBy: 'huggingface', extras: { ...noExtras, upvotes }, ...known });

/** Lets Hugging Face list these papers now, on the given day or today. */
async function show(papers: readonly Paper[], date = utcDate(bot.now())): Promise<void> {
  const entries = papers.map((paper) => ({ paper, announceType: 'pick' as const }));
  const listing = { source: 'huggingface', date, entries, skipped: [], etags: {}, isPartial: false };
  await bot.store.recordListing(listing, bot.now());
}
const trending = (options: Record<string, string> = {}) => bot.manager.run('/papers trending', options);
const lines = (reply: { readonly embeds: readonly { readonly description?: string }[] }) =>
  (reply.embeds[0]?.description ?? '').split('\n');
const idsIn = (reply: Parameters<typeof lines>[0]) =>
  lines(reply).flatMap((line) => /^\d+\\\. .*abs\/([\d.]+)\)$/.exec(line)?.[1] ?? []);

describe('/papers trending', () => {
  it('shows the papers with the most upvotes an hour, privately', async () => {
    // 2026-06-12 at 07:00 UTC: a paper of today against one of yesterday with more upvotes.
    await show([picked('2606.00001', 70)], '2026-06-11');
    await show([picked('2606.00002', 35, { title: 'Kites at dawn', authors: ['A. One', 'B. Two', 'C. Three'] })]);
    const reply = await trending();
    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toContain('most upvotes an hour over the last 24 hours. As of <t:');
    expect(idsIn(reply)).toEqual(['2606.00002', '2606.00001']);
    expect(lines(reply)[0]).toBe('1\\. [Kites at dawn](https://arxiv.org/abs/2606.00002)');
    expect(lines(reply)[1]).toBe('-# 35 upvotes since it was listed 7 hours ago');
    expect(lines(reply)[2]).toBe('-# A. One and 2 others · cs.LG');
    expect(lines(reply)[5]).toMatch(/^-# 70 upvotes, 54 of them in 24 hours \(2\.3 an hour\)/);
  });

  it('says a rate only of hours that are known, so that its numbers agree', async () => {
    await show([picked('2606.00001', 73), picked('2606.00002', 1)]);
    const day = lines(await trending());
    expect(day[1]).toBe('-# 73 upvotes since it was listed 7 hours ago');
    expect(day[5]).toBe('-# 1 upvote since it was listed 7 hours ago');
    expect(lines(await trending({ window: 'week' }))[1]).toBe('-# 73 upvotes since it was listed 7 hours ago');
    bot.pass(2 * dayMs);
    const week = lines(await trending({ window: 'week' }));
    expect(week[1]).toBe('-# 73 upvotes since it was listed 2 days ago');
  });

  it('covers a day, a week or a month', async () => {
    await show([picked('2606.00001', 300)], '2026-06-12');
    bot.pass(3 * dayMs);
    await show([picked('2606.00002', 20)]);
    bot.pass(5 * dayMs);
    await show([picked('2606.00003', 2)]);
    expect(idsIn(await trending())).toEqual(['2606.00003']);
    const week = await trending({ window: 'week' });
    expect(idsIn(week)).toEqual(['2606.00002', '2606.00003']);
    expect(week.content).toContain('over the last 7 days');
    expect(lines(week)[1]).toContain('20 upvotes since it was listed 5 days ago');
    expect(idsIn(await trending({ window: 'month' }))).toEqual(['2606.00001', '2606.00002', '2606.00003']);
  });

  it('draws when the upvotes came', async () => {
    for (const upvotes of [4, 8, 30, 32]) {
      await show([picked('2606.00001', upvotes)], '2026-06-12');
      bot.pass(3 * hourMs);
    }
    expect(lines(await trending())[1]).toMatch(/^-# 32 upvotes since it was listed 19 hours ago · [▁▂▃▄▅▆▇█]{8}$/);
  });

  it('has a picture of the upvotes with the numbers in words', async () => {
    for (const upvotes of [4, 8, 30, 32]) {
      await show([picked('2606.00001', upvotes, { title: 'Kites <rise>' })], '2026-06-12');
      bot.pass(3 * hourMs);
    }
    await show([picked('2606.00002', 9, { title: '風 kites' })], '2026-06-12');
    const [picture, ...others] = (await trending({ window: 'week' })).message?.attachments ?? [];
    expect(others).toEqual([]);
    expect(picture).toMatchObject({ filename: 'trending.png', contentType: 'image/png' });
    expect(picture?.description).toBe(
      'Trending on Hugging Face, Upvotes gained in the last 7 days: 1. Kites <rise>: +32 of 32 upvotes; 2. 風 kites: +9 of 9 upvotes.',
    );
    expect(inkOf(picture?.data ?? new Uint8Array())).toBeGreaterThan(2_000);
  });

  it('has no picture where nothing was gained', async () => {
    const ranked = [{ paper: picked('2606.00007', 80), listedOn: null }];
    const ranking = { source: 'huggingface', kind: 'trending' as const, period: '', skipped: [], etags: {} };
    await bot.store.recordRanking({ ...ranking, papers: ranked }, bot.now() - 2 * dayMs, bot.now());
    expect((await trending()).message?.attachments).toEqual([]);
  });

  it('keeps to a topic, with its words in bold', async () => {
    const others = Array.from({ length: 60 }, (_, index) =>
      picked(`2606.1${String(index).padStart(4, '0')}`, 100 + index),
    );
    await show([...others, picked('2606.00001', 3, { title: 'A kite that sings' })]);
    const reply = await trending({ topic: 'kites' });
    expect(reply.content).toContain('on **kites**: the paper with');
    expect(lines(reply)[0]).toBe('1\\. [A **kite** that sings](https://arxiv.org/abs/2606.00001)');
    expect(idsIn(await trending())).toHaveLength(8);
  });

  it('answers a topic that cannot be read with the place', async () => {
    expect((await trending({ topic: '(kites' })).content).toContain('(kites');
  });

  it('shows the trending papers of Hugging Face while upvotes are not known yet', async () => {
    const papers = [picked('2606.00007', 80), picked('2606.00008', 500)];
    const ranked = papers.map((paper) => ({ paper, listedOn: null }));
    const ranking = { source: 'huggingface', kind: 'trending' as const, period: '', skipped: [], etags: {} };
    await bot.store.recordRanking({ ...ranking, papers: ranked }, bot.now() - 2 * dayMs, bot.now());
    const reply = await trending();
    expect(idsIn(reply)).toEqual(['2606.00007', '2606.00008']);
    expect(lines(reply)[1]).toBe('-# 80 upvotes · no. 1 in its ranking');
  });

  it('says why there is nothing, and what to do', async () => {
    expect((await trending()).content).toContain('I have no upvotes from Hugging Face yet');
    await show([picked('2606.00001', 0)]);
    expect((await trending()).content).toBe(
      'No paper got upvotes on Hugging Face in the last 24 hours. Try a longer window.',
    );
    const reply = await trending({ window: 'week', topic: 'kites' });
    expect(reply.content).toContain('No paper on **kites** got upvotes on Hugging Face in the last 7 days.');
  });

  it('works in direct messages', async () => {
    await show([picked('2606.00001', 9)]);
    const someone = bot.discord.person({ name: 'noor' });
    expect(idsIn(await someone.run('/papers trending', {}))).toEqual(['2606.00001']);
  });

  it('fits into a message with the longest texts', () => {
    const window = { now: dayMs, ms: 30 * dayMs };
    const trend = { upvotes: 1_234_567, gained: 1_234_566, perHour: 12_345.67, windowMs: window.ms };
    const counts = Array.from({ length: 8 }, (_, index) => ({ at: index * 3 * hourMs, upvotes: index ** 2 }));
    const paper = inventPaper({
      id: '2606.00001',
      title: '[_*~`|'.repeat(200),
      authors: ['*'.repeat(300), 'B'],
      categories: ['cond-mat.mtrl-sci'],
    });
    const papers = Array.from({ length: trendingLength }, () => ({
      ...{ paper, trend, counts, place: 100, highlights: noHighlights },
    }));
    const topic = 'x'.repeat(500);
    const { content = '', embeds = [] } = trendingList(
      {
        period: 'today',
        window,
        topic,
        papers,
        asOf: 1e12,
      },
      sayIn('en'),
    );
    expect(content.length).toBeLessThanOrEqual(2_000);
    expect(embeds[0]?.description?.length).toBeLessThanOrEqual(4_096);
  });
});

describe('a paper’s card', () => {
  it('shows its recent upvotes, where it was accepted, and how often it is cited', async () => {
    const extras = { ...noExtras, upvotes: 85, citations: 4 };
    const paper = picked('2606.00001', 85, { comment: '9 pages, accepted to ICML2026', extras });
    await show([paper], '2026-06-12');
    bot.pass(2 * dayMs);
    await show([{ ...paper, extras: { ...extras, upvotes: 120 } }], '2026-06-12');
    const card = (await bot.manager.run('/papers show', { paper: '2606.00001' })).embeds[0];
    expect(card?.description).toContain('Accepted at ICML 2026');
    expect(card?.footer?.text).toMatch(/120 upvotes \(\+\d+ in 24 h\) · 4 citations · arXiv 2606\.00001$/);
  });
});
