import { existsSync, statSync } from 'node:fs';
import type { Database as FileConnection } from 'better-sqlite3';
import type { LastNumbers, MovingSource, MovingTarget, TargetForm } from '../moving/moving-database.ts';
import { nothingToMove, olderDatabase } from '../moving/source-errors.ts';
import type { Connection } from '../sql/connection.ts';
import { tableShapes } from '../sql/schema/table-shapes.ts';
import { drizzle } from './drizzle.ts';
import { refuseDamaged } from './file/damage.ts';
import { type Database, openDatabase, preparePlace } from './file/database.ts';
import { databasePath } from './file/database-url.ts';
import { asStoreError } from './file/file-errors.ts';
import { openFile } from './file/inspection.ts';
import { hasMissingMigrations, ownMigrations, refuseOthers, refuseUnknownForm, tablesOf } from './file/migrations.ts';
import { hasBot, inUse, takeSoleUse } from './file/process-lock.ts';
import { type SqliteConnection, sqliteConnection } from './sqlite-connection.ts';

/** Opens a file to move everything out of it. See `Database.openAsSource`. */
export function openSqliteSource(url: string): MovingSource {
  const path = databasePath(url);
  if (!existsSync(path)) throw nothingToMove(path);
  const opened = new DisposableStack();
  const file = openFile(path);
  opened.defer(() => file.close());
  try {
    refuseUnknownForm(file, ownMigrations);
    if (hasMissingMigrations(file, ownMigrations)) throw olderDatabase(path);
    opened.defer(takeSoleUse(path));
    refuseDamaged(file);
  } catch (error) {
    opened.dispose();
    throw asStoreError(error, path);
  }
  return {
    place: path,
    identity: identityOf(path),
    connection: readingConnection(file),
    lastNumbers: async () => numbersIn(file),
    [Symbol.asyncDispose]: async () => opened.dispose(),
  };
}

/** Opens the place of a file to move everything into it. See `Database.openAsTarget`. */
export function openSqliteTarget(url: string): MovingTarget {
  const path = databasePath(url);
  const opened = new DisposableStack();
  let database: Database | null = null;
  return {
    place: path,
    identity: identityOf(path),
    storesNul: true,
    look: async (read) => {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) return null;
      if (hasBot(url)) throw inUse(path);
      return await look(path, read);
    },
    prepare: async () => {
      preparePlace(path);
      opened.defer(takeSoleUse(path));
      database = openDatabase(path, ownMigrations, { isTarget: true });
      const { $client } = database;
      opened.defer(() => $client.close());
      return { connection: sqliteConnection(database), tables: tablesOf($client) };
    },
    clearing: (tables) => [
      ...tables.toReversed().map((name) => `delete from "${name}"`),
      "insert into paper_search (paper_search) values ('delete-all')",
    ],
    settle: async (numbers) => {
      if (database !== null) continueNumbers(database.$client, numbers);
    },
    [Symbol.asyncDispose]: async () => opened.dispose(),
  };
}

async function look<Result>(
  path: string,
  read: (connection: Connection, form: TargetForm) => Promise<Result>,
): Promise<Result | null> {
  const file = openFile(path);
  try {
    const tables = tablesOf(file);
    if (tables.length === 0) return null;
    refuseOthers(file, ownMigrations);
    const isCurrent = !hasMissingMigrations(file, ownMigrations);
    return await read(readingConnection(file), { tables, isCurrent });
  } catch (error) {
    throw asStoreError(error, path);
  } finally {
    file.close();
  }
}

/** A connection that changes nothing. Like every reader, it moves the log that a killed bot left into the file. */
function readingConnection(file: FileConnection): SqliteConnection {
  file.pragma('query_only = on');
  return sqliteConnection(drizzle(file) as Database);
}

/** A link to a file is the file. */
function identityOf(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? path : `${stats.dev}:${stats.ino}`;
}

const numbersIn = (file: FileConnection): LastNumbers =>
  new Map(file.prepare<[], [string, number]>('select name, seq from sqlite_sequence').raw().all());

/** SQLite keeps the last numbers of tables that use each number once. */
function continueNumbers(file: FileConnection, numbers: LastNumbers): void {
  const before = numbersIn(file);
  const forget = file.prepare<[string]>('delete from sqlite_sequence where name = ?');
  const put = file.prepare<[string, number]>('insert into sqlite_sequence (name, seq) values (?, ?)');
  file.transaction(() => {
    for (const { name, numbers: kind } of tableShapes()) {
      if (kind !== 'once') continue;
      forget.run(name);
      put.run(name, Math.max(before.get(name) ?? 0, numbers.get(name) ?? 0));
    }
  })();
}
