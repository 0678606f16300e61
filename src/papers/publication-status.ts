import { isNoticeTitle } from './notice-titles.ts';
import type { Paper, PublicationStatus } from './paper.ts';
import { isWithdrawalComment, isWithdrawalText, isWithdrawnTitle } from './withdrawal-texts.ts';

/**
 * The status of a paper; null for research. This is the one rule for papers of all sources. It reads what a publisher
 * states, and the fixed phrases with which authors, servers and journals mark such papers. Research about retractions,
 * covers or corrections has none of these phrases: see decision 44.
 */
export function publicationStatus({
  title,
  abstract,
  comment,
  statedStatus,
}: Pick<Paper, 'title' | 'abstract' | 'comment' | 'statedStatus'>): PublicationStatus | null {
  if (statedStatus !== undefined) return statedStatus;
  if (isNoticeTitle(title)) return 'notice';
  const isWithdrawn = isWithdrawnTitle(title) || isWithdrawalText(abstract) || isWithdrawalComment(comment ?? '');
  return isWithdrawn ? 'withdrawn' : null;
}
