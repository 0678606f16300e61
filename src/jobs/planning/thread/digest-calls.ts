import type { Instant } from '../../../ports.ts';
import type { DigestInput, Store } from '../../../store/store.ts';
import type { MadeDigest } from '../digest-maker.ts';
import type { ReadyChannel } from '../due-channel.ts';

/** What the digest thread is started with. */
export interface DigestThreadData {
  /** The file of the table of word vectors, in memory that threads share; null if there is none. */
  readonly table: Uint8Array | null;
}

/** A ready channel as it is sent to the thread, which has its own table. */
export interface SentChannel extends Omit<ReadyChannel, 'input'> {
  readonly input: Omit<DigestInput, 'meaning'>;
}

/** What the digest thread does for the bot. */
export interface DigestCalls {
  /** Matches the topics of channels with the news. */
  begin(channels: readonly SentChannel[], now: Instant): Promise<void>;
  /** Makes the next digests, in the order of the channels; none if all are made. */
  next(now: Instant): Promise<readonly MadeDigest[]>;
}

const verbs = [
  'newsAfter',
  'paperListings',
  'postedPapers',
  'papersShownTo',
  'earlierListings',
  'upvoteTrends',
] as const satisfies readonly (keyof Store)[];

/** What the thread asks the bot: to read the store. It has no connection to the database, which the bot alone uses. */
export type StoreReads = Pick<Store, (typeof verbs)[number]>;

/** These verbs alone, to be called from elsewhere. */
export const readsOf = (store: StoreReads): StoreReads =>
  Object.fromEntries(verbs.map((verb) => [verb, store[verb]])) as unknown as StoreReads;
