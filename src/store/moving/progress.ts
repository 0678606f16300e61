import { yieldTurn } from '../../cooperate.ts';
import { MoveStopped } from './move-errors.ts';

/** How far a move is. */
interface MoveProgress {
  readonly kind: MoveStep;
  /** From 0 to 1, over all steps. */
  readonly share: number;
}

/** A move reads the source, copies its rows, indexes the papers for searches, and checks the copy. */
type MoveStep = 'reading' | 'copying' | 'indexing' | 'checking';

/** How long the steps take, for a row or for a paper that is indexed, relative to each other. */
const weights: Readonly<Record<MoveStep, number>> = { reading: 1, copying: 3, indexing: 20, checking: 1 };

/** How often progress is reported, in milliseconds. */
const shownMs = 100;

/**
 * Notes that a step has done that many rows or papers more, and gives everything else a turn.
 * @throws MoveStopped
 */
export type Note = (step: MoveStep, done: number) => Promise<void>;

export interface NotingOptions {
  /** Stops the move between two pieces. */
  readonly signal?: AbortSignal | undefined;
  /** Is called several times a second. */
  readonly onProgress?: ((progress: MoveProgress) => void) | undefined;
}

/** @param rows how many rows each table has */
export function notingProgress(rows: ReadonlyMap<string, number>, { onProgress, signal }: NotingOptions): Note {
  const total = totalWork(rows);
  let done = 0;
  let shown: { readonly step: MoveStep; readonly at: number } | null = null;
  return async (step, amount) => {
    done += amount * weights[step];
    const now = performance.now();
    if (shown?.step !== step || now - shown.at >= shownMs) {
      shown = { step, at: now };
      onProgress?.({ kind: step, share: Math.min(1, done / total) });
    }
    await yieldTurn();
    if (signal?.aborted === true) throw new MoveStopped();
  };
}

function totalWork(rows: ReadonlyMap<string, number>): number {
  const all = rows.values().reduce((sum, count) => sum + count, 0);
  return all * (weights.reading + weights.copying + weights.checking) + (rows.get('papers') ?? 0) * weights.indexing;
}
