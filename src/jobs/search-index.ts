import { yieldTurn } from '../cooperate.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Indexing } from '../store/search-index.ts';
import type { Store } from '../store/store.ts';
import { minuteMs } from '../time.ts';

export interface SearchIndexTools {
  readonly store: Pick<Store, 'indexing' | 'indexSome' | 'counts'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** After which share, or how much time, the log gets another line. */
const reportEvery = { share: 0.1, ms: minuteMs / 2 };

/**
 * Fills the search index if it lacks papers, in small steps that yield to other work. A stop at any step loses nothing:
 * the next start continues.
 */
export async function fillSearchIndex({ store, clock, log }: SearchIndexTools, signal: AbortSignal): Promise<void> {
  let indexing = await store.indexing();
  if (indexing === null) return;
  const startedAt = clock();
  const { papers } = await store.counts();
  const begun = { event: 'index.begun', papers, share: rounded(indexing) };
  log.info(
    begun,
    `the search index of ${papers} papers is being rebuilt; until it is complete, searches find only the newest of them`,
  );
  let reported = { share: indexing.share, at: startedAt };
  while (indexing !== null && !signal.aborted) {
    indexing = await store.indexSome();
    if (indexing !== null && isWorthALine(indexing, reported, clock())) {
      reported = { share: indexing.share, at: clock() };
      log.info({ event: 'index.progress', share: rounded(indexing) }, `search index: ${showShare(indexing)} done`);
    }
    await yieldTurn();
  }
  const ms = clock() - startedAt;
  if (indexing === null) log.info({ event: 'index.done', papers, ms }, `the search index is complete after ${ms} ms`);
  else log.info({ event: 'index.stopped', share: rounded(indexing), ms }, 'the next start continues the search index');
}

const isWorthALine = ({ share }: Indexing, reported: { share: number; at: number }, now: number): boolean =>
  share - reported.share >= reportEvery.share || now - reported.at >= reportEvery.ms;

const rounded = ({ share }: Indexing): number => Math.floor(share * 100) / 100;

const showShare = ({ share }: Indexing): string => `${Math.floor(share * 100)} %`;
