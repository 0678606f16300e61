import { expect, test } from 'vitest';
import { type DigestRequest, findCandidates, makeDigest as makeFrom, markLate } from '../../src/digests/digest.ts';
import { createNewsReader } from '../../src/digests/news.ts';
import type { RankingName } from '../../src/digests/ranking-name.ts';
import { saying } from '../../src/language/saying.ts';
import { newsOf, topicOf } from './news.ts';

const request = {
  channelId: '42',
  date: '2026-06-10',
  subscriptions: [
    { topic: topicOf('robot'), newsAfter: 0 },
    { topic: topicOf('cat:cs.LG -ocean'), newsAfter: 0 },
  ],
  news: [
    newsOf({ id: '2601.00001', title: 'Robots', categories: ['cs.RO'] }),
    newsOf({ id: '2601.00002', title: 'Robots that Learn', announceType: 'pick' }),
    newsOf({ id: '2601.00003', title: 'Oceans' }),
    newsOf({ id: '2601.00004', title: 'Learning' }),
  ],
  maxPapers: 10,
  ranking: 'relevance' as RankingName,
};

const makeDigest = (request: DigestRequest, posted: readonly string[] = []) =>
  makeFrom(request, findCandidates(request), new Set(posted));

test('a digest holds the matching papers, best first, each with all its topics and why', () => {
  const digest = makeDigest(request);
  expect(digest).toMatchObject({
    channelId: '42',
    date: '2026-06-10',
    topics: ['robot', 'cat:cs.LG -ocean'],
    matchedCount: 3,
    announcedCount: 4,
  });
  expect(digest.items.map(({ paper, announceType, matches }) => ({ id: paper.id, announceType, matches }))).toEqual([
    {
      id: '2601.00002',
      announceType: 'pick',
      matches: [
        { canonical: 'robot', why: [saying('reasons.found', { words: 'Robots', field: 'title' })] },
        { canonical: 'cat:cs.LG -ocean', why: [saying('reasons.inCategory', { category: 'cs.LG' })] },
      ],
    },
    {
      id: '2601.00001',
      announceType: 'new',
      matches: [{ canonical: 'robot', why: [saying('reasons.found', { words: 'Robots', field: 'title' })] }],
    },
    {
      id: '2601.00004',
      announceType: 'new',
      matches: [{ canonical: 'cat:cs.LG -ocean', why: [saying('reasons.inCategory', { category: 'cs.LG' })] }],
    },
  ]);
});

test('a digest over the maximum shows the best papers and counts all', () => {
  const digest = makeDigest({ ...request, maxPapers: 1 });
  expect(digest.items.map(({ paper }) => paper.id)).toEqual(['2601.00002']);
  expect(digest.matchedCount).toBe(3);
});

test('a paper that the channel received does not come again, and does not count', () => {
  const digest = makeDigest(request, ['2601.00002']);
  expect(findCandidates(request).ids).toEqual(['2601.00002', '2601.00001', '2601.00004']);
  expect(digest.items.map(({ paper }) => paper.id)).toEqual(['2601.00001', '2601.00004']);
  expect(digest).toMatchObject({ matchedCount: 2, announcedCount: 4 });
});

test('channels with the same topics and the same reader share the content of their digests, and nothing else', () => {
  const reader = createNewsReader(request.news);
  const digestFor = (changed: Partial<typeof request>, posted: readonly string[] = []) =>
    makeDigest({ ...request, reader, ...changed }, posted);
  const [first, second] = [digestFor({}), digestFor({ channelId: '43', date: '2026-06-11' })];
  expect(second).toEqual({ ...first, channelId: '43', date: '2026-06-11' });
  expect(second.items).toBe(first.items);
  const others = [
    { maxPapers: 1 },
    { ranking: 'newest' as const },
    { subscriptions: request.subscriptions.slice(1) },
    { subscriptions: request.subscriptions.map(({ topic }) => ({ topic, newsAfter: 2 })) },
    {},
  ];
  for (const changed of others) expect(digestFor(changed)).toEqual(makeDigest({ ...request, ...changed }));
  expect(digestFor({}, ['2601.00002'])).toEqual(makeDigest(request, ['2601.00002']));
  expect(digestFor({})).toEqual(makeDigest(request));
});

