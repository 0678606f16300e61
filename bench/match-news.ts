import type { Paper } from '../src/papers/paper.ts';
import type { Store } from '../src/store/store.ts';
import { addDays, startOfUtcDate } from '../src/time.ts';

const firstDate = '2026-06-12';

/**
 * Stores papers as the news of a day, the first of which is day 0.
 * @returns the number of the last news before them
 */
export async function recordDay(papers: readonly Paper[], day: number, store: Store): Promise<number> {
  const before = await store.lastNewsNumber();
  const date = addDays(firstDate, day);
  const entries = papers.map((paper) => ({ paper, announceType: 'new' as const }));
  const listing = { source: 'arxiv' as const, date, entries, skipped: [], etags: {}, isPartial: false };
  await store.recordListing(listing, startOfUtcDate(date));
  const count = (await store.lastNewsNumber()) - before;
  if (count !== papers.length) throw new Error(`${count} of ${papers.length} papers became news`);
  return before;
}

/** The time that this process has taken of the processor, in milliseconds. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

export function processorTimeOf(work: () => unknown): number {
  const before = processorTime();
  work();
  return processorTime() - before;
}
