import type { LayoutName } from '../digests/layout-name.ts';
import type { Schedule } from '../digests/schedule.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { Topic } from '../topics/topic.ts';

export interface ChannelSettings {
  readonly channelId: string;
  readonly guildId: string;
  readonly schedule: Schedule;
  /** At most this many papers a digest. */
  readonly maxPapers: number;
  /** How long a digest waits for a source that has not told the day; left as it is where absent. */
  readonly graceMinutes?: number;
  /** How the messages of its digest look; left as it is where absent. */
  readonly layout?: LayoutName;
}

/** Where a look at the due channels left off. */
export type DuePosition = Pick<ChannelRecord, 'nextDigestAt' | 'channelId'>;

export interface ChannelRecord extends ChannelSettings {
  readonly graceMinutes: number;
  readonly layout: LayoutName;
  readonly nextDigestAt: Instant;
  /** When the last digest was planned (a quiet one counts), or null. */
  readonly lastDigestAt: Instant | null;
  /** The last of its days that needs no digest any more; null where it never had one. */
  readonly lastDigestDate: LocalDate | null;
  /** Why nothing can be posted here, or null. */
  readonly blockedReason: string | null;
  /** When a block last ended; null where there was none. */
  readonly unblockedAt: Instant | null;
  /** Since when it is paused, or null. */
  readonly pausedAt: Instant | null;
  /** When the pause ends by itself; null where someone has to end it. */
  readonly pausedUntil: Instant | null;
  /** Matching papers that were left out after a pause or a long block, to be told by the next digest. */
  readonly skippedPapers: number;
}

export interface Subscription {
  readonly id: number;
  readonly guildId: string;
  readonly channelId: string;
  /** The topic's canonical text. */
  readonly topic: string;
  /** Who subscribed, a user id. */
  readonly createdBy: string;
  readonly createdAt: Instant;
}

export interface RemovedSubscription extends Subscription {
  /** Parts of digests that are not sent, since nobody subscribes the channel any more. */
  readonly withdrawnParts: number;
}

export interface SubscribeRequest {
  readonly guildId: string;
  readonly channelId: string;
  readonly topic: Topic;
  readonly userId: string;
  readonly at: Instant;
  /** Where the channel has no settings yet, it gets these. */
  readonly defaults: { readonly schedule: Schedule; readonly maxPapers: number; readonly nextDigestAt: Instant };
  /** The subscription that gets this topic, channel stays; absent: a new one. */
  readonly replaces?: number;
  /** Most subscriptions a guild may have. */
  readonly cap: number;
}

export type SubscribeOutcome =
  | {
      readonly kind: 'created' | 'edited' | 'already-there';
      readonly subscription: Subscription;
      readonly channel: ChannelRecord;
    }
  | { readonly kind: 'cap-reached'; readonly cap: number };

/** A subscription that was shown but not confirmed. */
export interface NewDraft {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly topicText: string;
  readonly replaces: number | null;
  readonly at: Instant;
}

export interface Draft extends NewDraft {
  readonly id: number;
}
