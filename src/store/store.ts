import type { Destination } from '../digests/destination.ts';
import type { MarkedPaper } from '../digests/feedback.ts';
import type { NewsPaper } from '../digests/news.ts';
import type { Ping } from '../digests/pings.ts';
import type { Meaning } from '../meaning/meaning.ts';
import type { AnnounceType } from '../papers/announce-type.ts';
import type { Listing } from '../papers/listing.ts';
import type { Paper, PaperId, SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { Topic } from '../topics/topic.ts';
import type { AddressCodeVerbs } from './address-codes.ts';
import type { AnnouncementVerbs } from './announcements.ts';
import type { BackfillVerbs } from './backfill.ts';
import type { BlockVerbs } from './blocks.ts';
import type { PlaceVerbs } from './channel-places.ts';
import type {
  ChannelRecord,
  Draft,
  DuePosition,
  NewDraft,
  RemovedSubscription,
  SettingsChange,
  SubscribeOutcome,
  SubscribeRequest,
  Subscription,
} from './channels.ts';
import type { ClubVerbs } from './clubs.ts';
import type { DestinationVerbs } from './destinations.ts';
import type { DigestPaperVerbs } from './digest-papers.ts';
import type { DiscussionVerbs } from './discussions.ts';
import type { EnrichmentVerbs } from './enrichment.ts';
import type { FeedVerbs } from './feeds.ts';
import type { FollowUpVerbs } from './follow-ups.ts';
import type { HealthVerbs } from './health.ts';
import type { LeaseVerbs } from './leases.ts';
import type { ListingRecord, PaperListing, RecordedCounts } from './listings.ts';
import type { LossVerbs } from './losses.ts';
import type { MarkVerbs } from './marks.ts';
import type { OnboardingVerbs } from './onboarding.ts';
import type { Delivery, DeliveryState, DigestPlan, Settlement } from './outbox.ts';
import type { PauseVerbs } from './pauses.ts';
import type { PingVerbs } from './pings.ts';
import type { PublicationVerbs } from './publications.ts';
import type { ReadingListVerbs } from './reading-lists.ts';
import type { RunVerbs } from './runs.ts';
import type { Indexing, SearchIndexVerbs } from './search-index.ts';
import type { SettingsDraftVerbs } from './settings-drafts.ts';
import type { Snippet } from './snippet.ts';
import type { StatisticsVerbs } from './statistics.ts';
import type { StoredDataVerbs } from './stored-data.ts';
import type { StoredDigestVerbs } from './stored-digests.ts';
import type { UpkeepVerbs } from './upkeep.ts';
import type { UpvoteVerbs } from './upvotes.ts';
import type { VectorVerbs } from './vectors.ts';
import type { WeeklyReviewVerbs } from './weekly-reviews.ts';

/**
 * Everything that Paperboy stores. Each method is one atomic verb: it happens completely or not at all, and once its
 * promise is fulfilled, its result survives a power cut.
 */
export interface Store
  extends AnnouncementVerbs,
    RunVerbs,
    DigestPaperVerbs,
    ClubVerbs,
    DestinationVerbs,
    AddressCodeVerbs,
    StatisticsVerbs,
    PauseVerbs,
    BlockVerbs,
    PlaceVerbs,
    DiscussionVerbs,
    SettingsDraftVerbs,
    OnboardingVerbs,
    FollowUpVerbs,
    FeedVerbs,
    LossVerbs,
    MarkVerbs,
    PingVerbs,
    PublicationVerbs,
    BackfillVerbs,
    UpvoteVerbs,
    EnrichmentVerbs,
    SearchIndexVerbs,
    UpkeepVerbs,
    HealthVerbs,
    LeaseVerbs,
    VectorVerbs,
    WeeklyReviewVerbs,
    ReadingListVerbs,
    StoredDataVerbs,
    StoredDigestVerbs,
    AsyncDisposable {
  /** The table that stored topics are read with, and that its searches use. */
  readonly meaning: Meaning;

  // Listings and papers

  /**
   * Adds a pulled listing: papers are merged by id, and entries are added to those already stored. The listing, its
   * entries and its news appear in one step, after its papers. If the process dies in between, the papers are stored
   * but not announced, and the next pull announces them.
   */
  recordListing(listing: Listing, at: Instant): Promise<RecordedCounts>;
  /** Records that a pull failed, or that the source has not announced the day yet. Nothing else changes. */
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
  /** The paper that has this id, as its own or as a stated one. */
  paper(id: PaperId): Promise<Paper | null>;
  /**
   * The stored papers of other places that are most likely the same work, by title and authors: see `duplicateGroups`.
   * Empty if there is none, or if the paper is not stored.
   */
  duplicates(id: PaperId): Promise<readonly Paper[]>;
  /** Stored papers that match, best first. Papers of equal rank come newest first. */
  searchPapers(search: PaperSearch): Promise<PaperPage>;
  /**
   * The word of stored titles and abstracts that is spelled most like the only word of the topic, and different from it.
   * Null if none is close enough to be meant.
   */
  nearestWord(topic: Topic): Promise<string | null>;
  /** How many matching papers become news per day, over the stored days of the window. */
  forecast(topic: Topic, window: ForecastWindow): Promise<Forecast>;
  /**
   * How much the papers of the window are about the only sentence of the topic, without those that the rest of the topic
   * rules out.
   * @throws StoreError `search-failed` if the topic does not have one sentence that all papers must be about
   */
  scoreNews(topic: Topic, window: Omit<ForecastWindow, 'examples'>): Promise<ScoredNews>;
  /** Papers that became news after the given one, oldest first, at most `limit`. */
  newsAfter(newsNumber: number, limit: number): Promise<readonly NewsPaper[]>;
  /** Papers that became news at this moment or later, newest first, at most `limit`. */
  newsSince(at: Instant, limit: number): Promise<readonly NewsPaper[]>;
  /** The listings of the given papers. Papers that no listing has are left out. */
  paperListings(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, readonly PaperListing[]>>;
  /** The number of the newest news; 0 if there is none. */
  lastNewsNumber(): Promise<number>;

  // Channels and subscriptions

  /** The channel's record, or null if it was never subscribed or configured. */
  channel(channelId: string): Promise<ChannelRecord | null>;
  /**
   * Changes the given settings of the channel and no others. If they change the schedule, the next digest moves to its
   * time under the new one.
   */
  configureChannel(change: SettingsChange): Promise<ChannelRecord>;
  /**
   * Subscribes the channel to a topic, or gives the subscription `replaces` of the guild a new topic, unless that was
   * removed. The same topic again changes nothing. Only papers that become news from now on are new to a new subscription.
   */
  subscribe(request: SubscribeRequest): Promise<SubscribeOutcome>;
  /**
   * Removes a subscription of the guild. It can be restored. If it was the channel's last one, unsent deliveries are
   * withdrawn. Null if there is no such subscription, or if it has another topic or channel meanwhile.
   * @param seen what its remover saw of it
   */
  unsubscribe(
    guildId: string,
    subscriptionId: number,
    at: Instant,
    seen?: Partial<Pick<Subscription, 'topic' | 'channelId'>>,
  ): Promise<RemovedSubscription | null>;
  /**
   * Undoes `unsubscribe`: withdrawn deliveries are sent after all. Null if there is nothing to restore.
   * @param cap the most subscriptions that the guild may have
   */
  restoreSubscription(
    guildId: string,
    subscriptionId: number,
    cap: number,
  ): Promise<Subscription | 'cap-reached' | null>;
  /** The guild's subscriptions, or those of one of its channels, oldest first. */
  subscriptions(guildId: string, channelId?: string): Promise<readonly Subscription[]>;
  /** Stores a subscription that the user has not confirmed yet. Drafts older than a day are deleted. */
  saveDraft(draft: NewDraft): Promise<Draft>;
  draft(guildId: string, draftId: number): Promise<Draft | null>;

  // Digests and deliveries

  /**
   * Channels whose next digest is due, the longest due first, starting after `after`. Each has a subscription, is
   * neither blocked nor paused (a pause may be over), and its guild has not removed the bot.
   */
  dueChannels(now: Instant, limit: number, after?: DuePosition): Promise<readonly ChannelRecord[]>;
  /** Channels whose next digest or review is later than any schedule allows: the clock was wrong when it was set. */
  strayChannels(latest: Instant): Promise<readonly ChannelRecord[]>;
  /**
   * Sets a channel's next digest and next review again by its schedule, and clears `lastDigestDate` and `reviewedUntil`,
   * which may be in the future.
   */
  correctNextDigest(channelId: string, at: Instant): Promise<ChannelRecord>;
  /** Everything from the store that a digest of the channel is made from. */
  digestInput(channelId: string): Promise<DigestInput>;
  /** The same for several channels, in no order. Those that are not stored are left out. */
  digestInputs(channelIds: readonly string[]): Promise<readonly DigestInput[]>;
  /** The given papers that an earlier digest of the channel contains. */
  postedPapers(channelId: string, ids: readonly PaperId[]): Promise<ReadonlySet<PaperId>>;
  /** The given papers that are in a digest of a channel which this person subscribed to a topic, or that they saved. */
  papersShownTo(userId: string, ids: readonly PaperId[]): Promise<ReadonlySet<PaperId>>;
  /**
   * Freezes a digest in one step: its papers, its parts as planned deliveries, for the channel and for its destinations, and
   * the channel's next occurrence by its schedule. Without parts (a quiet day), only the next occurrence and the news cursor move. If the channel already has
   * a digest of this date, that one stays, only the next occurrence moves, and the result is false. If somebody has
   * paused the channel meanwhile, nothing changes, and the result is false, unless the digest was requested.
   * @throws StoreError `conflict` if the channel received one of the papers, or a duplicate of one
   */
  planDigest(plan: DigestPlan): Promise<boolean>;
  /** The trail of a paper on its way to a channel; null if the paper is not stored. */
  paperTrail(channelId: string, id: PaperId): Promise<PaperTrail | null>;
  /** The deliveries of the channel's digest of that date to the channel itself, in order; empty if there is none. */
  deliveries(channelId: string, date: LocalDate): Promise<readonly Delivery[]>;
  /**
   * Claims deliveries to channels for a worker that sends them now, and marks them `sending`. They are planned or to be
   * retried, due, and every earlier part of their digest is finished. A delivery that is due more than a day ahead is due
   * now: no wait is that long, so a clock was wrong. If a channel is given, only its deliveries are claimed.
   */
  claimDeliveries(workerId: string, now: Instant, limit: number, channelId?: string): Promise<readonly Delivery[]>;
  /** When the next delivery to a channel after this moment is due; null if there is none. */
  nextDeliveryAt(now: Instant): Promise<Instant | null>;
  /**
   * Settles an attempt of a worker. False if nothing changes, because the delivery has ended, or because another worker has
   * taken it over. A message that was posted counts nevertheless.
   */
  settleDelivery(workerId: string, deliveryId: number, settlement: Settlement): Promise<boolean>;
  /** Drops the deliveries of blocked channels and destinations that were planned before `plannedBefore`, and returns them. */
  expireDeliveries(plannedBefore: Instant, reason: string, at: Instant): Promise<readonly Delivery[]>;

  counts(): Promise<StoreCounts>;
}

export interface PaperSearch {
  readonly topic: Topic;
  /** Only papers that were announced on this day or later, and not published before it. */
  readonly since?: LocalDate | undefined;
  /**
   * The order: best match first by default, or the latest date of publication first, which finds only papers that became
   * news.
   */
  readonly order?: 'best' | 'newest';
  readonly offset: number;
  readonly limit: number;
}

export interface PaperPage {
  readonly papers: readonly Paper[];
  /** For each of the papers, in the same order: an excerpt where its abstract matches, or null. */
  readonly snippets: readonly (Snippet | null)[];
  /** For each of the papers, in the same order: its duplicates, which are not results of their own. */
  readonly duplicates: readonly (readonly Paper[])[];
  /** How many papers match in total. Duplicates count once. */
  readonly total: number;
  /**
   * How many papers were examined, if too many could match: the first ones in the order of the search. Then `total`
   * counts their matches, and more papers may match.
   */
  readonly examined?: number;
  /** How many of the matches can be listed, if not all can: the first ones. */
  readonly listed?: number;
  /** How far the search index is, if it is being filled again. Then older papers may match as well. */
  readonly indexing?: Indexing;
}

export interface ForecastWindow {
  readonly now: Instant;
  readonly days: number;
  /** How many of the newest matches to return. */
  readonly examples: number;
}

export interface Forecast {
  /**
   * How many listing dates within the window have news; 0 if nothing is stored yet. If too many papers have to be read
   * one by one, only the newest of these dates are counted, here and in `matchedCount`.
   */
  readonly daysCovered: number;
  readonly matchedCount: number;
  /** `matchedCount / daysCovered`, or 0. */
  readonly papersPerDay: number;
  /** The newest matches first. */
  readonly examples: readonly Paper[];
  /** How far the search index is, if papers of the window are not in it yet. Then more of them may match. */
  readonly indexing?: Indexing;
}

export interface ScoredNews {
  /** See `Forecast`. */
  readonly daysCovered: number;
  /** The highest scores first. Papers below any strictness that a topic can have are left out. */
  readonly papers: readonly ScoredPaper[];
  readonly indexing?: Indexing;
}

export interface ScoredPaper {
  readonly id: PaperId;
  readonly score: number;
  readonly newsNumber: number;
}

export interface DigestInput {
  readonly channel: ChannelRecord;
  readonly subscriptions: readonly { readonly subscription: Subscription; readonly newsAfter: number }[];
  /** News up to this number was considered by the channel's earlier digests. */
  readonly consideredNewsNumber: number;
  /** What people said about the papers of its digests, those of the latest marks first. */
  readonly marks: readonly MarkedPaper[];
  /** Whether the channel has a journal club, whose people vote for papers. */
  readonly hasClub: boolean;
  /** The topics for which people want to be pinged, oldest first. */
  readonly pings: readonly Ping[];
  /** The channel's destinations that are not blocked. */
  readonly destinations: readonly Destination[];
  /** The table that the topics are read with. */
  readonly meaning: Meaning;
}

/** Where a paper was listed, what made it news, and which digests of the channel contain it or considered it. */
export interface PaperTrail {
  readonly paper: Paper;
  /** Oldest first. */
  readonly listings: readonly {
    readonly source: SourceId;
    readonly date: LocalDate;
    readonly announceType: AnnounceType;
  }[];
  /** Null if none of the listings made it news. */
  readonly news: { readonly number: number; readonly date: LocalDate; readonly at: Instant } | null;
  /** The date of its announcement, if only a backfill brought it in, which no digest considers; null otherwise. */
  readonly pastDate: LocalDate | null;
  /** The channel's digest that contains the paper, with the number of its papers and the paper's place, from 1. */
  readonly postedIn: { readonly date: LocalDate; readonly papers: number; readonly place: number } | null;
  /** The channel's first digest that was planned after the paper became news. */
  readonly consideredIn: { readonly date: LocalDate; readonly papers: number } | null;
  /** Its duplicates, and the channel's digest that contains each. */
  readonly duplicates: readonly { readonly paper: Paper; readonly postedIn: PaperTrail['postedIn'] }[];
}

export interface StoreCounts {
  readonly papers: number;
  readonly subscriptions: number;
  readonly channels: number;
  readonly deliveriesByState: Readonly<Partial<Record<DeliveryState, number>>>;
}
