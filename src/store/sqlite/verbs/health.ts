import type { HealthVerbs, OpenState } from '../../health.ts';
import type { Database } from '../file/database.ts';
import { asStoreError } from '../file/file-errors.ts';
import { atomic } from '../file/transaction.ts';

/** Verbs that tell whether the database works. */
export function healthVerbs(db: Database): HealthVerbs {
  const { $client } = db;
  const count = $client
    .prepare<[], [OpenState, number]>(
      `select state, count(*) from deliveries where state in ('planned', 'sending', 'retry', 'blocked') group by state`,
    )
    .raw();
  // SQLite writes the first page, although the number stays the same.
  const write = atomic(db, () => $client.pragma(`user_version = ${$client.pragma('user_version', { simple: true })}`));
  return {
    async proveWritable() {
      try {
        await write();
      } catch (error) {
        throw asStoreError(error, $client.name);
      }
    },
    outboxDepth: async () => ({ planned: 0, sending: 0, retry: 0, blocked: 0, ...Object.fromEntries(count.all()) }),
  };
}
