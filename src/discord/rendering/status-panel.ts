import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { Indexing } from '../../store/search-index.ts';
import { minuteMs } from '../../time.ts';
import { permissions } from '../permissions.ts';
import { showBlock } from './block.ts';
import { showIndexing } from './indexing-note.ts';
import type { Message } from './message.ts';
import { messageLimits, showToFit } from './message-limits.ts';
import { showNextDigest } from './next-digest.ts';
import { count, listOf } from './numbers.ts';
import { type RunPlace, type ShownRun, showRun } from './status-runs.ts';
import { type ShownSource, showSource } from './status-sources.ts';
import { showDate, timestamp } from './time.ts';

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
export const statusPanel = (panel: StatusPanel): Message => ({
  content: showToFit(details, (detail) => showPanel(panel, detail), messageLimits.content),
});

function showPanel(panel: StatusPanel, detail: Detail): string {
  const runs = panel.runs.slice(0, detail.runs);
  return [
    `**Digest status of <#${panel.channelId}>**`,
    ...showChannel(panel, detail),
    ...showUnreadable(panel.unreadableTopics),
    ...(panel.isMeaningDamaged ? [damagedMeaning] : []),
    ...showPermissions(panel.missingPermissions),
    ...(runs.length === 0
      ? []
      : ['**Last digests**', ...runs.map((run, index) => showRun(run, placeOf(index, panel), detail.reasonLength))]),
    ...(panel.sources.length === 0
      ? []
      : ['**Sources**', ...panel.sources.map((source) => showSource(source, panel.now, detail.reasonLength))]),
    ...(panel.indexing === null ? [] : [showIndexing(panel.indexing)]),
  ].join('\n');
}

/** The oldest run is the channel's first one if no others were left out. */
const placeOf = (index: number, { runs, hasEarlierRuns }: StatusPanel): RunPlace => ({
  isNewest: index === 0,
  isFirst: index === runs.length - 1 && !hasEarlierRuns,
});

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

function showPermissions(missing: readonly string[]): string[] {
  if (missing.length === 0) return ['Permissions: I have all I need here.'];
  const what = missing.length === 1 ? 'it' : 'them';
  const lines = [
    `Permissions: I lack **${listOf(missing)}** here. Give ${what} to me in the channel's settings, under Permissions.`,
  ];
  return missing.includes(permissions.readMessageHistory.name) ? [...lines, whyHistory] : lines;
}

const damagedMeaning =
  'Topics by meaning, as in `about:"…"`, do not work: the bot’s table of word vectors is damaged. Tell the host of the bot, whose log says more.';

const whyHistory = '-# After an interruption I read the history, to see whether a message arrived.';
