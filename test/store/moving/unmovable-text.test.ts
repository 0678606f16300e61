import Connection from 'better-sqlite3';
import { expect, it } from 'vitest';
import { refuseUnmovable } from '../../../src/store/moving/unmovable-text.ts';
import type { TableShape } from '../../../src/store/sql/schema/table-shapes.ts';

const songs: TableShape = {
  name: 'songs',
  columns: [
    { name: 'id', kind: 'integer' },
    { name: 'title', kind: 'text' },
    { name: 'cover', kind: 'blob' },
  ],
  key: [0],
  refersTo: [],
  numbers: 'reused',
};

it('takes every text but one with U+0000, and every blob', () => {
  const row = [1, '\u0001 \\u0000 \u{10ffff}', Buffer.from([0])];
  expect(() => refuseUnmovable(songs, [row, [2, null, null]], 'file.db')).not.toThrow();
});

it('says where the text is, and gives a command that takes the character out', () => {
  const file = new Connection(':memory:');
  file.exec('create table songs (id integer primary key, title text, cover blob)');
  const rows = [
    [1, 'Only "this" é', null],
    [7, 'a\0b 中\0', null],
  ];
  for (const row of rows) file.prepare('insert into songs values (?, ?, ?)').run(...row);
  let message = '';
  try {
    refuseUnmovable(songs, rows, '/srv/file.db');
  } catch (error) {
    message = String(error);
  }
  expect(message).toMatch(/The text songs\.title of the row 7 has the character U\+0000, .* Nothing was moved\./);
  const command = /: sqlite3 \/srv\/file\.db "(.*)"$/.exec(message)?.[1] ?? '';
  file.exec(command);
  expect(file.prepare('select title from songs order by id').pluck().all()).toEqual(['Only "this" é', 'ab 中']);
});
