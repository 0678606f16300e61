import type { ReviewedPaper } from '../digests/weekly-review.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { ChannelRecord } from './channels.ts';
import { followUpPart } from './follow-ups.ts';
import type { PlannedPart } from './outbox.ts';

/** Verbs for weekly reviews: the best papers of a channel's last digests, once more. */
export interface WeeklyReviewVerbs {
  /**
   * Channels whose weekly review is due. Blocked channels wait, and so do those of guilds that removed the bot, and those
   * whose digest is due, which comes first.
   */
  dueReviews(now: Instant): Promise<readonly DueReview[]>;
  /** The papers of a channel's digests, oldest first, with what each got after its digest. */
  reviewedPapers(channelId: string, window: ReviewWindow): Promise<readonly ReviewedPaper[]>;
  /**
   * Freezes the review of a day in one step: the message as a planned delivery, and the time of the next review. Nothing
   * happens if the review is not due any more. Its papers do not count as posted by it.
   * @returns whether a message was planned
   */
  planReview(plan: ReviewPlan): Promise<boolean>;
}

/**
 * The part number of a weekly review. It is after every part of the digest of its day and after a follow-up, so that it is
 * sent after them.
 */
export const reviewPart = followUpPart + 1;

export interface DueReview {
  readonly channel: ChannelRecord;
  /** Whether the channel gets no review now, because it is paused or has no subscription left. */
  readonly isSilent: boolean;
}

interface ReviewWindow {
  /** The day of the first digest. */
  readonly since: LocalDate;
  /** The day after the last one. */
  readonly before: LocalDate;
  readonly now: Instant;
}

export interface ReviewPlan {
  readonly channelId: string;
  /** The day of the review. */
  readonly date: LocalDate;
  /** Null if there is nothing to say. */
  readonly part: PlannedPart | null;
  readonly at: Instant;
}
