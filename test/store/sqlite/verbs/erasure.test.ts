import Connection from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../../../src/store/sqlite/sqlite-store.ts';
import { sqlitePlace } from '../../opened-store.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

const [guild, channel, person] = ['910000000000000001', '910000000000000002', '910000000000000003'];

/** The value of a column: anyone it can name is the one that is erased. */
function valueIn({ name, type }: Column): unknown {
  if (/guild/.test(name)) return guild;
  if (/channel|thread/.test(name)) return channel;
  if (/user|person|owner|created_by|author_id|member/.test(name)) return person;
  if (name === 'state') return 'sent';
  return /int|numeric/i.test(type) ? 1 : '[]';
}

/** A database with a row in every table, each of which names the guild, the channel and the person where it can. */
async function filledDatabase(): Promise<{ path: string; tables: ReadonlyMap<string, readonly Column[]> }> {
  const place = sqlitePlace();
  await (await place.open())[Symbol.asyncDispose]();
  const connection = new Connection(place.path);
  connection.pragma('foreign_keys = off');
  const names = connection
    .prepare<[], string>("select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'")
    .pluck()
    .all()
    .filter((name) => !/^(sqlite_|__drizzle|paper_search)/.test(name));
  const tables = new Map(
    names.map((name) => [name, connection.prepare<[string], Column>('select * from pragma_table_info(?)').all(name)]),
  );
  for (const [name, columns] of tables) {
    const holes = columns.map(() => '?').join(', ');
    connection.prepare(`insert or replace into ${name} values (${holes})`).run(columns.map(valueIn));
  }
  connection.close();
  return { path: place.path, tables };
}

/** The columns, of any table, that have this value. */
function columnsWith(path: string, tables: ReadonlyMap<string, readonly Column[]>, value: string): readonly string[] {
  const connection = new Connection(path, { readonly: true });
  const found = [...tables].flatMap(([table, columns]) =>
    columns
      .filter(
        ({ name }) =>
          connection.prepare(`select 1 from ${table} where instr(cast("${name}" as text), ?) > 0`).get(value) !==
          undefined,
      )
      .map(({ name }) => `${table}.${name}`),
  );
  connection.close();
  return found;
}

it.each([
  { of: 'a guild', owner: { guildId: guild }, gone: [guild, channel] },
  { of: 'a person', owner: { userId: person }, gone: [person] },
])('leaves nothing of $of in any column of any table', async ({ owner, gone }) => {
  const { path, tables } = await filledDatabase();
  for (const value of gone) expect(columnsWith(path, tables, value).length).toBeGreaterThan(5);
  {
    await using store = await openSqliteStore({ url: `file:${path}` });
    expect(await store.eraseData(owner)).toMatchObject({ kind: 'erased' });
  }
  for (const value of gone) expect(columnsWith(path, tables, value)).toEqual([]);
});
