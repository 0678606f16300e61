import type { Destination, DestinationKind } from '../digests/destination.ts';
import type { Instant } from '../ports.ts';

/** A request to confirm an address by a code that is sent to it. */
export interface NewAddressCode {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly kind: DestinationKind;
  readonly address: string;
  /** The code is not stored. */
  readonly codeHash: string;
  /** The keys under which codes are counted: hashes of the address and of the person, which name neither. */
  readonly countedFor: readonly string[];
  /** Codes since then are counted. */
  readonly countedSince: Instant;
  /** The most codes for each key. */
  readonly mostCodes: number;
  readonly at: Instant;
}

/** A code that somebody typed. */
export interface TypedCode {
  readonly channelId: string;
  readonly userId: string;
  readonly codeHash: string;
  /** Older codes are not valid. */
  readonly sentSince: Instant;
  /** The most tries of a code. */
  readonly mostTries: number;
  readonly at: Instant;
}

/**
 * - `none`: no code was sent for this channel to this person
 * - `expired`: it is too old, or was tried too often
 */
export type CodeOutcome =
  | { readonly kind: 'confirmed'; readonly destination: Destination }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'none' | 'expired' };

/** Verbs for addresses that are confirmed by a code. */
export interface AddressCodeVerbs {
  /**
   * Stores a code in place of an earlier one of this person for this channel, and counts it. False if too many codes were
   * counted.
   */
  storeAddressCode(request: NewAddressCode): Promise<boolean>;
  /** Counts a try. If the code is right, its address becomes a destination of the channel, and the code is gone. */
  confirmAddress(typed: TypedCode): Promise<CodeOutcome>;
  /** The secret of that name. If there is none, the proposed one is stored and returned. */
  secret(name: string, proposed: string): Promise<string>;
}
