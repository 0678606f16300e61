import { expect, it } from 'vitest';
import { createCorpus } from '../../bench/invented-corpus.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { matches } from '../../src/topics/matching/match.ts';
import { readPaper } from '../../src/topics/matching/paper-text.ts';

it('invents the same papers for a seed, each with its own id', () => {
  const papers = createCorpus({ seed: 7 }).papers(50, '2606');
  expect(createCorpus({ seed: 7 }).papers(50, '2606')).toEqual(papers);
  expect(createCorpus({ seed: 8 }).papers(50, '2606')).not.toEqual(papers);
  expect(new Set(papers.map(({ id }) => id)).size).toBe(50);
});

it('has frequent and rare words, like real abstracts', () => {
  const corpus = createCorpus({ seed: 7 });
  const papers = corpus.papers(2_000, '2606').map(readPaper);
  const shareWith = (rank: number): number => {
    const parsed = parseTopic(corpus.word(rank));
    if (!parsed.ok) throw new Error(parsed.error.message);
    return papers.filter((paper) => matches(parsed.topic, paper)).length / papers.length;
  };
  expect(shareWith(0)).toBeGreaterThan(0.99);
  expect(shareWith(2_000)).toBeGreaterThan(0.004);
  expect(shareWith(2_000)).toBeLessThan(0.02);
});
