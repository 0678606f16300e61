import { cooperate } from '../../cooperate.ts';
import type { Meaning } from '../../meaning/meaning.ts';
import type { Instant } from '../../ports.ts';
import { dayMs } from '../../time.ts';
import { createPercolator, type Percolator } from '../../topics/index/percolator.ts';

/** The index of the topics that earlier rounds asked for. One round uses it at a time. */
export interface KeptTopics {
  /** The index for a round that begins now, without topics that nobody has asked for in the last sweeps. */
  indexAt(now: Instant): Promise<Percolator>;
}

/** Longer than a week, so that the topics of weekly digests stay. */
const sweepEveryMs = 8 * dayMs;

/** @param meaning the table that the topics are read with */
export function createKeptTopics(meaning: Meaning, startedAt: Instant): KeptTopics {
  const index = createPercolator(meaning);
  let sweptAt = startedAt;
  return {
    async indexAt(now) {
      if (now - sweptAt >= sweepEveryMs) {
        sweptAt = now;
        await cooperate(index.sweep());
      }
      return index;
    },
  };
}
