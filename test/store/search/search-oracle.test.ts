import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNews } from '../../../src/papers/announce-type.ts';
import type { Paper, SourceId } from '../../../src/papers/paper.ts';
import { topicQuery } from '../../../src/store/rules/search/topic-query.ts';
import type { Store } from '../../../src/store/store.ts';
import { matches } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import { sampled } from '../../support/samples.ts';
import { paper, topic } from '../../topics/arbitraries.ts';
import { inventedListing, inventedPaper, listed, noon, topicOf } from '../invented-listings.ts';
import { type StorePlace, sqlitePlace } from '../opened-store.ts';
import { pglitePlace } from '../postgres/places.ts';

const askedIds = ['2601.00001', '2601.00002', 'math/0611800'];

/** Random papers with distinct ids. The first ones have the ids that random topics ask for. */
const invented = fc
  .sample(paper, { numRuns: 200, seed: 20260302 })
  .map((each, index) => ({ ...each, id: askedIds[index] ?? `2603.${String(index).padStart(5, '0')}` }));

/** Records a listing of each source with its papers. arXiv lists the rest. */
async function listAll(store: Store, papers: readonly Paper[]): Promise<void> {
  const listedBy = (source: SourceId) =>
    papers.filter(({ sources }) => sources.includes(source) || (source === 'arxiv' && sources.length === 0));
  for (const source of ['arxiv', 'huggingface']) {
    const entries = listedBy(source).map((each) => listed(each, each.announcedAs ?? 'new'));
    await store.recordListing(inventedListing(entries, { source }), noon);
  }
}

/** Every stored paper as matching sees it, in the order of news. Papers that are not news come last. */
async function readAll(store: Store, papers: readonly Paper[]) {
  const news = (await store.newsSince(0, 1_000)).map(({ paper: { id } }) => id);
  const place = (id: string) => (news.includes(id) ? news.indexOf(id) : news.length);
  const stored = await Promise.all(papers.map(({ id }) => store.paper(id)));
  // Some papers state each other's ids, and are merged.
  return [...new Map(stored.flatMap((each) => (each === null ? [] : [[each.id, each] as const]))).values()]
    .toSorted((one, other) => place(one.id) - place(other.id))
    .map((each) => ({ id: each.id, isNews: isNews(each.announcedAs ?? 'replace'), text: readPaper(each) }));
}

describe.each<[string, number, () => StorePlace]>([
  ['SQLite', sampled({ part: 80, all: 250 }), () => sqlitePlace()],
  ['PostgreSQL', sampled({ part: 50, all: 150 }), pglitePlace],
])('searching in %s', (_name, numRuns, newPlace) => {
  it('excludes what a group inside an alternative excludes', async () => {
    const store = await newPlace().open();
    const titles = ['Fine tuning', 'Fine graphs', 'Graphs'];
    const papers = titles.map((title, index) => inventedPaper(`2603.0000${index + 1}`, { title, abstract: '' }));
    await store.recordListing(inventedListing(papers.map((each) => listed(each))), noon);
    const asked = topicOf('org:google OR (title:fine -graph)');
    const found = await store.searchPapers({ topic: asked, offset: 0, limit: 10 });
    expect(found.papers.map(({ title }) => title)).toEqual(['Fine tuning']);
    expect(await store.forecast(asked, { now: noon, days: 1, examples: 3 })).toMatchObject({ matchedCount: 1 });
  });

  it.each([
    ['fine (-graph OR data)', ['Fine data', 'Fine data graphs', 'Fine tuning']],
    ['fine ((-graph -data) OR org:google)', ['Fine tuning']],
    ['fine -(data (google OR -graph))', ['Fine data graphs', 'Fine tuning']],
  ])('includes alternatives that only exclude: %s', async (text, expected) => {
    const store = await newPlace().open();
    const titles = ['Fine tuning', 'Fine data', 'Fine data graphs', 'Graphs'];
    const papers = titles.map((title, index) => inventedPaper(`2603.0000${index + 1}`, { title, abstract: '' }));
    await store.recordListing(inventedListing(papers.map((each) => listed(each))), noon);
    const asked = topicOf(text);
    const found = await store.searchPapers({ topic: asked, offset: 0, limit: 10 });
    expect(found.papers.map(({ title }) => title).toSorted()).toEqual(expected);
    const forecast = await store.forecast(asked, { now: noon, days: 1, examples: 3 });
    expect(forecast.matchedCount).toBe(expected.length);
  });

  it('finds and forecasts exactly the matching papers, for all papers and topics', async () => {
    const store = await newPlace().open();
    await listAll(store, invented);
    const texts = await readAll(store, invented);
    const seen = { some: 0, none: 0, sure: 0, doubtful: 0 };
    const agrees = fc.asyncProperty(topic, async (asked) => {
      const expected = texts.filter(({ text }) => matches(asked, text));
      const found = await store.searchPapers({ topic: asked, offset: 0, limit: invented.length });
      expect(found.papers.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      expect(found.total).toBe(expected.length);
      const news = expected.filter((each) => each.isNews).map(({ id }) => id);
      const newest = await store.searchPapers({ topic: asked, order: 'newest', offset: 0, limit: invented.length });
      expect(newest.papers.map(({ id }) => id)).toEqual(news);
      const forecast = await store.forecast(asked, { now: noon, days: 1, examples: 3 });
      expect(forecast).toMatchObject({ matchedCount: news.length, daysCovered: 1 });
      expect(forecast.examples.map(({ id }) => id)).toEqual(news.slice(0, 3));
      seen[expected.length > 0 ? 'some' : 'none']++;
      seen[topicQuery(asked).doubt === 'none' ? 'sure' : 'doubtful']++;
    });
    await fc.assert(agrees, { numRuns, seed: 42 });
    // The test would show little if every topic matched nothing, or every match had to be checked.
    expect(seen.some).toBeGreaterThan(numRuns / 5);
    expect(seen.none).toBeGreaterThan(numRuns / 13);
    expect(seen.sure).toBeGreaterThan(numRuns / 25);
    expect(seen.doubtful).toBeGreaterThan(numRuns / 5);
  });
});

describe('the query of a topic', () => {
  it.each([
    ['cat:cs.LG source:hf -is:replaced', 'none'],
    // The index cannot exclude withdrawn papers from papers that it did not find.
    ['upvotes:>=20', 'all'],
    ['upvotes:5..20 has:code org:"eth zürich"', 'none'],
    ['author:"Y. LeCun"', 'all'],
    ['=graphs', 'all'],
    ['graph upvotes:>=20', { reasons: expect.anything(), query: expect.objectContaining({ kind: 'without' }) }],
    ['graph -author:lecun', { reasons: expect.anything(), query: expect.objectContaining({ kind: 'without' }) }],
  ])('of “%s” leaves these papers to be checked: %s', (text, doubt) => {
    expect(topicQuery(topicOf(text)).doubt).toEqual(doubt);
  });
});
