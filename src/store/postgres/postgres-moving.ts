import { halfMoved } from '../half-moved.ts';
import type { LastNumbers, MovingSource, MovingTarget } from '../moving/moving-database.ts';
import { nothingToMove, olderDatabase, restoredDatabase } from '../moving/source-errors.ts';
import { postgresPlace } from '../postgres-place.ts';
import type { Connection } from '../sql/connection.ts';
import { tableShapes } from '../sql/schema/table-shapes.ts';
import { applyMigrations, hasMissingMigrations, refuseUnknownForm, tablesOf } from './migrations.ts';
import { reach } from './opening.ts';
import { watchOutages } from './outage.ts';
import { pgClient } from './pg-client.ts';
import { type MakeClient, NotConnected, type PostgresClient } from './postgres-client.ts';
import { postgresConnection } from './postgres-connection.ts';
import { asOpeningError } from './postgres-errors.ts';
import { isRestored } from './restoration.ts';
import { rowOf } from './rows.ts';
import { inUse, isInUse, takeSoleUse } from './sole-use.ts';
import { transactionsOf } from './transactions.ts';

interface Place {
  readonly url: string;
  /** Makes the connection; by the driver pg by default. */
  readonly makeClient?: MakeClient;
}

/** The one connection of a move. It holds the lock as well, so that no statement is run without the lock. */
interface Reached extends AsyncDisposable {
  readonly client: PostgresClient;
  readonly connection: Connection;
  readonly place: string;
  readonly identity: string;
}

/** Opens a database to move everything out of it. See `Database.openAsSource`. */
export async function openPostgresSource(options: Place): Promise<MovingSource> {
  return await reaching(options, async (reached) => {
    const { client, connection, place } = reached;
    const form = await refuseUnknownForm(client, place);
    if (form === 'empty') throw nothingToMove(place);
    if (form === 'half-moved') throw halfMoved(place);
    if (await hasMissingMigrations(client)) throw olderDatabase(place);
    if (await isRestored(client)) throw restoredDatabase(place);
    await takeSoleUse(client, place);
    await refuseLeases(client, place);
    return { ...reached, lastNumbers: () => numbersIn(connection) };
  });
}

/** Opens a database to move everything into it. See `Database.openAsTarget`. */
export async function openPostgresTarget(options: Place): Promise<MovingTarget> {
  return await reaching(options, async (reached) => {
    const { client, connection, place } = reached;
    return {
      ...reached,
      storesNul: false,
      look: (read) =>
        asked(place, async () => {
          if ((await refuseUnknownForm(client, place)) === 'empty') return null;
          if (await isInUse(client)) throw inUse(place);
          const form = { tables: await tablesOf(client), isCurrent: !(await hasMissingMigrations(client)) };
          return await connection.reading(() => read(connection, form))();
        }),
      prepare: () =>
        asked(place, async () => {
          await takeSoleUse(client, place);
          await applyMigrations(client, place);
          return { connection, tables: await tablesOf(client) };
        }),
      clearing: (tables) => [`truncate ${[...tables, 'paper_search'].map((name) => `"${name}"`).join(', ')}`],
      settle: (numbers) => settle(connection, numbers),
    };
  });
}

async function reaching<Result>(
  { url, makeClient = pgClient }: Place,
  open: (reached: Reached) => Promise<Result>,
): Promise<Result> {
  const place = postgresPlace(url);
  const client = connectedOnce(url, makeClient);
  try {
    return await asked(place, async () => {
      await reach(client, { place, outage: watchOutages(), patienceMs: 0 });
      const connection = postgresConnection(client, transactionsOf({ client, place, patienceMs: 0 }));
      const identity = await identityOf(client);
      return await open({ client, connection, place, identity, [Symbol.asyncDispose]: () => client.close() });
    });
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** A client that stays away once its connection is lost, because the lock is lost with it. */
function connectedOnce(url: string, makeClient: MakeClient): PostgresClient {
  let isLost = false;
  const onLost = (): void => {
    isLost = true;
  };
  const client = makeClient({ url, isPatient: true, onLost });
  return {
    ...client,
    connect: async (withinMs) => {
      if (isLost) throw new NotConnected();
      await client.connect(withinMs);
    },
  };
}

async function asked<Result>(place: string, ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    throw asOpeningError(error, place);
  }
}

/** A server has several names, and starts at one moment. */
async function identityOf(client: PostgresClient): Promise<string> {
  const { identity } = await rowOf<{ readonly identity: string }>(
    client,
    `select concat_ws(' ', extract(epoch from pg_postmaster_start_time()), oid, current_schema()) as identity
     from pg_database where datname = current_database()`,
  );
  return identity;
}

/** A bot whose connection with the lock was cut off has its lease for some seconds more. */
async function refuseLeases(client: PostgresClient, place: string): Promise<void> {
  const { living } = await rowOf<{ readonly living: number }>(
    client,
    `select count(*) as living from workers where until > extract(epoch from statement_timestamp()) * 1000`,
  );
  if (living > 0) throw inUse(place);
}

async function numbersIn(db: Connection): Promise<LastNumbers> {
  const rows = db
    .prepare<[], [string, number]>(
      `select numbered.relname, pg_sequence_last_value(pg_sequence.seqrelid)
       from pg_sequence
       join pg_depend on pg_depend.classid = 'pg_class'::regclass and pg_depend.objid = pg_sequence.seqrelid
         and pg_depend.refclassid = 'pg_class'::regclass and pg_depend.deptype = 'i'
       join pg_class as numbered on numbered.oid = pg_depend.refobjid
       where numbered.relnamespace = current_schema()::regnamespace
         and pg_sequence_last_value(pg_sequence.seqrelid) is not null`,
    )
    .raw();
  return new Map(await rows.all());
}

/**
 * Lets the sequences go on, and lets PostgreSQL look at the rows, by which it plans its queries. It does not look at tables
 * without rows: it would read all rows of such a table again and again while the first thousands come.
 */
const settle = (db: Connection, numbers: LastNumbers): Promise<void> =>
  db.atomic(async () => {
    const before = await numbersIn(db);
    const shapes = tableShapes();
    const set = db.prepare<[string, string, number]>(
      'select setval(pg_get_serial_sequence(cast(? as text), cast(? as text)), cast(? as bigint))',
    );
    for (const { name, columns, key } of shapes) {
      const last = Math.max(before.get(name) ?? 0, numbers.get(name) ?? 0);
      if (last > 0) await set.run(`"${name}"`, columns[key[0] ?? 0]?.name ?? '', last);
    }
    for (const name of [...shapes.map((shape) => shape.name), 'paper_search'])
      if ((await db.prepare<[]>(`select 1 from ${name} limit 1`).get()) !== undefined)
        await db.prepare<[]>(`analyze ${name}`).run();
  })();
