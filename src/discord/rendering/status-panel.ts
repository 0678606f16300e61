import { announceTypes, isNews } from '../../papers/announce-type.ts';
import type { DayKind } from '../../papers/listing.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { ListingRecord } from '../../store/listings.ts';
import type { Delivery, DeliveryState } from '../../store/outbox.ts';
import type { DigestRun } from '../../store/runs.ts';
import type { Indexing } from '../../store/search-index.ts';
import { minuteMs } from '../../time.ts';
import { showBlock } from './block.ts';
import { showCompleteness } from './completeness.ts';
import { escapeToFit } from './escape.ts';
import { showIndexing } from './indexing-note.ts';
import type { Message } from './message.ts';
import { messageLimits } from './message-limits.ts';
import { showNextDigest } from './next-digest.ts';
import { count, listOf, showNumber } from './numbers.ts';
import { showDate, timestamp } from './time.ts';

/** The state of a day's digest. */
export type RunState = 'delivered' | 'on its way' | 'withdrawn' | Exclude<DigestRun['state'], 'planned'>;

export interface ShownRun {
  readonly run: DigestRun;
  readonly state: RunState;
  /** Why it failed or is delayed; null otherwise. */
  readonly reason: string | null;
  /** Its messages that are still stored. */
  readonly parts: readonly Delivery[];
}

interface ShownSource {
  readonly name: string;
  /** Its newest listing; null before its first pull. */
  readonly listing: ListingRecord | null;
  /** The kind of that listing's day in the source's calendar; null if the source has no calendar. */
  readonly day: DayKind | null;
}

export interface StatusPanel {
  readonly channelId: string;
  /** Null if the channel has no settings yet. */
  readonly channel: ChannelRecord | null;
  readonly subscriptionCount: number;
  /** How many of the subscriptions have topics that cannot be read, which can happen after an update of the bot. */
  readonly unreadableTopics: number;
  readonly now: Instant;
  /** Newest day first. */
  readonly runs: readonly ShownRun[];
  readonly sources: readonly ShownSource[];
  /** How far the search index is, if it is being filled again; null if it is complete. */
  readonly indexing: Indexing | null;
  /** The permissions that the bot lacks in the channel, in Discord's words. */
  readonly missingPermissions: readonly string[];
}

/** How much is shown. The first detail that fits into a message is used. */
interface Detail {
  readonly reasonLength: number;
  readonly runs: number;
}
const details: readonly Detail[] = [
  { reasonLength: 150, runs: 5 },
  { reasonLength: 80, runs: 5 },
  { reasonLength: 60, runs: 2 },
];
/** After a start a digest waits so long at least, for what is pulled then. */
const firstLookMs = 10 * minuteMs;

/** Whether the channel gets its digests, how the last ones ended, and the state of the sources. */
export function statusPanel(panel: StatusPanel): Message {
  const contents = details.map((detail) => showPanel(panel, detail));
  return { content: contents.find(({ length }) => length <= messageLimits.content) ?? contents.at(-1) ?? '' };
}

function showPanel(panel: StatusPanel, detail: Detail): string {
  const runs = panel.runs.slice(0, detail.runs);
  return [
    `**Digest status of <#${panel.channelId}>**`,
    ...showChannel(panel, detail),
    ...showUnreadable(panel.unreadableTopics),
    ...showPermissions(panel.missingPermissions),
    ...(runs.length === 0 ? [] : ['**Last digests**', ...runs.map((run, index) => showRun(run, index === 0, detail))]),
    ...(panel.sources.length === 0
      ? []
      : ['**Sources**', ...panel.sources.map((source) => showSource(source, detail))]),
    ...(panel.indexing === null ? [] : [showIndexing(panel.indexing)]),
  ].join('\n');
}

function showChannel({ channel, subscriptionCount, runs, now }: StatusPanel, { reasonLength }: Detail): string[] {
  if (channel === null || subscriptionCount === 0) {
    return ['Nothing is subscribed here, so no digest comes. Subscribe with `/subscribe`.'];
  }
  const { nextDigestAt, pausedAt, blockedReason, graceMinutes } = channel;
  if (blockedReason !== null) return [showBlock(blockedReason, reasonLength)];
  const [latest] = runs;
  if (latest?.state === 'waiting' && pausedAt === null) {
    const names = listOf([...new Set(latest.run.missing.map(({ name }) => name))]);
    const until = timestamp(Math.max(nextDigestAt + graceMinutes * minuteMs, latest.run.since + firstLookMs), 't');
    return [
      `Waiting for ${names}: the digest of ${showDate(latest.run.date)} goes out at ${until}, with the papers that I have by then.`,
    ];
  }
  return [showNextDigest(channel, now)];
}

