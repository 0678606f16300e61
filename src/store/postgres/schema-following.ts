import type { Column, SQL } from 'drizzle-orm';
import type { ForeignKey, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getTableConfig, is, SQL as Sql } from '../sql/drizzle.ts';
import { customType, foreignKey, identity, index, pgTable, primaryKey, sql, uniqueIndex } from './drizzle.ts';

type PostgresTable = ReturnType<typeof pgTable>;
type PostgresColumns = Readonly<Record<string, never>>;

/** Makes the tables of PostgreSQL that follow tables of SQLite. */
export function postgresTables<Name extends string>(
  tables: Readonly<Record<Name, SQLiteTable>>,
): Record<Name, PostgresTable> {
  const made = new Map<SQLiteTable, PostgresTable>();
  const following = (table: SQLiteTable): PostgresTable => {
    const before = made.get(table);
    if (before !== undefined) return before;
    const { name } = getTableConfig(table);
    const follower = pgTable(name, columnsOf(table), (columns) => constraintsOf(table, columns as never, following));
    made.set(table, follower);
    return follower;
  };
  return Object.fromEntries(
    Object.entries<SQLiteTable>(tables).map(([key, table]) => [key, following(table)]),
  ) as Record<Name, PostgresTable>;
}

/**
 * The types of SQLite in PostgreSQL. Texts are compared by their bytes, as SQLite does, and not by the rules of a language.
 * Truth values and moments are numbers, and JSON is text, in both.
 */
const types: Readonly<Record<string, string>> = { integer: 'bigint', text: 'text collate "C"', blob: 'bytea' };

function columnsOf(table: SQLiteTable): Record<string, never> {
  const { columns } = getTableConfig(table);
  return Object.fromEntries(columns.map((column) => [column.name, builderOf(column as never)])) as Record<
    string,
    never
  >;
}

function builderOf(column: Column & { getSQLType(): string }) {
  const type = types[column.getSQLType()] ?? column.getSQLType();
  // SQLite numbers the rows of a table whose key is one number.
  if (column.primary && type === 'bigint') return identity(column.name);
  let builder = customType<{ data: unknown }>({ dataType: () => type })(column.name);
  if (column.notNull) builder = builder.notNull() as never;
  if (column.primary) builder = builder.primaryKey() as never;
  if (column.isUnique) builder = builder.unique() as never;
  if (column.default !== undefined) builder = builder.default(defaultOf(column)) as never;
  return builder;
}

function defaultOf(column: Column): SQL {
  if (is(column.default, Sql)) return column.default as SQL;
  const value = column.mapToDriverValue(column.default);
  return sql.raw(typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`);
}

function constraintsOf(table: SQLiteTable, columns: PostgresColumns, following: (table: SQLiteTable) => PostgresTable) {
  const { indexes, primaryKeys, foreignKeys } = getTableConfig(table);
  const own = ({ name }: Column) => columns[name] as never;
  return [
    ...indexes.map(({ config }) => {
      const builder = (config.unique ? uniqueIndex : index)(config.name);
      const on = builder.on(...(config.columns.map((column) => own(column as Column)) as [never]));
      return config.where === undefined ? on : on.where(config.where);
    }),
    ...primaryKeys.map((key) => primaryKey({ columns: key.columns.map((column) => own(column)) as [never] })),
    ...foreignKeys.map((key) => referenceOf(key, own, following)),
  ];
}

function referenceOf(
  key: ForeignKey,
  own: (column: Column) => never,
  following: (table: SQLiteTable) => PostgresTable,
) {
  const { columns, foreignColumns, foreignTable } = key.reference();
  const other = following(foreignTable) as unknown as PostgresColumns;
  return foreignKey({
    columns: columns.map((column) => own(column)) as [never],
    foreignColumns: foreignColumns.map(({ name }) => other[name]) as unknown as [never],
  });
}
