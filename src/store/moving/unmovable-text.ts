import type { TableShape } from '../sql/schema/table-shapes.ts';
import { StoreError } from '../store-error.ts';
import { keyOf, type Row } from './table-rows.ts';

/** The one character that SQLite can store in a text, and PostgreSQL cannot. */
const nul = '\0';

/**
 * Refuses rows that PostgreSQL cannot store.
 * @param place the file that they are in
 * @throws StoreError `unmovable`
 */
export function refuseUnmovable(table: TableShape, rows: readonly Row[], place: string): void {
  for (const row of rows) {
    const column = row.findIndex((value) => typeof value === 'string' && value.includes(nul));
    if (column >= 0) throw unmovable(table, row, table.columns[column]?.name ?? '', place);
  }
}

function unmovable(table: TableShape, row: Row, column: string, place: string): StoreError {
  const key = keyOf(table, row)
    .map((value) => String(value).replaceAll(nul, '�'))
    .join(', ');
  const without = `replace(json_quote(${column}), '\\u0000', '') ->> '$'`;
  return new StoreError(
    'unmovable',
    `The text ${table.name}.${column} of the row ${key} has the character U+0000, which PostgreSQL cannot store. Nothing was ` +
      `moved. Take it out, then run the same command again: sqlite3 ${place} ` +
      `"update ${table.name} set ${column} = ${without} where instr(${column}, char(0)) > 0"`,
  );
}
