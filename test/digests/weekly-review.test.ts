import { describe, expect, it } from 'vitest';
import { defaultSchedule } from '../../src/digests/schedule.ts';
import {
  bestOfWeek,
  latestReviewDate,
  nextReview,
  type ReviewedPaper,
  reviewedSince,
} from '../../src/digests/weekly-review.ts';
import { inventPaper } from '../support/invented-papers.ts';

const reviewed = (id: string, got: Partial<ReviewedPaper> = {}): ReviewedPaper => ({
  paper: inventPaper({ id }),
  upvotes: 0,
  hasCode: false,
  hasVenue: false,
  more: 0,
  less: 0,
  votes: 0,
  ...got,
});
const namesOf = (papers: readonly ReviewedPaper[]) => bestOfWeek(papers).map(({ paper }) => paper.id);

describe('the best of a week', () => {
  it('are the papers with most points: one for an upvote, ten for a mark, a vote, code, or an acceptance', () => {
    const papers = [
      reviewed('nothing'),
      reviewed('nine upvotes', { upvotes: 9 }),
      reviewed('code', { hasCode: true }),
      reviewed('eleven upvotes', { upvotes: 11 }),
      reviewed('accepted', { hasVenue: true }),
      reviewed('two marks', { more: 2 }),
      reviewed('three votes', { votes: 3 }),
      reviewed('everything', { upvotes: 1, hasCode: true, hasVenue: true, more: 1, votes: 1 }),
    ];
    const order = ['everything', 'three votes', 'two marks', 'eleven upvotes', 'code', 'accepted', 'nine upvotes'];
    expect(namesOf(papers)).toEqual(order);
    expect(bestOfWeek(papers)[0]?.reasons).toEqual(['upvotes', 'votes', 'marks', 'code', 'venue']);
    expect(bestOfWeek(papers)[1]?.reasons).toEqual(['votes']);
  });

  it('are not those that readers want less of, that lost upvotes, or that were withdrawn', () => {
    const withdrawn = inventPaper({ comment: 'This paper has been withdrawn by the authors' });
    expect(
      namesOf([
        reviewed('unwanted', { upvotes: 90, more: 1, less: 2 }),
        reviewed('disputed', { more: 1, less: 1 }),
        reviewed('sunk', { upvotes: -3 }),
        reviewed('withdrawn', { upvotes: 90, paper: withdrawn }),
      ]),
    ).toEqual([]);
  });

  it('are ten at most', () => {
    const papers = Array.from({ length: 12 }, (_, index) => reviewed(`${index}`, { upvotes: index + 1 }));
    expect(namesOf(papers)).toEqual(['11', '10', '9', '8', '7', '6', '5', '4', '3', '2']);
  });
});

describe('the days of reviews', () => {
  const schedule = { ...defaultSchedule, zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5] as const };

  it('are at the time of the digests, also on a weekday that has none', () => {
    const friday = Date.parse('2026-06-12T12:00Z');
    expect(nextReview(schedule, 7, friday)).toBe(Date.parse('2026-06-14T07:00Z'));
    expect(latestReviewDate(schedule, 7, friday)).toBe('2026-06-07');
    expect(latestReviewDate(schedule, 5, friday)).toBe('2026-06-12');
  });

  it('leave each digest to one review', () => {
    expect(reviewedSince('2026-06-12', null)).toBe('2026-06-05');
    expect(reviewedSince('2026-06-12', '2026-06-05')).toBe('2026-06-05');
    // The weekday was changed, or a review was missed.
    expect(reviewedSince('2026-06-12', '2026-06-09')).toBe('2026-06-09');
    expect(reviewedSince('2026-06-12', '2026-05-22')).toBe('2026-06-05');
  });
});
