import { PGlite } from '@electric-sql/pglite';
import {
  type ClientOptions,
  NotConnected,
  numericTypes,
  type PostgresClient,
  type PostgresStatement,
  readNumber,
  readTruth,
  storable,
} from '../../../src/store/postgres/postgres-client.ts';
import { takingTurns } from '../../../src/taking-turns.ts';

const bytea = 17;
const readBytes = (text: string): Buffer => Buffer.from(text.slice('\\x'.length), 'hex');

/** PostgreSQL in this process. It has one connection. */
export const openPglite = (): Promise<PGlite> =>
  PGlite.create({
    parsers: {
      [numericTypes.bool]: readTruth,
      [numericTypes.int8]: readNumber,
      [numericTypes.numeric]: readNumber,
      [bytea]: readBytes,
    },
  });

/**
 * Makes clients that share the one connection of PGlite. Their transactions take turns, as if each had a connection of its
 * own.
 */
export function pgliteClients(open: () => Promise<PGlite>): (options: ClientOptions) => PostgresClient {
  const turns = takingTurns();
  return () => {
    let db: PGlite | null = null;
    let end: (() => void) | null = null;
    /** Statements of a client run in the order in which they came, whether or not somebody waits for them. */
    const statements = takingTurns();
    const ask = async ({ text, values = [], isRaw = false }: PostgresStatement) => {
      if (db === null) throw new NotConnected();
      const { rows, affectedRows = 0 } = await db.query(text, values.map(storable), {
        rowMode: isRaw ? 'array' : 'object',
      });
      return { rows, count: affectedRows };
    };
    /** Waits for its turn, which lasts until the transaction ends. */
    const begin = (): Promise<void> =>
      new Promise((started) => {
        void turns.take(
          () =>
            new Promise<void>((ended) => {
              end = ended;
              started();
            }),
        );
      });
    async function runNow(statement: PostgresStatement) {
      if (end === null && !statement.text.startsWith('begin')) return await turns.take(() => ask(statement));
      if (end === null) await begin();
      const isLast = ['commit', 'rollback'].includes(statement.text);
      try {
        return await ask(statement);
      } finally {
        if (isLast) {
          end?.();
          end = null;
        }
      }
    }
    return {
      async connect() {
        db ??= await open();
      },
      run: (statement) => statements.take(() => runNow(statement)),
      async close() {
        if (end !== null && db !== null) await db.query('rollback');
        db = null;
        end?.();
        end = null;
      },
    };
  };
}
