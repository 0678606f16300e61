import { announceTypes } from '../../papers/announce-type.ts';
import type { CategoryReceipt, Listing } from '../../papers/listing.ts';
import type { SourceId } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { LocalDate } from '../../time.ts';
import type { ListingRecord } from '../listings.ts';

/** What a pull sets of the record of a listing. */
export type PulledRecord = Omit<ListingRecord, 'counts' | 'failures' | 'nextPullAt'>;

/** The record of a listing after a successful pull, before its papers were compared with others. */
export function afterPull(
  listing: Pick<Listing, 'source' | 'date' | 'entries' | 'skipped' | 'etags' | 'isPartial'>,
  before: ListingRecord | null,
  at: Instant,
): PulledRecord {
  const announced = listing.entries.length + listing.skipped.length;
  const listedBefore = before === null ? 0 : announceTypes.reduce((sum, type) => sum + before.counts[type], 0);
  // A partial listing leaves the rest as the pull before stored it.
  const unasked = listing.isPartial && before !== null ? before : { etags: {}, skipped: 0 };
  return {
    source: listing.source,
    date: listing.date,
    state: announced + listedBefore > 0 ? 'listed' : 'quiet',
    reason: null,
    pulledAt: at,
    lastSuccessAt: at,
    skipped: Math.max(unasked.skipped, listing.skipped.length),
    etags: { ...unasked.etags, ...listing.etags },
  };
}

/** A pull that did not bring the listing. */
interface FailedPull {
  readonly source: SourceId;
  readonly date: LocalDate;
  readonly state: 'failed' | 'waiting' | 'stale';
  readonly reason: string;
  readonly at: Instant;
}

/** The record of a listing after a pull that failed. The papers of earlier pulls stay. */
export function afterFailedPull(
  { source, date, state, reason, at }: FailedPull,
  before: Pick<ListingRecord, 'skipped' | 'etags' | 'lastSuccessAt'> | null,
): PulledRecord {
  const { skipped, etags, lastSuccessAt } = before ?? { skipped: 0, etags: {}, lastSuccessAt: null };
  return { source, date, state, reason, pulledAt: at, lastSuccessAt, skipped, etags };
}

/** Why a pulled listing is in doubt, each null if it is not. */
interface ListingDoubts {
  /** Its papers are those of an earlier day. */
  readonly stale: string | null;
  /** Some categories were not read. */
  readonly unread: string | null;
  /** It lacks papers, though its requests succeeded. */
  readonly lacks: string | null;
}

/** The state of a listing in doubt, the worst doubt first. Null if it stays as `afterPull` says. */
export function doubtfulState({
  stale,
  unread,
  lacks,
}: ListingDoubts): { readonly state: 'stale' | 'partial'; readonly reason: string } | null {
  if (stale !== null) return { state: 'stale', reason: stale };
  const missing = unread ?? lacks;
  return missing === null ? null : { state: 'partial', reason: missing };
}

/** The stored counts of a category, or null if there are none. */
type StoredCounts = Pick<CategoryReceipt, 'announced' | 'fetched'> | null;

/** Whether the counts that the pull before stored are right. */
export const hasTrustedCounts = (before: Pick<ListingRecord, 'state'> | null): boolean =>
  before?.state === 'listed' || before?.state === 'partial';

/** The receipt to store. Counts that are right only grow, as the listing does: a later answer can be cut. */
export const grownReceipt = (receipt: CategoryReceipt, trusted: StoredCounts): CategoryReceipt => ({
  ...receipt,
  announced: Math.max(receipt.announced, trusted?.announced ?? 0),
  fetched: Math.max(receipt.fetched, trusted?.fetched ?? 0),
});
