import { movingTable } from '../half-moved.ts';
import type { Connection } from '../sql/connection.ts';
import type { TableShape } from '../sql/schema/table-shapes.ts';
import { countsOf } from './contents.ts';
import { notEmpty } from './move-errors.ts';
import { beginState, moveState } from './move-state.ts';
import type { MovingTarget, TargetForm } from './moving-database.ts';

/** What is in the database that everything is moved to, before the move. */
export type FoundTarget =
  | { readonly kind: 'empty' }
  /** A move has begun. `source` is the fingerprint of what it is from. */
  | { readonly kind: 'begun'; readonly source: string | null }
  | FilledTarget;

interface FilledTarget {
  readonly kind: 'filled';
  /** How many rows the tables have. */
  readonly counts: ReadonlyMap<string, number>;
  /** A table with data of somebody. */
  readonly filled: string;
  readonly isCurrent: boolean;
}

/** Tables that say nothing but how a database is. Opening an empty one writes to some of them. */
const withoutData: ReadonlySet<string> = new Set(['facts', 'search_index', 'vector_state']);

export async function findTarget(
  db: Connection,
  shapes: readonly TableShape[],
  { tables, isCurrent }: TargetForm,
): Promise<FoundTarget> {
  if (tables.includes(movingTable)) return { kind: 'begun', source: await moveState(db).source() };
  const counts = await countsOf(
    db,
    shapes.filter(({ name }) => tables.includes(name)),
  );
  const filled = [...counts].find(([name, count]) => count > 0 && !withoutData.has(name))?.[0];
  return filled === undefined ? { kind: 'empty' } : { kind: 'filled', counts, filled, isCurrent };
}

/** Whether a database can be a copy of the source, by the numbers of rows. */
export const mayBeCopy = (found: FilledTarget, counts: ReadonlyMap<string, number>): boolean =>
  found.isCurrent && [...counts].every(([name, count]) => found.counts.get(name) === count);

interface Beginning {
  readonly shapes: readonly TableShape[];
  /** The fingerprint of the source. */
  readonly fingerprint: string;
  /** See `MoveOptions`. */
  readonly onRestart?: (() => void) | undefined;
}

/**
 * Makes the tables of the target, and notes that a move has begun. Rows that a move from other contents left are deleted.
 * @throws StoreError `conflict` if there are data that no move has brought
 */
export async function beginMove(
  target: MovingTarget,
  { shapes, fingerprint, onRestart }: Beginning,
): Promise<Connection> {
  const { connection: db, tables } = await target.prepare();
  const found = await db.reading(() => findTarget(db, shapes, { tables, isCurrent: true }))();
  if (found.kind === 'filled') throw notEmpty(target.place, found.filled);
  if (found.kind === 'begun' && found.source === fingerprint) return db;
  if (found.kind === 'begun') onRestart?.();
  await db.atomic(async () => {
    for (const statement of target.clearing(shapes.map(({ name }) => name))) await db.prepare<[]>(statement).run();
    await beginState(db, fingerprint);
  })();
  return db;
}
