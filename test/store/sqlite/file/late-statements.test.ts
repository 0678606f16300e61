import Connection from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { compileLate } from '../../../../src/store/sqlite/file/late-statements.ts';

/** A connection that compiles late, with the texts of the statements that SQLite compiled. */
function openLate() {
  const connection = new Connection(':memory:');
  onTestFinished(() => void connection.close());
  connection.exec("create table lakes (id integer primary key, name text); insert into lakes (name) values ('Ohrid')");
  const compiled: string[] = [];
  const compile = connection.prepare.bind(connection);
  connection.prepare = ((source: string) => {
    compiled.push(source);
    return compile(source);
  }) as typeof connection.prepare;
  compileLate(connection);
  return { connection, compiled };
}

it('a statement is compiled when it first runs, and once', () => {
  const { connection, compiled } = openLate();
  const name = connection.prepare<[number], string>('select name from lakes where id = ?').pluck();
  expect(compiled).toEqual([]);
  expect([name.get(1), name.all(1), [...name.iterate(1)]]).toEqual(['Ohrid', ['Ohrid'], ['Ohrid']]);
  expect(compiled).toHaveLength(1);
  expect(connection.prepare('insert into lakes (name) values (?)').run('Prespa').changes).toBe(1);
});

it('the shape of its rows can be set before and after', () => {
  const { connection } = openLate();
  const all = connection.prepare('select id, name from lakes');
  expect(all.get()).toEqual({ id: 1, name: 'Ohrid' });
  expect(all.raw().get()).toEqual([1, 'Ohrid']);
  expect(all.pluck().get()).toBe(1);
  expect(all.raw().all()).toEqual([[1, 'Ohrid']]);
});

it('a wrong statement fails each time that it runs', () => {
  const wrong = openLate().connection.prepare('select name from rivers');
  for (let time = 0; time < 2; time++) expect(() => wrong.get()).toThrow('no such table: rivers');
});
