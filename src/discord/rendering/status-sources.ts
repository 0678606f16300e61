import { announceTypes, isNews } from '../../papers/announce-type.ts';
import type { DayKind } from '../../papers/listing.ts';
import type { Instant } from '../../ports.ts';
import type { ListingRecord } from '../../store/listings.ts';
import { hourMs } from '../../time.ts';
import { escapeToFit } from './escape.ts';
import { count, showNumber } from './numbers.ts';
import { showDate, timestamp } from './time.ts';

export interface ShownSource {
  readonly name: string;
  /** Its newest listing; null before its first pull. */
  readonly listing: ListingRecord | null;
  /** The kind of that listing's day in the source's calendar; null if the source has no calendar. */
  readonly day: DayKind | null;
}

const sourceWords: Readonly<Record<ListingRecord['state'], string>> = {
  listed: 'delivered',
  quiet: 'quiet',
  stale: 'stale',
  partial: 'partial',
  waiting: 'waiting',
  failed: 'failed',
};

/** `• arXiv: **delivered** Friday 12 June 2026, 1,234 papers (1,034 new), asked 5 minutes ago` */
export function showSource({ name, listing, day }: ShownSource, now: Instant, reasonLength: number): string {
  if (listing === null) return `• ${name}: **waiting**, not asked yet`;
  const { state, date, counts, reason, pulledAt, nextPullAt } = listing;
  const total = announceTypes.reduce((sum, type) => sum + counts[type], 0);
  const fresh = announceTypes.filter(isNews).reduce((sum, type) => sum + counts[type], 0);
  const isOpen = state !== 'listed' && state !== 'quiet' && !isOver(listing, now);
  const word = state === 'waiting' && !isOpen ? 'announced nothing' : sourceWords[state];
  const parts = [
    `• ${name}: **${word}** ${showDate(date)}${showDay(day, isOpen)}`,
    ...(total === 0 ? [] : [`${count(total, 'paper')} (${showNumber(fresh)} new)`]),
    ...(reason === null ? [] : [escapeToFit(reason, reasonLength)]),
    `asked ${timestamp(pulledAt, 'R')}`,
    ...(isOpen && nextPullAt !== null ? [`again ${timestamp(nextPullAt, 'R')}`] : []),
  ];
  return parts.join(', ');
}

/** Whether an incomplete listing is no longer asked for. Until its day is over, it is asked for at least every hour. */
const isOver = ({ nextPullAt }: ListingRecord, now: Instant): boolean =>
  nextPullAt === null || nextPullAt < now - 2 * hourMs;

/** Why a day is quiet, or that its announcement is late, by the source's calendar. */
function showDay(day: DayKind | null, isOpen: boolean): string {
  if (day === 'weekend' || day === 'holiday') return ` (${day})`;
  return day === 'expected' && isOpen ? ' (late)' : '';
}
