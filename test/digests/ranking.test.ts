import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { rankPapers } from '../../src/digests/ranking.ts';
import type { RankingName } from '../../src/digests/ranking-name.ts';
import { selectPapers } from '../../src/digests/selection.ts';
import { type KnownNews, newsOf, topicOf } from './news.ts';

function rank(topics: readonly string[], known: readonly KnownNews[], ranking: RankingName = 'relevance') {
  const subscriptions = topics.map((text) => ({ topic: topicOf(text), newsAfter: 0 }));
  const news = known.map((paper) => newsOf({ title: 'Untitled', abstract: 'About a robot.', ...paper }));
  return rankPapers(selectPapers({ subscriptions, news }), ranking);
}

/** The ids of the papers as they are ranked. */
const ranked = (topics: readonly string[], ...known: KnownNews[]): string[] =>
  rank(topics, known).papers.map(({ news }) => news.paper.id);

describe('the papers of one topic', () => {
  it('with its words in the title come before those that have them in the abstract', () => {
    const inAbstract = { id: '2601.2', abstract: 'A robot and an arm.', categories: ['cs.RO'] };
    const inTitle = { id: '2601.1', title: 'Robots with an Arm', abstract: 'It moves.', categories: ['cs.RO'] };
    for (const topic of ['robot arm', 'robot cat:cs.RO', 'cat:cs.* -ship (robot OR ocean)'])
      expect(ranked([topic], inAbstract, inTitle)).toEqual(['2601.1', '2601.2']);
    expect(ranked(['cat:cs.RO -ship'], inAbstract, inTitle)).toEqual(['2601.2', '2601.1']);
  });

  it('with more of its words, rarer ones, or words next to each other come first', () => {
    const alternatives = ['robot OR hippocampus OR the'];
    expect(
      ranked(
        alternatives,
        { id: '2601.3' },
        { id: '2601.2', abstract: 'The hippocampus.' },
        { id: '2601.1', abstract: 'The robot has a hippocampus.' },
      ),
    ).toEqual(['2601.1', '2601.2', '2601.3']);
    expect(
      ranked(
        ['robot arm'],
        { id: '2601.2', abstract: 'An arm is on a robot.' },
        { id: '2601.1', abstract: 'On it is a robot arm.' },
      ),
    ).toEqual(['2601.1', '2601.2']);
  });

  it('are found in any spelling, as they match', () => {
    const papers = [
      { id: '2601.2', abstract: 'We mention finetuning.' },
      { id: '2601.1', title: 'Fine-tuning', abstract: 'Fine tuning helps.' },
    ];
    for (const topic of ['finetuning', 'fine-tuning', '"fine tuning"', 'fine tuning', '="fine tuning" OR finetuning'])
      expect(ranked([topic], ...papers)).toEqual(['2601.1', '2601.2']);
  });

  it('are raised by upvotes, and lowered as cross-lists', () => {
    expect(ranked(['robot'], { id: '2601.3' }, { id: '2601.1', upvotes: 2 }, { id: '2601.2', upvotes: 0 })).toEqual([
      '2601.1',
      '2601.3',
      '2601.2',
    ]);
    expect(
      ranked(
        ['robot'],
        { id: '2601.3', announceType: 'cross' },
        { id: '2601.1', announceType: 'new' },
        { id: '2601.2', announceType: 'pick' },
      ),
    ).toEqual(['2601.2', '2601.1', '2601.3']);
    expect(ranked(['robot'], { id: '2601.3', announceType: 'cross', upvotes: 99 }, { id: '2601.1' })[0]).toBe('2601.3');
  });

  it('are those of an author, of a primary category, or else by upvotes, where a topic has no words', () => {
    const papers = [
      { id: '2601.3', categories: ['cs.LG', 'quant-ph'], upvotes: 1 },
      { id: '2601.2', categories: ['quant-ph'], upvotes: 1 },
      { id: '2601.1', categories: ['quant-ph'], upvotes: 9 },
    ];
    expect(ranked(['cat:quant-ph'], ...papers)).toEqual(['2601.1', '2601.2', '2601.3']);
    const byAda = { id: '2601.0', authors: ['Ada Lovelace'], categories: ['cs.LG'] };
    expect(ranked(['cat:quant-ph OR author:lovelace'], ...papers, byAda)[0]).toBe('2601.0');
  });

  it('come by their ids where nothing else decides, the newer first, across all styles of ids', () => {
    const ids = ['hep-th/9901001', '2601.00002', 'cs/0701005', '0704.0001', '1412.9999', '2601.10000', '1501.00001'];
    expect(ranked(['robot'], ...ids.map((id) => ({ id })))).toEqual([
      '2601.10000',
      '2601.00002',
      '1501.00001',
      '1412.9999',
      '0704.0001',
      'cs/0701005',
      'hep-th/9901001',
    ]);
    expect(ranked(['robot'], { id: 'math/0601001' }, { id: 'cs/0601001' }, { id: 'unknown' })).toEqual([
      'cs/0601001',
      'math/0601001',
      'unknown',
    ]);
  });
});

