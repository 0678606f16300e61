import type { Paper } from '../papers/paper.ts';
import { publicationStatus } from '../papers/publication-status.ts';
import type { Instant } from '../ports.ts';
import { addDays, type LocalDate } from '../time.ts';
import { latestOccurrence, nextOccurrence, occurrenceDate, type Schedule, type Weekday } from './schedule.ts';

/** A paper of a channel's digests, and what it got after its digest. */
export interface ReviewedPaper {
  readonly paper: Paper;
  /** How many upvotes it gained; 0 where that is not known. */
  readonly upvotes: number;
  /** Whether its code appeared. */
  readonly hasCode: boolean;
  /** Whether it was accepted or published somewhere. */
  readonly hasVenue: boolean;
  /** How many readers of the channel want more like it. */
  readonly more: number;
  /** How many want fewer. */
  readonly less: number;
  /** How many votes it got in the journal club of the channel. */
  readonly votes: number;
}

/** A paper of a review, with the reasons why it is there. */
export interface BestPaper extends ReviewedPaper {
  readonly reasons: readonly ReviewReason[];
}

/** How much a reader's mark or vote, code and an acceptance count each. An upvote counts 1. */
const strongPoints = 10;

/**
 * How much each reason counts, in the order in which a review names them. A further reason is a line here, and one in the
 * rendering.
 */
const pointsOf = {
  upvotes: ({ upvotes }) => Math.max(0, upvotes),
  votes: ({ votes }) => strongPoints * votes,
  marks: ({ more, less }) => strongPoints * Math.max(0, more - less),
  code: ({ hasCode }) => (hasCode ? strongPoints : 0),
  venue: ({ hasVenue }) => (hasVenue ? strongPoints : 0),
} as const satisfies Record<string, (paper: ReviewedPaper) => number>;

/** Why a paper is in a review. */
export type ReviewReason = keyof typeof pointsOf;

const reasonNames = Object.keys(pointsOf) as readonly ReviewReason[];

/** The most papers of a review. */
const reviewedAtMost = 10;

/**
 * The papers of a review, the best first: those with the most points. Papers with equal points keep their order. A paper
 * without a reason is left out, and so is one that was withdrawn, or that more readers want less of than more.
 */
export const bestOfWeek = (papers: readonly ReviewedPaper[]): readonly BestPaper[] =>
  papers
    .filter(({ paper, more, less }) => publicationStatus(paper) !== 'withdrawn' && less <= more)
    .map((paper) => ({ ...paper, reasons: reasonNames.filter((name) => pointsOf[name](paper) > 0) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((one, other) => sumOfPoints(other) - sumOfPoints(one))
    .slice(0, reviewedAtMost);

const sumOfPoints = (paper: ReviewedPaper): number => reasonNames.reduce((sum, name) => sum + pointsOf[name](paper), 0);

/** When a channel gets its reviews: once a week at the time of its digests. */
const reviewSchedule = (schedule: Schedule, day: Weekday): Schedule => ({ ...schedule, days: [day] });

/** The next moment at which a review is due. */
export const nextReview = (schedule: Schedule, day: Weekday, now: Instant): Instant =>
  nextOccurrence(reviewSchedule(schedule, day), now);

/** The day of the latest review that is due. One review replaces several missed ones. */
export function latestReviewDate(schedule: Schedule, day: Weekday, now: Instant): LocalDate {
  const ofReviews = reviewSchedule(schedule, day);
  return occurrenceDate(ofReviews, latestOccurrence(ofReviews, now));
}

/** How many days of digests a review is about. */
const reviewedDays = 7;

/**
 * The first day whose digest a review of that day is about; the last one is the day before. Each digest is in one review, so
 * it begins where the review before ended, if that is later.
 * @param reviewedUntil the day of the review before; null if there was none
 */
export function reviewedSince(date: LocalDate, reviewedUntil: LocalDate | null): LocalDate {
  const week = addDays(date, -reviewedDays);
  return reviewedUntil !== null && reviewedUntil > week ? reviewedUntil : week;
}
