import Connection from 'better-sqlite3';
import { expect, it } from 'vitest';
import { tableShapes } from '../../../../src/store/sql/schema/table-shapes.ts';
import { putNewDatabase } from '../../../support/new-database.ts';
import { temporaryFolder } from '../../opened-store.ts';

it('the shapes are those of the tables of a file, and each has a key', () => {
  const path = `${temporaryFolder()}/paperboy.db`;
  putNewDatabase(path);
  const file = new Connection(path);
  const names = file
    .prepare<[], string>(
      `select name from sqlite_schema
       where type = 'table' and name not like 'paper_search%' and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'`,
    )
    .pluck()
    .all();
  expect(
    tableShapes()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(names.toSorted());
  for (const { name, columns, key, numbers } of tableShapes()) {
    const stored = file.pragma(`table_info("${name}")`) as readonly { name: string; type: string; pk: number }[];
    expect(columns.map((column) => [column.name, column.kind.toUpperCase()]).toSorted(), name).toEqual(
      stored.map((column) => [column.name, column.type.toUpperCase()]).toSorted(),
    );
    const primary = stored.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
    expect(
      key.map((place) => columns[place]?.name),
      name,
    ).toEqual(primary.map((column) => column.name));
    const sql = file.prepare<[string], string>('select sql from sqlite_schema where name = ?').pluck().get(name);
    expect(numbers === 'once', name).toBe(/autoincrement/i.test(sql ?? ''));
  }
  file.close();
});
