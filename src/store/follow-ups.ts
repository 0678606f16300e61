import type { ChangeKind } from '../papers/changes.ts';
import type { Paper, PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { ChannelRecord } from './channels.ts';
import type { PlannedPart } from './outbox.ts';

/** Verbs for changes of papers that channels have received. */
export interface FollowUpVerbs {
  /**
   * The channels that want to hear of changes, each with those that it has not heard of. Paused and blocked channels,
   * those without a subscription, and those of guilds that removed the bot are left out.
   */
  changedPapers(window: FollowUpWindow): Promise<readonly ChangedPapers[]>;
  /**
   * Freezes the follow-up of a day in one step: that the channel has heard of the changes, and the message as a planned
   * delivery. Nothing happens, and the result is false, if the channel has a follow-up of that day, has heard of one of
   * the changes, or no longer wants to.
   */
  planFollowUp(plan: FollowUpPlan): Promise<boolean>;
}

/**
 * The part number of a follow-up. It is after every part of the digest of its day, so that it is sent after them, and it
 * does not belong to that digest.
 */
export const followUpPart = 1_000;

interface FollowUpWindow {
  /** Only papers of digests that were planned at this moment or later. */
  readonly deliveredSince: Instant;
  /** Only changes that were noticed at this moment or later. */
  readonly changedSince: Instant;
}

export interface ChangedPapers {
  readonly channel: ChannelRecord;
  /** In the order in which they were noticed. */
  readonly changes: readonly PaperChange[];
}

export interface PaperChange {
  readonly paper: Paper;
  readonly kind: ChangeKind;
  /** When it was noticed. */
  readonly at: Instant;
  /** The day of the digest that has the paper. */
  readonly date: LocalDate;
}

export interface FollowUpPlan {
  readonly channelId: string;
  readonly date: LocalDate;
  readonly changes: readonly { readonly id: PaperId; readonly kind: ChangeKind }[];
  readonly part: PlannedPart;
  readonly at: Instant;
}
