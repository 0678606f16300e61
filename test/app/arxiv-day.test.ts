import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isNews } from '../../src/papers/announce-type.ts';
import { hasSharedData, readMetadata, skipped } from '../sources/shared-data.ts';
import { type InventedArxiv, inventItems, startInventedArxiv } from '../support/invented-arxiv.ts';
import { type Replay, startReplay } from '../support/replay.ts';
import { type RunningApp, runApp } from './running-app.ts';

const tuesday = '2026-03-10';
const wednesday = '2026-03-11';
const thursday = '2026-03-12';
const kites = inventItems(3, '2603', 1, 'kites');
const kettles = inventItems(4, '2603', 11, 'kettles');
const late = inventItems(1, '2603', 31, 'kettles');
const shoes = inventItems(2, '2603', 21, 'shoes');

const seconds = (time: string): number => Date.parse(time) / 1000;
const messages = (running: RunningApp) => running.discord.messages(running.channelId);
const digestOf = (running: RunningApp, date: string) =>
  messages(running).find(({ content }) => content.includes(`## Papers for ${date}`));
const shown = (message: ReturnType<typeof digestOf>) =>
  (message?.embeds ?? []).map(({ url, footer }) => [url?.split('/').at(-1), /\blate\b/.test(footer?.text ?? '')]);
const status = async (running: RunningApp) => (await running.manager.run('/digest status')).content;
async function at(running: RunningApp, time: string): Promise<void> {
  running.setTime(Date.parse(time));
  await running.app.wake();
}
async function subscribe(running: RunningApp, topic: string): Promise<void> {
  const preview = await running.manager.run('/subscribe', { topic });
  await running.manager.press(await preview.answered(), 'Subscribe');
}

describe('a channel that follows a category of arXiv', () => {
  let arxiv: InventedArxiv;
  let running: RunningApp;
  beforeEach(async () => {
    arxiv = await startInventedArxiv(tuesday);
    arxiv.announce(tuesday, kites);
    const categories = ['cs.CL', 'math.AG'];
    running = await runApp({ sourcesUrl: arxiv.url, now: Date.parse(`${tuesday}T10:00Z`), categories });
    await running.app.wake();
    await subscribe(running, 'cat:cs.CL -shoes');
  });
  afterEach(async () => {
    expect(running.discord.violations).toEqual([]);
    await running[Symbol.asyncDispose]();
    await arxiv[Symbol.asyncDispose]();
  });
  const publish = (day: string, items: readonly (typeof kites)[number][]) => {
    arxiv.announce(day, items);
    arxiv.setDay(day);
  };

  it('sees how many of its papers were announced, fetched and matched', async () => {
    publish(wednesday, [...kettles, ...shoes, ...inventItems(5, '2603', 41, 'tori', 'math.AG')]);
    await at(running, `${wednesday}T09:00Z`);
    expect(digestOf(running, 'Wednesday 11 March 2026')?.content).toContain(
      '-# 11 announced · cs.CL 6 of 6 announced, 4 matched · ref',
    );
    const panel = await status(running);
    expect(panel).toContain('4 of 4 matching papers, 11 announced, cs.CL 6 of 6 announced, 4 matched');
    expect(panel).toContain('arXiv: **delivered** Wednesday 11 March 2026, 11 papers (11 new)');
  });

  it('sees that a paper could not be read', async () => {
    const unread = { id: '2603.00051', title: ' ', categories: ['cs.CL'] };
    publish(wednesday, [...kettles, unread]);
    await at(running, `${wednesday}T09:00Z`);
    expect(digestOf(running, 'Wednesday 11 March 2026')?.content).toContain('cs.CL 4 of 5 announced, 4 matched');
    expect((await running.app.store.completeness('arxiv', wednesday)).skipped).toEqual([
      { item: '2603.00051', reason: 'no title', categories: ['cs.CL'] },
    ]);
  });

  it('waits for a stale day, is sent without it, and marks its papers late the next day', async () => {
    arxiv.setDay(wednesday);
    arxiv.showInstead(kites);
    await at(running, `${wednesday}T09:00Z`);
    await at(running, `${wednesday}T10:59Z`);
    expect(messages(running).some(({ content }) => content.includes('## Papers'))).toBe(false);
    const panel = await status(running);
    expect(panel).toContain('Waiting for arXiv: the digest of Wednesday 11 March 2026');
    expect(panel).toMatch(/arXiv: \*\*stale\*\* Wednesday 11 March 2026 \(late\).*3 of its 3 papers.*again <t:\d+:R>/);
    await at(running, `${wednesday}T11:00Z`);
    expect(await status(running)).toContain('Wednesday 11 March 2026: **stale**, 0 announced, without arXiv');

    arxiv.showInstead(null);
    publish(wednesday, kettles);
    await at(running, `${wednesday}T13:00Z`);
    publish(thursday, inventItems(1, '2603', 61, 'kettles'));
    await at(running, `${thursday}T09:00Z`);
    const digest = digestOf(running, 'Thursday 12 March 2026');
    expect(shown(digest).toSorted()).toEqual(
      [...kettles.map(({ id }) => [id, true]), ['2603.00061', false]].toSorted(),
    );
    expect(digest?.content).toContain('4 papers are late');
  });

  it('marks a paper late that a later pull finds for a day whose digest went out', async () => {
    publish(wednesday, kettles);
    await at(running, `${wednesday}T09:00Z`);
    expect(shown(digestOf(running, 'Wednesday 11 March 2026'))).toHaveLength(4);
    publish(wednesday, [...kettles, ...late]);
    await at(running, `${wednesday}T12:00Z`);
    publish(thursday, inventItems(1, '2603', 61, 'kettles'));
    await at(running, `${thursday}T09:00Z`);
    expect(shown(digestOf(running, 'Thursday 12 March 2026')).toSorted()).toEqual([
      ['2603.00031', true],
      ['2603.00061', false],
    ]);
  });

  it('gets the papers of the search if the feeds are empty, and sees that they may be incomplete', async () => {
    arxiv.announce(wednesday, kettles);
    arxiv.setDay(wednesday);
    arxiv.showInstead([]);
    await at(running, `${wednesday}T09:00Z`);
    expect(await status(running)).toMatch(
      /arXiv: \*\*partial\*\* Wednesday 11 March 2026 \(late\), 4 papers \(4 new\)/,
    );
    // The search finds no other paper, so the day is complete.
    await at(running, `${wednesday}T09:06Z`);
    expect(shown(digestOf(running, 'Wednesday 11 March 2026'))).toHaveLength(4);
  });

  it('names a day that stayed incomplete', async () => {
    arxiv.announce(wednesday, kettles);
    arxiv.setDay(wednesday);
    arxiv.showInstead([]);
    await running.manager.run('/digest settings', { grace: 0 });
    await at(running, `${wednesday}T09:00Z`);
    expect(digestOf(running, 'Wednesday 11 March 2026')?.content).toContain(
      `arXiv had announced only a part of Wednesday 11 March 2026 by <t:${seconds(`${wednesday}T09:00Z`)}:t>.`,
    );
  });
});

