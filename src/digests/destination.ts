import type { Instant } from '../ports.ts';

export const destinationKinds = ['mail', 'slack'] as const;

/** How messages reach a destination. */
export type DestinationKind = (typeof destinationKinds)[number];

/** The most webhooks of Slack that a channel has. */
export const mostWebhooks = 5;

/** A place outside of Discord that gets the digests of a channel as well (docs/adr/0080-a-digest-has-destinations.md). */
export interface Destination {
  readonly id: number;
  readonly guildId: string;
  readonly channelId: string;
  readonly kind: DestinationKind;
  /** Where it is, in the form that its kind needs. It can be a secret, such as the address of a webhook. */
  readonly address: string;
  /** Who asked for it. */
  readonly userId: string;
  readonly createdAt: Instant;
  /** Why it takes nothing; null if it is not blocked. */
  readonly blockedReason: string | null;
}

/** Limits of addresses for email: how long a code is valid, and how many there can be. */
export const emailLimits = { minutes: 30, tries: 5, codesADay: 3, addresses: 5 } as const;
