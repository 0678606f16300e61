import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../src/papers/paper.ts';
import { batchLimit } from '../../../src/topics/index/batch.ts';
import { createPercolator, type Percolator, percolatorOf } from '../../../src/topics/index/percolator.ts';
import { createVocabulary, wordsAtMost } from '../../../src/topics/index/vocabulary.ts';
import type { Topic } from '../../../src/topics/topic.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { paper, topic } from '../arbitraries.ts';
import { inventPaper } from '../invented-paper.ts';
import { finish, foundByIndex, foundByOracle, topicOf } from './matching.ts';

const papers = fc.array(paper, { maxLength: 5 });

/** What can happen to a percolator. */
const step = fc.oneof(
  { weight: 3, arbitrary: topic.map((each) => ({ kind: 'add', topic: each }) as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'clear' } as const) },
  { weight: 1, arbitrary: papers.map((batch) => ({ kind: 'match', batch }) as const) },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;
const steps = fc.array(step, { maxLength: 40, size: 'max' });

/** Takes the step on the percolator and on a plain list of topics, and expects equal results. */
function takeStep(taken: Step, index: Percolator, topics: Map<string, Topic>): void {
  if (taken.kind === 'add') {
    expect(index.add(taken.topic)).toBe(!topics.has(taken.topic.canonical));
    topics.set(taken.topic.canonical, taken.topic);
  } else if (taken.kind === 'clear') {
    index.clear();
    topics.clear();
  } else {
    expect(foundByIndex(index, taken.batch)).toEqual(foundByOracle([...topics.values()], taken.batch));
  }
}