const showUnreadable = (topics: number): string[] =>
  topics === 0
    ? []
    : [`**${count(topics, 'topic')} cannot be read**, so their papers are missing. See \`/subscriptions\`.`];

const showPermissions = (missing: readonly string[]): string[] =>
  missing.length === 0
    ? ['Permissions: I have all I need here.']
    : [`Permissions: I lack **${listOf(missing)}** here. Give it to me in the channel's settings, under Permissions.`];

/** `• Friday 12 June 2026: **delivered**, 3 of 5 matching papers, 40 announced, cs.CL 31 of 31 announced, 5 matched` */
function showRun(
  { run, state, reason, parts: deliveries }: ShownRun,
  isNewest: boolean,
  { reasonLength }: Detail,
): string {
  const missing = [...new Set(run.missing.map(({ name }) => name))];
  const parts = [
    `• ${showDate(run.date)}: **${state}**`,
    ...(run.state === 'planned' ? [`${showNumber(run.shown)} of ${count(run.matched, 'matching paper')}`] : []),
    ...(run.state === 'waiting' || run.state === 'failed' ? [] : [`${showNumber(run.announced)} announced`]),
    ...(isNewest ? showCompleteness(run.counted ?? []) : []),
    ...(missing.length === 0 ? [] : [`without ${listOf(missing)}`]),
    ...(reason === null ? [] : [escapeToFit(reason, reasonLength)]),
    ...showLosses(deliveries, reasonLength),
  ];
  return parts.join(', ');
}

/** `1 of 3 messages dropped: why`, and what to do about messages that may not have arrived. */
function showLosses(deliveries: readonly Delivery[], reasonLength: number): string[] {
  const leftOut = deliveries.flatMap((delivery) => delivery.leftOut).length;
  const showLost = (state: DeliveryState, what: string) => {
    const lost = deliveries.filter((delivery) => delivery.state === state);
    if (lost.length === 0) return [];
    const why = lost[0]?.reason ? `: ${escapeToFit(lost[0].reason, reasonLength)}` : '';
    return [`${lost.length} of ${count(deliveries.length, 'message')} ${what}${why}`];
  };
  return [
    ...(leftOut === 0
      ? []
      : [`${count(leftOut, 'paper')} left out, because Discord refuses ${leftOut === 1 ? 'it' : 'them'}`]),
    ...showLost('dropped', 'dropped'),
    ...showLost('uncertain', 'may be missing (look in the channel; I do not send twice what may have arrived)'),
  ];
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
function showSource({ name, listing, day }: ShownSource, { reasonLength }: Detail): string {
  if (listing === null) return `• ${name}: **waiting**, not asked yet`;
  const { state, date, counts, reason, pulledAt, nextPullAt } = listing;
  const total = announceTypes.reduce((sum, type) => sum + counts[type], 0);
  const fresh = announceTypes.filter(isNews).reduce((sum, type) => sum + counts[type], 0);
  const isOpen = state !== 'listed' && state !== 'quiet';
  const parts = [
    `• ${name}: **${sourceWords[state]}** ${showDate(date)}${showDay(day, isOpen)}`,
    ...(total === 0 ? [] : [`${count(total, 'paper')} (${showNumber(fresh)} new)`]),
    ...(reason === null ? [] : [escapeToFit(reason, reasonLength)]),
    `asked ${timestamp(pulledAt, 'R')}`,
    ...(isOpen && nextPullAt !== null ? [`again ${timestamp(nextPullAt, 'R')}`] : []),
  ];
  return parts.join(', ');
}

/** Why a day is quiet, or that its announcement is late, by the source's calendar. */
function showDay(day: DayKind | null, isOpen: boolean): string {
  if (day === 'weekend' || day === 'holiday') return ` (${day})`;
  return day === 'expected' && isOpen ? ' (late)' : '';
}
