import { SourceError } from './source.ts';

/** What is known of the pages of a listing that did not come. */
export interface LackingPages {
  /** Why the listing lacks papers. */
  readonly lacks: string;
  /** How long the source asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;
}

/**
 * The failure of a page, which costs that page and those after it. The pages before it count.
 * @param received how many items the pages before had
 * @throws the error itself where there is no page before, or the pull was stopped
 */
export function asLackingPages(error: unknown, received: number, signal: AbortSignal): LackingPages {
  if (!(error instanceof SourceError) || received === 0 || signal.aborted) throw error;
  const { retryAfterMs } = error;
  const lacks = `only ${received} items came before a page failed: ${error.message}`;
  return retryAfterMs === null ? { lacks } : { lacks, retryAfterMs };
}
