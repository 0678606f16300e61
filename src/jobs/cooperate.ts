import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work done at a stretch before others get a turn, in milliseconds. */
const stretchMs = 10;

/** Does work that comes in small steps, and lets others work in between: the event loop is never held for long. */
export async function cooperate<Result>(work: Generator<void, Result>): Promise<Result> {
  let startedAt = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - startedAt < stretchMs) continue;
    await nextTurn();
    startedAt = performance.now();
  }
}