test('a quiet day has no items', () => {
  const quiet = makeDigest({ ...request, news: request.news.slice(2, 3) });
  expect(quiet).toMatchObject({ items: [], matchedCount: 0, announcedCount: 1 });
});

test('a channel without subscriptions has an empty digest', () => {
  expect(makeDigest({ ...request, subscriptions: [] })).toMatchObject({ topics: [], items: [], matchedCount: 0 });
});

test('duplicates that match are one item, with the topics of each and the reason from where it matched', () => {
  const texts = { title: 'The tides of small lakes', abstract: 'We measure them.' };
  const [arxiv, journal] = [
    newsOf({ ...texts, id: '2601.00001', categories: ['physics.ao-ph'], newsNumber: 2 }),
    newsOf({ ...texts, id: '10.5555/t.1', describedBy: 'crossref', categories: [], sources: ['crossref'] }),
  ];
  const news = [
    { ...journal, duplicates: [arxiv.paper] },
    { ...arxiv, duplicates: [journal.paper] },
    newsOf({ id: '2601.00002', title: 'Tides', newsNumber: 3 }),
  ];
  const subscriptions = ['source:journals', 'tides', 'cat:physics.ao-ph'].map((text) => ({
    topic: topicOf(text),
    newsAfter: 0,
  }));
  const both = { ...request, news, subscriptions };
  const digest = makeDigest({ ...both, maxPapers: 1 });
  expect(digest).toMatchObject({ matchedCount: 2, announcedCount: 3, matchedIn: { 'physics.ao-ph': 1 } });
  const [item] = digest.items;
  expect([item?.paper.id, item?.duplicates?.map(({ id }) => id)]).toEqual(['2601.00001', ['10.5555/t.1']]);
  expect(item?.matches.map(({ canonical }) => canonical).toSorted()).toEqual([
    'cat:physics.ao-ph',
    'source:crossref',
    'tides',
  ]);
  expect(item?.matches.every(({ why }) => why.length === 1)).toBe(true);

  // Whichever of the two a channel received, it receives the other no more.
  for (const id of ['2601.00001', '10.5555/t.1'])
    expect(makeDigest(both, [id]).items.map(({ paper }) => paper.id)).toEqual(['2601.00002']);

  // A topic that only one of them matches shows that one.
  const ofJournals = makeDigest({ ...both, subscriptions: subscriptions.slice(0, 1) });
  expect(ofJournals.items.map(({ paper, duplicates }) => [paper.id, duplicates?.length])).toEqual([['10.5555/t.1', 1]]);
  const withoutJournals = { topic: topicOf('tides -source:journals'), newsAfter: 0 };
  expect(makeDigest({ ...both, subscriptions: [withoutJournals] }).items.at(-1)?.paper.id).toBe('2601.00001');
});

test('a work is late if each of its papers is', () => {
  const texts = { title: 'The tides of small lakes' };
  const [one, other] = [newsOf({ ...texts, id: '2601.00001' }), newsOf({ ...texts, id: '10.5555/t.1', newsNumber: 2 })];
  const news = [
    { ...one, duplicates: [other.paper] },
    { ...other, duplicates: [one.paper] },
  ];
  const both = { ...request, news, subscriptions: [{ topic: topicOf('tides'), newsAfter: 0 }] };
  const candidates = findCandidates(both);
  const lateBy = (...ids: readonly string[]) =>
    markLate(makeFrom(both, candidates, new Set()), new Set(ids), candidates).items.map(({ isLate }) => isLate);
  expect(lateBy('2601.00001')).toEqual([undefined]);
  expect(lateBy('10.5555/t.1')).toEqual([undefined]);
  expect(lateBy('2601.00001', '10.5555/t.1')).toEqual([true]);
});
