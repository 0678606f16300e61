import type { LanguageName } from '../language/names.ts';
import type { Paper, PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/** Verbs for the feeds of channels, which people read outside of Discord. */
export interface FeedVerbs {
  /**
   * The feeds of the channel: that of its digests first, then one for each of its subscriptions, oldest first. Those that
   * are missing are made. Null if the channel is not stored, or belongs to another guild.
   */
  openFeeds(request: FeedRequest): Promise<readonly OpenFeed[] | null>;
  /** The same with new secrets. The old ones open nothing from now on. */
  renewFeeds(request: FeedRequest): Promise<readonly OpenFeed[] | null>;
  /** Deletes all feeds of the channel, and returns how many there were. */
  revokeFeeds(guildId: string, channelId: string): Promise<number>;
  /** The feed that a secret opens. Null if there is none, if its subscription was removed, or if its guild is gone. */
  feedBySecret(secret: string): Promise<StoredFeed | null>;
  /** The papers of the channel's digests: the newest digest first, each in its order, at most `limit`. */
  newestDigestPapers(channelId: string, limit: number): Promise<readonly DigestedPaper[]>;
  /** When each of the papers became news. Other papers are left out. */
  newsTimes(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, Instant>>;
}

export interface FeedRequest {
  readonly guildId: string;
  readonly channelId: string;
  readonly at: Instant;
  /** Makes a secret of at least 128 random bits. */
  readonly newSecret: () => string;
}

/** A feed with its secret. */
export interface OpenFeed {
  readonly secret: string;
  /** The canonical topic of its subscription; null for the feed of the channel's digests. */
  readonly topic: string | null;
}

/** What a feed shows. */
export interface StoredFeed {
  readonly guildId: string;
  readonly channelId: string;
  /** The last known name of the channel; null if it is not known. */
  readonly channelName: string | null;
  /** The language of the channel's digests. */
  readonly language: LanguageName;
  readonly subscriptionId: number | null;
  /** The canonical topic of its subscription; null for the feed of the channel's digests. */
  readonly topic: string | null;
  readonly createdAt: Instant;
  /** The date of the channel's last digest; null if there was none. */
  readonly lastDigestDate: LocalDate | null;
}

/** A paper of a digest. */
interface DigestedPaper {
  readonly paper: Paper;
  /** The date of its digest. */
  readonly date: LocalDate;
  /** When its digest was made. */
  readonly at: Instant;
}
