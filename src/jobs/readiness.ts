import type { CountedListing, MissingListing } from '../digests/notes.ts';
import type { CategoryReceipt, LocalDate } from '../papers/listing.ts';
import type { Instant } from '../ports.ts';
import type { ExpectedListing, PaperSource } from '../sources/source.ts';
import type { ListingRecord } from '../store/listings.ts';
import type { Store } from '../store/store.ts';
import type { Topic, TopicNode } from '../topics/topic.ts';

/** A listing that a digest counts on and that is not there. */
export interface Gap extends MissingListing {
  /** Whether it can still come: a source shows old days no more. */
  readonly canCome: boolean;
}

/** Which sources have told their day, as one round of planning sees it. */
export interface Readiness {
  /** What a digest of that moment counts on and has not got; of the sources alone that the topics can draw on. */
  gaps(at: Instant, readTopics: () => readonly Topic[]): Promise<readonly Gap[]>;
  /**
   * What digests of these moments count on and have, of the sources that tell their whole day at once. Of categories
   * those that are named with the number of papers that match in them.
   */
  told(
    occurrences: readonly Instant[],
    matchedIn: Readonly<Record<string, number>>,
  ): Promise<readonly CountedListing[]>;
}

/** Each listing is looked up once, however many channels count on it. */
export function createReadiness(sources: readonly PaperSource[], store: Store, now: Instant): Readiness {
  const looked = new Map<string, Promise<Gap | null>>();
  const lookUp = (source: PaperSource, expected: ExpectedListing): Promise<Gap | null> => {
    const key = `${source.id} ${expected.date}`;
    const found = looked.get(key) ?? findGap(source, expected, store, now);
    looked.set(key, found);
    return found;
  };
  const receipts = new Map<string, Promise<ReadonlyMap<string, CategoryReceipt>>>();
  const readReceipts = (source: PaperSource, { date }: ExpectedListing) => {
    const key = `${source.id} ${date}`;
    const found = receipts.get(key) ?? findReceipts(source, date, store);
    receipts.set(key, found);
    return found;
  };
  return {
    async told(occurrences, matchedIn) {
      const told = new Map<string, CountedListing>();
      for (const { source, expected } of expectedAt(sources, occurrences)) {
        if (!expected.isWhole || (await lookUp(source, expected)) !== null) continue;
        const known = await readReceipts(source, expected);
        const categories = Object.entries(matchedIn).flatMap(([category, matched]) => {
          const receipt = known.get(category);
          return receipt === undefined ? [] : [{ ...receipt, matched }];
        });
        told.set(`${source.id} ${expected.date}`, { source: source.id, date: expected.date, categories });
      }
      return [...told.values()];
    },
    async gaps(at, readTopics) {
      const found = await Promise.all(
        sources.map(async (source) => {
          const expected = source.expects?.(at) ?? null;
          return expected === null ? null : { source, gap: await lookUp(source, expected) };
        }),
      );
      const open = found.flatMap((one) => (one === null || one.gap === null ? [] : [{ ...one, gap: one.gap }]));
      if (open.length === 0) return [];
      const topics = readTopics();
      return open.filter(({ source }) => topics.some((topic) => canMeet(source, topic))).map(({ gap }) => gap);
    },
  };
}

const expectedAt = (sources: readonly PaperSource[], occurrences: readonly Instant[]) =>
  occurrences.flatMap((at) =>
    sources.flatMap((source) => {
      const expected = source.expects?.(at) ?? null;
      return expected === null ? [] : [{ source, expected }];
    }),
  );

async function findReceipts(source: PaperSource, date: LocalDate, store: Store) {
  const { categories } = await store.completeness(source.id, date);
  return new Map(categories.map((receipt) => [receipt.category, receipt]));
}

async function findGap(
  source: PaperSource,
  expected: ExpectedListing,
  store: Store,
  now: Instant,
): Promise<Gap | null> {
  const record = await store.listing(source.id, expected.date);
  const state = gapState(record, expected);
  if (state === null) return null;
  const canCome = source.datesToPull(now).includes(expected.date);
  return { source: source.id, name: source.name, date: expected.date, state, canCome };
}

/** Null where the source has told its day. */
function gapState(record: ListingRecord | null, { isWhole }: ExpectedListing): MissingListing['state'] | null {
  if (record === null) return 'waiting';
  if (record.state === 'listed' || record.state === 'quiet') return null;
  const isMerelyNotHadAgain = record.state === 'failed' || record.state === 'waiting';
  return isMerelyNotHadAgain && isWhole && record.lastSuccessAt !== null ? null : record.state;
}

/** Whether a paper that this source alone lists can match: who follows cs.LG does not wait for bioRxiv. */
function canMeet({ id, hasCategories = true, canHave = () => true }: PaperSource, topic: Topic): boolean {
  return !asksElsewhere(topic.root, { id, canHave: hasCategories ? canHave : () => false });
}

/** Whether it takes a category, or a source, that this one has not. */
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
