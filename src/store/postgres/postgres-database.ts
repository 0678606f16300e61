import type { Database, DatabaseContents, DatabaseExamination } from '../database.ts';
import { halfMoved } from '../half-moved.ts';
import { postgresPlace } from '../postgres-place.ts';
import { type ContentCounts, countsQuery, type NewestPull, newestPullsQuery } from '../sql/examination.ts';
import { StoreError } from '../store-error.ts';
import { hasMissingMigrations, refuseUnknownForm } from './migrations.ts';
import { reach } from './opening.ts';
import { watchOutages } from './outage.ts';
import { pgClient } from './pg-client.ts';
import type { PostgresClient } from './postgres-client.ts';
import { asOpeningError } from './postgres-errors.ts';
import { openPostgresStore } from './postgres-store.ts';
import { rowOf, rowsOf } from './rows.ts';
import { isInUse } from './sole-use.ts';

/** PostgreSQL: the database is on a server, which has programs of its own for backups. */
export const postgresDatabase: Database = {
  open: openPostgresStore,
  async backUp(url) {
    throw elsewhere(
      `Paperboy does not back up ${postgresPlace(url)}, because PostgreSQL does it better. The bot may be running. ` +
        'Run: pg_dump --format=custom --file=paperboy.dump --dbname="$DATABASE_URL"',
    );
  },
  async restore(url) {
    throw elsewhere(
      `Paperboy does not restore ${postgresPlace(url)}, because PostgreSQL does it better. Stop the bot first. ` +
        'Run: pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" paperboy.dump',
    );
  },
  examine: (url) => reading(url, examine),
  hasBot: (url) => reading(url, isInUse),
  // A bot does not load what moves need.
  openAsSource: async (url) => await (await import('./postgres-moving.ts')).openPostgresSource({ url }),
  openAsTarget: async (url) => await (await import('./postgres-moving.ts')).openPostgresTarget({ url }),
};

const elsewhere = (message: string): StoreError => new StoreError('elsewhere', message);

/** Reads a database over a connection of its own. */
async function reading<Result>(
  url: string,
  read: (client: PostgresClient, place: string) => Promise<Result>,
): Promise<Result> {
  const place = postgresPlace(url);
  const client = pgClient({ url });
  try {
    await reach(client, { place, outage: watchOutages(), patienceMs: 0 });
    return await read(client, place);
  } catch (error) {
    throw asOpeningError(error, place);
  } finally {
    await client.close();
  }
}

async function examine(client: PostgresClient, path: string): Promise<DatabaseExamination> {
  const form = await refuseUnknownForm(client, path);
  if (form === 'half-moved') throw halfMoved(path);
  if (form === 'empty') return { path, place: null, contents: null, isCurrent: true, pulls: [] };
  return {
    path,
    place: null,
    contents: await contentsOf(client, path),
    isCurrent: !(await hasMissingMigrations(client)),
    pulls: await rowsOf<NewestPull>(client, newestPullsQuery),
  };
}

async function contentsOf(client: PostgresClient, path: string): Promise<DatabaseContents> {
  const { bytes } = await rowOf<{ readonly bytes: number }>(
    client,
    `select sum(pg_total_relation_size(oid)) as bytes from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'r'`,
  );
  return { path, bytes, ...(await rowOf<ContentCounts>(client, countsQuery)) };
}
