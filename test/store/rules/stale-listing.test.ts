import { describe, expect, it } from 'vitest';
import type { AnnounceType } from '../../../src/papers/announce-type.ts';
import { type PulledListing, staleReason } from '../../../src/store/rules/stale-listing.ts';

/** Papers of one announce type and category, with numbers from `first` on. */
const papers = (count: number, type: AnnounceType = 'new', category = 'cs.LG', first = 1) =>
  Array.from({ length: count }, (_, index) => ({ number: first + index, type, category }));

const numbers = (count: number, first = 1) => new Set(Array.from({ length: count }, (_, index) => first + index));

const none = new Set<number>();

type Given = Partial<Pick<PulledListing, 'isPartial' | 'before'> & Record<'new' | 'pick', ReadonlySet<number>>>;

/** Why a listing of these papers is stale. */
const reason = (listed: PulledListing['papers'], { new: news = none, pick = none, ...more }: Given = {}) =>
  staleReason({ papers: listed, repeated: { new: news, pick }, isPartial: false, before: null, ...more });

describe('a listing', () => {
  it('is stale with more than one in twenty of the new papers of earlier days', () => {
    expect(reason(papers(40), { new: numbers(2) })).toBeNull();
    expect(reason(papers(40), { new: numbers(3) })).toBe('3 of its 40 papers are those of an earlier day');
  });

  it('is stale if its only paper is an earlier one', () => {
    expect(reason(papers(1), { new: numbers(1) })).toBe('its only paper is one of an earlier day');
  });

  it('may pick half of its papers again', () => {
    expect(reason(papers(10, 'pick'), { pick: numbers(5) })).toBeNull();
    expect(reason(papers(10, 'pick'), { pick: numbers(6) })).toBe('6 of its 10 papers are those of an earlier day');
  });

  it('is stale if more than half of one category are earlier papers, and five at least', () => {
    const small = (count: number) => [...papers(991), ...papers(count, 'new', 'math.AG', 992)];
    expect(reason(small(9), { new: numbers(5, 992) })).toBe('its papers of math.AG are those of an earlier day');
    expect(reason(small(10), { new: numbers(5, 992) })).toBeNull();
    expect(reason(small(4), { new: numbers(4, 992) })).toBeNull();
  });

  it('knows no stale category of papers without one', () => {
    const unclassified = [...papers(991), ...papers(9, 'new', '', 992)];
    expect(reason(unclassified, { new: numbers(9, 992) })).toBeNull();
  });
});

describe('a listing that did not change', () => {
  const before = { state: 'stale', reason: 'its only paper is one of an earlier day' } as const;

  it('is stale if it was', () => {
    const listed = { state: 'listed', reason: 'could not be checked' } as const;
    expect(reason([], { isPartial: true, before })).toBe(before.reason);
    expect(reason([], { isPartial: true, before: listed })).toBeNull();
    expect(reason([], { isPartial: true, before: null })).toBeNull();
  });

  it('is no longer stale once it has other papers', () => {
    expect(reason(papers(3), { isPartial: true, before })).toBeNull();
  });
});
