import { cooperate } from '../../cooperate.ts';
import type { Meaning } from '../../meaning/meaning.ts';
import type { Instant } from '../../ports.ts';
import { dayMs } from '../../time.ts';
import { createPercolator, type Percolator } from '../../topics/index/percolator.ts';

/** The index of the topics that earlier rounds asked for. One round uses it at a time. */
export interface KeptTopics {
  /** The index for a round that begins now, without topics that nobody has asked for in the last sweeps. */
  indexAt(now: Instant): Promise<Percolator>;
  /** Ends the round. An index of few topics is given up, with the words of papers that it knows. */
  endRound(): void;
}

/** Longer than a week, so that the topics of weekly digests stay. */
const sweepEveryMs = 8 * dayMs;
/** Fewer topics are added in a fraction of a second, and the index would keep some 10 MB for that. */
const worthKeeping = 5_000;

/**
 * @param meaning the table that the topics are read with
 * @param fewest how many topics are worth keeping
 */
export function createKeptTopics(meaning: Meaning, startedAt: Instant, fewest = worthKeeping): KeptTopics {
  let index: Percolator | null = null;
  let sweptAt = startedAt;
  return {
    async indexAt(now) {
      index ??= createPercolator(meaning);
      if (now - sweptAt >= sweepEveryMs) {
        sweptAt = now;
        await cooperate(index.sweep());
      }
      return index;
    },
    endRound() {
      if (index !== null && index.size < fewest) index = null;
    },
  };
}
