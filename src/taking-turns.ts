/** Lets tasks run one after another, in the order in which they came. */
export interface Turns {
  take<Result>(task: () => Promise<Result>): Promise<Result>;
}

/** A task that fails does not stop the next one. */
export function takingTurns(): Turns {
  let last: Promise<unknown> | null = null;
  return {
    async take(task) {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      try {
        await before;
        return await task();
      } finally {
        if (last === promise) last = null;
        resolve();
      }
    },
  };
}
