import { join } from 'node:path';
import Connection from 'better-sqlite3';
import { openStore } from '../../../src/store/databases.ts';
import type { MovingSource, MovingTarget } from '../../../src/store/moving/moving-database.ts';
import { pgClient } from '../../../src/store/postgres/pg-client.ts';
import type { MakeClient } from '../../../src/store/postgres/postgres-client.ts';
import { openPostgresSource, openPostgresTarget } from '../../../src/store/postgres/postgres-moving.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { openSqliteSource, openSqliteTarget } from '../../../src/store/sqlite/sqlite-moving.ts';
import type { Store } from '../../../src/store/store.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { temporaryFolder } from '../opened-store.ts';
import { openPglite, pgliteClients } from '../postgres/pglite-client.ts';
import type { TestServer } from '../postgres/server.ts';

/** A place for a database that things are moved to and from. */
export interface MovingPlace {
  openAsSource(): Promise<MovingSource>;
  openAsTarget(): Promise<MovingTarget>;
  /** Runs a statement there. */
  run(statement: string): Promise<void>;
  openStore(): Promise<Store>;
}

/** A file, or the place of one. */
export function filePlace(path = join(temporaryFolder(), 'paperboy.db')): MovingPlace & { readonly path: string } {
  const url = `file:${path}`;
  return {
    path,
    openAsSource: async () => openSqliteSource(url),
    openAsTarget: async () => openSqliteTarget(url),
    run: async (statement) => {
      const file = new Connection(path);
      file.exec(statement);
      file.close();
    },
    openStore: () => openStore({ url, meaning, searchesHere: true }),
  };
}

/** A database of PostgreSQL in this process, for one test at a time. */
export function pglitePlaces(): { empty(): Promise<MovingPlace>; close(): Promise<void> } {
  let opened: ReturnType<typeof openPglite> | null = null;
  const open = () => {
    opened ??= openPglite();
    return opened;
  };
  const makeClient = pgliteClients(open);
  const url = 'postgres://tests@localhost/pglite';
  /** There is one session, so that a lock would outlive its client. */
  const makeMovingClient: MakeClient = (options) => {
    const client = makeClient(options);
    return {
      ...client,
      close: async () => {
        await client.close();
        await run('select pg_advisory_unlock_all()');
      },
    };
  };
  const run = async (statement: string): Promise<void> => void (await (await open()).exec(statement));
  return {
    empty: async () => {
      await run('drop schema public cascade; create schema public');
      return {
        run,
        openAsSource: () => openPostgresSource({ url, makeClient: makeMovingClient }),
        openAsTarget: () => openPostgresTarget({ url, makeClient: makeMovingClient }),
        openStore: () => openPostgresStore({ url, makeClient, sessionsAtMost: 1, meaning, searchesHere: true }),
      };
    },
    close: async () => await (await opened)?.close(),
  };
}

/** A new database on a server. */
export async function serverPlace(server: TestServer): Promise<MovingPlace & { readonly url: string }> {
  const url = await server.newDatabase();
  return {
    url,
    run: async (text) => {
      const client = pgClient({ url });
      await client.connect(5_000);
      await client.run({ text });
      await client.close();
    },
    openAsSource: () => openPostgresSource({ url }),
    openAsTarget: () => openPostgresTarget({ url }),
    openStore: () => openStore({ url, meaning, searchesHere: true }),
  };
}
