import { isNews } from '../../papers/announce-type.ts';
import type { PaperId } from '../../papers/paper.ts';
import type { PaperListing } from '../../store/listings.ts';
import type { EarlierListing } from '../../store/runs.ts';
import type { Store } from '../../store/store.ts';
import { addDays, type LocalDate } from '../../time.ts';

/** Which listings papers are in. */
export type ListingReader = (ids: readonly PaperId[]) => Promise<ReadonlyMap<PaperId, readonly PaperListing[]>>;

/** Reads the listings of each paper once, however many channels ask for them. */
export function createListingReader(store: Pick<Store, 'paperListings'>): ListingReader {
  const known = new Map<PaperId, readonly PaperListing[]>();
  return async (ids) => {
    const unknown = ids.filter((id) => !known.has(id));
    if (unknown.length === 0) return known;
    const read = await store.paperListings(unknown);
    for (const id of unknown) known.set(id, read.get(id) ?? []);
    return known;
  };
}

/** A digest can expect a listing of a later date than its own: at one moment, the dates on Earth are up to two days apart. */
const datesApart = 2;

/**
 * Finds late papers. They are in a listing that an earlier digest of the channel was made without, or they were added
 * to one as new papers after the digest. A new version that is added to a counted listing is not late.
 */
export async function findLatePapers(
  channelId: string,
  ids: readonly PaperId[],
  listingsOf: ListingReader,
  store: Pick<Store, 'earlierListings'>,
): Promise<ReadonlySet<PaperId>> {
  const known = await listingsOf(ids);
  const first = earliestDate(ids, known);
  const earlier = first === null ? [] : await store.earlierListings(channelId, addDays(first, -datesApart));
  if (earlier.length === 0) return nothing;
  return new Set(ids.filter((id) => known.get(id)?.some((listing) => isLateBy(listing, earlier))));
}

const nothing: ReadonlySet<PaperId> = new Set();

function earliestDate(ids: readonly PaperId[], known: ReadonlyMap<PaperId, readonly PaperListing[]>): LocalDate | null {
  let first: LocalDate | null = null;
  for (const id of ids) for (const { date } of known.get(id) ?? []) if (first === null || date < first) first = date;
  return first;
}

const isLateBy = ({ source, date, announceType }: PaperListing, earlier: readonly EarlierListing[]): boolean =>
  earlier.some((one) => one.date === date && one.source === source && (one.isMissing || isNews(announceType)));
