import { openAsSource, openAsTarget, placeOf } from '../databases.ts';
import type { Connection } from '../sql/connection.ts';
import type { TableShape } from '../sql/schema/table-shapes.ts';
import { contentsOf, countsOf, differing, fingerprintOf, type TableContents } from './contents.ts';
import { beginMove, findTarget, mayBeCopy } from './found-target.ts';
import { notEmpty, notTheSame, type StepsAt, sameDatabase, stepsAt } from './move-errors.ts';
import { endState, moveState, spoilState } from './move-state.ts';
import { movedTables } from './moved-tables.ts';
import type { MovingSource, MovingTarget } from './moving-database.ts';
import { countIndexed, indexPapers } from './paper-indexing.ts';
import { type Note, type NotingOptions, notingProgress } from './progress.ts';
import { copyTable, lastNumbers } from './table-copying.ts';
import { refuseUnmovable } from './unmovable-text.ts';

export interface MoveOptions extends NotingOptions {
  /** Is called if the source has changed since the move began, so that everything is copied again. */
  readonly onRestart?: (() => void) | undefined;
}

/** A move that is done. */
export interface Move {
  /** The places of the databases, for people. */
  readonly from: string;
  readonly to: string;
  /** The contents of the tables, which are the same on both sides. */
  readonly tables: readonly TableContents[];
  /** Whether everything was there already, because an earlier start of the same move was done. */
  readonly wasDone: boolean;
}

/**
 * Copies everything from one database into another one that is empty, and checks the copy. No bot may run on either of
 * them. The source does not change. After a stop or a crash, the same move goes on where it was.
 * @param from DATABASE_URL
 * @param to the URL of the other database
 * @throws StoreError if it cannot go on; its message is for the host
 */
export async function move(from: string, to: string, options: MoveOptions = {}): Promise<Move> {
  // A large file is checked for damage first.
  options.onProgress?.({ kind: 'reading', share: 0 });
  await using source = await stepsAt(placeOf(from), 'DATABASE_URL')(() => openAsSource(from));
  await using target = await stepsAt(placeOf(to), '--to')(() => openAsTarget(to));
  return await moveBetween(source, target, options);
}

/** @internal */
export async function moveBetween(
  source: MovingSource,
  target: MovingTarget,
  options: MoveOptions = {},
): Promise<Move> {
  if (source.identity === target.identity) throw sameDatabase(target.place);
  const { connection, place } = source;
  const atSource = stepsAt(place, 'DATABASE_URL', (error) => connection.asStoreError(error));
  // All reads see the source as of one moment.
  return await atSource(connection.reading(() => moveAll(source, target, options)));
}

async function moveAll(source: MovingSource, target: MovingTarget, options: MoveOptions): Promise<Move> {
  const shapes = movedTables();
  const atTarget = stepsAt(target.place, '--to');
  const found = await atTarget(() => target.look((db, form) => findTarget(db, shapes, form)));
  const counts = await countsOf(source.connection, shapes);
  const other = found?.kind === 'filled' ? found : null;
  if (other !== null && !mayBeCopy(other, counts)) throw notEmpty(target.place, other.filled);
  const note = notingProgress(counts, options);
  const tables = await readSource(source, target, shapes, note);
  const result = { from: source.place, to: target.place, tables };
  if (other === null) {
    const db = await atTarget(() => beginMove(target, { shapes, fingerprint: fingerprintOf(tables), ...options }));
    await fill(target, db, { source, tables, shapes, note });
    return { ...result, wasDone: false };
  }
  const copy = await atTarget(() => target.look((db) => readCopy(db, shapes, note)));
  if (differing(tables, copy ?? []).length > 0) throw notEmpty(target.place, other.filled);
  return { ...result, wasDone: true };
}

const readSource = (
  { connection, place }: MovingSource,
  { storesNul }: MovingTarget,
  shapes: readonly TableShape[],
  note: Note,
): Promise<readonly TableContents[]> =>
  contentsOf(connection, shapes, async (shape, rows) => {
    if (!storesNul) refuseUnmovable(shape, rows, place);
    await note('reading', rows.length);
  });

const readCopy = (db: Connection, shapes: readonly TableShape[], note: Note): Promise<readonly TableContents[]> =>
  contentsOf(db, shapes, (_shape, rows) => note('checking', rows.length));

interface Filling {
  readonly source: MovingSource;
  /** The contents of the source. */
  readonly tables: readonly TableContents[];
  readonly shapes: readonly TableShape[];
  readonly note: Note;
}

/** Does what is missing in the target, checks the copy, and lets bots start on it. */
async function fill(target: MovingTarget, db: Connection, filling: Filling): Promise<void> {
  const { source, shapes, note } = filling;
  const atTarget: StepsAt = stepsAt(target.place, '--to', (error) => db.asStoreError(error));
  const state = moveState(db);
  const copying = { from: source.connection, to: db, place: target.place, state, note, atTarget };
  for (const shape of shapes) await copyTable(shape, copying);
  await atTarget(() => indexPapers(db, state, note));
  const numbers = await lastNumbers(source, shapes);
  await atTarget(() => target.settle(numbers));
  await atTarget(() => refuseOtherCopy(target.place, db, filling));
  await atTarget(db.atomic(() => endState(db)));
}

/** @throws StoreError `conflict` if the copy is not the same. The next move begins from the start then. */
async function refuseOtherCopy(place: string, db: Connection, { tables, shapes, note }: Filling): Promise<void> {
  const readAll = db.reading(async () => ({
    copy: await readCopy(db, shapes, note),
    indexed: await countIndexed(db),
  }));
  const { copy, indexed } = await readAll();
  const different = differing(tables, copy);
  const papers = tables.find(({ name }) => name === 'papers')?.rows ?? 0;
  if (different.length === 0 && indexed === papers) return;
  await db.atomic(() => spoilState(db))();
  throw notTheSame(place, { different, papers, indexed });
}
