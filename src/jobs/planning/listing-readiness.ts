import type { MissingListing } from '../../digests/notes.ts';
import type { CategoryReceipt } from '../../papers/listing.ts';
import type { SourceId } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { ExpectedListing, PaperSource } from '../../sources/source.ts';
import type { ListingRecord } from '../../store/listings.ts';
import type { Store } from '../../store/store.ts';
import type { LocalDate } from '../../time.ts';
import type { Topic, TopicNode } from '../../topics/topic.ts';

/** A listing that a digest counts on and that is missing. */
export interface AwaitedListing extends MissingListing {
  /** Whether it can still come: sources stop showing old days. */
  readonly canCome: boolean;
}

/** A stored listing of a source that reports its whole day at once. */
export interface StoredListing {
  readonly source: SourceId;
  readonly date: LocalDate;
  /** By category. */
  readonly receipts: ReadonlyMap<string, CategoryReceipt>;
}

/** Which listings are stored and which are missing, as one round of planning sees it. */
export interface ListingReadiness {
  /** The missing listings that a digest of that moment counts on. Sources that no topic can draw on do not count. */
  missing(at: Instant, topics: readonly Topic[]): Promise<readonly AwaitedListing[]>;
  /** The listings that digests of these moments count on and have, of sources that report their whole day at once. */
  stored(occurrences: readonly Instant[]): Promise<readonly StoredListing[]>;
}

/** Reads each listing once, however many channels count on it. */
export function createListingReadiness(sources: readonly PaperSource[], store: Store, now: Instant): ListingReadiness {
  const missing = new Map<string, Promise<AwaitedListing | null>>();
  const findMissing = (source: PaperSource, expected: ExpectedListing): Promise<AwaitedListing | null> => {
    const key = `${source.id} ${expected.date}`;
    const found = missing.get(key) ?? readMissing(source, expected, store, now);
    missing.set(key, found);
    return found;
  };
  const stored = new Map<string, Promise<StoredListing>>();
  const findStored = (source: PaperSource, { date }: ExpectedListing): Promise<StoredListing> => {
    const key = `${source.id} ${date}`;
    const found = stored.get(key) ?? readStored(source, date, store);
    stored.set(key, found);
    return found;
  };
  return {
    async missing(at, topics) {
      const found = await Promise.all(
        expectedAt(sources, at).map(async ({ source, expected }) => {
          const listing = await findMissing(source, expected);
          return listing === null || !topics.some((topic) => canMatch(source, topic)) ? [] : [listing];
        }),
      );
      return found.flat();
    },
    async stored(occurrences) {
      const found = new Map<string, StoredListing>();
      for (const { source, expected } of occurrences.flatMap((at) => expectedAt(sources, at))) {
        if (!expected.isWhole || (await findMissing(source, expected)) !== null) continue;
        found.set(`${source.id} ${expected.date}`, await findStored(source, expected));
      }
      return [...found.values()];
    },
  };
}

const expectedAt = (sources: readonly PaperSource[], at: Instant) =>
  sources.flatMap((source) => {
    const expected = source.expects?.(at) ?? null;
    return expected === null ? [] : [{ source, expected }];
  });

async function readStored(source: PaperSource, date: LocalDate, store: Store): Promise<StoredListing> {
  const { categories } = await store.completeness(source.id, date);
  return { source: source.id, date, receipts: new Map(categories.map((receipt) => [receipt.category, receipt])) };
}

async function readMissing(
  source: PaperSource,
  expected: ExpectedListing,
  store: Store,
  now: Instant,
): Promise<AwaitedListing | null> {
  const record = await store.listing(source.id, expected.date);
  const state = missingState(record, expected);
  if (state === null || (state === 'partial' && (await hasUnread(source, expected, store)))) return null;
  const canCome = source.datesToPull(now).includes(expected.date);
  return { source: source.id, name: source.name, date: expected.date, state, canCome };
}

/**
 * Whether requests for some categories failed. The others are complete, and no digest waits for a request that may fail
 * for hours: the receipt says which categories were not read.
 */
async function hasUnread(source: PaperSource, { date, isWhole }: ExpectedListing, store: Store): Promise<boolean> {
  if (!isWhole) return false;
  const { categories } = await store.completeness(source.id, date);
  return categories.some(({ doubt }) => doubt === 'unread');
}

/** Null if the source has reported its day. */
function missingState(record: ListingRecord | null, { isWhole }: ExpectedListing): MissingListing['state'] | null {
  if (record === null) return 'waiting';
  if (record.state === 'listed' || record.state === 'quiet') return null;
  const isOnlyRefreshMissing = record.state === 'failed' || record.state === 'waiting';
  return isOnlyRefreshMissing && isWhole && record.lastSuccessAt !== null ? null : record.state;
}

/** Whether a paper that only this source lists can match: a channel that follows cs.LG does not wait for bioRxiv. */
function canMatch({ id, hasCategories = true, canHave = () => true }: PaperSource, topic: Topic): boolean {
  return !asksElsewhere(topic.root, { id, canHave: hasCategories ? canHave : () => false });
}

/** Whether every match needs a category or a source that this source does not have. */
function asksElsewhere(node: TopicNode, source: Required<Pick<PaperSource, 'id' | 'canHave'>>): boolean {
  switch (node.kind) {
    case 'category':
    case 'primary':
      return !source.canHave(node.category);
    case 'source':
      return node.source !== source.id;
    case 'all':
      return node.nodes.some((child) => asksElsewhere(child, source));
    case 'any':
      return node.nodes.every((child) => asksElsewhere(child, source));
    default:
      return false;
  }
}
