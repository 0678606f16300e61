import { createHash } from 'node:crypto';
import type { Connection } from '../sql/connection.ts';
import type { TableShape } from '../sql/schema/table-shapes.ts';
import { rowChecksum } from './checksum.ts';
import { countRows, piecesOf, type Row } from './table-rows.ts';

/** What a table has in it. */
export interface TableContents {
  readonly name: string;
  readonly rows: number;
  /** SHA-256 over all rows in the order of their keys, in hexadecimal digits. */
  readonly checksum: string;
}

/** Gets the rows of a table, some at a time. */
export type OnPiece = (table: TableShape, rows: readonly Row[]) => Promise<void>;

/** Reads whole tables. */
export async function contentsOf(
  db: Connection,
  tables: readonly TableShape[],
  onPiece: OnPiece,
): Promise<readonly TableContents[]> {
  const contents: TableContents[] = [];
  for (const table of tables) contents.push(await contentsOfOne(db, table, onPiece));
  return contents;
}

async function contentsOfOne(db: Connection, table: TableShape, onPiece: OnPiece): Promise<TableContents> {
  const checksum = rowChecksum();
  let count = 0;
  for await (const rows of piecesOf(db, table)) {
    checksum.add(rows);
    count += rows.length;
    await onPiece(table, rows);
  }
  return { name: table.name, rows: count, checksum: checksum.end() };
}

/** Counts the rows of tables. */
export async function countsOf(
  db: Connection,
  tables: readonly Pick<TableShape, 'name'>[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of tables) counts.set(name, await countRows(db, name));
  return counts;
}

/** A text that differs for different contents. */
export const fingerprintOf = (contents: readonly TableContents[]): string =>
  createHash('sha256').update(JSON.stringify(contents)).digest('hex');

/** The names of the tables whose contents differ. */
export const differing = (contents: readonly TableContents[], others: readonly TableContents[]): readonly string[] =>
  contents
    .filter(({ name, rows, checksum }) => {
      const other = others.find((one) => one.name === name);
      return other?.rows !== rows || other.checksum !== checksum;
    })
    .map(({ name }) => name);
