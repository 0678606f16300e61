/** Runs work one piece after another, so that feeds never slow the bot down. */
export interface WorkQueue {
  /** Work under a key that waits or runs already is shared. Null if too much work waits. */
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result> | null;
}

export function createWorkQueue(mostWaiting: number): WorkQueue {
  const running = new Map<string, Promise<unknown>>();
  let last: Promise<unknown> = Promise.resolve();

  return {
    run<Result>(key: string, work: () => Promise<Result>) {
      const shared = running.get(key);
      if (shared !== undefined) return shared as Promise<Result>;
      if (running.size > mostWaiting) return null;
      const result = last.then(work).finally(() => running.delete(key));
      last = result.catch(() => {}); // Its own callers get the error.
      running.set(key, result);
      return result;
    },
  };
}
