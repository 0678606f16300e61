import type { Stretch } from '../../cooperate.ts';
import type { Digest } from '../../digests/digest.ts';
import type { CountedListing, DigestNotes } from '../../digests/notes.ts';
import { planPings } from '../../digests/pings.ts';
import { nextAfter } from '../../digests/rescheduling.ts';
import type { ChannelPoster } from '../../discord/posting/poster.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { DigestPlan } from '../../store/outbox.ts';
import type { DigestRun } from '../../store/runs.ts';
import type { DigestInput, Store } from '../../store/store.ts';
import { buildDigest } from './channel-digest.ts';
import { composeCopies } from './copies.ts';
import type { DigestDay } from './digest-day.ts';
import { emptyRun } from './digest-runs.ts';
import { withTrends } from './digest-trends.ts';
import type { StoredListing } from './listing-readiness.ts';
import type { PlanTools } from './planning-round.ts';
import type { RoundMatches } from './round-matches.ts';

export interface FrozenDigest {
  /**
   * - `quiet`: no paper matches
   * - `stale`: no paper matches, but a listing is missing, or a category of the topics was not read
   * - `already-planned`: the channel has a digest of this date already, or somebody has paused it meanwhile
   */
  readonly outcome: PreparedDigest['state'] | 'already-planned';
  readonly digest: Digest;
}

export interface PrepareRequest {
  readonly day: Omit<DigestDay, 'isWaiting'>;
  /** When the scheduled digest was first examined. Null if somebody asked for the digest. */
  readonly since: Instant | null;
}

/** A digest that is made and not stored yet. */
export interface PreparedDigest {
  readonly state: 'planned' | 'quiet' | 'stale';
  readonly digest: Digest;
  readonly plan: DigestPlan;
}

/**
 * Makes the channel's digest of a day from matched news, and its messages.
 * @param tools `stretch` is the work that digests share which are prepared at once
 */
export async function prepareDigest(
  input: DigestInput,
  { day, since }: PrepareRequest,
  matches: RoundMatches,
  tools: Pick<PlanTools, 'store' | 'poster' | 'destinationPosters' | 'clock' | 'log'> & { readonly stretch?: Stretch },
): Promise<PreparedDigest> {
  const { store, poster, clock, stretch } = tools;
  const now = clock();
  const { channelId, skippedPapers } = input.channel;
  const { covers, missing, date } = day;
  const { digest: bare, consideredNewsNumber } = await buildDigest(input, date, matches, store);
  const counted = day.stored.map((listing) => countMatches(listing, bare));
  const notes: DigestNotes = { covers, missing, counted, madeAt: now, skippedPapers };
  const digest = await withTrends({ ...bare, notes }, store, now);
  // Several digests are prepared at once, and each takes milliseconds to render.
  while (stretch?.isOver()) await stretch.end();
  const isIncomplete = missing.length > 0 || counted.some(hasUnread);
  const state = digest.items.length > 0 ? 'planned' : isIncomplete ? 'stale' : 'quiet';
  // A digest that somebody asked for and that is empty leaves the day open for the scheduled one.
  const isOver = state === 'planned' || since !== null;
  const counts = { announced: digest.announcedCount, matched: digest.matchedCount, shown: digest.items.length };
  const run: DigestRun = { ...emptyRun(channelId, date, since ?? now, now), ...counts, state, missing, counted };
  const quietDayParts = () => (since === null ? [] : composeQuietDay(input.channel, digest, now, poster));
  const plan: DigestPlan = {
    channelId,
    date,
    papers: digest.items.map(({ paper }) => paper.id),
    ...(digest.leftOut === undefined ? {} : { leftOut: digest.leftOut }),
    parts: state === 'planned' ? poster.compose(digest) : quietDayParts(),
    copies: state === 'planned' ? composeCopies(digest, input.destinations, tools) : [],
    consideredNewsNumber,
    at: now,
    isRequested: since === null,
    pings: planPings(input.pings, digest.items, input.meaning),
    ...(isOver ? { run } : {}),
  };
  return { state, digest, plan };
}

/** The line of a day without papers, if the channel wants one. A forum takes posts alone, so it gets none. */
function composeQuietDay(
  { saysQuietDays, kind, schedule, lastDigestDate, language }: ChannelRecord,
  digest: Digest,
  now: Instant,
  poster: Pick<ChannelPoster, 'composeQuietDay'>,
): DigestPlan['parts'] {
  if (!saysQuietDays || kind === 'forum') return [];
  const { date } = digest;
  const nextDigestAt = nextAfter(
    schedule,
    lastDigestDate !== null && lastDigestDate > date ? lastDigestDate : date,
    now,
  );
  return poster.composeQuietDay({ digest, nextDigestAt, language });
}

/** Stores a prepared digest: its papers, and its messages in the outbox, in one step. */
export async function freezeDigest(
  { state, digest, plan }: PreparedDigest,
  { store, meter }: Pick<PlanTools, 'meter'> & { readonly store: Pick<Store, 'planDigest'> },
): Promise<FrozenDigest> {
  const isNew = await store.planDigest(plan);
  const outcome = isNew ? state : 'already-planned';
  if (isNew) meter?.({ kind: 'digest', outcome, matched: digest.matchedCount, shown: digest.items.length });
  return { outcome, digest };
}

const hasUnread = ({ categories }: CountedListing): boolean => categories.some(({ doubt }) => doubt === 'unread');

function countMatches(
  { source, date, receipts }: StoredListing,
  { matchedIn = {}, lateIn = {} }: Pick<Digest, 'matchedIn' | 'lateIn'>,
): CountedListing {
  const categories = Object.entries(matchedIn).flatMap(([category, matching]) => {
    const receipt = receipts.get(category);
    const late = lateIn[category] ?? 0;
    return receipt === undefined ? [] : [{ ...receipt, matched: matching - late, ...(late === 0 ? {} : { late }) }];
  });
  return { source, date, categories };
}
