import type { Ping, PingWay } from '../digests/pings.ts';
import type { Paper, PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { Delivery } from './outbox.ts';

/** Verbs for pings, and for the messages that ping people after a digest was posted. */
export interface PingVerbs {
  /** Adds a ping. The same topic again changes only its way. `cap`: the most pings of a person in a channel. */
  addPing(ping: NewPing): Promise<'added' | 'changed' | 'cap-reached'>;
  /** A person's pings, oldest first. */
  pings(userId: string): Promise<readonly Ping[]>;
  /** Removes a person's ping. Null if there is no such ping of theirs. */
  removePing(userId: string, id: number): Promise<Ping | null>;
  /** Removes all pings of a person in a channel, and their notices that are not sent. */
  forgetPings(userId: string, channelId: string): Promise<void>;
  /**
   * Claims notices whose digests have no unfinished delivery, and marks them `sending`. Up to 20 mentions in a channel
   * are one notice.
   */
  claimPingNotices(now: Instant, limit: number): Promise<readonly PingNotice[]>;
  settlePingNotice(nonce: string, outcome: PingSettlement): Promise<void>;
  /** Puts notices that are `sending` back in line, in doubt. The caller knows that nobody sends them. */
  recoverPingNotices(): Promise<void>;
}

export interface NewPing extends Omit<Ping, 'id'> {
  readonly at: Instant;
  readonly cap: number;
}

/** A message that pings people for papers of a digest. */
export interface PingNotice {
  /** Identifies the notice; Discord posts it only once within minutes. */
  readonly nonce: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly date: LocalDate;
  readonly way: PingWay;
  readonly people: readonly { readonly userId: string; readonly papers: readonly PaperId[] }[];
  readonly plannedAt: Instant;
  /** Whether an earlier attempt may have posted it. */
  readonly inDoubt: boolean;
  readonly attempts: number;
}

/** A notice with everything that its message shows. */
export interface ReadyPingNotice extends PingNotice {
  readonly papers: ReadonlyMap<PaperId, Paper>;
  /** The messages of its digest. */
  readonly deliveries: readonly Delivery[];
  /** The language of its channel; null for English. */
  readonly language: string | null;
}

export type PingSettlement =
  | { readonly state: 'sent' | 'dropped' }
  | { readonly state: 'retry'; readonly dueAt: Instant; readonly inDoubt: boolean };
