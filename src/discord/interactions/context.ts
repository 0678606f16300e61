import type { Digest } from '../../digests/digest.ts';
import type { DayKind, LocalDate } from '../../papers/listing.ts';
import type { Paper, PaperId } from '../../papers/paper.ts';
import type { Clock, Instant, Logger } from '../../ports.ts';
import type { ListingRecord } from '../../store/listings.ts';
import type { Store } from '../../store/store.ts';
import { UserError } from '../errors.ts';
import type { PermissionSet } from '../permissions.ts';

/** What the commands need beyond the store; made in `app.ts` from the rooms that do it. */
export interface Services {
  /** The digest that the channel would get now, or null where nothing is new for it (or it has no subscription). */
  previewDigest(channelId: string): Promise<Digest | null>;
  /** Posts the channel's digest of today now, by the same outbox as ever, so that it cannot double. */
  digestNow(channelId: string): Promise<DigestNowOutcome>;
  /** Ends the channel's pause, leaving out what is older than `resumedDays`. Null where it is not paused. */
  resumeDigest(channelId: string): Promise<ResumeOutcome | null>;
  /** What each source last told, and what a digest of now would go without. */
  sourceStates(): Promise<readonly SourceState[]>;
  /**
   * A paper that is stored or that a source knows.
   * @throws UserError where nobody who could be asked knows it, and some source could not.
   */
  lookUpPaper(id: PaperId): Promise<PaperLookUp>;
  /**
   * Papers a day by the name of a preset, as far as they are known: at once, since Discord waits for no suggestion.
   * Being asked lets those that are missing or a day old be measured.
   */
  presetVolumes(): ReadonlyMap<string, number>;
}

export interface PaperLookUp {
  readonly paper: Paper | null;
  /** The sources that were asked for it and do not know it, by name. */
  readonly asked: readonly string[];
}

export interface ResumeOutcome {
  readonly nextDigestAt: Instant;
  /** Matching papers that are left out. */
  readonly skippedPapers: number;
  /** Papers of so many days are not left out. */
  readonly resumedDays: number;
}

/** How a source stands. */
export interface SourceState {
  readonly name: string;
  /** Its newest listing, or null where it was never asked. */
  readonly listing: ListingRecord | null;
  /** What its calendar says of the day of that listing; null where it has none. */
  readonly day: DayKind | null;
}

/**
 * - `posted`: it is in the channel; `papers` is null for the rest of a digest that was planned earlier
 * - `nothing-new`: no paper that the channel has not had
 * - `already-posted`: the channel has its digest of this date
 * - `queued`: it is on its way, but not all of it is posted yet; `retryAt`: when the next message is tried
 * - `incomplete`: so many of its messages are posted, and the others are given up
 * - `blocked`: nothing can be posted there
 */
export type DigestNowOutcome =
  | { readonly kind: 'posted'; readonly papers: number | null; readonly messages: number }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'already-posted'; readonly date: LocalDate; readonly nextDigestAt: Instant }
  | { readonly kind: 'queued'; readonly reason: string | null; readonly retryAt: Instant }
  | {
      readonly kind: 'incomplete';
      readonly date: LocalDate;
      readonly messages: number;
      readonly parts: number;
      readonly reason: string | null;
      /** Whether the first of them may be in the channel all the same. */
      readonly isUncertain: boolean;
    }
  | { readonly kind: 'blocked'; readonly reason: string };

/** A channel given as an option, with what Discord tells along. */
export interface PickedChannel {
  readonly id: string;
  readonly type: number;
  /** The invoker's permissions there. */
  readonly invoker: PermissionSet;
}

/** A channel and what the invoker and the bot may do there. */
export interface ChannelAccess extends PickedChannel {
  /** The bot's permissions there; none where it may not even see the channel. */
  readonly bot: PermissionSet;
}

/** What a command or a component knows beside its arguments. */
export interface CommandContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly services: Services;
  readonly userId: string;
  /** Null in direct messages, and where the bot is installed by the user alone. */
  readonly guildId: string | null;
  /** The channel in which this happens. */
  readonly here: ChannelAccess;
  /**
   * What invoker and bot may do in another channel of the guild.
   * @throws UserError where the channel is not there any more, or not in this guild.
   */
  access(channel: PickedChannel | { readonly id: string }): Promise<ChannelAccess>;
  /** Names of the guild's channels by id, for texts that cannot mention one. Threads and unseen ones are missing. */
  channelNames(): Promise<ReadonlyMap<string, string>>;
}

/** The guild in which this happens. Commands for managers exist on servers only; components could be forged. */
export function guildOf({ guildId }: CommandContext): string {
  if (guildId !== null) return guildId;
  throw new UserError('guild-only', 'This works on a server only. Run it in the channel that is to get the digest.');
}
