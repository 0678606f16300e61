import type { NewsPaper } from '../digests/news.ts';
import type { AnnounceType } from '../papers/announce-type.ts';
import type { Listing } from '../papers/listing.ts';
import type { Paper, PaperId, SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { Topic } from '../topics/topic.ts';
import type { AnnouncementVerbs } from './announcements.ts';
import type { BackfillVerbs } from './backfill.ts';
import type { BlockVerbs } from './blocks.ts';
import type {
  ChannelRecord,
  ChannelSettings,
  Draft,
  DuePosition,
  NewDraft,
  RemovedSubscription,
  SubscribeOutcome,
  SubscribeRequest,
  Subscription,
} from './channels.ts';
import type { EnrichmentVerbs } from './enrichment.ts';
import type { ListingRecord, RecordedCounts } from './listings.ts';
import type { LossVerbs } from './losses.ts';
import type { Delivery, DeliveryState, DigestPlan, Settlement } from './outbox.ts';
import type { PauseVerbs } from './pauses.ts';
import type { RunVerbs } from './runs.ts';
import type { Snippet } from './snippet.ts';
import type { UpkeepVerbs } from './upkeep.ts';
import type { UpvoteVerbs } from './upvotes.ts';

/**
 * What is remembered. Each method is one atomic verb: it happens whole or not at all, and once its promise is
 * fulfilled it survives a power cut.
 */
export interface Store
  extends AnnouncementVerbs,
    RunVerbs,
    PauseVerbs,
    BlockVerbs,
    LossVerbs,
    BackfillVerbs,
    UpvoteVerbs,
    EnrichmentVerbs,
    UpkeepVerbs,
    AsyncDisposable {
  // Listings and papers

  /**
   * Adds what a pull brought: papers are merged by id, the listing's entries added to those already there. The listing,
   * its entries and its news appear in one step, after its papers: a process that dies meanwhile leaves papers that are
   * stored and that nobody announced, for the next pull to announce.
   */
  recordListing(listing: Listing, at: Instant): Promise<RecordedCounts>;
  /** Remembers that a pull failed, or that the source has not told the day yet; nothing else changes. */
  recordFailedPull(
    source: SourceId,
    date: LocalDate,
    reason: string,
    at: Instant,
    state?: 'failed' | 'waiting' | 'stale',
  ): Promise<void>;
  listing(source: SourceId, date: LocalDate): Promise<ListingRecord | null>;
  /** The newest listing records of every source, newest date first. */
  recentListings(limit: number): Promise<readonly ListingRecord[]>;
  /** The paper of that id, or of which a source states it. */
  paper(id: PaperId): Promise<Paper | null>;
  /** Stored papers that match, best first, and those of equal rank newest first. */
  searchPapers(search: PaperSearch): Promise<PaperPage>;
  /** How many papers a day became news and match, over the days stored within the window. */
  forecast(topic: Topic, window: ForecastWindow): Promise<Forecast>;
  /** Papers that became news after the given one, oldest first, at most `limit`. */
  newsAfter(newsNumber: number, limit: number): Promise<readonly NewsPaper[]>;
  /** Papers that became news at this moment or later, newest first, at most `limit`. */
  newsSince(at: Instant, limit: number): Promise<readonly NewsPaper[]>;
  /** The number of the newest news, 0 where there is none. */
  lastNewsNumber(): Promise<number>;

  // Channels and subscriptions

  /** The channel's settings, or null where it never had a subscription. */
  channel(channelId: string): Promise<ChannelRecord | null>;
  /** Sets the channel's settings and its next digest. */
  configureChannel(settings: ChannelSettings, nextDigestAt: Instant): Promise<ChannelRecord>;
  /**
   * Subscribes the channel, or edits: the same topic again changes nothing, and `replaces` gives a subscription of the
   * guild a new topic. Seeds: only papers that become news from now on are new to a new subscription.
   */
  subscribe(request: SubscribeRequest): Promise<SubscribeOutcome>;
  /**
   * Removes a subscription of the guild. It can be restored. With the last one of a channel goes what is planned for it
   * and not sent: it is withdrawn. Null where there is none.
   */
  unsubscribe(guildId: string, subscriptionId: number, at: Instant): Promise<RemovedSubscription | null>;
  /** Undoes `unsubscribe`, as if it had not happened: what was withdrawn is sent after all. Null where there is nothing to restore. */
  restoreSubscription(guildId: string, subscriptionId: number): Promise<Subscription | null>;
  /** The guild's subscriptions, or those of one of its channels, oldest first. */
  subscriptions(guildId: string, channelId?: string): Promise<readonly Subscription[]>;
  /** Keeps what a user has not confirmed yet; drafts older than a day are dropped. */
  saveDraft(draft: NewDraft): Promise<Draft>;
  draft(guildId: string, draftId: number): Promise<Draft | null>;

  // Digests and deliveries

  /**
   * Channels whose next digest is due, the longest due first, from behind `after` on. Each has a subscription, is not
   * blocked, not paused (or its pause is over), and its guild has not removed the bot.
   */
  dueChannels(now: Instant, limit: number, after?: DuePosition): Promise<readonly ChannelRecord[]>;
  /** Channels whose next digest is later than any schedule can be: the clock was wrong when it was set. */
  strayChannels(latest: Instant): Promise<readonly ChannelRecord[]>;
  /** Sets a channel's next digest to what its schedule says, and takes back days that have not come. */
  correctNextDigest(channelId: string, nextDigestAt: Instant): Promise<void>;
  /** What a digest of the channel is made from. */
  digestInput(channelId: string): Promise<DigestInput>;
  /** Papers among the given ones that an earlier digest of the channel holds. */
  postedPapers(channelId: string, ids: readonly PaperId[]): Promise<ReadonlySet<PaperId>>;
  /** Papers among the given ones that are in a listing which an earlier digest of the channel did not have. */
  latePapers(channelId: string, ids: readonly PaperId[]): Promise<ReadonlySet<PaperId>>;
  /**
   * Freezes a digest: its papers, its parts as planned deliveries, the channel's next occurrence, in one step.
   * With no parts (a quiet day) only the next occurrence and the news cursor move. A digest that is there already for
   * this channel and date stays as it is: then false, and only the next occurrence moves.
   */
  planDigest(plan: DigestPlan): Promise<boolean>;
  /** What became of a paper on its way to a channel; null where the paper is not stored. */
  paperTrail(channelId: string, id: PaperId): Promise<PaperTrail | null>;
  /** The deliveries of the channel's digest of that date, in order; empty where there is none. */
  deliveries(channelId: string, date: LocalDate): Promise<readonly Delivery[]>;
  /**
   * Takes deliveries to be sent now and marks them `sending`: planned or retry, due, and each with every earlier part
   * of its digest sent (or given up). One that is due more than a day ahead is due now: no wait is that long, so a
   * clock was wrong. Of one channel alone, where it is given.
   */
  claimDeliveries(now: Instant, limit: number, channelId?: string): Promise<readonly Delivery[]>;
  /** When the next delivery after this moment is due, by its own time; null where none is. */
  nextDeliveryAt(now: Instant): Promise<Instant | null>;
  /** Deliveries that were `sending` when the process ended, to be told apart and settled at start. */
  interruptedDeliveries(): Promise<readonly Delivery[]>;
  settleDelivery(deliveryId: number, settlement: Settlement): Promise<void>;
  /** Gives up the deliveries that a blocked channel has held back since before `plannedBefore`, and names them. */
  expireDeliveries(plannedBefore: Instant, reason: string, at: Instant): Promise<readonly Delivery[]>;

  counts(): Promise<StoreCounts>;
}

export interface PaperSearch {
  readonly topic: Topic;
  /** Only papers that became news at this moment or later. */
  readonly since?: Instant;
  /** What comes first: the best match, unless told otherwise, or what became news last (then only news are found). */
  readonly order?: 'best' | 'newest';
  readonly offset: number;
  readonly limit: number;
}

export interface PaperPage {
  readonly papers: readonly Paper[];
  /** For each of the papers, in the same order: where its abstract matches, or null where it does not. */
  readonly snippets: readonly (Snippet | null)[];
  /** How many match in all. */
  readonly total: number;
  /**
   * Where so many could match that only the newest of them were looked at and ranked: how many. Then `total` of these
   * match, and maybe older papers, too.
   */
  readonly newestRanked?: number;
}

export interface ForecastWindow {
  readonly now: Instant;
  readonly days: number;
  /** How many of the newest matches to bring along. */
  readonly examples: number;
}

export interface Forecast {
  /**
   * Dates of the listings by which any paper became news within the window; 0 where nothing is stored yet. Of a broad
   * topic of which each paper has to be read to be counted, only the newest of these days are looked at, and
   * `matchedCount` is theirs.
   */
  readonly daysCovered: number;
  readonly matchedCount: number;
  /** `matchedCount / daysCovered`, or 0. */
  readonly papersPerDay: number;
  /** The newest matches first. */
  readonly examples: readonly Paper[];
}

export interface DigestInput {
  readonly channel: ChannelRecord;
  readonly subscriptions: readonly { readonly subscription: Subscription; readonly newsAfter: number }[];
  /** News up to this number was considered by the channel's earlier digests. */
  readonly consideredNewsNumber: number;
}

/** Where a paper was listed, what made it news, and which digests of the channel hold it or could have. */
export interface PaperTrail {
  readonly paper: Paper;
  /** Oldest first. */
  readonly listings: readonly {
    readonly source: SourceId;
    readonly date: LocalDate;
    readonly announceType: AnnounceType;
  }[];
  /** Null where none of the listings made it news. */
  readonly news: { readonly number: number; readonly date: LocalDate; readonly at: Instant } | null;
  /** When it was announced, where a backfill brought it in later, for nobody's digest, and nothing made it news since. */
  readonly pastDate: LocalDate | null;
  /** The channel's digest that holds the paper, and how many it holds. */
  readonly postedIn: { readonly date: LocalDate; readonly papers: number } | null;
  /** The channel's first digest that was planned once the paper was news. */
  readonly consideredIn: { readonly date: LocalDate; readonly papers: number } | null;
}

export interface StoreCounts {
  readonly papers: number;
  readonly subscriptions: number;
  readonly channels: number;
  readonly deliveriesByState: Readonly<Partial<Record<DeliveryState, number>>>;
}
