import { describe, expect, it } from 'vitest';
import type { AnnounceType } from '../../../src/papers/announce-type.ts';
import { becomingNews, becomingOldNews, type KnownNews } from '../../../src/store/rules/becoming-news.ts';

const announced = (paperNumber: number, announceType: AnnounceType = 'new') => ({ paperNumber, announceType });
const news = (number: number, type: AnnounceType, isNewlyClassified = false): KnownNews => ({
  ...{ number, type, isNewlyClassified },
});
const becomes = (paperNumber: number, type: AnnounceType = 'new', replaced: number | null = null) => ({
  ...{ kind: 'becomes-news', paperNumber, type, replaced },
});

describe('a paper', () => {
  it('becomes news when it is announced for the first time, in the order of the listing', () => {
    const listing = [announced(8, 'pick'), announced(3), announced(5, 'cross')];
    expect(becomingNews(listing, new Map())).toEqual([becomes(8, 'pick'), becomes(3), becomes(5, 'cross')]);
  });

  it('is news once: announced again, it changes nothing', () => {
    expect(becomingNews([announced(8, 'pick')], new Map([[8, news(41, 'new')]]))).toEqual([]);
    expect(becomingNews([announced(8)], new Map([[8, news(41, 'new')]]))).toEqual([]);
  });

  it('gets the weightier of two types, and keeps its number', () => {
    const raised = [{ kind: 'raised', number: 41, type: 'new' }];
    expect(becomingNews([announced(8)], new Map([[8, news(41, 'cross')]]))).toEqual(raised);
  });

  it('does not become news by a replacement', () => {
    expect(becomingNews([announced(8, 'replace'), announced(9, 'replace-cross')], new Map())).toEqual([]);
    expect(becomingNews([announced(8, 'replace')], new Map([[8, news(41, 'cross')]]))).toEqual([]);
  });

  it('that is listed under two ids becomes news once, with the weightier type', () => {
    expect(becomingNews([announced(8, 'cross'), announced(8), announced(8, 'pick')], new Map())).toEqual([becomes(8)]);
    expect(becomingNews([announced(8, 'replace'), announced(8, 'cross')], new Map())).toEqual([becomes(8, 'cross')]);
    expect(becomingNews([announced(8, 'cross'), announced(8, 'replace')], new Map())).toEqual([becomes(8, 'cross')]);
    const known = new Map([[8, news(41, 'cross')]]);
    const raised = [{ kind: 'raised', number: 41, type: 'new' }];
    expect(becomingNews([announced(8, 'pick'), announced(8)], known)).toEqual(raised);
  });

  it('of the past becomes news when it is announced', () => {
    const known = new Map([[8, news(-2, 'new')]]);
    expect(becomingNews([announced(8, 'pick')], known)).toEqual([becomes(8, 'pick', -2)]);
    expect(becomingNews([announced(8, 'replace')], known)).toEqual([]);
  });

  it('becomes news again once it has categories, by any announcement, and keeps the weightier type', () => {
    const known = new Map([[8, news(41, 'pick', true)]]);
    expect(becomingNews([announced(8, 'replace')], known)).toEqual([becomes(8, 'pick', 41)]);
    expect(becomingNews([announced(8, 'new')], known)).toEqual([becomes(8, 'new', 41)]);
    expect(becomingNews([announced(8, 'replace'), announced(8, 'new')], known)).toEqual([becomes(8, 'new', 41)]);
  });
});

describe('a paper of a past listing', () => {
  const past = (paperNumber: number, announceType: AnnounceType = 'new') => ({
    ...announced(paperNumber, announceType),
    date: '2019-05-02',
  });

  it('becomes old news of its day, numbered downwards from 0', () => {
    const ofDay = { at: Date.UTC(2019, 4, 2), date: '2019-05-02' };
    expect(becomingOldNews([past(8), past(9, 'cross')], new Set(), 1)).toEqual([
      { number: 0, paperNumber: 8, ...ofDay, type: 'new' },
      { number: -1, paperNumber: 9, ...ofDay, type: 'cross' },
    ]);
    expect(becomingOldNews([past(8)], new Set(), -7).map(({ number }) => number)).toEqual([-8]);
  });

  it('stays the news that it is, and becomes old news once', () => {
    expect(becomingOldNews([past(8)], new Set([8]), 1)).toEqual([]);
    expect(becomingOldNews([past(8), past(8, 'cross')], new Set(), 1)).toHaveLength(1);
  });

  it('does not become news by a replacement', () => {
    expect(becomingOldNews([past(8, 'replace'), past(8)], new Set(), 1)).toHaveLength(1);
    expect(becomingOldNews([past(8, 'replace')], new Set(), 1)).toEqual([]);
  });
});
