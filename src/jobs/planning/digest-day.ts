import type { CoveredDays, MissingListing } from '../../digests/notes.ts';
import { latestOccurrence, localDate, occurrenceDate, occurrenceOf } from '../../digests/schedule.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import { datesUpTo, type LocalDate, minuteMs } from '../../time.ts';
import type { Topic } from '../../topics/topic.ts';
import type { AwaitedListing, ListingReadiness, StoredListing } from './listing-readiness.ts';

/** The day, or the days, that a digest is for, and which listings of them are stored. */
export interface DigestDay {
  readonly date: LocalDate;
  readonly covers: CoveredDays | null;
  readonly missing: readonly MissingListing[];
  readonly stored: readonly StoredListing[];
  /** Whether to wait: a missing listing can still come, and the grace period is not over. */
  readonly isWaiting: boolean;
}

/** How many of the missed days are checked for their listings. */
const daysChecked = 7;
/** After a start, missed listings are pulled first, even if the grace period is long over. */
const firstWaitMs = 10 * minuteMs;

export interface DayRequest {
  /** When the digest was first examined. */
  readonly since: Instant;
  readonly now: Instant;
  readonly topics: readonly Topic[];
}

/** The day of a channel's digest that is due now. A late digest has the last day it was due, and covers the days before. */
export async function readDueDay(
  channel: ChannelRecord,
  { since, now, topics }: DayRequest,
  readiness: ListingReadiness,
): Promise<DigestDay> {
  const { schedule, graceMinutes } = channel;
  const occurrence = latestOccurrence(schedule, now);
  const date = occurrenceDate(schedule, occurrence);
  const covers = coveredDays(channel, date);
  const occurrences = occurrencesOf(channel, covers, occurrence);
  const awaited = await missingOf(occurrences, topics, readiness);
  const deadline = graceMinutes === 0 ? 0 : Math.max(occurrence + graceMinutes * minuteMs, since + firstWaitMs);
  return {
    date,
    covers,
    missing: awaited.map(toMissing),
    stored: await readiness.stored(occurrences),
    isWaiting: now < deadline && awaited.some(({ canCome }) => canCome),
  };
}

/** The day of a digest that somebody asks for now. It does not wait. */
export async function readToday(
  zone: string,
  { now, topics }: Omit<DayRequest, 'since'>,
  readiness: ListingReadiness,
): Promise<DigestDay> {
  return {
    date: localDate(zone, now),
    covers: null,
    missing: (await readiness.missing(now, topics)).map(toMissing),
    stored: await readiness.stored([now]),
    isWaiting: false,
  };
}

const toMissing = ({ canCome: _, ...missing }: AwaitedListing): MissingListing => missing;

function coveredDays(channel: ChannelRecord, to: LocalDate): CoveredDays | null {
  const { schedule, nextDigestAt, unblockedAt } = channel;
  const from = occurrenceDate(schedule, nextDigestAt);
  if (from >= to) return null;
  return { from, to, reason: unblockedAt !== null && unblockedAt > nextDigestAt ? 'blocked' : 'away' };
}

/** When the digests of these days were due, for the last `daysChecked` days. */
function occurrencesOf(
  { schedule }: ChannelRecord,
  covers: CoveredDays | null,
  occurrence: Instant,
): readonly Instant[] {
  if (covers === null) return [occurrence];
  const days = datesUpTo(covers.to, daysChecked);
  return days.filter((day) => day >= covers.from).flatMap((day) => occurrenceOf(schedule, day) ?? []);
}

/** Each listing once, oldest first. */
async function missingOf(
  occurrences: readonly Instant[],
  topics: readonly Topic[],
  readiness: ListingReadiness,
): Promise<readonly AwaitedListing[]> {
  const found = new Map<string, AwaitedListing>();
  for (const occurrence of occurrences) {
    for (const listing of await readiness.missing(occurrence, topics)) {
      found.set(`${listing.source} ${listing.date}`, listing);
    }
  }
  return [...found.values()];
}
