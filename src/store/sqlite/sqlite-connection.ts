import { takingTurns } from '../../taking-turns.ts';
import type { Connection, PreparedChange, PreparedQuery, Statement } from '../sql/connection.ts';
import type { Database } from './file/database.ts';
import { asStoreError } from './file/file-errors.ts';
import { sharedCommits } from './shared-commits.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { pauseMs, transactionRunner } from './transactions.ts';

/** A connection to a file of SQLite. */
export interface SqliteConnection extends Connection {
  /** Runs the verbs that wait to share a commit. */
  flush(): Promise<void>;
}

/**
 * Makes the connection of the verbs from an open database. SQLite answers at once, so that a verb takes one turn of the
 * event loop: nothing else in this process runs between its statements.
 */
export function sqliteConnection(db: Database): SqliteConnection {
  const { $client } = db;
  // Verbs wait for other programs, instead of SQLite, so that the process does other work meanwhile.
  $client.pragma(`busy_timeout = ${pauseMs}`);
  const turns = takingTurns();
  const writing = transactionRunner(db, 'immediate');
  const reading = transactionRunner(db, 'deferred');
  const commits = sharedCommits(db, turns.take);
  const atomic: Connection['atomic'] =
    (verb) =>
    (...given) =>
      turns.take(() => writing(() => verb(...given)));
  return {
    ...buildersOf(db),
    dialect: sqliteDialect,
    atomic,
    single: atomic,
    shared: commits.shared,
    together: commits.together,
    reading:
      (verb) =>
      (...given) =>
        turns.take(() => reading(() => verb(...given))),
    asking:
      (verb) =>
      (...given) =>
        turns.take(() => verb(...given)),
    flush: commits.flush,
    all: async (query) => runnable(query).all() as never,
    get: async (query) => runnable(query).get() as never,
    run: async (query) => runnable(query).run().changes,
    prepared: (query) => preparedOf(runnable(query)) as unknown as PreparedQuery<never>,
    preparedChange: (query) => preparedOf(runnable(query)),
    prepare: (statement) => statementOf($client.prepare(statement) as unknown as SyncStatement) as never,
    asStoreError: (error) => asStoreError(error, $client.name),
  };
}

const buildersOf = (db: Database) =>
  ({
    select: db.select.bind(db),
    selectDistinct: db.selectDistinct.bind(db),
    insert: db.insert.bind(db),
    update: db.update.bind(db),
    delete: db.delete.bind(db),
  }) as unknown as Pick<Connection, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'>;

interface SyncQuery {
  all(values?: object): unknown[];
  get(values?: object): unknown;
  run(values?: object): { readonly changes: number };
  prepare(): SyncQuery;
}

/** A statement that drizzle built, with its methods of better-sqlite3. */
const runnable = (query: PromiseLike<unknown>): SyncQuery => query as unknown as SyncQuery;

/** A statement is built when it is first used: most programs use few of those that a store has. */
function preparedOf(query: SyncQuery): PreparedQuery<unknown> & PreparedChange {
  let prepared: SyncQuery | undefined;
  const built = (): SyncQuery => {
    prepared ??= query.prepare();
    return prepared;
  };
  return {
    all: async (values = {}) => built().all(values),
    get: async (values = {}) => built().get(values),
    run: async (values = {}) => built().run(values).changes,
  };
}

interface SyncStatement {
  all(...given: unknown[]): unknown[];
  get(...given: unknown[]): unknown;
  run(...given: unknown[]): { readonly changes: number };
  pluck(): SyncStatement;
  raw(): SyncStatement;
}

const statementOf = (statement: SyncStatement): Statement<unknown[], unknown> => ({
  all: async (...given) => statement.all(...given),
  get: async (...given) => statement.get(...given),
  run: async (...given) => statement.run(...given).changes,
  pluck: () => statementOf(statement.pluck()),
  raw: () => statementOf(statement.raw()),
});
