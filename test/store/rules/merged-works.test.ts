import { describe, expect, it } from 'vitest';
import { mergedNews, mergedSaved, olderFirst } from '../../../src/store/rules/merged-works.ts';

describe('two papers that are one work', () => {
  it('become the older of them', () => {
    expect(olderFirst(3, 8)).toEqual({ kept: 3, gone: 8 });
    expect(olderFirst(8, 3)).toEqual({ kept: 3, gone: 8 });
  });

  it('become the one that was announced, rather than one of the past', () => {
    expect(olderFirst(-1, 8)).toEqual({ kept: 8, gone: -1 });
    expect(olderFirst(-9, -2)).toEqual({ kept: -2, gone: -9 });
  });
});

describe('the news of two papers that are merged', () => {
  it('is the first of them, with the weightier type', () => {
    const merged = { number: 40, type: 'new', removed: 41 };
    expect(
      mergedNews([
        { number: 41, type: 'new' },
        { number: 40, type: 'cross' },
      ]),
    ).toEqual(merged);
    expect(
      mergedNews([
        { number: 40, type: 'new' },
        { number: 41, type: 'cross' },
      ]),
    ).toEqual(merged);
  });

  it('is old news only if there is no other', () => {
    const merged = { number: 40, type: 'pick', removed: -3 };
    expect(
      mergedNews([
        { number: -3, type: 'cross' },
        { number: 40, type: 'pick' },
      ]),
    ).toEqual(merged);
    expect(mergedNews([{ number: -3, type: 'cross' }])).toEqual({ number: -3, type: 'cross', removed: null });
    expect(
      mergedNews([
        { number: 0, type: 'new' },
        { number: 1, type: 'new' },
      ]),
    ).toMatchObject({ number: 1 });
  });

  it('is none if neither was news', () => {
    expect(mergedNews([])).toBeNull();
  });
});

describe('a reading list that had both of two merged papers', () => {
  const saved = (note: string | null, removedAt: number | null = null) => ({ note, removedAt });

  it('has the notes of both', () => {
    expect(mergedSaved(saved('for the talk'), saved('cites us')).note).toBe('for the talk\ncites us');
    expect(mergedSaved(saved(null), saved('cites us')).note).toBe('cites us');
    expect(mergedSaved(saved('for the talk'), saved(null)).note).toBe('for the talk');
    expect(mergedSaved(saved(null), saved(null)).note).toBeNull();
  });

  it('has the paper unless both were removed', () => {
    expect(mergedSaved(saved(null, 5), saved(null)).removedAt).toBeNull();
    expect(mergedSaved(saved(null), saved(null, 5)).removedAt).toBeNull();
    expect(mergedSaved(saved(null, 5), saved(null, 3)).removedAt).toBe(3);
  });
});