describe('a quiet day of arXiv', () => {
  it.each([
    ['2026-03-13', '2026-03-14', 'Saturday 14 March 2026 (weekend)'],
    ['2026-09-07', '2026-09-08', 'Tuesday 8 September 2026 (holiday)'],
  ])('after %s delays no digest, and is named', async (before, day, words) => {
    await using arxiv = await startInventedArxiv(before);
    arxiv.announce(before, kites);
    await using running = await runApp({
      sourcesUrl: arxiv.url,
      now: Date.parse(`${before}T10:00Z`),
      categories: ['cs.CL'],
    });
    await running.app.wake();
    await subscribe(running, 'cat:cs.CL');
    arxiv.setDay(day);
    await at(running, `${day}T09:00Z`);
    expect((await running.app.store.digestRun(running.channelId, day))?.state).toBe('quiet');
    expect(await status(running)).toContain(`arXiv: **quiet** ${words}`);
    expect(running.log.lines).toContainEqual(
      expect.objectContaining({ event: 'pull.quiet', source: 'arxiv', date: day, day: words.match(/\((.*)\)/)?.[1] }),
    );
  });
});

describe.skipIf(!hasSharedData)(`arXiv on captured days that go wrong ${skipped}`, () => {
  let replay: Replay;
  beforeAll(async () => {
    replay = await startReplay('2026-02-17T12:00:00Z');
    await fetch(`${replay.url}/rss/quant-ph`); // Loads the metadata, which takes seconds.
  }, 60_000);
  afterAll(() => replay[Symbol.asyncDispose]());

  it.each(['stale', 'partial', 'html', '429', '503'])(
    'brings every paper of 2026-02-18 once, though the feeds are %s in the morning',
    async (kind) => {
      await replay.setTime('2026-02-17T12:00:00Z');
      const categories = ['cs.CL', 'cs.CV'];
      const announced = (date: string) =>
        [...readMetadata()]
          .filter((paper) => paper.first_seen === date && paper.categories.some((id) => categories.includes(id)))
          .map(({ id }) => id);
      const now = Date.parse('2026-02-17T12:00:00Z');
      await using running = await runApp({ sourcesUrl: replay.url, now, categories });
      await running.app.wake();
      const before = await running.app.store.lastNewsNumber();

      await replay.setTime('2026-02-18T06:00:00Z');
      const isAboutContent = kind === 'stale' || kind === 'partial';
      await replay.breakNext({ kind, match: '/rss/', times: isAboutContent ? 2 : 1 });
      await at(running, '2026-02-18T06:00:00Z');
      const state = (await running.app.store.listing('arxiv', '2026-02-18'))?.state;
      // One of two requests failed, or both showed the wrong papers. arXiv answers 429 to all of them.
      expect(state).toBe(kind === '429' ? 'failed' : 'partial');

      await at(running, '2026-02-18T08:00:00Z');
      const listing = await running.app.store.listing('arxiv', '2026-02-18');
      expect(listing).toMatchObject({ state: 'listed', reason: null });
      const news = await running.app.store.newsAfter(before, 10_000);
      const ids = news.filter(({ announceType }) => isNews(announceType)).map(({ paper }) => paper.id);
      expect(ids.toSorted()).toEqual(announced('2026-02-18').toSorted());
      const receipts = (await running.app.store.completeness('arxiv', '2026-02-18')).categories;
      expect(receipts.find(({ category }) => category === 'cs.*')).toEqual({
        category: 'cs.*',
        announced: ids.length,
        fetched: ids.length,
      });
    },
    60_000,
  );
});
