import type { OpenOptions } from '../database.ts';
import { reasonOf } from './postgres-errors.ts';

/** Whether the server can be reached, as far as the connections of a store have seen. It tells each change once. */
export interface Outage {
  /** How long the server has not been reached, in milliseconds since `calledAt` at the earliest. */
  lastedMs(calledAt: number): number;
  /** @param since when the server was looked for in vain; now by default */
  noteLost(error: unknown, since?: number): void;
  noteReached(): void;
}

/** @param now a clock that never goes back, in milliseconds */
export function watchOutages(
  tell: OpenOptions['onConnection'] = () => {},
  now: () => number = () => performance.now(),
): Outage {
  let current: { readonly since: number; readonly reason: string } | null = null;
  return {
    lastedMs: (calledAt) => (current === null ? 0 : now() - Math.max(current.since, calledAt)),
    noteLost(error, since = now()) {
      if (current !== null) return;
      current = { since, reason: reasonOf(error) };
      tell('lost', current.reason);
    },
    noteReached() {
      if (current === null) return;
      const { reason } = current;
      current = null;
      tell('back', reason);
    },
  };
}
