import type { DayKind } from '../papers/listing.ts';
import type { SourceId } from '../papers/paper.ts';
import type { PaperSource } from '../sources/source.ts';
import type { ListingRecord } from '../store/listings.ts';
import type { Store } from '../store/store.ts';

export interface SourceStateTools {
  readonly store: Store;
  readonly sources: readonly PaperSource[];
}

/** The state of a source. */
export interface SourceState {
  readonly id: SourceId;
  readonly name: string;
  /** Its newest listing. Null if it was never asked. */
  readonly listing: ListingRecord | null;
  /** The kind of that listing's day in its calendar. Null if it has no calendar. */
  readonly day: DayKind | null;
}

/** Enough for the newest listing of each source: a source has one to three listings in progress. */
const listingsRead = 20;

export async function readSourceStates({ store, sources }: SourceStateTools): Promise<readonly SourceState[]> {
  const recent = await store.recentListings(listingsRead);
  return sources.map((source) => {
    const listing = recent.find((record) => record.source === source.id) ?? null;
    const day = (listing !== null && source.dayKind?.(listing.date)) || null;
    return { id: source.id, name: source.name, listing, day };
  });
}
