import type { Connection } from '../connection.ts';

/**
 * Lets a transaction give numbers to papers or news, and holds up others that want to until it ends. Who has seen a number
 * thus never sees a lower one appear later. The transaction has to call it before it runs any statement.
 */
export function numberLock(db: Connection): () => Promise<void> {
  const { lockNumbers } = db.dialect;
  if (lockNumbers === null) return async () => {};
  const lock = db.prepare<[]>(lockNumbers);
  return async () => {
    await lock.run();
  };
}
