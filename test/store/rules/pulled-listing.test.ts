import { describe, expect, it } from 'vitest';
import type { ListingRecord } from '../../../src/store/listings.ts';
import {
  afterFailedPull,
  afterPull,
  doubtfulState,
  grownReceipt,
  hasTrustedCounts,
} from '../../../src/store/rules/pulled-listing.ts';
import { inventedListing, inventedPaper, listed, noon } from '../invented-listings.ts';

/** The record of a listing that the pull before brought. */
const record = (fields: Partial<ListingRecord> = {}): ListingRecord => ({
  ...{
    source: 'arxiv',
    date: '2026-03-02',
    state: 'listed',
    reason: null,
    pulledAt: noon - 1,
    lastSuccessAt: noon - 1,
  },
  ...{ counts: { new: 2, pick: 0, cross: 0, replace: 0, 'replace-cross': 0 }, skipped: 3, etags: { '/cs.LG': 'a' } },
  ...{ failures: 0, nextPullAt: null },
  ...fields,
});

const noCounts = { new: 0, pick: 0, cross: 0, replace: 0, 'replace-cross': 0 };
const somePapers = [listed(inventedPaper('a/1'))];

describe('a pull that succeeds', () => {
  it('makes a day with papers listed, and a day without any quiet', () => {
    expect(afterPull(inventedListing(somePapers), null, noon)).toMatchObject({ state: 'listed', reason: null });
    expect(afterPull(inventedListing([]), null, noon)).toMatchObject({ state: 'quiet', lastSuccessAt: noon });
  });

  it('leaves a day listed whose papers an earlier pull brought, and one whose papers could not be read', () => {
    expect(afterPull(inventedListing([]), record(), noon).state).toBe('listed');
    const unread = inventedListing([], { skipped: [{ item: 'a/9', reason: 'no title' }] });
    expect(afterPull(unread, record({ counts: noCounts }), noon)).toMatchObject({ state: 'listed', skipped: 1 });
  });

  it('replaces etags and skipped items, unless nothing changed for some requests', () => {
    const answered = { etags: { '/cs.CV': 'b' } };
    const whole = afterPull(inventedListing(somePapers, answered), record(), noon);
    expect(whole).toMatchObject({ skipped: 0, etags: { '/cs.CV': 'b' } });
    const partial = afterPull(inventedListing(somePapers, { ...answered, isPartial: true }), record(), noon);
    expect(partial).toMatchObject({ skipped: 3, etags: { '/cs.LG': 'a', '/cs.CV': 'b' } });
  });
});

describe('a pull that fails', () => {
  const failed = { source: 'arxiv', date: '2026-03-02', state: 'failed', reason: 'no answer', at: noon } as const;

  it('keeps what earlier pulls brought', () => {
    const expected = { state: 'failed', reason: 'no answer', pulledAt: noon, lastSuccessAt: noon - 1, skipped: 3 };
    expect(afterFailedPull(failed, record())).toMatchObject({ ...expected, etags: { '/cs.LG': 'a' } });
  });

  it('never had a success if it is the first', () => {
    expect(afterFailedPull(failed, null)).toMatchObject({ lastSuccessAt: null, skipped: 0, etags: {} });
  });
});

describe('a listing in doubt', () => {
  const none = { stale: null, unread: null, lacks: null };

  it('is stale before it is partial', () => {
    expect(doubtfulState({ ...none, stale: 'old', lacks: 'few' })).toEqual({ state: 'stale', reason: 'old' });
  });

  it('is partial if categories were not read, or if papers are missing', () => {
    expect(doubtfulState({ ...none, lacks: 'few' })).toEqual({ state: 'partial', reason: 'few' });
    const unread = { ...none, unread: 'cs.CV not read', lacks: 'few' };
    expect(doubtfulState(unread)).toEqual({ state: 'partial', reason: 'cs.CV not read' });
  });

  it('is what its pull says if nothing speaks against it', () => {
    expect(doubtfulState(none)).toBeNull();
  });
});

describe('the counts of a category', () => {
  const receipt = { category: 'cs.LG', announced: 40, fetched: 38 };

  it('only grow while they are right, each by itself', () => {
    expect(grownReceipt(receipt, { announced: 50, fetched: 20 })).toEqual({ ...receipt, announced: 50 });
    expect(grownReceipt({ ...receipt, doubt: 'unchecked' }, { announced: 1, fetched: 39 })).toEqual({
      ...{ ...receipt, fetched: 39, doubt: 'unchecked' },
    });
    expect(grownReceipt(receipt, null)).toEqual(receipt);
  });

  it('are right if the pull before brought papers of the day', () => {
    const trusted = (['listed', 'partial', 'quiet', 'stale', 'waiting', 'failed'] as const).filter((state) =>
      hasTrustedCounts({ state }),
    );
    expect(trusted).toEqual(['listed', 'partial']);
    expect(hasTrustedCounts(null)).toBe(false);
  });
});
