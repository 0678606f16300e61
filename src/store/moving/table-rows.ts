import type { Connection } from '../sql/connection.ts';
import type { TableShape } from '../sql/schema/table-shapes.ts';

/** A value as both databases have it. */
export type Value = string | number | Uint8Array | null;

/** The values of a row, in the order of the columns. */
export type Row = readonly Value[];

/** The values of the primary key of a row. */
export type Key = readonly Value[];

/** How many rows are read at once. A row of the longest messages has 6 kB. */
const rowsAtOnce = 500;

/** How many rows and values are written by one statement, at most. */
const written = { rows: 100, values: 1_500 };

export const quoted = (name: string): string => `"${name}"`;

export const keyOf = ({ key }: TableShape, row: Row): Key => key.map((place) => row[place] ?? null);

/** Reads a table in the order of its key, a piece at a time. @param after the key of the row before the first one */
export async function* piecesOf(
  db: Connection,
  table: TableShape,
  after: Key | null = null,
): AsyncGenerator<readonly Row[], void> {
  const names = table.columns.map(({ name }) => quoted(name));
  const keys = table.key.map((place) => names[place]);
  const key = keys.join(', ');
  const read = (condition: string) =>
    db
      .prepare<Value[], Value[]>(
        `select ${names.join(', ')} from ${quoted(table.name)} ${condition} order by ${key} limit ${rowsAtOnce}`,
      )
      .raw();
  const later = read(`where (${key}) > (${keys.map(() => '?').join(', ')})`);
  let rows = after === null ? await read('').all() : await later.all(...after);
  while (rows.length > 0) {
    const piece = rows.map((row) => asStored(table, row));
    yield piece;
    rows = rows.length < rowsAtOnce ? [] : await later.all(...keyOf(table, piece.at(-1) ?? []));
  }
}

/** SQLite stores a moment with a part of a millisecond, if it is given one. PostgreSQL does not. */
const asStored = ({ columns }: TableShape, row: Row): Row =>
  row.map((value, place) =>
    typeof value === 'number' && columns[place]?.kind === 'integer' ? Math.round(value) : value,
  );

/** Writes rows into a table. */
export function rowWriter(db: Connection, table: TableShape): (rows: readonly Row[]) => Promise<void> {
  const names = table.columns.map(({ name }) => quoted(name));
  const atOnce = Math.max(1, Math.min(written.rows, Math.floor(written.values / names.length)));
  const one = `(${names.map(() => '?').join(', ')})`;
  const inserting = (count: number) =>
    db.prepare<Value[]>(
      `insert into ${quoted(table.name)} (${names.join(', ')}) values ${Array.from({ length: count }, () => one).join(', ')}`,
    );
  const statements = new Map<number, ReturnType<typeof inserting>>();
  return async (rows) => {
    for (let start = 0; start < rows.length; start += atOnce) {
      const some = rows.slice(start, start + atOnce);
      const insert = statements.get(some.length) ?? inserting(some.length);
      statements.set(some.length, insert);
      await insert.run(...some.flat());
    }
  };
}

/** Counts the rows of a table. */
export const countRows = async (db: Connection, name: string): Promise<number> =>
  (await db
    .prepare<[], number>(`select count(*) from ${quoted(name)}`)
    .pluck()
    .get()) ?? 0;
