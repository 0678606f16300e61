import type { MissingListing } from '../digests/notes.ts';
import type { Instant } from '../ports.ts';
import type { ExpectedListing, PaperSource } from '../sources/source.ts';
import type { ListingRecord, Store } from '../store/store.ts';
import type { Topic, TopicNode } from '../topics/topic.ts';

/** A listing that a digest counts on and that is not there. */
export interface Gap extends MissingListing {
  /** Whether it can still come: a source shows old days no more. */
  readonly canCome: boolean;
}

/** Which sources have told their day, as one round of planning sees it. */
export interface SourceDesk {
  /** What a digest of that moment counts on and has not got; of the sources alone that the topics can draw on. */
  gaps(at: Instant, readTopics: () => readonly Topic[]): Promise<readonly Gap[]>;
}

/** Each listing is looked up once, however many channels count on it. */
export function createSourceDesk(sources: readonly PaperSource[], store: Store, now: Instant): SourceDesk {
  const looked = new Map<string, Promise<Gap | null>>();
  const lookUp = (source: PaperSource, expected: ExpectedListing): Promise<Gap | null> => {
    const key = `${source.id} ${expected.date}`;
    const found = looked.get(key) ?? findGap(source, expected, store, now);
    looked.set(key, found);
    return found;
  };
  return {
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
  if (record.state !== 'stale' && isWhole && record.hadAt !== null) return null;
  return record.state;
}

const canMeet = (source: PaperSource, topic: Topic): boolean =>
  source.hasCategories !== false || !needsCategory(topic.root);

/** Whether no paper without categories can match. */
function needsCategory(node: TopicNode): boolean {
  switch (node.kind) {
    case 'category':
      return true;
    case 'all':
      return node.nodes.some(needsCategory);
    case 'any':
      return node.nodes.every(needsCategory);
    default:
      return false;
  }
}
