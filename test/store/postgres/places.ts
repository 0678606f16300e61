import { onTestFinished } from 'vitest';
import { applyMigrations } from '../../../src/store/postgres/migrations.ts';
import { pgClient } from '../../../src/store/postgres/pg-client.ts';
import { openPostgresStore, type PostgresStoreOptions } from '../../../src/store/postgres/postgres-store.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import type { StorePlace } from '../opened-store.ts';
import { emptyTables } from './emptying.ts';
import { keptClients } from './kept-clients.ts';
import { openPglite, pgliteClients } from './pglite-client.ts';
import type { TestServer } from './server.ts';

let pglite: ReturnType<typeof openPglite> | undefined;

/** Starts with the first test that needs it, and serves all tests of this process. */
export const makePgliteClient = pgliteClients(() => {
  pglite ??= openPglite();
  return pglite;
});

/** A database in PGlite, which is empty when it is first opened. There is one at a time. */
export const pglitePlace = (): StorePlace => placeOf(() => pgliteDatabase);

const pgliteDatabase = reusable({
  url: 'postgres://tests@localhost/pglite',
  makeClient: makePgliteClient,
  sessionsAtMost: 1,
});

/** A database on a server, which is empty when it is first opened. There is one at a time. */
export const serverPlaces = (server: () => Promise<TestServer>): (() => StorePlace) => {
  let database: Promise<ReusableDatabase> | undefined;
  const find = (): Promise<ReusableDatabase> => {
    database ??= server().then(async (found) =>
      reusable({ url: await found.newDatabase(), makeClient: keptClients(pgClient) }),
    );
    return database;
  };
  return () => placeOf(find);
};

type Options = Pick<PostgresStoreOptions, 'url' | 'sessionsAtMost'> &
  Required<Pick<PostgresStoreOptions, 'makeClient'>>;

/** A database that one test after another uses. */
interface ReusableDatabase {
  readonly options: Options;
  /** Makes it as it was after its migrations. */
  empty(): Promise<void>;
}

/** Its connection stays open, because a new one of a server has to read the schema first. */
function reusable(options: Options): ReusableDatabase {
  const client = options.makeClient({ url: options.url });
  let migrated: Promise<void> | undefined;
  async function migrate(): Promise<void> {
    await client.connect(5_000);
    await applyMigrations(client, 'the database of the tests');
  }
  return {
    options,
    async empty() {
      migrated ??= migrate();
      await migrated;
      await client.connect(5_000);
      await emptyTables(client);
    },
  };
}

/** A place whose stores are closed after the test. */
function placeOf(find: () => ReusableDatabase | Promise<ReusableDatabase>): StorePlace {
  let emptied: Promise<void> | undefined;
  return {
    open: async () => {
      const { options, empty } = await find();
      emptied ??= empty();
      await emptied;
      const store = await openPostgresStore({ ...options, meaning, searchesHere: true });
      onTestFinished(() => store[Symbol.asyncDispose]());
      return store;
    },
  };
}
