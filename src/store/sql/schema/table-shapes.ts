import { type Column, getTableConfig } from '../drizzle.ts';
import { allTables } from './all-tables.ts';
import { inReferenceOrder } from './reference-order.ts';

/** A table as plain data, for work on whole tables, which knows none of them. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  /** The places of the columns of the primary key. */
  readonly key: readonly number[];
  /** The tables that its rows refer to. */
  readonly refersTo: readonly string[];
  /**
   * Whether the database numbers its rows: not at all, with numbers that may be used again after the newest row was deleted,
   * or each number once.
   */
  readonly numbers: 'none' | 'reused' | 'once';
}

interface ColumnShape {
  readonly name: string;
  readonly kind: 'integer' | 'text' | 'blob';
}

type Table = (typeof allTables)[keyof typeof allTables];

/** The shapes of all tables. Each stands behind those that it refers to. */
export const tableShapes = (): readonly TableShape[] => inReferenceOrder(Object.values(allTables).map(shapeOf));

function shapeOf(table: Table): TableShape {
  const { name, columns, primaryKeys, foreignKeys } = getTableConfig(table);
  const [primary] = primaryKeys;
  const keyColumns: readonly Column[] = primary?.columns ?? columns.filter(({ primary }) => primary);
  return {
    name,
    columns: columns.map((column) => ({ name: column.name, kind: column.getSQLType() as ColumnShape['kind'] })),
    key: keyColumns.map((column) => columns.findIndex((one) => one.name === column.name)),
    refersTo: foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name),
    numbers: numbersOf(keyColumns),
  };
}

function numbersOf([only, ...others]: readonly (Column & { readonly autoIncrement?: boolean })[]) {
  if (only === undefined || others.length > 0 || only.columnType !== 'SQLiteInteger') return 'none';
  return only.autoIncrement === true ? 'once' : 'reused';
}
