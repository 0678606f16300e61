import { movingTable } from '../half-moved.ts';
import type { Connection } from '../sql/connection.ts';
import type { Key } from './table-rows.ts';

/** How far a move is, as its target remembers it. It is written together with what was moved. */
export interface MoveState {
  /** The fingerprint of the source. Null if no move has begun. */
  source(): Promise<string | null>;
  /** The key of the last row of a table that is there; null if none is. */
  position(table: string): Promise<Key | null>;
  putPosition(table: string, key: Key): Promise<void>;
}

const sourceName = 'source';
const nameOf = (table: string): string => `table:${table}`;

export function moveState(db: Connection): MoveState {
  const read = db.prepare<[string], string>(`select value from ${movingTable} where name = ?`).pluck();
  const put = noteWriter(db);
  return {
    source: async () => (await read.get(sourceName)) ?? null,
    position: async (table) => JSON.parse((await read.get(nameOf(table))) ?? 'null'),
    putPosition: (table, key) => put(nameOf(table), JSON.stringify(key)),
  };
}

const noteWriter = (db: Connection): ((name: string, value: string) => Promise<void>) => {
  const put = db.prepare<[string, string]>(
    `insert into ${movingTable} (name, value) values (?, ?) on conflict (name) do update set value = excluded.value`,
  );
  return async (name, value) => void (await put.run(name, value));
};

/** Begins a move from a source with this fingerprint, in the caller's transaction. The notes of an earlier one are deleted. */
export async function beginState(db: Connection, fingerprint: string): Promise<void> {
  await db.prepare<[]>(`create table if not exists ${movingTable} (name text primary key, value text not null)`).run();
  await db.prepare<[]>(`delete from ${movingTable}`).run();
  await noteWriter(db)(sourceName, fingerprint);
}

/** Makes the next start of this move begin from the start. */
export const spoilState = async (db: Connection): Promise<void> => await noteWriter(db)(sourceName, '');

/** Ends a move. From then on the database is one like any other. */
export const endState = async (db: Connection): Promise<void> =>
  void (await db.prepare<[]>(`drop table ${movingTable}`).run());
