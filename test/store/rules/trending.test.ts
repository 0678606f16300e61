import { describe, expect, it } from 'vitest';
import { isNewCount, trendingFirst } from '../../../src/store/rules/trending.ts';
import { dayMs } from '../../../src/time.ts';

/** A paper that gained upvotes at that pace. */
const paper = (id: string, perHour: number | null, place: number | null = null, upvotes = 10) => {
  const gained = perHour === null ? null : perHour * 24;
  return { id, place, trend: { upvotes, gained, perHour, windowMs: dayMs } };
};

const order = (...papers: readonly ReturnType<typeof paper>[]) => trendingFirst(papers).map(({ id }) => id);

describe('trending papers', () => {
  it('come by how fast they gain upvotes, whatever place a source gives them', () => {
    expect(order(paper('slow', 1, 1), paper('fast', 5), paper('middle', 2, 9))).toEqual(['fast', 'middle', 'slow']);
  });

  it('are followed by those that a source ranks, in its order', () => {
    const papers = [paper('third', 0, 3), paper('first', null, 1), paper('second', -4, 2), paper('fast', 1)];
    expect(order(...papers)).toEqual(['fast', 'first', 'second', 'third']);
  });

  it('exclude papers that neither gained upvotes nor have a place', () => {
    expect(order(paper('still', 0), paper('unknown', null), paper('falling', -1))).toEqual([]);
  });

  it('of the same pace and place come by their upvotes', () => {
    expect(order(paper('few', 1, null, 5), paper('many', 1, null, 50))).toEqual(['many', 'few']);
  });
});

describe('a count of upvotes', () => {
  it('is stored if it is known and has changed', () => {
    expect(isNewCount(null, 5)).toBe(true);
    expect(isNewCount(5, 6)).toBe(true);
    expect(isNewCount(6, 5)).toBe(true);
    expect(isNewCount(5, 5)).toBe(false);
    expect(isNewCount(5, null)).toBe(false);
    expect(isNewCount(null, 0)).toBe(true);
  });
});
