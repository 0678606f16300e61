import type { Say } from '../../language/say.ts';
import { announceTypes, isNews } from '../../papers/announce-type.ts';
import type { DayKind } from '../../papers/listing.ts';
import type { Instant } from '../../ports.ts';
import type { ListingRecord } from '../../store/listings.ts';
import { hourMs } from '../../time.ts';
import { escapeToFit } from './escape.ts';
import { timestamp } from './time.ts';

export interface ShownSource {
  readonly name: string;
  /** Its newest listing; null before its first pull. */
  readonly listing: ListingRecord | null;
  /** The kind of that listing's day in the source's calendar; null if the source has no calendar. */
  readonly day: DayKind | null;
}

const sourceWords = {
  listed: 'status.delivered',
  quiet: 'status.quiet',
  stale: 'status.stale',
  partial: 'status.partial',
  waiting: 'status.waitingRun',
  failed: 'status.failed',
} as const satisfies Record<ListingRecord['state'], string>;

/** `• arXiv: **delivered** Friday 12 June 2026, 1,234 papers (1,034 new), asked 5 minutes ago` */
export function showSource(
  { name: source, listing, day: dayKind }: ShownSource,
  now: Instant,
  reasonLength: number,
  say: Say,
): string {
  if (listing === null) return say('status.notAsked', { source });
  const { state, date, counts, reason, pulledAt, nextPullAt } = listing;
  const total = announceTypes.reduce((sum, type) => sum + counts[type], 0);
  const fresh = announceTypes.filter(isNews).reduce((sum, type) => sum + counts[type], 0);
  const isOpen = state !== 'listed' && state !== 'quiet' && !isOver(listing, now);
  const word = say(state === 'waiting' && !isOpen ? 'status.announcedNothing' : sourceWords[state]);
  const kind = kindOf(dayKind, isOpen);
  const values = { source, state: word, day: say.date(date) };
  const parts = [
    kind === null ? say('status.source', values) : say('status.sourceKind', { ...values, kind }),
    ...(total === 0 ? [] : [say('status.papers', { n: total, fresh })]),
    ...(reason === null ? [] : [escapeToFit(reason, reasonLength)]),
    say('status.asked', { when: timestamp(pulledAt, 'R') }),
    ...(isOpen && nextPullAt !== null ? [say('status.again', { when: timestamp(nextPullAt, 'R') })] : []),
  ];
  return say.join(parts, 'facts');
}

/** Whether an incomplete listing is no longer asked for. Until its day is over, it is asked for at least every hour. */
const isOver = ({ nextPullAt }: ListingRecord, now: Instant): boolean =>
  nextPullAt === null || nextPullAt < now - 2 * hourMs;

/** Why a day is quiet, or that its announcement is late, by the source's calendar. */
function kindOf(day: DayKind | null, isOpen: boolean): 'weekend' | 'holiday' | 'other' | null {
  if (day === 'weekend' || day === 'holiday') return day;
  return day === 'expected' && isOpen ? 'other' : null;
}
