import { expect, test } from 'vitest';
import { type DigestRequest, findCandidates, makeDigest as makeFrom } from '../../src/digests/digest.ts';
import { createNewsReader } from '../../src/digests/news.ts';
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
        { canonical: 'robot', why: ['“Robots” in the title'] },
        { canonical: 'cat:cs.LG -ocean', why: ['in cs.LG'] },
      ],
    },
    { id: '2601.00004', announceType: 'new', matches: [{ canonical: 'cat:cs.LG -ocean', why: ['in cs.LG'] }] },
    { id: '2601.00001', announceType: 'new', matches: [{ canonical: 'robot', why: ['“Robots” in the title'] }] },
  ]);
});

test('a digest over the maximum shows the best papers and counts all', () => {
  const digest = makeDigest({ ...request, maxPapers: 1 });
  expect(digest.items.map(({ paper }) => paper.id)).toEqual(['2601.00002']);
  expect(digest.matchedCount).toBe(3);
});

test('a paper that the channel received does not come again, and does not count', () => {
  const digest = makeDigest(request, ['2601.00002']);
  expect(findCandidates(request).ids).toEqual(['2601.00002', '2601.00004', '2601.00001']);
  expect(digest.items.map(({ paper }) => paper.id)).toEqual(['2601.00004', '2601.00001']);
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
