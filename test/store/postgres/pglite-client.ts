import { PGlite, parse, protocol } from '@electric-sql/pglite';
import { memoByObject } from '../../../src/memo.ts';
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
import { newPgliteFiles } from './pglite-files.ts';

const bytea = 17;
const readBytes = (text: string): Buffer => Buffer.from(text.slice('\\x'.length), 'hex');

/** PostgreSQL in this process. It has one connection. */
export const openPglite = async (): Promise<PGlite> =>
  PGlite.create({
    loadDataDir: await newPgliteFiles(),
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
  let run: RunStatement | null = null;
  return () => {
    let isOpen = false;
    let end: (() => void) | null = null;
    /** Statements of a client run in the order in which they came, whether or not somebody waits for them. */
    const statements = takingTurns();
    const ask: RunStatement = async (statement) => {
      if (run === null || !isOpen) throw new NotConnected();
      return await run(statement);
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
        run ??= statementsOf(await open());
        isOpen = true;
      },
      run: (statement) => statements.take(() => runNow(statement)),
      async close() {
        if (end !== null && isOpen) await ask({ text: 'rollback' });
        isOpen = false;
        end?.();
        end = null;
      },
    };
  };
}

type RunStatement = (statement: PostgresStatement) => Promise<{ rows: unknown[]; count: number }>;

const { serialize } = protocol;

/** The planned statements of a PGlite, by their texts. */
interface Planned {
  readonly names: Map<string, string>;
  count: number;
}

const plannedOf = memoByObject((_: PGlite): Planned => ({ names: new Map(), count: 0 }));

/**
 * Runs statements in PGlite as the driver pg does: each in one message, and planned once. PGlite's own `query` takes six
 * messages, and plans each time, which is most of its time.
 */
function statementsOf(db: PGlite): RunStatement {
  const planned = plannedOf(db);
  function nameOf(text: string): string {
    const known = planned.names.get(text);
    if (known !== undefined) return known;
    planned.count += 1;
    return `planned_${planned.count}`;
  }
  return async ({ text, values = [], isRaw = false }) => {
    const name = nameOf(text);
    const messages = Buffer.concat([
      ...(planned.names.has(text) ? [] : [serialize.parse({ name, text })]),
      serialize.bind({ statement: name, values: values.map(storable).map(inProtocol) }),
      serialize.describe({ type: 'P' }),
      serialize.execute(),
      serialize.sync(),
    ]);
    const answer = await db.runExclusive(() => db.execProtocol(messages, { syncToFs: false }));
    planned.names.set(text, name);
    const [{ rows, affectedRows = 0 } = { rows: [] }] = parse.parseResults(answer.messages, db.parsers, {
      rowMode: isRaw ? 'array' : 'object',
    });
    return { rows, count: affectedRows };
  };
}

/** A value as PostgreSQL's protocol has it. */
function inProtocol(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  return value instanceof Uint8Array ? value : String(value);
}
