import type { Say } from '../../language/say.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { KnownDestination } from '../../store/destinations.ts';
import type { Indexing } from '../../store/search-index.ts';
import { minuteMs } from '../../time.ts';
import { permissions } from '../permissions.ts';
import { namePermissions, showBlock } from './block.ts';
import { emailLine } from './email-list.ts';
import { showIndexing } from './indexing-note.ts';
import type { Message } from './message.ts';
import { messageLimits, showToFit } from './message-limits.ts';
import { showNextDigest } from './next-digest.ts';
import { slackLine } from './slack-list.ts';
import { type RunPlace, type ShownRun, showRun } from './status-runs.ts';
import { type ShownSource, showSource } from './status-sources.ts';
import { timestamp } from './time.ts';

export interface StatusPanel {
  readonly channelId: string;
  /** Null if the channel has no settings yet. */
  readonly channel: ChannelRecord | null;
  readonly subscriptionCount: number;
  /** How many of the subscriptions have topics that cannot be read, which can happen after an update of the bot. */
  readonly unreadableTopics: number;
  /** Whether topics by meaning cannot be read, because the table of word vectors is damaged. */
  readonly isMeaningDamaged: boolean;
  readonly now: Instant;
  /** Newest day first. */
  readonly runs: readonly ShownRun[];
  /** Whether the channel has runs before these. */
  readonly hasEarlierRuns: boolean;
  readonly sources: readonly ShownSource[];
  /** Where its digests go besides. */
  readonly destinations?: readonly KnownDestination[];
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
export const statusPanel = (panel: StatusPanel, say: Say): Message => ({
  content: showToFit(details, (detail) => showPanel(panel, detail, say), messageLimits.content),
});

function showPanel(panel: StatusPanel, detail: Detail, say: Say): string {
  const { reasonLength } = detail;
  const runs = panel.runs.slice(0, detail.runs);
  return [
    say('status.title', { channel: `<#${panel.channelId}>` }),
    ...showChannel(panel, detail, say),
    ...(panel.unreadableTopics === 0 ? [] : [say('status.unreadable', { n: panel.unreadableTopics })]),
    ...(panel.isMeaningDamaged ? [say('status.damagedMeaning')] : []),
    ...showPermissions(panel.missingPermissions, say),
    ...(runs.length === 0 ? [] : [say('status.lastDigests')]),
    ...runs.map((run, index) => showRun(run, placeOf(index, panel), reasonLength, say)),
    ...emailLine(panel.destinations ?? [], say),
    ...slackLine(panel.destinations ?? [], say),
    ...(panel.sources.length === 0 ? [] : [say('status.sources')]),
    ...panel.sources.map((source) => showSource(source, panel.now, reasonLength, say)),
    ...(panel.indexing === null ? [] : [showIndexing(panel.indexing, say)]),
  ].join('\n');
}

/** The oldest run is the channel's first one if no others were left out. */
const placeOf = (index: number, { runs, hasEarlierRuns }: StatusPanel): RunPlace => ({
  isNewest: index === 0,
  isFirst: index === runs.length - 1 && !hasEarlierRuns,
});

function showChannel(panel: StatusPanel, { reasonLength }: Detail, say: Say): string[] {
  const { channel, subscriptionCount, runs, now } = panel;
  if (channel === null || subscriptionCount === 0) return [say('status.nothingSubscribed')];
  const { nextDigestAt, pausedAt, blockedReason, graceMinutes } = channel;
  if (blockedReason !== null) return [showBlock(blockedReason, reasonLength, say)];
  const [latest] = runs;
  if (latest?.state === 'waiting' && pausedAt === null) {
    const sources = say.list([...new Set(latest.run.missing.map(({ name }) => name))]);
    const until = timestamp(Math.max(nextDigestAt + graceMinutes * minuteMs, latest.run.since + firstLookMs), 't');
    return [
      say('status.waiting', { sources, day: say.date(latest.run.date), until }),
      ...showNextReview(channel, now, say),
    ];
  }
  return [showNextDigest(channel, now, say), ...showNextReview(channel, now, say)];
}

/** When the next weekly review comes. Nothing without one, and while the channel is paused. */
function showNextReview({ nextReviewAt: at, pausedAt }: ChannelRecord, now: Instant, say: Say): string[] {
  if (at === null || pausedAt !== null) return [];
  if (at <= now) return [say('reviews.nextDue')];
  return [say('reviews.nextAt', { at: timestamp(at, 'F'), relative: timestamp(at, 'R') })];
}

function showPermissions(missing: readonly string[], say: Say): string[] {
  if (missing.length === 0) return [say('status.permitted')];
  const lines = [say('status.lacking', namePermissions(missing, say))];
  return missing.includes(permissions.readMessageHistory.name) ? [...lines, say('status.whyHistory')] : lines;
}
