import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../src/papers/paper.ts';
import { batchLimit } from '../../../src/topics/index/batch.ts';
import { createPercolator, type Percolator, percolatorOf } from '../../../src/topics/index/percolator.ts';
import { createVocabulary, wordsAtMost } from '../../../src/topics/index/vocabulary.ts';
import type { Topic, TopicNode } from '../../../src/topics/topic.ts';
import { sampled } from '../../support/samples.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { paper, topic } from '../arbitraries.ts';
import { inventPaper } from '../invented-paper.ts';
import { finish, foundByIndex, foundByOracle, topicOf } from './matching.ts';

const papers = fc.array(paper, { maxLength: 5 });

/** What can happen to a percolator. */
const step = fc.oneof(
  { weight: 4, arbitrary: topic.map((each) => ({ kind: 'add', topic: each }) as const) },
  { weight: 2, arbitrary: fc.nat().map((number) => ({ kind: 'ask', number }) as const) },
  { weight: 2, arbitrary: fc.nat().map((number) => ({ kind: 'remove', number }) as const) },
  // A channel's topic is edited: the new one comes with the next round, and a later sweep finds the old one.
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(), topic).map(([number, each]) => ({ kind: 'edit', number, topic: each }) as const),
  },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'sweep' } as const, { kind: 'removeSentences' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'clear' } as const) },
  { weight: 2, arbitrary: papers.map((batch) => ({ kind: 'match', batch }) as const) },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;
const steps = fc.array(step, { maxLength: 40, size: 'max' });

/** Topics in plain lists, to compare a percolator with. */
interface PlainTopics {
  readonly all: Map<string, Topic>;
  readonly asked: Set<string>;
}

const asksForSentence = (node: TopicNode): boolean => {
  if (node.kind === 'not') return asksForSentence(node.node);
  return 'nodes' in node ? node.nodes.some(asksForSentence) : node.kind === 'about';
};

/** Takes the step on the percolator and on plain lists, and expects equal results. */
function takeStep(taken: Step, index: Percolator, { all, asked }: PlainTopics): void {
  const add = (added: Topic) => {
    expect(index.add(added)).toBe(!all.has(added.canonical));
    all.set(added.canonical, added);
    asked.add(added.canonical);
  };
  const remove = (canonical: string) => {
    expect(index.remove(canonical)).toBe(all.delete(canonical));
    asked.delete(canonical);
  };
  const pick = (number: number): string => [...all.keys()][number % (all.size + 1)] ?? 'no such topic';
  const keepOnly = (isKept: (topic: Topic) => boolean) => {
    for (const each of [...all.values()]) if (!isKept(each)) all.delete(each.canonical);
  };
  switch (taken.kind) {
    case 'add':
      add(taken.topic);
      break;
    case 'ask': {
      const known = all.get(pick(taken.number));
      if (known !== undefined) add(known);
      break;
    }
    case 'remove':
      remove(pick(taken.number));
      break;
    case 'edit':
      remove(pick(taken.number));
      add(taken.topic);
      break;
    case 'sweep':
      finish(index.sweep());
      keepOnly(({ canonical }) => asked.has(canonical));
      asked.clear();
      break;
    case 'removeSentences':
      finish(index.removeSentences());
      keepOnly(({ root }) => !asksForSentence(root));
      break;
    case 'clear':
      index.clear();
      all.clear();
      asked.clear();
      break;
    case 'match': {
      const topics = [...all.values()];
      expect(foundByIndex(index, topics, taken.batch)).toEqual(foundByOracle(topics, taken.batch));
    }
  }
}

describe('a percolator finds what matching every topic with every paper finds', () => {
  test.each([
    ['remembering all words', wordsAtMost],
    ['forgetting words again and again', 3],
  ])('%s, whatever was added, edited and removed before', (_, remembered) => {
    fc.assert(
      fc.property(steps, (taken) => {
        const index = percolatorOf(createVocabulary(remembered), meaning);
        const topics = { all: new Map<string, Topic>(), asked: new Set<string>() };
        for (const step of taken) {
          takeStep(step, index, topics);
          expect(index.size).toBe(topics.all.size);
        }
      }),
      { numRuns: sampled({ part: 70, all: 200 }) },
    );
  });

  test('whichever words papers had before the topics came', () => {
    fc.assert(
      fc.property(fc.array(topic, { maxLength: 30, size: 'max' }), papers, papers, (topics, earlier, batch) => {
        const index = createPercolator(meaning);
        finish(index.match(earlier));
        for (const each of topics) index.add(each);
        expect(foundByIndex(index, topics, batch)).toEqual(foundByOracle(topics, batch));
      }),
      { numRuns: sampled({ part: 70, all: 200 }) },
    );
  });
});

