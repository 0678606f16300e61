import { atOnce } from './at-once.ts';
import type { Connection, Statement } from './connection.ts';

/** A statement for any number of rows. */
export interface RowsStatement<Row extends readonly unknown[], Returned> {
  /** How many rows were changed. */
  run(rows: readonly Row[]): Promise<number>;
  /** What the statement returns for the rows. */
  all(rows: readonly Row[]): Promise<readonly Returned[]>;
}

export interface RowsText {
  /** A row of parameters: `(?, ?)`. */
  readonly row: string;
  /** The statement with some of these rows: `insert into names (id, name) values ${rows}`. */
  readonly textWith: (rows: string) => string;
}

/** How many rows one statement has at most. SQLite takes 32,766 parameters. */
const rowsAtMost = 64;

/**
 * Makes a statement for any number of rows. It is run in pieces whose sizes are powers of two, so that few statements are
 * prepared.
 */
export function rowsStatement<Row extends readonly unknown[], Returned = never>(
  db: Connection,
  { row, textWith }: RowsText,
): RowsStatement<Row, Returned> {
  const prepared = new Map<number, Statement<unknown[], Returned>>();
  const statementFor = (count: number): Statement<unknown[], Returned> => {
    const known = prepared.get(count) ?? db.prepare(textWith(Array.from({ length: count }, () => row).join(', ')));
    prepared.set(count, known);
    return known;
  };
  const inPieces = <Result>(
    rows: readonly Row[],
    use: (statement: Statement<unknown[], Returned>, given: unknown[]) => Promise<Result>,
  ): Promise<readonly Result[]> => atOnce(piecesOf(rows).map((piece) => use(statementFor(piece.length), piece.flat())));
  return {
    async run(rows) {
      const counts = await inPieces(rows, (statement, given) => statement.run(...given));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    all: async (rows) => (await inPieces(rows, (statement, given) => statement.all(...given))).flat(),
  };
}

function piecesOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const pieces: (readonly Row[])[] = [];
  for (let from = 0, size = rowsAtMost; from < rows.length; ) {
    while (size > rows.length - from) size /= 2;
    pieces.push(rows.slice(from, from + size));
    from += size;
  }
  return pieces;
}
