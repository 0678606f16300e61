import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankPapers } from '../../src/digests/ranking.ts';
import { type SelectedPaper, selectPapers } from '../../src/digests/selection.ts';
import { type KnownNews, newsOf, topicOf } from './news.ts';

const subscriptions = ['robot', 'graph', 'ocean'].map((text) => ({ topic: topicOf(text), newsAfter: 0 }));

function select(known: readonly KnownNews[]): readonly SelectedPaper[] {
  const news = known.map((paper) => newsOf({ title: 'Untitled', abstract: 'About a robot.', ...paper }));
  return selectPapers({ subscriptions, news });
}

const ranked = (...known: KnownNews[]): string[] => rankPapers(select(known)).map(({ news }) => news.paper.id);

test('more topics come before fewer, whatever the title says', () => {
  expect(ranked({ id: '2601.1', title: 'Robots' }, { id: '2601.2', abstract: 'A robot and a graph.' })).toEqual([
    '2601.2',
    '2601.1',
  ]);
});

/** Ranks papers that each have their own topics. */
function rankedFor(topics: readonly string[], ...known: KnownNews[]): string[] {
  const follow = topics.map((text) => ({ topic: topicOf(text), newsAfter: 0 }));
  const news = known.map((paper) => newsOf({ title: 'Untitled', abstract: 'Nothing.', ...paper }));
  const selected = selectPapers({ subscriptions: follow, news });
  return rankPapers(selected).map(({ news: { paper } }) => paper.id);
}

test('a category or an author counts like a word in the title', () => {
  const topics = ['robot', 'cat:quant-ph', 'author:lovelace'];
  const papers = [
    { id: '2601.5', abstract: 'A robot.', upvotes: 99 },
    { id: '2601.4', title: 'Robots' },
    { id: '2601.3', categories: ['quant-ph'], upvotes: 1 },
    { id: '2601.2', authors: ['Ada Lovelace'], upvotes: 2 },
  ];
  expect(rankedFor(topics, ...papers)).toEqual(['2601.2', '2601.3', '2601.4', '2601.5']);
  expect(rankedFor([topics.join(' OR ')], ...papers)).toEqual(['2601.2', '2601.3', '2601.4', '2601.5']);
});

test('beside words, a category only narrows: the title still decides', () => {
  const categories = ['cs.RO'];
  const inAbstract = { id: '2601.2', abstract: 'A robot and an arm.', categories, upvotes: 99 };
  const inTitle = { id: '2601.1', title: 'Robots', abstract: 'An arm.', categories };
  for (const topic of ['robot cat:cs.RO', 'cat:cs.* -ship (robot OR ocean)', 'robot arm cat:cs.RO']) {
    expect(rankedFor([topic], inAbstract, inTitle)).toEqual(['2601.1', '2601.2']);
  }
  expect(rankedFor(['cat:cs.RO -ship'], inAbstract, inTitle)).toEqual(['2601.2', '2601.1']);
});

test('with as many topics, more matches in the title come first', () => {
  expect(
    ranked({ id: '2601.3', upvotes: 99 }, { id: '2601.1', title: 'Robots', announceType: 'cross' }, { id: '2601.2' }),
  ).toEqual(['2601.1', '2601.3', '2601.2']);
});

test('primary listings and picks come before cross-lists, however many upvotes these have', () => {
  expect(
    ranked(
      { id: '2601.3', announceType: 'cross', upvotes: 99 },
      { id: '2601.1', announceType: 'new' },
      { id: '2601.2', announceType: 'pick' },
    ),
  ).toEqual(['2601.2', '2601.1', '2601.3']);
});

test('upvotes decide between equals, and unknown upvotes count as zero', () => {
  expect(ranked({ id: '2601.3' }, { id: '2601.1', upvotes: 2 }, { id: '2601.2', upvotes: 0 })).toEqual([
    '2601.1',
    '2601.3',
    '2601.2',
  ]);
});

test('then the newer id comes first, across all styles of ids', () => {
  const ids = ['hep-th/9901001', '2601.00002', 'cs/0701005', '0704.0001', '1412.9999', '2601.10000', '1501.00001'];
  expect(ranked(...ids.map((id) => ({ id })))).toEqual([
    '2601.10000',
    '2601.00002',
    '1501.00001',
    '1412.9999',
    '0704.0001',
    'cs/0701005',
    'hep-th/9901001',
  ]);
  expect(ranked({ id: 'math/0601001' }, { id: 'cs/0601001' }, { id: 'unknown' })).toEqual([
    'cs/0601001',
    'math/0601001',
    'unknown',
  ]);
});

test('the same papers always come in the same order', () => {
  const paper = fc.record({
    id: fc.integer({ min: 1, max: 99_999 }).map((number) => `2601.${String(number).padStart(5, '0')}`),
    title: fc.constantFrom('Robots', 'Graphs', 'Untitled'),
    abstract: fc.constantFrom('A robot.', 'A graph and a robot in the ocean.'),
    announceType: fc.constantFrom('new' as const, 'cross' as const, 'pick' as const),
    upvotes: fc.integer({ min: 0, max: 3 }),
  });
  const papers = fc.uniqueArray(paper, { selector: ({ id }) => id, maxLength: 12 });
  const shuffled = papers.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(ranked(...other)).toEqual(ranked(...one));
    }),
  );
});
