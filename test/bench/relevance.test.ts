import { describe, expect, it } from 'vitest';
import { readCsv } from '../../bench/relevance/judged-sets.ts';
import { averagePrecision, normalizedGain, rankByScore, recallAt } from '../../bench/relevance/measures.ts';
import { createBm25 } from '../../bench/relevance/rankers.ts';
import { relevanceBench } from '../../bench/relevance.ts';

describe('measures of an order', () => {
  const grades = [0, 3, 0, 1];
  const best = rankByScore([0, 9, 1, 8]);

  it('rank by the score, and keep the order of the pool where it is equal', () => {
    expect(best).toEqual([1, 3, 2, 0]);
    expect(rankByScore([1, 1, 2])).toEqual([2, 0, 1]);
  });

  it('are 1 if the relevant papers come first', () => {
    expect(averagePrecision(best, grades)).toBe(1);
    expect(normalizedGain(10, best, grades)).toBe(1);
    expect(recallAt(2, best, grades)).toBe(1);
  });

  it('are smaller the later the relevant papers come', () => {
    const worst = [0, 2, 3, 1];
    expect(averagePrecision(worst, grades)).toBeCloseTo((1 / 3 + 2 / 4) / 2);
    expect(normalizedGain(10, worst, grades)).toBeCloseTo(
      (1 / Math.log2(4) + 7 / Math.log2(5)) / (7 + 1 / Math.log2(3)),
    );
    expect(recallAt(3, worst, grades)).toBe(0.5);
  });

  it('are 0 if nothing is relevant', () => {
    for (const measured of [
      averagePrecision(best, [0, 0, 0, 0]),
      normalizedGain(10, best, []),
      recallAt(3, best, []),
    ]) {
      expect(measured).toBe(0);
    }
  });
});

describe('BM25', () => {
  it('prefers rare words, and papers that are short', () => {
    const paper = (...abstract: string[]) => ({ title: [], abstract });
    const bm25 = createBm25([paper('a', 'rare'), paper('a', 'a'), paper('a', 'b', 'c', 'd'), paper('b')]);
    const [withRare = 0, twice = 0, long = 0, without = 0] = bm25(['a', 'rare', 'unheard']);
    expect(withRare).toBeGreaterThan(twice);
    expect(twice).toBeGreaterThan(long);
    expect(without).toBe(0);
  });
});

it('reads quoted cells with commas, quotes and lines', () => {
  expect(readCsv('a,b\r\n"1, ""2""",\n"x\ny",z\n')).toEqual([
    ['a', 'b'],
    ['1, "2"', ''],
    ['x\ny', 'z'],
  ]);
  expect(readCsv('a,b\n1,2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

it('measures nothing, and says what is missing, without the captures', async () => {
  const told: string[] = [];
  const setting = { runs: 1, folder: '', data: 'nowhere', progress: (text: string) => void told.push(text) };
  expect(await relevanceBench.measure(setting)).toEqual([]);
  expect(told.join()).toMatch(/scirepeval_search_100\.jsonl.* is not in nowhere; --data names another folder/);
});
