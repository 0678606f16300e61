import type { ChannelKind } from '../digests/channel-kind.ts';
import type { LayoutName } from '../digests/layout-name.ts';
import type { RankingName } from '../digests/ranking-name.ts';
import type { Schedule, Weekday } from '../digests/schedule.ts';
import type { LanguageName } from '../language/names.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { Topic } from '../topics/topic.ts';

export interface ChannelSettings {
  readonly channelId: string;
  readonly guildId: string;
  readonly schedule: Schedule;
  /** At most this many papers a digest. */
  readonly maxPapers: number;
  /** How long a digest waits for a source that has not announced the day. */
  readonly graceMinutes: number;
  /** The layout of its digests. */
  readonly layout: LayoutName;
  /** What decides which papers come first in its digests. */
  readonly ranking: RankingName;
  /** The sources whose papers its digests take, sorted; null for all of them, also those of later versions. */
  readonly sources: readonly SourceId[] | null;
  /** Its digests take papers with this many upvotes or more. A paper without a count has none. */
  readonly minUpvotes: number;
  /** The role that its digests ping, or null. */
  readonly mentionRoleId: string | null;
  /** Whether it gets a line on days without papers. */
  readonly saysQuietDays: boolean;
  /** Whether it gets a reply when a paper that it received changes. */
  readonly followsUp: boolean;
  /** The weekday on which it gets its weekly review, or null. */
  readonly reviewDay: Weekday | null;
  /** Whether its digests are published to the servers that follow it. Only announcement channels can be followed. */
  readonly publishes: boolean;
  /** Whether a personal digest leaves out papers that its owner got in a server's digest. Elsewhere it changes nothing. */
  readonly omitsSeen: boolean;
  /** The language of its digests. */
  readonly language: LanguageName;
}

/** The settings that are stored as they are chosen. The schedule consists of three. */
const plainSettings = [
  'maxPapers',
  'graceMinutes',
  'layout',
  'ranking',
  'sources',
  'minUpvotes',
  'mentionRoleId',
  'saysQuietDays',
  'followsUp',
  'reviewDay',
  'publishes',
  'omitsSeen',
  'language',
] as const satisfies readonly (keyof ChannelSettings)[];

/** The settings of a channel that has none yet. */
export type ChannelDefaults = Pick<ChannelSettings, 'schedule' | 'maxPapers' | 'language'>;

/** All settings of a channel, each under the name by which it is changed. */
export type SettingValues = Schedule & Pick<ChannelSettings, (typeof plainSettings)[number]>;

export type SettingName = keyof SettingValues;

/** The settings that somebody changes. The others stay as they are, because somebody else may be changing them. */
export type ChangedSettings = { readonly [Name in SettingName]?: SettingValues[Name] | undefined };

export const settingValues = (settings: Omit<ChannelSettings, 'channelId' | 'guildId'>): SettingValues => ({
  ...settings.schedule,
  ...(Object.fromEntries(plainSettings.map((name) => [name, settings[name]])) as Omit<SettingValues, keyof Schedule>),
});

export interface SettingsChange {
  readonly channelId: string;
  readonly guildId: string;
  readonly changes: ChangedSettings;
  readonly defaults: ChannelDefaults;
  readonly at: Instant;
}

/** The cursor of a page of due channels: the last channel of the page before. */
export type DuePosition = Pick<ChannelRecord, 'nextDigestAt' | 'channelId'>;

export interface ChannelRecord extends ChannelSettings {
  /** Null if it is not known yet. */
  readonly kind: ChannelKind | null;
  readonly nextDigestAt: Instant;
  /** When the last digest was planned, quiet ones included, or null. */
  readonly lastDigestAt: Instant | null;
  /** The latest day that needs no further digest; null if there is none. */
  readonly lastDigestDate: LocalDate | null;
  /** When its next weekly review is due; null without one. */
  readonly nextReviewAt: Instant | null;
  /** The day of its last weekly review; null if there was none. */
  readonly reviewedUntil: LocalDate | null;
  /** Why nothing can be posted here, or null. */
  readonly blockedReason: string | null;
  /** When the last block ended; null if there was none. */
  readonly unblockedAt: Instant | null;
  /** Since when it is paused, or null. */
  readonly pausedAt: Instant | null;
  /** When the pause ends by itself; null if someone has to end it. */
  readonly pausedUntil: Instant | null;
  /** How many matching papers were left out after a pause or a long block. The next digest reports it. */
  readonly skippedPapers: number;
}

export interface Subscription {
  readonly id: number;
  readonly guildId: string;
  readonly channelId: string;
  /** The topic's canonical text. */
  readonly topic: string;
  /** The subscriber's user id; empty if that person has erased their data. */
  readonly createdBy: string;
  readonly createdAt: Instant;
}

export interface RemovedSubscription extends Subscription {
  /** How many parts of digests are not sent because the channel has no subscription left. */
  readonly withdrawnParts: number;
}

export interface SubscribeRequest {
  readonly guildId: string;
  readonly channelId: string;
  readonly topic: Topic;
  readonly userId: string;
  readonly at: Instant;
  readonly defaults: ChannelDefaults & { readonly nextDigestAt: Instant };
  /** The subscription that gets this topic and stays in its channel. If absent, a new subscription is made. */
  readonly replaces?: number;
  /** The topic that is replaced. If it is given and the subscription has another one by now, nothing changes. */
  readonly replacedTopic?: string;
  /** The most subscriptions that a guild may have. */
  readonly cap: number;
}

export type SubscribeOutcome =
  | {
      readonly kind: 'created' | 'edited' | 'already-there' | 'changed-meanwhile';
      readonly subscription: Subscription;
      readonly channel: ChannelRecord;
    }
  /** The subscription that the topic replaces was removed. */
  | { readonly kind: 'removed-meanwhile' }
  | { readonly kind: 'cap-reached'; readonly cap: number };

/** A subscription that the user has not confirmed yet. */
export interface NewDraft {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly topicText: string;
  readonly replaces: number | null;
  /** The topic that the user saw in that subscription; null if there is none to replace. */
  readonly replacedTopic: string | null;
  readonly at: Instant;
}

export interface Draft extends NewDraft {
  readonly id: number;
}