describe('a percolator finds what matching every topic with every paper finds', () => {
  test.each([
    ['remembering all words', wordsAtMost],
    ['forgetting words again and again', 3],
  ])('%s, whatever was added and cleared before', (_, remembered) => {
    fc.assert(
      fc.property(steps, (taken) => {
        const index = percolatorOf(createVocabulary(remembered), meaning);
        const topics = new Map<string, Topic>();
        for (const step of taken) {
          takeStep(step, index, topics);
          expect(index.size).toBe(topics.size);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('whichever words papers had before the topics came', () => {
    fc.assert(
      fc.property(fc.array(topic, { maxLength: 30, size: 'max' }), papers, papers, (topics, earlier, batch) => {
        const index = createPercolator(meaning);
        finish(index.match(earlier));
        for (const each of topics) index.add(each);
        expect(foundByIndex(index, batch)).toEqual(foundByOracle(topics, batch));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a percolator', () => {
  const found = (index: ReturnType<typeof createPercolator>, ...told: readonly Partial<Paper>[]) =>
    foundByIndex(index, told.map(inventPaper));

  test('learns a compound when the first paper has it', () => {
    const index = createPercolator(meaning);
    index.add(topicOf('"data set"'));
    index.add(topicOf('data set'));
    expect(found(index, { title: 'A data set' }, { title: 'Sets' })).toEqual({ '"data set"': [0], 'data set': [0] });
    const later = [{ title: 'A dataset' }, { title: 'A set' }, { title: 'Data' }, { title: 'Data-sets' }];
    expect(found(index, ...later)).toEqual({ '"data set"': [0, 3], 'data set': [0, 3] });
    index.clear();
    expect(found(index, ...later)).toEqual({});
    index.add(topicOf('"data set"'));
    expect(found(index, ...later)).toEqual({ '"data set"': [0, 3] });
  });

  test('tells the authors of a paper apart', () => {
    const index = createPercolator(meaning);
    const asked = 'author:"ada lovelace"';
    index.add(topicOf(asked));
    const authors = [['Ada Byron', 'Bo Lovelace'], ['Bo Byron', 'A. Lovelace'], ['Lovelace Ada'], ['Ada', 'Lovelace']];
    expect(found(index, ...authors.map((names) => ({ authors: names })))).toEqual({ [asked]: [1, 2] });
    // More papers than are checked one by one.
    const many = Array.from({ length: 40 }, () => ({ authors: ['Ada Byron', 'Bo Lovelace'] }));
    expect(found(index, ...many, { authors: ['Bo', 'Ada B. Lovelace'] })).toEqual({ [asked]: [40] });
  });

  test('finds all topics, however many there are under one word or in how many words', () => {
    const index = createPercolator(meaning);
    const words = Array.from({ length: 1_200 }, (_, at) => `kelp${at}`);
    const isRead = (_: string, at: number): boolean => at % 2 === 1;
    for (const word of words) index.add(topicOf(word));
    for (const word of words) index.add(topicOf(`whales -${word}`));
    const expected = words.map((word, at) => (isRead(word, at) ? word : `whales -${word}`));
    const matched = found(index, { title: 'Whales', abstract: words.filter(isRead).join(', ') });
    expect(matched).toEqual(Object.fromEntries(expected.map((canonical) => [canonical, [0]])));
  });

  test('holds each topic once, however it was typed', () => {
    const index = createPercolator(meaning);
    expect([index.add(topicOf('Graphs  cat:CS.lg')), index.add(topicOf('graphs cat:cs.LG'))]).toEqual([true, false]);
    expect([index.size, index.has('graphs cat:cs.LG'), index.has('graphs')]).toEqual([1, true, false]);
  });

  test('numbers the papers of a full batch', () => {
    const index = createPercolator(meaning);
    index.add(topicOf('whales OR seals'));
    const batch = Array.from({ length: batchLimit }, (_, at) => ({ title: at % 500 === 0 ? 'Whales' : 'Gulls' }));
    expect(found(index, ...batch)).toEqual({ 'whales OR seals': [0, 500, 1_000] });
    expect(() => found(index, ...batch, {})).toThrow(RangeError);
  });

  test('returns all matches, each topic in one block', () => {
    const index = createPercolator(meaning);
    // Some match all papers of a word, some are checked paper by paper, and some are filed under two words.
    const topics = Array.from({ length: 60 }, (_, at) => [
      `whales -kelp${at}`,
      `kelp${at}`,
      `whales OR kelp${at}`,
    ]).flat();
    for (const text of topics) index.add(topicOf(text));
    const batch = Array.from({ length: batchLimit }, (_, at) => inventPaper({ title: `Whales kelp${at % 200}` }));
    expect(finish(index.match(batch)).length).toBeGreaterThan(3);
    expect(foundByIndex(index, batch)).toEqual(foundByOracle(topics.map(topicOf), batch));
  });

  test('compares sentences with all papers, or with those that the rest lets through', () => {
    const index = createPercolator(meaning);
    const texts = Array.from({ length: 40 }, (_, at) => {
      const sentence = `about:"learning graph networks of size ${at}"~${1 + (at % 12)}`;
      return [sentence, `${sentence} cat:cs.LG -whales`, `${sentence} OR whales`, `whales -${sentence}`];
    }).flat();
    const topics = texts.map(topicOf);
    for (const each of topics) index.add(each);
    const batch = Array.from({ length: 60 }, (_, at) =>
      inventPaper({
        title: at % 3 === 0 ? 'Whales' : 'Graph networks that learn',
        abstract: at % 2 === 0 ? 'A network learns from a graph.' : 'Sizes of seals',
        categories: at % 5 === 0 ? ['cs.LG'] : [],
      }),
    );
    expect(foundByIndex(index, batch)).toEqual(foundByOracle(topics, batch));
    index.clear();
    const left = topics.filter((_, at) => at % 2 === 1);
    for (const each of left) index.add(each);
    expect(foundByIndex(index, batch)).toEqual(foundByOracle(left, batch));
  });

  test('yields between the sentences of topics that narrow them to the same papers', () => {
    const batch = Array.from({ length: batchLimit }, () => inventPaper({ title: 'Graphs', categories: ['cs.LG'] }));
    const stepsWith = (count: number): number => {
      const index = createPercolator(meaning);
      for (let at = 0; at < count; at++) index.add(topicOf(`about:"graphs of size ${at}" cat:cs.LG`));
      let steps = 0;
      for (const work = index.match(batch); work.next().done !== true; ) steps += 1;
      return steps;
    };
    // A thousand papers take a sentence a millisecond.
    expect(stepsWith(60) - stepsWith(1)).toBeGreaterThanOrEqual(10);
  });

  test('refuses a topic that was read with another table of word vectors', () => {
    expect(() => createPercolator().add(topicOf('about:"learning graphs"'))).toThrow('another table');
  });

  test('refuses changes while it matches, and accepts them when matching was given up', () => {
    const index = createPercolator(meaning);
    const work = index.match(Array.from({ length: 100 }, () => inventPaper()));
    work.next();
    expect(() => index.add(topicOf('whales'))).toThrow('while they are matched');
    expect(() => index.clear()).toThrow('while they are matched');
    expect(() => finish(index.match([]))).toThrow('while they are matched');
    work.return([]);
    expect(index.add(topicOf('whales'))).toBe(true);
  });
});
