import { createRequire } from 'node:module';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client as PgClient } from 'pg';
import {
  type ClientOptions,
  NotConnected,
  numericTypes,
  type PostgresClient,
  readNumber,
  readTruth,
  storable,
} from './postgres-client.ts';

const { Client, types } = createRequire(import.meta.url)('pg') as typeof import('pg');

/**
 * Limits in milliseconds. PostgreSQL ends a statement after `statement`, and a transaction whose client is silent after
 * `idle`, so that its locks do not outlive a machine. If there is no answer after `answer`, the connection is cut: a
 * network can be gone without a sign.
 */
const limits = { statement: 15_000, idle: 5_000, answer: 20_000 } as const;
/** How long the goodbye to a server may take, in milliseconds. */
const goodbyeMs = 1_000;
/** A silent connection is probed after this time, so that it outlives routers that forget such connections. */
const keepAliveMs = 30_000;

const readers = new Map<number, (text: string) => unknown>([
  [numericTypes.bool, readTruth],
  [numericTypes.int8, readNumber],
  [numericTypes.numeric, readNumber],
]);
const getTypeParser = (id: number, format?: 'text' | 'binary') =>
  readers.get(id) ?? types.getTypeParser(id, format as 'text');

/** A connection to PostgreSQL by the driver pg. */
export function pgClient({ url, isPatient = false, onLost }: ClientOptions): PostgresClient {
  let current: PgClient | null = null;
  const make = (withinMs: number): PgClient =>
    new Client({
      connectionString: url,
      connectionTimeoutMillis: Math.max(1, withinMs),
      // Statements that do not depend on each other are sent without waiting for the answers.
      pipeline: true,
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveMs,
      application_name: 'paperboy',
      types: { getTypeParser: getTypeParser as never },
      ...(isPatient
        ? {}
        : {
            statement_timeout: limits.statement,
            idle_in_transaction_session_timeout: limits.idle,
            query_timeout: limits.answer,
          }),
    });
  return {
    async connect(withinMs) {
      if (current !== null) return;
      const client = make(withinMs);
      const forget = (): void => {
        if (client !== current) return;
        current = null;
        onLost?.();
      };
      client.on('error', forget);
      client.on('end', forget);
      try {
        await client.connect();
      } catch (error) {
        void client.end().catch(() => undefined);
        throw error;
      }
      current = client;
    },
    async run({ text, values = [], name, isRaw = false }) {
      if (current === null) throw new NotConnected();
      sendTogether(current);
      const { rows, rowCount, command } = await current.query({
        text,
        values: values.map(storable),
        ...(name === undefined ? {} : { name }),
        ...(isRaw ? { rowMode: 'array' as const } : {}),
      });
      return { rows, count: rowCount ?? 0, command };
    },
    async close() {
      const client = current;
      current = null;
      if (client === null) return;
      // A server that is gone does not say goodbye.
      const given = new AbortController();
      await Promise.race([client.end(), sleep(goodbyeMs, undefined, { signal: given.signal, ref: false })]).catch(
        () => undefined,
      );
      given.abort();
    },
  };
}

/** Sends all statements of a turn of the event loop in one piece, because each piece costs a call of the system. */
function sendTogether(client: PgClient): void {
  const { stream } = (client as PgClient & { readonly connection: { readonly stream: Writable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
