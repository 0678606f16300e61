import { StoreError } from '../store-error.ts';
import type { PostgresClient } from './postgres-client.ts';
import { rowOf } from './rows.ts';

/**
 * Several processes of a bot may use a database, and a move of everything that is in it needs it alone. Each process shares
 * a lock of PostgreSQL as long as a connection of its own lives. Bots in different schemas of a database do not see each
 * other.
 */

/** The first number of the lock: “Pape” as bytes. The second stands for the schema. */
const space = 1_348_563_045;
const schemaNumber = 'hashtext(current_schema())';

/** How soon PostgreSQL notices that the machine of a bot is gone. A process that ends is noticed at once. */
const probes = ['set tcp_keepalives_idle = 5', 'set tcp_keepalives_interval = 5', 'set tcp_keepalives_count = 3'];

/** Takes the lock for a move, for as long as the connection lives. @throws StoreError `in-use` if a bot shares it */
export async function takeSoleUse(client: PostgresClient, place: string): Promise<void> {
  if (!(await takeLock(client, 'pg_try_advisory_lock'))) throw inUse(place);
}

/** Shares the lock with other processes, for as long as the connection lives. @throws StoreError `in-use` during a move */
export async function shareUse(client: PostgresClient, place: string): Promise<void> {
  if (await takeLock(client, 'pg_try_advisory_lock_shared')) return;
  throw new StoreError('in-use', `${place} is being moved. Start Paperboy when that has ended.`);
}

async function takeLock(client: PostgresClient, lock: string): Promise<boolean> {
  for (const text of probes) await client.run({ text });
  const { isTaken } = await rowOf<{ readonly isTaken: number }>(
    client,
    `select ${lock}(${space}, ${schemaNumber}) as "isTaken"`,
  );
  return isTaken === 1;
}

export const inUse = (place: string): StoreError =>
  new StoreError('in-use', `Paperboy is running on ${place}. Stop all of its processes first.`);

/** Whether a bot or a move has the lock. */
export async function isInUse(client: PostgresClient): Promise<boolean> {
  const { isTaken } = await rowOf<{ readonly isTaken: number }>(
    client,
    `select exists (
       select 1 from pg_locks
       where locktype = 'advisory' and granted
         and database = (select oid from pg_database where datname = current_database())
         and classid::bigint = ${space} and objid::bigint = (${schemaNumber}::bigint & 4294967295)
     ) as "isTaken"`,
  );
  return isTaken === 1;
}

/** Takes the lock again when its connection was lost. */
export interface KeptUse extends AsyncDisposable {
  /** The connection was lost. */
  lost(): void;
}

const againMs = 1_000;

/** @param take connects and takes the lock */
export function keepUse(client: PostgresClient, take: () => Promise<void>): KeptUse {
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;
  let taking: Promise<void> = Promise.resolve();
  const tryLater = (): void => {
    if (isEnded) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      taking = take().catch(tryLater);
    }, againMs).unref();
  };
  return {
    lost: tryLater,
    async [Symbol.asyncDispose]() {
      isEnded = true;
      clearTimeout(timer);
      await taking;
      await client.close();
    },
  };
}
