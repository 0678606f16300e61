import type { Batch } from './batch.ts';
import { entryAt, type Postings } from './postings.ts';
import { segmentBits, segmentMask } from './slab.ts';

/** Goes through the entries of the drawers of all keys that are present, some at a time. */
export interface PostingCursor {
  /** References of the entries that were taken last. */
  readonly entries: Int32Array;
  /** The presences of the keys in whose drawers they are. */
  readonly presences: Int32Array;
  /** Takes the next entries, and tells how many; 0 at the end. */
  take(): number;
}

/**
 * The entries of a drawer lie far apart in memory, and only each one tells where the next is. A processor that waits for
 * one of them fetches others meanwhile, if it knows them: so many drawers are gone through side by side.
 */
const drawersAtATime = 16;
const entriesAtATime = 512;

export function createPostingCursor({ present }: Batch, { first, records }: Postings): PostingCursor {
  const { segments } = records;
  const entries = new Int32Array(entriesAtATime);
  const presences = new Int32Array(entriesAtATime);
  // Of each open drawer: the next entry, or 0 at its end, and the presence of its key.
  const nextEntries = new Int32Array(drawersAtATime);
  const openPresences = new Int32Array(drawersAtATime);
  let opened = 0;

  /** Opens the next drawer that is not empty, and tells its first entry; 0 where there is none left. */
  const open = (drawer: number): number => {
    let entry = 0;
    while (entry === 0 && opened < present.length) {
      entry = first[present[opened] ?? 0] ?? 0;
      openPresences[drawer] = opened++;
    }
    return entry;
  };
  /** Takes an entry of each drawer, from that index on. */
  const takeOneOfEach = (from: number): number => {
    let count = from;
    for (let drawer = 0; drawer < drawersAtATime; drawer++) {
      const entry = nextEntries[drawer] || open(drawer);
      if (entry === 0) continue;
      entries[count] = entry;
      presences[count++] = openPresences[drawer] ?? 0;
      nextEntries[drawer] = segments[entry >>> segmentBits]?.[(entry & segmentMask) + entryAt.next] ?? 0;
    }
    return count;
  };
  return {
    entries,
    presences,
    take() {
      let count = 0;
      for (let before = -1; before < count && count <= entriesAtATime - drawersAtATime; ) {
        before = count;
        count = takeOneOfEach(count);
      }
      return count;
    },
  };
}
