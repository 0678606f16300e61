import { setImmediate as nextTurn } from 'node:timers/promises';

/** Gives everything else that waits on the event loop a turn. */
export const yieldTurn = (): Promise<void> => nextTurn();

/** How long work goes on before it yields, in milliseconds. */
const stretchMs = 10;

/** A stretch of work between two turns of the event loop. Several tasks can share one. */
export interface Stretch {
  /** Whether it has held the event loop for 10 ms. */
  isOver(): boolean;
  /** Yields, and begins the next one. Tasks that wait at the same time wait for the same turn, so each asks again then. */
  end(): Promise<void>;
}

export function beginStretch(): Stretch {
  let startedAt = performance.now();
  let turn: Promise<void> | null = null;
  const yieldOnce = async () => {
    await yieldTurn();
    startedAt = performance.now();
    turn = null;
  };
  return {
    isOver: () => performance.now() - startedAt >= stretchMs,
    end() {
      turn ??= yieldOnce();
      return turn;
    },
  };
}

/** Runs work that comes in small steps, and yields between them, so that the event loop is never held for long. */
export async function cooperate<Result>(work: Generator<void, Result>): Promise<Result> {
  const stretch = beginStretch();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (stretch.isOver()) await stretch.end();
  }
}
