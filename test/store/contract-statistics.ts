import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/papers/paper.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs } from '../../src/time.ts';
import { inventedPaper, listed, noon, topicOf } from './invented-listings.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verb that counts the news of some weeks. */
export function describeStatisticsVerb(place: () => StorePlace): void {
  async function announce(store: Store, date: string, papers: readonly Paper[]): Promise<void> {
    const entries = papers.map((paper) => listed(paper));
    const listing = { source: 'arxiv', date, entries, skipped: [], etags: {}, isPartial: false };
    await store.recordListing(listing, Date.parse(`${date}T12:00Z`));
  }
  const lake = (id: string, known: Partial<Paper> = {}) => inventedPaper(id, { title: `A lake ${id}`, ...known });
  const sea = (id: string, known: Partial<Paper> = {}) => inventedPaper(id, { title: `A sea ${id}`, ...known });
  const window = { now: noon + 4 * dayMs, days: 30, named: 3 };

  describe('statistics of the news', () => {
    it('count the papers of each topic on each day, with days without news between', async () => {
      const store = await place().open();
      await announce(store, '2026-03-02', [lake('1'), lake('2'), sea('3')]);
      await announce(store, '2026-03-05', [sea('4'), lake('5', { title: 'A lake by the sea' })]);
      const found = await store.newsStatistics([topicOf('title:lake'), topicOf('title:sea')], window);
      expect(found).toMatchObject({
        days: ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'],
        daysCovered: 2,
        perTopic: [
          [2, 0, 0, 1],
          [1, 0, 0, 2],
        ],
        papers: 5,
      });
      expect(await store.newsStatistics([], window)).toMatchObject({ perTopic: [[3, 0, 0, 2]], papers: 5 });
    });

    it('agree with the forecast, also for topics whose papers are read one by one', async () => {
      const store = await place().open();
      const papers = Array.from({ length: 30 }, (_, index) =>
        lake(`${index}`, index % 3 === 0 ? { title: 'A LAKE' } : {}),
      );
      await announce(store, '2026-03-02', papers.slice(0, 12));
      await announce(store, '2026-03-03', papers.slice(12));
      for (const text of ['lake', '=LAKE', 'title:lake -sea', 'lake has:code', '"tides of water"~9']) {
        const topic = topicOf(text);
        const { perTopic, papers: matched, daysCovered } = await store.newsStatistics([topic], window);
        const forecast = await store.forecast(topic, { ...window, examples: 0 });
        expect([text, matched, daysCovered]).toEqual([text, forecast.matchedCount, forecast.daysCovered]);
        expect(perTopic[0]?.reduce((sum, count) => sum + count, 0)).toBe(matched);
      }
    });

    it('name the most frequent primary categories and authors, and count a paper of two topics once', async () => {
      const store = await place().open();
      await announce(store, '2026-03-02', [
        lake('1', { categories: ['cs.CL', 'cs.LG'], authors: ['Ada Fjord', 'Lake Collaboration'] }),
        lake('2', { categories: ['cs.CL'], authors: ['Ada Fjord', 'Lake Collaboration', 'et al.'] }),
        lake('3', { categories: ['cs.LG'], authors: ['Benoît Rive', 'Lake Collaboration'] }),
        sea('4', { categories: ['math.NT'], authors: ['Cy Third'] }),
      ]);
      const { categories, authors, papers } = await store.newsStatistics(
        [topicOf('title:lake'), topicOf('cat:cs.*')],
        window,
      );
      expect(papers).toBe(3);
      expect(categories).toEqual([
        { name: 'cs.CL', papers: 2 },
        { name: 'cs.LG', papers: 1 },
      ]);
      expect(authors).toEqual([
        { name: 'Ada Fjord', papers: 2 },
        { name: 'Benoît Rive', papers: 1 },
      ]);
      const all = await store.newsStatistics([], { ...window, named: 1 });
      expect(all).toMatchObject({ categories: [{ name: 'cs.CL' }], authors: [{ name: 'Ada Fjord' }] });
    });

    it('keep to the newest days where too many papers are read one by one, and say so', async () => {
      const store = await place().open();
      const day = (date: string, papers: number) =>
        announce(
          store,
          date,
          Array.from({ length: papers }, (_, index) => lake(`${date}/${index}`, { title: 'A LAKE' })),
        );
      await day('2026-03-02', 40);
      await day('2026-03-03', 300);
      await day('2026-03-04', 300);
      const doubtful = Array.from({ length: 12 }, () => topicOf('=LAKE'));
      const found = await store.newsStatistics(doubtful, window);
      expect(found).toMatchObject({ days: ['2026-03-04'], isPart: true, daysCovered: 1, papers: 300 });
      expect(await store.newsStatistics([topicOf('=LAKE')], window)).toMatchObject({ isPart: false, papers: 640 });
    });

    it('begin with the window, and are empty without news', async () => {
      const store = await place().open();
      const empty = { days: [], isPart: false, daysCovered: 0, papers: 0, categories: [], authors: [] };
      expect(await store.newsStatistics([topicOf('lake')], window)).toEqual({ ...empty, perTopic: [[]] });
      await announce(store, '2026-02-01', [lake('1')]);
      await announce(store, '2026-03-04', [lake('2')]);
      const { days, perTopic } = await store.newsStatistics([topicOf('lake')], { ...window, days: 7 });
      expect([days, perTopic]).toEqual([['2026-03-04'], [[1]]]);
    });
  });
}
