import type { Dialect } from '../sql/dialect.ts';
import { postgresFullText } from './full-text/postgres-full-text.ts';

/**
 * The characters that JSON can write with an escape and that PostgreSQL's texts cannot have: U+0000 and halves of pairs. A
 * backslash before the escape would make it a text of its own.
 */
const unstorable = String.raw`(?<!\\)((?:\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})`;

/** Most lists have no escapes, and are not searched for such ones. */
const storable = `case when strpos(json, '\\u') = 0 then json
  else regexp_replace(json, '${unstorable}', '\\1', 'g') end`;

/** How PostgreSQL says what SQLite says differently. */
export const postgresDialect: Dialect = {
  texts: (parameter) =>
    `(select one as value from (select cast(${parameter} as text) as json) as given,
       json_array_elements_text(cast(${storable} as json)) as listed (one))`,
  numbers: (parameter) =>
    `(select cast(one as bigint) as value from json_array_elements_text(cast(${parameter} as json)) as listed (one))`,
  textsIn: (column) =>
    `lateral (select one collate "C" as value from json_array_elements_text(cast(${column} as json)) as listed (one))`,
  firstText: (column) => `(cast(${column} as json) ->> 0) collate "C"`,
  listOf: (value) => `cast(coalesce(json_agg(${value}), '[]') as text)`,
  objectOf: (name, value) => `cast(coalesce(json_object_agg(${name}, ${value}), '{}') as text)`,
  greater: (one, other) => `greatest(${one}, ${other})`,
  now: 'cast(extract(epoch from statement_timestamp()) * 1000 as bigint)',
  by: () => '',
  joinInOrder: 'join',
  unindexed: (column) => column,
  claiming: (table) => `for update of ${table} skip locked`,
  // No advisory lock: its SELECT would fix what the transaction sees before the lock is there. Nothing else locks this
  // table in this way, and nothing that writes to it waits.
  lockNumbers: 'lock table facts in share update exclusive mode',
  deferReferences: 'set constraints all deferred',
  proveWritable: `insert into facts (name, value) values ('write_proof', 0)
    on conflict (name) do update set value = excluded.value`,
  fullText: postgresFullText,
};