describe('a percolator', () => {
  /** Finds the papers of those topics, which are all in the index. */
  const found = (index: Percolator, topics: readonly string[], ...told: readonly Partial<Paper>[]) =>
    foundByIndex(index, topics.map(topicOf), told.map(inventPaper));
  const holding = (...topics: readonly string[]): Percolator => {
    const index = createPercolator(meaning);
    for (const text of topics) index.add(topicOf(text));
    return index;
  };

  test('learns a compound when the first paper has it', () => {
    const topics = ['"data set"', 'data set'];
    const index = holding(...topics);
    expect(found(index, topics, { title: 'A data set' }, { title: 'Sets' })).toEqual({
      '"data set"': [0],
      'data set': [0],
    });
    const later = [{ title: 'A dataset' }, { title: 'A set' }, { title: 'Data' }, { title: 'Data-sets' }];
    expect(found(index, topics, ...later)).toEqual({ '"data set"': [0, 3], 'data set': [0, 3] });
    expect(index.remove('data set')).toBe(true);
    expect(found(index, ['"data set"'], ...later)).toEqual({ '"data set"': [0, 3] });
    index.clear();
    index.add(topicOf('"data set"'));
    expect(found(index, ['"data set"'], ...later)).toEqual({ '"data set"': [0, 3] });
  });

  test('tells the authors of a paper apart', () => {
    const asked = 'author:"ada lovelace"';
    const index = holding(asked);
    const authors = [['Ada Byron', 'Bo Lovelace'], ['Bo Byron', 'A. Lovelace'], ['Lovelace Ada'], ['Ada', 'Lovelace']];
    expect(found(index, [asked], ...authors.map((names) => ({ authors: names })))).toEqual({ [asked]: [1, 2] });
    // More papers than are checked one by one.
    const many = Array.from({ length: 40 }, () => ({ authors: ['Ada Byron', 'Bo Lovelace'] }));
    expect(found(index, [asked], ...many, { authors: ['Bo', 'Ada B. Lovelace'] })).toEqual({ [asked]: [40] });
  });

  test('finds all topics, however many there are under one word or in how many words', () => {
    const words = Array.from({ length: 1_200 }, (_, at) => `kelp${at}`);
    const isRead = (_: string, at: number): boolean => at % 2 === 1;
    const topics = [...words, ...words.map((word) => `whales -${word}`)];
    const expected = words.map((word, at) => (isRead(word, at) ? word : `whales -${word}`));
    const paper = { title: 'Whales', abstract: words.filter(isRead).join(', ') };
    const matched = found(holding(...topics), topics, paper);
    expect(matched).toEqual(Object.fromEntries(expected.map((canonical) => [canonical, [0]])));
  });

  test('holds each topic once, however it was typed', () => {
    const index = createPercolator(meaning);
    expect([index.add(topicOf('Graphs  cat:CS.lg')), index.add(topicOf('graphs cat:cs.LG'))]).toEqual([true, false]);
    expect([index.size, index.has('graphs cat:cs.LG'), index.has('graphs')]).toEqual([1, true, false]);
  });

  test('numbers the papers of a full batch', () => {
    const topics = ['whales OR seals'];
    const index = holding(...topics);
    const batch = Array.from({ length: batchLimit }, (_, at) => ({ title: at % 500 === 0 ? 'Whales' : 'Gulls' }));
    expect(found(index, topics, ...batch)).toEqual({ 'whales OR seals': [0, 500, 1_000] });
    expect(() => found(index, topics, ...batch, {})).toThrow(RangeError);
  });

  test('forgets topics that were not asked for since the last sweep', () => {
    const index = holding('whales', 'seals');
    finish(index.sweep());
    expect(index.size).toBe(2);
    expect(index.add(topicOf('seals'))).toBe(false);
    index.add(topicOf('gulls'));
    finish(index.sweep());
    expect(['whales', 'seals', 'gulls'].map(index.has)).toEqual([false, true, true]);
    expect(found(index, ['seals', 'gulls'], { title: 'Seals and gulls' })).toEqual({ seals: [0], gulls: [0] });
  });

  test('its matches know the topics that were matched, and no others', () => {
    const index = holding('whales', 'seals');
    const matches = finish(index.match([inventPaper({ title: 'Whales' })]));
    index.remove('seals');
    expect([...matches.papersOf('whales')]).toEqual([0]);
    expect(() => matches.papersOf('seals')).toThrow('has not been matched');
    index.add(topicOf('gulls'));
    expect(() => matches.papersOf('gulls')).toThrow('has not been matched');
    expect(() => matches.papersOf('whales')).toThrow('has not been matched');
  });

  test('returns all matches, however many there are', () => {
    // Some match all papers of a word, some are checked paper by paper, and some are filed under two words.
    const topics = Array.from({ length: 60 }, (_, at) => [
      `whales -kelp${at}`,
      `kelp${at}`,
      `whales OR kelp${at}`,
    ]).flat();
    const index = holding(...topics);
    const batch = Array.from({ length: batchLimit }, (_, at) => inventPaper({ title: `Whales kelp${at % 200}` }));
    expect(found(index, topics, ...batch)).toEqual(foundByOracle(topics.map(topicOf), batch));
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
    expect(foundByIndex(index, topics, batch)).toEqual(foundByOracle(topics, batch));
    for (const { canonical } of topics.filter((_, at) => at % 2 === 0)) index.remove(canonical);
    const left = topics.filter((_, at) => at % 2 === 1);
    expect(foundByIndex(index, left, batch)).toEqual(foundByOracle(left, batch));
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
    for (const change of [() => index.clear(), () => index.remove('whales'), () => finish(index.sweep())])
      expect(change).toThrow('while they are matched');
    expect(() => finish(index.match([]))).toThrow('while they are matched');
    work.return({ papersOf: () => new Uint16Array() });
    expect(index.add(topicOf('whales'))).toBe(true);
  });
});
