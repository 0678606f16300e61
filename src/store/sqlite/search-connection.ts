import type { SearchConnection } from '../sql/search/search-connection.ts';
import { busyTimeoutMs, openForReading } from './file/database.ts';
import { tokenTableFinder } from './full-text/token-table-finder.ts';
import { sqliteConnection } from './sqlite-connection.ts';

/** Opens a connection to a file of SQLite for searches. */
export async function openForSearching(path: string): Promise<SearchConnection> {
  const db = openForReading(path);
  const connection = sqliteConnection(db);
  // Nothing tries a search again. Another program rarely makes a reader wait.
  db.$client.pragma(`busy_timeout = ${busyTimeoutMs}`);
  return { connection, indexFinder: tokenTableFinder, close: async () => void db.$client.close() };
}
