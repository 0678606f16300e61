import { yieldTurn } from '../cooperate.ts';
import type { Logger } from '../ports.ts';
import type { Store } from '../store/store.ts';

export interface PaperVectorsTools {
  readonly store: Pick<Store, 'embedSome'>;
  readonly log: Logger;
}

/**
 * Computes the vectors of papers that have none, in small steps that yield to other work. A stop at any step loses nothing:
 * the next run continues.
 */
export async function fillVectors({ store, log }: PaperVectorsTools, signal: AbortSignal): Promise<void> {
  let steps = 0;
  while (!signal.aborted && (await store.embedSome())) {
    steps += 1;
    await yieldTurn();
  }
  if (steps > 0) log.debug({ event: 'vectors.filled', steps }, 'vectors of papers were computed');
}
