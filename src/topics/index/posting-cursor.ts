import type { Batch } from './batch.ts';
import { type Postings, postingAt } from './postings.ts';
import { segmentBits, segmentMask } from './slab.ts';

/** Walks the posting lists of all present terms, some postings at a time. */
export interface PostingCursor {
  /** References of the postings taken last. */
  readonly postings: Int32Array;
  /** The presences of the terms in whose lists these postings are. */
  readonly presences: Int32Array;
  /** Takes the next postings and returns how many there are; 0 at the end. */
  take(): number;
}

/**
 * How many posting lists are walked side by side. Postings lie far apart in memory and each names only the next one; a
 * processor can fetch several at once if their lists are independent.
 */
const listsAtATime = 16;
const postingsAtATime = 512;

export function createPostingCursor({ presentTerms }: Batch, { first, slab }: Postings): PostingCursor {
  const { segments } = slab;
  const postings = new Int32Array(postingsAtATime);
  const presences = new Int32Array(postingsAtATime);
  // For each open list: its next posting, or 0 at its end, and the presence of its term.
  const nextPostings = new Int32Array(listsAtATime);
  const openPresences = new Int32Array(listsAtATime);
  let opened = 0;

  /** Opens the next list that is not empty and returns its first posting, or 0 where no list is left. */
  const open = (list: number): number => {
    let posting = 0;
    while (posting === 0 && opened < presentTerms.length) {
      posting = first[presentTerms[opened] ?? 0] ?? 0;
      openPresences[list] = opened++;
    }
    return posting;
  };
  /** Takes a posting of each list and writes them from this index on. */
  const takeOneOfEach = (from: number): number => {
    let count = from;
    for (let list = 0; list < listsAtATime; list++) {
      const posting = nextPostings[list] || open(list);
      if (posting === 0) continue;
      postings[count] = posting;
      presences[count++] = openPresences[list] ?? 0;
      nextPostings[list] = segments[posting >>> segmentBits]?.[(posting & segmentMask) + postingAt.next] ?? 0;
    }
    return count;
  };
  return {
    postings,
    presences,
    take() {
      let count = 0;
      for (let before = -1; before < count && count <= postingsAtATime - listsAtATime; ) {
        before = count;
        count = takeOneOfEach(count);
      }
      return count;
    },
  };
}
