import { postgresPlace } from '../postgres-place.ts';
import type { SearchConnection } from '../sql/search/search-connection.ts';
import { listFinder } from './full-text/list-finder.ts';
import { pgClient } from './pg-client.ts';
import type { MakeClient } from './postgres-client.ts';
import { postgresConnection } from './postgres-connection.ts';
import { transactionsOf } from './transactions.ts';

/** Makes a connection to PostgreSQL for searches. It connects with the first one, and again after it was lost. */
export async function openForSearching(url: string, makeClient: MakeClient = pgClient): Promise<SearchConnection> {
  const client = makeClient({ url });
  const connection = postgresConnection(client, transactionsOf({ client, place: postgresPlace(url) }));
  return { connection, indexFinder: listFinder, close: () => client.close() };
}
