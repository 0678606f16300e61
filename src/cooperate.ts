import { setImmediate as nextTurn } from 'node:timers/promises';

/** Gives everything else that waits on the event loop a turn. */
export const yieldTurn = (): Promise<void> => nextTurn();

/** How long work goes on before it yields, in milliseconds. */
const stretchMs = 10;

/** Runs work that comes in small steps, and yields between them, so that the event loop is never held for long. */
export async function cooperate<Result>(work: Generator<void, Result>): Promise<Result> {
  let startedAt = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - startedAt < stretchMs) continue;
    await yieldTurn();
    startedAt = performance.now();
  }
}
