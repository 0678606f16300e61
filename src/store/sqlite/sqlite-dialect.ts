import type { Dialect } from '../sql/dialect.ts';
import { sqliteFullText } from './full-text/sqlite-full-text.ts';

/** How SQLite says what PostgreSQL says differently. */
export const sqliteDialect: Dialect = {
  texts: (parameter) => `json_each(${parameter})`,
  numbers: (parameter) => `json_each(${parameter})`,
  textsIn: (column) => `json_each(${column})`,
  firstText: (column) => `${column} ->> 0`,
  listOf: (value) => `json_group_array(${value})`,
  objectOf: (name, value) => `json_group_object(${name}, ${value})`,
  greater: (one, other) => `max(${one}, ${other})`,
  now: "cast(unixepoch('subsec') * 1000 as integer)",
  by: (index) => `indexed by ${index}`,
  joinInOrder: 'cross join',
  unindexed: (column) => `+${column}`,
  claiming: () => '',
  lockNumbers: null,
  deferReferences: 'pragma defer_foreign_keys = on',
  // Nobody reads this number. SQLite writes the first page, although it stays the same.
  proveWritable: 'pragma user_version = 0',
  fullText: sqliteFullText,
};
