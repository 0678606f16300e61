import type { CoveredDays, MissingListing } from '../digests/notes.ts';
import { addDays, latestOccurrence, occurrenceDate, occurrenceOf } from '../digests/schedule.ts';
import type { LocalDate } from '../papers/listing.ts';
import type { Instant } from '../ports.ts';
import type { ChannelRecord } from '../store/channels.ts';
import type { Topic } from '../topics/topic.ts';
import type { Gap, Readiness } from './readiness.ts';

/** The day, or the days, that a digest is for, and whether they are complete. */
export interface DigestDay {
  readonly date: LocalDate;
  readonly covers: CoveredDays | null;
  readonly missing: readonly MissingListing[];
  /** When the digests of these days were due, as far back as is looked at. */
  readonly occurrences: readonly Instant[];
  /** Whether it is worth waiting: something is missing that can still come, and the grace period is not over. */
  readonly isWaiting: boolean;
}

/** Of days that were missed, so many are looked at for what the sources told of them. */
const daysLookedAt = 7;
/** After a start, what was missed while the bot was away is pulled first, even where the grace period is long over. */
const firstLookMs = 10 * 60_000;
const minuteMs = 60_000;

/**
 * What a channel's digest is for that is due now. One that comes late is that of the last day it was due, and covers
 * the days before that were missed.
 * @param since when it was first looked at
 */
export async function readDigestDay(
  channel: ChannelRecord,
  since: Instant,
  now: Instant,
  desk: Readiness,
  readTopics: () => readonly Topic[],
): Promise<DigestDay> {
  const { schedule, graceMinutes } = channel;
  const occurrence = latestOccurrence(schedule, now);
  const date = occurrenceDate(schedule, occurrence);
  const covers = coveredDays(channel, date);
  const occurrences = occurrencesOf(channel, covers, occurrence);
  const gaps = await gapsOf(occurrences, desk, readTopics);
  const deadline = graceMinutes === 0 ? 0 : Math.max(occurrence + graceMinutes * minuteMs, since + firstLookMs);
  return {
    date,
    covers,
    occurrences,
    missing: gaps.map(({ canCome: _, ...missing }) => missing),
    isWaiting: now < deadline && gaps.some(({ canCome }) => canCome),
  };
}

function coveredDays(channel: ChannelRecord, to: LocalDate): CoveredDays | null {
  const { schedule, nextDigestAt, unblockedAt } = channel;
  const from = occurrenceDate(schedule, nextDigestAt);
  if (from >= to) return null;
  return { from, to, reason: unblockedAt !== null && unblockedAt > nextDigestAt ? 'blocked' : 'away' };
}

function occurrencesOf(
  { schedule }: ChannelRecord,
  covers: CoveredDays | null,
  occurrence: Instant,
): readonly Instant[] {
  if (covers === null) return [occurrence];
  const days = Array.from({ length: daysLookedAt }, (_, index) => addDays(covers.to, index + 1 - daysLookedAt));
  return days.filter((day) => day >= covers.from).flatMap((day) => occurrenceOf(schedule, day) ?? []);
}

/** Each listing once, oldest first. */
async function gapsOf(
  occurrences: readonly Instant[],
  desk: Readiness,
  readTopics: () => readonly Topic[],
): Promise<readonly Gap[]> {
  const found = new Map<string, Gap>();
  for (const occurrence of occurrences) {
    for (const gap of await desk.gaps(occurrence, readTopics)) found.set(`${gap.source} ${gap.date}`, gap);
  }
  return [...found.values()];
}
