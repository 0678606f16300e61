import { describe, expect, it } from 'vitest';
import { dayMs } from '../../src/time.ts';
import { sentenceOf } from '../../src/topics/advice/strictness.ts';
import { matches } from '../../src/topics/matching/match.ts';
import { readPaper } from '../../src/topics/matching/paper-text.ts';
import { inventedListing, inventedPaper, listed, noon, topicOf } from './invented-listings.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verbs for searching. */
export function describeSearchVerbs(place: () => StorePlace): void {
  const lake = inventedPaper('a/1', { title: 'Tides of a lake', abstract: 'Water.' });
  const sea = inventedPaper('a/2', { title: 'The sea', abstract: 'Its tides are not those of a lake.' });
  const code = inventedPaper('a/3', {
    title: 'C++ for the sea',
    abstract: 'Code.',
    categories: ['cs.PL'],
    announcedAs: 'replace',
  });

  async function filled() {
    const store = await place().open();
    await store.recordListing(inventedListing([listed(lake)], { date: '2026-03-01' }), noon);
    await store.recordListing(inventedListing([listed(sea), listed(code, 'replace')]), noon + dayMs);
    return store;
  }
  const page = { offset: 0, limit: 10 };

  describe('searching', () => {
    it('finds matching papers, the better match first', async () => {
      const store = await filled();
      const found = await store.searchPapers({ topic: topicOf('tide lake'), ...page });
      expect(found).toMatchObject({ papers: [lake, sea], total: 2 });
      expect(found).not.toHaveProperty('examined');
    });

    it('returns pages, and counts all matches', async () => {
      const store = await filled();
      const found = await store.searchPapers({ topic: topicOf('lake OR sea'), offset: 1, limit: 1 });
      expect(found.papers).toHaveLength(1);
      expect(found.total).toBe(3);
      expect((await store.searchPapers({ topic: topicOf('lake OR sea'), offset: 9, limit: 1 })).papers).toEqual([]);
    });

    it('shows the newest papers first for categories or authors alone', async () => {
      const store = await filled();
      const found = await store.searchPapers({ topic: topicOf('author:fjord cat:physics.*'), ...page });
      expect(found.papers).toEqual([sea, lake]);
    });

    it.each([undefined, 'newest'] as const)('with a first day, leaves out what is older (order: %s)', async (order) => {
      const store = await filled();
      const old = inventedPaper('a/4', { title: 'An old lake', publishedAt: '2019-05-01T10:00:00.000Z' });
      const ofTheDay = inventedPaper('a/5', { title: 'A new lake', publishedAt: '2026-03-02T00:00:00.000Z' });
      await store.recordListing(inventedListing([listed(old), listed(ofTheDay)]), noon + dayMs);
      const search = { topic: topicOf('lake OR sea'), ...(order === undefined ? {} : { order }), ...page };
      const since = async (day: string) => {
        const { papers, total } = await store.searchPapers({ ...search, since: day });
        expect(total).toBe(papers.length);
        return papers.map(({ id }) => id).toSorted();
      };
      expect(await since('2019-05-02')).toEqual(['a/1', 'a/2', 'a/5']);
      expect(await since('2019-05-01')).toEqual(['a/1', 'a/2', 'a/4', 'a/5']);
      expect(await since('2026-03-02')).toEqual(['a/2', 'a/5']);
      expect(await since('2026-03-03')).toEqual([]);
    });

    it('can show only news, newest first', async () => {
      const store = await filled();
      const found = await store.searchPapers({ topic: topicOf('lake OR sea'), order: 'newest', ...page });
      expect(found).toMatchObject({ papers: [sea, lake], total: 2 });
    });

    it('shows where the abstract of each paper matches, if it does', async () => {
      const store = await filled();
      const { snippets } = await store.searchPapers({ topic: topicOf('lakes OR c++'), ...page, order: 'newest' });
      expect(snippets).toEqual([{ text: 'Its tides are not those of a lake.', marks: [{ start: 29, end: 33 }] }, null]);
    });

    it('finds a paper only by its new texts after an update', async () => {
      const store = await filled();
      const retold = { ...lake, title: 'Floods of a pond' };
      await store.recordListing(inventedListing([listed(retold)]), noon);
      expect((await store.searchPapers({ topic: topicOf('title:tides'), ...page })).total).toBe(0);
      expect((await store.searchPapers({ topic: topicOf('flood'), ...page })).papers).toEqual([retold]);
    });

    it('distinguishes c++ from c', async () => {
      const store = await filled();
      expect((await store.searchPapers({ topic: topicOf('c++'), ...page })).papers).toEqual([code]);
      expect((await store.searchPapers({ topic: topicOf('c'), ...page })).total).toBe(0);
    });
  });

  describe('the nearest word', () => {
    it('is one of stored titles and abstracts, in full and of the fewest edits', async () => {
      const store = await filled();
      expect(await store.nearestWord(topicOf('tidse'))).toBe('tides');
      expect(await store.nearestWord(topicOf('laek'))).toBe('lake');
      expect(await store.nearestWord(topicOf('watar'))).toBe('water');
    });

    it('is rather a frequent word than another typing error', async () => {
      const store = await filled();
      const entries = ['lagoon', 'lagoon', 'lagoon', 'lagooon'].map((word, index) =>
        listed(inventedPaper(`b/${index}`, { title: `The ${word}`, abstract: 'Mud.' })),
      );
      await store.recordListing(inventedListing(entries, { date: '2026-03-03' }), noon + 2 * dayMs);
      expect(await store.nearestWord(topicOf('lagoooon'))).toBe('lagoon');
    });

    it('is null if none is close, or if the topic is not one word', async () => {
      const store = await filled();
      for (const topic of ['zebrafish', 'fjrd', '"tides lake"', 'tides lake', 'has:code', 'lake'])
        expect(await store.nearestWord(topicOf(topic)), topic).toBeNull();
    });
  });

  describe('a forecast', () => {
    it('counts matches over the days with news', async () => {
      const store = await filled();
      const window = { now: noon + dayMs, days: 30, examples: 1 };
      expect(await store.forecast(topicOf('lake'), window)).toEqual({
        daysCovered: 2,
        matchedCount: 2,
        papersPerDay: 1,
        examples: [sea],
      });
      expect(await store.forecast(topicOf('lake'), { ...window, days: 0.5 })).toMatchObject({
        daysCovered: 1,
        matchedCount: 1,
      });
    });

    it('covers no days if nothing is stored', async () => {
      const store = await place().open();
      expect(await store.forecast(topicOf('lake'), { now: noon, days: 30, examples: 3 })).toEqual({
        daysCovered: 0,
        matchedCount: 0,
        papersPerDay: 0,
        examples: [],
      });
    });
  });

  describe('the scores of news', () => {
    it('are those of the sentence, for the papers that the rest of the topic lets through', async () => {
      const store = await filled();
      for (const rest of ['', ' lake', ' -lake']) {
        const topic = topicOf(`about:"tides of lakes"~12${rest}`);
        const subject = sentenceOf(topic)?.subject;
        const loose = topicOf(`about:"tides of lakes"~1${rest}`);
        if (subject === undefined) throw new Error('the topic has no sentence');
        const expected = (await store.newsSince(0, 100))
          .map(({ paper, newsNumber }) => ({ newsNumber, text: readPaper(paper) }))
          .filter(({ text }) => matches(loose, text))
          .map(({ newsNumber, text }) => ({
            id: text.paper.id,
            score: subject.score(text.meaningBy(subject.table)),
            newsNumber,
          }))
          .toSorted((one, other) => other.score - one.score);
        const scored = await store.scoreNews(topic, { now: noon + dayMs, days: 30 });
        expect(scored).toEqual({ daysCovered: 2, papers: expected });
        if (rest === '') expect(expected.length).toBeGreaterThan(1);
      }
    });

    it('need a topic with one sentence', async () => {
      const store = await filled();
      for (const text of ['lake', '~lake OR sea', '~lake ~sea', 'sea -~lake'])
        await expect(store.scoreNews(topicOf(text), { now: noon, days: 30 })).rejects.toMatchObject({
          code: 'search-failed',
        });
    });
  });

  describe('the search index', () => {
    it('has every paper of a store that this version has filled', async () => {
      const store = await filled();
      expect(await store.indexing()).toBeNull();
      expect(await store.indexSome()).toBeNull();
    });
  });
}
