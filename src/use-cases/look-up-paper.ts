import type { Paper, PaperId } from '../papers/paper.ts';
import { type PaperSource, SourceError } from '../sources/source.ts';
import type { Store } from '../store/store.ts';

export interface PaperLookUpTools {
  readonly store: Store;
  readonly sources: readonly PaperSource[];
  /** Aborted when the app closes. */
  readonly signal: AbortSignal;
}

/**
 * The outcome of a look-up. Sources are named as readers know them.
 * - `unknown`: neither the store nor the sources `asked` have the paper
 * - `unreachable`: the same, but the sources `failed` could not be asked and may have it
 */
export type PaperLookUp =
  | { readonly kind: 'found'; readonly paper: Paper }
  | { readonly kind: 'unknown'; readonly asked: readonly string[] }
  | { readonly kind: 'unreachable'; readonly asked: readonly string[]; readonly failed: readonly string[] };

/** A reader waits for the answer, and a pull can hold arXiv's only lane longer than that. */
const timeoutMs = 15_000;

/** Looks for a paper in the store, then at each source that can tell. The answer is not stored: nothing announced it. */
export async function lookUpPaper(id: PaperId, { store, sources, signal }: PaperLookUpTools): Promise<PaperLookUp> {
  const stored = await store.paper(id);
  if (stored !== null) return { kind: 'found', paper: stored };
  const asked: string[] = [];
  const failed: string[] = [];
  for (const source of sources) {
    const answer = await askSource(source, id, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
    if (answer === 'not-asked') continue;
    if (answer === 'failed') failed.push(source.name);
    else if (answer !== null) return { kind: 'found', paper: answer };
    else asked.push(source.name);
  }
  return failed.length > 0 ? { kind: 'unreachable', asked, failed } : { kind: 'unknown', asked };
}

/** The paper. Null if the source does not know it. */
async function askSource(
  source: PaperSource,
  id: PaperId,
  signal: AbortSignal,
): Promise<Paper | null | 'not-asked' | 'failed'> {
  try {
    const answer = source.lookUp?.(id, signal) ?? null;
    return answer === null ? 'not-asked' : await answer;
  } catch (error) {
    if (error instanceof SourceError) return 'failed';
    throw error;
  }
}
