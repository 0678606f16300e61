import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noExtras } from '../../src/papers/paper.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { matches } from '../../src/topics/matching/match.ts';
import { keysOf, type Slot } from '../../src/topics/matching/paper-keys.ts';
import { readPaper } from '../../src/topics/matching/paper-text.ts';
import { requiredSlots } from '../../src/topics/topic-keys.ts';
import { paper, topic } from './arbitraries.ts';
import { inventPaper } from './invented-paper.ts';

function slots(text: string, costOf?: (key: string) => number): readonly Slot[] {
  const result = parseTopic(text);
  if (!result.ok) throw new Error(result.error.message);
  return costOf === undefined ? requiredSlots(result.topic) : requiredSlots(result.topic, costOf);
}

describe('the slots of a topic', () => {
  test.each<[string, readonly Slot[]]>([
    ['=networks', [['word:network']]],
    ['x2', [['word:x2', 'pair:x2']]],
    ['comment:x', [['comment-word:x']]],
    ['title:transform*', [['start:tra']]],
    ['self-superv*', [['start:sup'], ['word:self']]],
    ['"x y"~3', [['word:x'], ['word:y']]],
    [
      '"x y"',
      [
        ['word:x', 'word:xy'],
        ['word:y', 'word:xy'],
      ],
    ],
    [
      'x y -z',
      [
        ['word:x', 'word:xy'],
        ['word:y', 'word:xy'],
      ],
    ],
    ['x is:new', [['word:x'], ['is:new']]],
    ['author:"Y. LeCun"', [['author:lecun']]],
    ['author:"Ana García-López"', [['author:lopez', 'author:garcialopez']]],
    ['cat:cs.IT', [['cat:cs.it']]],
    ['primary:cs', [['primary:cs']]],
    ['org:"google deepmind"', [['org:google'], ['org:deepmind']]],
    ['id:2406.01234', [['id:2406.01234']]],
    ['upvotes:>=20', [['upvotes:16']]],
    ['x upvotes:<5', [['word:x'], ['upvotes:0']]],
  ])('%s', (text, expected) => {
    expect(slots(text)).toEqual(expected);
  });

  test('of an alternative are the cheapest of each branch together', () => {
    const costOf = (key: string): number => ({ 'word:x': 5, 'cat:cs.lg': 100, 'word:z': 7 })[key] ?? 9;
    expect(slots('(=x cat:cs.LG) OR =z', costOf)).toEqual([['word:x', 'word:z']]);
    expect(slots('=a ((=x -b) OR -z)', costOf)).toEqual([['word:a']]);
  });

  test('are each met by every paper that matches', () => {
    fc.assert(
      fc.property(topic, paper, (anyTopic, anyPaper) => {
        const text = readPaper(anyPaper);
        if (!matches(anyTopic, text)) return;
        const keys = keysOf(text);
        for (const slot of requiredSlots(anyTopic)) expect(slot.some((key) => keys.has(key))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the keys of a paper', () => {
  test('are of all that it can be asked for', () => {
    const keys = keysOf(
      readPaper(
        inventPaper({
          title: 'A k-means',
          abstract: '',
          comment: 'Fine tuning',
          authors: ['Xiao-Ming Li'],
          categories: ['hep-th'],
          extras: { ...noExtras, upvotes: 9 },
        }),
      ),
    );
    expect([...keys].sort()).toEqual(
      [
        ...['word:a', 'word:k', 'word:mean', 'pair:kmean', 'start:mea'],
        ...[
          'comment-word:fine',
          'comment-word:tune',
          'comment-pair:finetune',
          'comment-start:fin',
          'comment-start:tun',
        ],
        ...['author:xiao', 'author:ming', 'author:xiaoming', 'author:li'],
        ...['cat:hep-th', 'primary:hep-th', 'id:2601.00001', 'has:pdf'],
        ...['upvotes:0', 'upvotes:1', 'upvotes:2', 'upvotes:4', 'upvotes:8'],
      ].sort(),
    );
  });
});
