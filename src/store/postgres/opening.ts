import { setTimeout as sleep } from 'node:timers/promises';
import { type Backoff, backoffMs } from '../../backoff.ts';
import { StoreError } from '../store-error.ts';
import type { Outage } from './outage.ts';
import type { PostgresClient } from './postgres-client.ts';
import { asOpeningError } from './postgres-errors.ts';
import { rowOf } from './rows.ts';

/** How long one attempt to connect may take, in milliseconds. */
const attemptMs = 5_000;
/** The waits between attempts. */
const waits: Backoff = { firstMs: 250, longestMs: 2_000 };

export interface Reaching {
  readonly place: string;
  readonly outage: Outage;
  /** How long a server is waited for that starts, or cannot be reached, in milliseconds. */
  readonly patienceMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Connects, and refuses a server that cannot be used.
 * @throws StoreError; the signal's reason if it aborts
 */
export async function reach(client: PostgresClient, reaching: Reaching): Promise<void> {
  const { place, outage, patienceMs, signal } = reaching;
  const since = performance.now();
  for (let failures = 1; ; failures += 1) {
    signal?.throwIfAborted();
    try {
      await client.connect(attemptMs);
      await refuseUnsuitable(client, place);
      outage.noteReached();
      return;
    } catch (cause) {
      const error = asOpeningError(cause, place);
      const wait = backoffMs(waits, failures);
      const isPassing = error instanceof StoreError && error.code === 'unreachable';
      if (!isPassing || performance.now() - since + wait > patienceMs) throw error;
      outage.noteLost(cause);
      await client.close();
      await sleep(wait, undefined, signal && { signal });
    }
  }
}

/** The oldest version that is tested, which is the oldest that gets security updates. */
const oldestMajor = 15;

interface Server {
  readonly version: number;
  readonly encoding: string;
  readonly isStandby: number;
  readonly schema: string | null;
}

async function refuseUnsuitable(client: PostgresClient, place: string): Promise<void> {
  const { version, encoding, isStandby, schema } = await rowOf<Server>(
    client,
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
       pg_is_in_recovery() as "isStandby", current_schema()::text as schema`,
  );
  const major = Math.floor(version / 10_000);
  if (major < oldestMajor) throw new StoreError('unsuitable-server', tooOld(place, major));
  if (encoding !== 'UTF8') throw new StoreError('unsuitable-server', wrongEncoding(place, encoding));
  if (isStandby === 1) throw new StoreError('unreachable', standby(place));
  if (schema === null) throw new StoreError('access-denied', withoutSchema(place));
}

const tooOld = (place: string, major: number): string =>
  `PostgreSQL at ${place} has version ${major}, and Paperboy needs ${oldestMajor} or later. Update the server.`;

const wrongEncoding = (place: string, encoding: string): string =>
  `The database ${place} stores texts as ${encoding}, which lacks most characters. Make one that stores UTF-8: ` +
  'createdb --encoding=UTF8 --template=template0 DATABASE';

const standby = (place: string): string =>
  `PostgreSQL at ${place} is a standby, which takes no changes. Set DATABASE_URL to the primary, or promote this one.`;

const withoutSchema = (place: string): string =>
  `Paperboy's user has no schema for its tables in ${place}. Make it the owner of one: ` +
  'psql --command="create schema paperboy authorization USER" --command="alter role USER set search_path to paperboy"';
