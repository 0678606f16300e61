import type { Connection, PreparedChange, PreparedQuery, Statement } from '../sql/connection.ts';
import { drizzle } from './drizzle.ts';
import { jointVerb } from './joint-verbs.ts';
import { numbered } from './parameters.ts';
import type { PostgresClient, PostgresResult } from './postgres-client.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { type Transactions, transactionsOf } from './transactions.ts';

/** Makes the connection of the verbs from a connection to PostgreSQL. Its user runs one verb at a time on it. */
export function postgresConnection(
  client: PostgresClient,
  transact: Transactions = transactionsOf({ client }),
): Connection {
  const builders = buildersOver(client);
  const nameOf = statementNames();
  const atomic: Connection['atomic'] =
    (verb) =>
    (...given) =>
      transact('writing', () => verb(...given));
  const alone: Connection['single'] =
    (verb) =>
    (...given) =>
      transact('alone', () => verb(...given));
  return {
    select: builders.select.bind(builders),
    selectDistinct: builders.selectDistinct.bind(builders),
    insert: builders.insert.bind(builders),
    update: builders.update.bind(builders),
    delete: builders.delete.bind(builders),
    dialect: postgresDialect,
    atomic,
    // Several connections commit at the same time, and PostgreSQL makes one write to the disk for them.
    shared: atomic,
    together: (verb) => jointVerb(verb, transact),
    reading:
      (verb) =>
      (...given) =>
        transact('reading', () => verb(...given)),
    single: alone,
    asking: alone,
    all: async (query) => rowsOf(await query) as never,
    get: async (query) => rowsOf(await query)[0] as never,
    run: async (query) => countOf(await query),
    prepared: (query) => preparedOf(query, nameOf) as never,
    preparedChange: (query) => preparedOf(query, nameOf),
    prepare: (statement) => statementOf(client, statement, nameOf) as never,
    // A transaction throws store errors already.
    asStoreError: (error) => error,
  };
}

/** What drizzle's driver of pg gives to the client that it expects. */
interface DrizzleQuery {
  readonly text: string;
  readonly name?: string | undefined;
  readonly rowMode?: 'array';
}

/** drizzle's builders over a client of ours, which reads values in its own way. */
function buildersOver(client: PostgresClient): Connection {
  const query = async ({ text, name, rowMode }: DrizzleQuery, values: readonly unknown[]) => {
    const { rows, count } = await client.run({ text, name, values, isRaw: rowMode === 'array' });
    return { rows, rowCount: count };
  };
  return drizzle({ query } as never) as unknown as Connection;
}

/** How many statements of a connection PostgreSQL keeps planned. */
const namesAtMost = 1_000;

/** Names statements, each text once. After many texts there are no more names, because PostgreSQL keeps each plan. */
function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= namesAtMost) return known;
    const name = `statement_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}

type NameOf = ReturnType<typeof statementNames>;

interface BuiltQuery extends PromiseLike<unknown> {
  toSQL(): { readonly sql: string };
  prepare(name: string | undefined): { execute(values?: object): Promise<unknown> };
}

/** A statement is built when it is first used: most programs use few of those that a store has. */
function preparedOf(given: PromiseLike<unknown>, nameOf: NameOf): PreparedQuery<unknown> & PreparedChange {
  const query = given as BuiltQuery;
  let prepared: ReturnType<BuiltQuery['prepare']> | undefined;
  const execute = (values?: object): Promise<unknown> => {
    prepared ??= query.prepare(nameOf(query.toSQL().sql));
    return prepared.execute(values);
  };
  return {
    all: async (values) => rowsOf(await execute(values)),
    get: async (values) => rowsOf(await execute(values))[0],
    run: async (values) => countOf(await execute(values)),
  };
}

const rowsOf = (result: unknown): unknown[] => result as unknown[];
const countOf = (result: unknown): number => (result as { readonly rowCount: number }).rowCount;

type Shape = 'objects' | 'pluck' | 'raw';

function statementOf(
  client: PostgresClient,
  statement: string,
  nameOf: NameOf,
  shape: Shape = 'objects',
): Statement<unknown[], unknown> {
  const { text, valuesOf } = numbered(statement);
  const ask = (given: readonly unknown[]): Promise<PostgresResult> =>
    client.run({ text, name: nameOf(text), values: valuesOf(given), isRaw: shape !== 'objects' });
  const shaped = ({ rows }: PostgresResult): unknown[] =>
    shape === 'pluck' ? rows.map((row) => (row as readonly unknown[])[0]) : [...rows];
  return {
    all: async (...given) => shaped(await ask(given)),
    get: async (...given) => shaped(await ask(given))[0],
    run: async (...given) => (await ask(given)).count,
    pluck: () => statementOf(client, statement, nameOf, 'pluck'),
    raw: () => statementOf(client, statement, nameOf, 'raw'),
  };
}
