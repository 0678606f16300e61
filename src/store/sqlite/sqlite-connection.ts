import { setTimeout as sleep } from 'node:timers/promises';
import { takingTurns } from '../../taking-turns.ts';
import type { Connection, PreparedChange, PreparedQuery, Statement, Verb } from '../sql/connection.ts';
import type { Database } from './file/database.ts';
import { asStoreError, isBusy } from './file/file-errors.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** How long a verb waits while another program writes, in milliseconds. Discord waits three seconds for an answer. */
const patienceMs = 2_000;
/** How long SQLite itself waits, and the pause between two attempts. SQLite holds up the whole process meanwhile. */
const pauseMs = 20;

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

/**
 * Runs something in a transaction. An immediate one takes the write lock at once, so that what it reads is still valid when
 * it writes. While another program has the lock, it waits.
 * @throws StoreError `busy` if the other program does not release the lock
 */
function transactionRunner(
  { $client }: Database,
  kind: 'immediate' | 'deferred',
): <Result>(run: () => Promise<Result>) => Promise<Result> {
  const [begin, commit, rollback] = [`begin ${kind}`, 'commit', 'rollback'].map((text) => $client.prepare(text));
  async function beginWhenFree(): Promise<void> {
    const since = performance.now();
    for (;;) {
      try {
        begin?.run();
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (performance.now() - since >= patienceMs) throw asStoreError(error, $client.name);
      }
      await sleep(pauseMs);
    }
  }
  return async (run) => {
    await beginWhenFree();
    try {
      const result = await run();
      commit?.run();
      return result;
    } catch (error) {
      // Some errors, such as a full disk, roll back the whole transaction.
      if ($client.inTransaction) rollback?.run();
      throw error;
    }
  };
}

interface Waiting {
  run(): Promise<unknown>;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/**
 * Makes one commit for all verbs called within a turn of the event loop, because each commit costs an fsync: a slow
 * disk takes milliseconds for it, everything else waits, and sends come in bursts. Verbs run in the order of their
 * calls. Each succeeds or fails independently, and its promise settles after the commit.
 */
function sharedCommits(db: Database, take: <Result>(run: () => Promise<Result>) => Promise<Result>) {
  let waiting: Waiting[] = [];
  const writing = transactionRunner(db, 'immediate');
  const runTogether = togetherRunner(db);

  async function runWaiting(): Promise<void> {
    const verbs = waiting;
    waiting = [];
    if (verbs.length === 0) return;
    try {
      const tellAll = await writing(() => runTogether(verbs));
      for (const tell of tellAll) tell();
    } catch (error) {
      for (const { reject } of verbs) reject(error);
    }
  }
  const flush = (): Promise<void> => take(runWaiting);
  return {
    flush,
    shared<Given extends unknown[], Result>(verb: Verb<Given, Result>): Verb<Given, Result> {
      return (...given) =>
        new Promise((resolve, reject) => {
          waiting.push({ run: () => verb(...given), resolve: (result) => resolve(result as Result), reject });
          if (waiting.length === 1) setImmediate(() => void flush());
        });
    },
  };
}

/** Runs verbs in the caller's transaction. The returned functions tell their callers, which is true after the commit. */
function togetherRunner({ $client }: Database): (verbs: readonly Waiting[]) => Promise<readonly (() => void)[]> {
  const [save, release, rollback] = ['savepoint verb', 'release verb', 'rollback to verb'].map((text) =>
    $client.prepare(text),
  );
  return async (verbs) => {
    const outcomes: (() => void)[] = [];
    for (const verb of verbs) {
      save?.run();
      try {
        const result = await verb.run();
        release?.run();
        outcomes.push(() => verb.resolve(result));
      } catch (error) {
        // Some errors, such as a full disk, roll back the whole transaction.
        if (!$client.inTransaction) throw error;
        rollback?.run();
        release?.run();
        outcomes.push(() => verb.reject(error));
      }
    }
    return outcomes;
  };
}
