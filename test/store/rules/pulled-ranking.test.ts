import { describe, expect, it } from 'vitest';
import { afterRanking, afterRankingPull } from '../../../src/store/rules/pulled-ranking.ts';
import { hourMs } from '../../../src/time.ts';

const at = Date.UTC(2026, 2, 2, 9);
const times = { at, nextPullAt: at + hourMs };
const trending = { source: 'huggingface', kind: 'trending', period: '' } as const;

describe('a ranking', () => {
  const before = afterRanking({ ...trending, etags: { '/trending': 'a' } }, times);
  const failed = { at: at + 1, nextPullAt: at + 2, failure: 'no answer' };

  it('that was pulled has no failures any more', () => {
    expect(before).toEqual({
      ...{ ...trending, etags: { '/trending': 'a' }, nextPullAt: at + hourMs },
      ...{ pulledAt: at, lastSuccessAt: at, reason: null, failures: 0 },
    });
  });

  it('that did not change was pulled all the same, and keeps its etags', () => {
    const after = afterRankingPull(trending, before, { at: at + 1, nextPullAt: at + 2 });
    expect(after).toEqual({ ...before, pulledAt: at + 1, lastSuccessAt: at + 1, nextPullAt: at + 2 });
  });

  it('counts failures in a row, and remembers its last success', () => {
    const once = afterRankingPull(trending, before, failed);
    expect(once).toMatchObject({ pulledAt: at + 1, lastSuccessAt: at, reason: 'no answer', failures: 1 });
    const twice = afterRankingPull(trending, once, failed);
    expect(twice.failures).toBe(2);
    expect(afterRankingPull(trending, twice, times)).toMatchObject({ reason: null, failures: 0 });
  });

  it('that never succeeded has no etags', () => {
    expect(afterRankingPull(trending, null, failed)).toMatchObject({ lastSuccessAt: null, failures: 1, etags: {} });
  });
});