describe('several topics', () => {
  const many = Array.from({ length: 20 }, (_, index) => ({ id: `2601.${100 + index}`, title: 'Robots' }));

  it('take turns, so that one with many papers does not crowd out one with few', () => {
    const few = [
      { id: '2512.2', abstract: 'The hippocampus is mentioned.' },
      { id: '2512.1', title: 'Untitled', abstract: 'On the long way to it, much is said about a hippocampus.' },
    ];
    const order = ranked(['robot', 'hippocampus'], ...many, ...few);
    expect(order.slice(0, 4).filter((id) => id.startsWith('2512'))).toHaveLength(2);
    expect(
      ranked(
        ['cat:quant-ph', 'hippocampus'],
        ...many.map((one) => ({ ...one, categories: ['quant-ph'] })),
        ...few,
      ).slice(0, 4),
    ).toEqual(expect.arrayContaining(['2512.1', '2512.2']));
  });

  it('raise a paper that matches more of them', () => {
    const both = { id: '2512.1', title: 'Untitled', abstract: 'A robot on a graph.' };
    const one = { id: '2512.2', title: 'Untitled', abstract: 'A robot on a tree.' };
    expect(ranked(['robot', 'graph'], one, both)).toEqual(['2512.1', '2512.2']);
  });

  it('say in which of them a paper stands best', () => {
    const { papers, leadOf } = rank(
      ['robot', 'graph'],
      [
        { id: '2601.1', title: 'Robots', abstract: 'A graph.' },
        { id: '2601.2', title: 'Robots', abstract: 'Robots.' },
      ],
    );
    expect(papers.map(leadOf)).toMatchObject([
      { topic: { canonical: 'robot' }, place: 1, of: 2 },
      { topic: { canonical: 'robot' }, place: 2, of: 2 },
    ]);
  });
});

test('a channel can rank by upvotes, or by the date of publication', () => {
  const papers = [
    { id: '2601.3', title: 'Robots', upvotes: 1, publishedAt: '2026-01-02T10:00:00Z' },
    { id: '2601.2', upvotes: 5, publishedAt: '2026-01-01T10:00:00Z' },
    { id: '2601.1', title: 'Robots', upvotes: 5, publishedAt: '2026-01-03T10:00:00Z' },
    { id: '10.1101/x', publishedAt: null },
  ];
  const order = (ranking: RankingName) => rank(['robot'], papers, ranking).papers.map(({ news }) => news.paper.id);
  expect(order('votes')).toEqual(['2601.1', '2601.2', '2601.3', '10.1101/x']);
  expect(order('newest')).toEqual(['2601.1', '2601.3', '2601.2', '10.1101/x']);
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
    fc.property(shuffled, fc.constantFrom<RankingName>('relevance', 'votes', 'newest'), ([one, other], ranking) => {
      const idsOf = (known: readonly KnownNews[]) =>
        rank(['robot', 'graph', 'ocean'], known, ranking).papers.map(({ news }) => news.paper.id);
      expect(idsOf(other)).toEqual(idsOf(one));
    }),
  );
});
