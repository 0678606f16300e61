import type { Connection } from '../sql/connection.ts';
import type { TableShape } from '../sql/schema/table-shapes.ts';
import { asCopyError, type StepsAt } from './move-errors.ts';
import type { MoveState } from './move-state.ts';
import type { LastNumbers, MovingSource } from './moving-database.ts';
import type { Note } from './progress.ts';
import { countRows, keyOf, piecesOf, quoted, type Row, rowWriter } from './table-rows.ts';

interface Copying {
  readonly from: Connection;
  readonly to: Connection;
  /** The place that the rows come to, for people. */
  readonly place: string;
  readonly state: MoveState;
  readonly note: Note;
  readonly atTarget: StepsAt;
}

/** Copies the rows of a table that are not there yet. Each transaction has a piece, and how far the table is then. */
export async function copyTable(shape: TableShape, { from, to, place, state, note, atTarget }: Copying): Promise<void> {
  const write = rowWriter(to, shape);
  const putPiece = to.atomic(async (rows: readonly Row[]) => {
    await write(rows);
    await state.putPosition(shape.name, keyOf(shape, rows.at(-1) ?? []));
  });
  const findPosition = to.reading(async () => {
    const position = await state.position(shape.name);
    return { position, rows: position === null ? 0 : await countRows(to, shape.name) };
  });
  const { position, rows: before } = await atTarget(findPosition);
  await note('copying', before);
  for await (const rows of piecesOf(from, shape, position)) {
    await atTarget(() => putPiece(rows)).catch((error) => {
      throw asCopyError(error, shape.name, place);
    });
    await note('copying', rows.length);
  }
}

/** The last number that each table gave: what the source remembers of it, and the highest that is there. */
export async function lastNumbers(source: MovingSource, shapes: readonly TableShape[]): Promise<LastNumbers> {
  const remembered = await source.lastNumbers();
  const last = new Map<string, number>();
  for (const { name, columns, key, numbers } of shapes) {
    if (numbers === 'none') continue;
    const highest = `select max(${quoted(columns[key[0] ?? 0]?.name ?? '')}) from ${quoted(name)}`;
    const stored = await source.connection.prepare<[], number | null>(highest).pluck().get();
    last.set(name, Math.max(remembered.get(name) ?? 0, stored ?? 0));
  }
  return last;
}
