import { yieldTurn } from '../cooperate.ts';
import { bestOfWeek, latestReviewDate, reviewedSince } from '../digests/weekly-review.ts';
import type { ChannelPoster } from '../discord/posting/poster.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { DueReview } from '../store/weekly-reviews.ts';

export interface ReviewTools {
  readonly store: Pick<Store, 'dueReviews' | 'reviewedPapers' | 'planReview'>;
  readonly poster: Pick<ChannelPoster, 'composeWeeklyReview'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Puts the weekly review of each channel whose day has come into the outbox. A channel that missed reviews gets the latest one
 * alone. A week without anything to say has no message.
 */
export async function planWeeklyReviews(tools: ReviewTools, signal: AbortSignal): Promise<void> {
  for (const due of await tools.store.dueReviews(tools.clock())) {
    if (signal.aborted) return;
    await planReview(due, tools);
    await yieldTurn();
  }
}

async function planReview({ channel, isSilent }: DueReview, { store, poster, clock, log }: ReviewTools): Promise<void> {
  const { channelId, schedule, reviewDay, reviewedUntil } = channel;
  if (reviewDay === null) return;
  const now = clock();
  const date = latestReviewDate(schedule, reviewDay, now);
  const since = reviewedSince(date, reviewedUntil);
  const papers = isSilent ? [] : bestOfWeek(await store.reviewedPapers(channelId, { since, before: date, now }));
  const part = papers.length === 0 ? null : poster.composeWeeklyReview({ channel, date, since, papers });
  if (!(await store.planReview({ channelId, date, part, at: now }))) return;
  const fields = { event: 'review.planned', channelId, date, papers: papers.length };
  log.info(fields, `weekly review of ${date} for ${channelId}: ${papers.length} papers`);
}
