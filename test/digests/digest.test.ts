import { expect, test } from 'vitest';
import { makeDigest } from '../../src/digests/digest.ts';
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
  postedAmong: (): ReadonlySet<string> => new Set(),
  maxPapers: 10,
};

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
        { canonical: 'robot', why: ['“robot” in the title'] },
        { canonical: 'cat:cs.LG -ocean', why: ['in cs.LG'] },
      ],
    },
    { id: '2601.00004', announceType: 'new', matches: [{ canonical: 'cat:cs.LG -ocean', why: ['in cs.LG'] }] },
    { id: '2601.00001', announceType: 'new', matches: [{ canonical: 'robot', why: ['“robot” in the title'] }] },
  ]);
});

test('over the maximum the best are shown and all are counted', () => {
  const digest = makeDigest({ ...request, maxPapers: 1 });
  expect(digest.items.map(({ paper }) => paper.id)).toEqual(['2601.00002']);
  expect(digest.matchedCount).toBe(3);
});

test('what the channel was given before does not come again, and does not count', () => {
  const ids: string[] = [];
  const postedAmong = (asked: readonly string[]) => {
    ids.push(...asked);
    return new Set(['2601.00002']);
  };
  const digest = makeDigest({ ...request, postedAmong });
  expect(ids).toEqual(['2601.00002', '2601.00004', '2601.00001']);
  expect(digest.items.map(({ paper }) => paper.id)).toEqual(['2601.00004', '2601.00001']);
  expect(digest).toMatchObject({ matchedCount: 2, announcedCount: 4 });
});

test('channels that share topics and a reading of the news share what was made of them, and nothing else', () => {
  const reader = createNewsReader(request.news);
  const digestFor = (told: Partial<typeof request>) => makeDigest({ ...request, reader, ...told });
  const [first, second] = [digestFor({}), digestFor({ channelId: '43', date: '2026-06-11' })];
  expect(second).toEqual({ ...first, channelId: '43', date: '2026-06-11' });
  expect(second.items).toBe(first.items);
  const others = [
    { maxPapers: 1 },
    { postedAmong: () => new Set(['2601.00002']) },
    { subscriptions: request.subscriptions.slice(1) },
    { subscriptions: request.subscriptions.map(({ topic }) => ({ topic, newsAfter: 2 })) },
    {},
  ];
  for (const told of others) expect(digestFor(told)).toEqual(makeDigest({ ...request, ...told }));
});

test('a quiet day has no items', () => {
  const quiet = makeDigest({ ...request, news: request.news.slice(2, 3) });
  expect(quiet).toMatchObject({ items: [], matchedCount: 0, announcedCount: 1 });
});

test('a channel without subscriptions has an empty digest', () => {
  expect(makeDigest({ ...request, subscriptions: [] })).toMatchObject({ topics: [], items: [], matchedCount: 0 });
});
