import Connection from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { rowsStatement } from '../../../src/store/sql/rows-statement.ts';
import type { Database } from '../../../src/store/sqlite/file/database.ts';
import { sqliteConnection } from '../../../src/store/sqlite/sqlite-connection.ts';

/** A table of numbers, and how many rows each statement wrote. */
function createScene() {
  const connection = new Connection(':memory:');
  onTestFinished(() => void connection.close());
  connection.exec('create table numbers (id integer primary key, number integer unique)');
  const db = sqliteConnection(drizzle(connection) as unknown as Database);
  const pieces: number[] = [];
  const insert = rowsStatement<readonly [number, number], number>(db, {
    row: '(?, ?)',
    textWith(rows) {
      pieces.push(rows.split('(').length - 1);
      return `insert into numbers values ${rows} on conflict do nothing returning number`;
    },
  });
  const count = db.prepare<[], number>('select count(*) from numbers').pluck();
  return { insert, pieces, count: () => count.get() };
}

const rowsUpTo = (last: number): readonly (readonly [number, number])[] =>
  Array.from({ length: last }, (_, index) => [index + 1, 10 * (index + 1)]);

it('writes rows in pieces whose sizes are powers of two, and returns what they return in order', async () => {
  const { insert, pieces, count } = createScene();
  const returned = await insert.all(rowsUpTo(203));
  expect(returned).toEqual(rowsUpTo(203).map(([, number]) => ({ number })));
  expect(pieces).toEqual([64, 8, 2, 1]);
  expect(await count()).toBe(203);
});

it('counts the rows that were changed', async () => {
  const { insert } = createScene();
  await insert.all(rowsUpTo(5));
  expect(await insert.all(rowsUpTo(7))).toHaveLength(2);
});

it('does nothing for no rows', async () => {
  const { insert, pieces, count } = createScene();
  expect([await insert.run([]), await insert.all([])]).toEqual([0, []]);
  expect(pieces).toEqual([]);
  expect(await count()).toBe(0);
});
