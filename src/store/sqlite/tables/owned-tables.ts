import type { Database } from '../file/database.ts';

/** A table with rows that belong to a guild or a person. */
export interface OwnedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** SQL that finds the rows of a guild, which `@guildId` names; null if they belong to no guild. */
  readonly ofGuild: string | null;
  /** SQL that finds the rows of a person, whom `@userId` names; null if they belong to nobody. */
  readonly ofPerson: string | null;
}

/** The table that says to which guild a channel belongs. */
const channels = 'channels';

/**
 * The tables with rows that belong to somebody, the channels last. They are read from the schema, so that a new table with
 * a guild, a channel or a person is exported and erased without a line here (docs/adr/0075-data-follows-its-columns.md).
 */
export function ownedTables(db: Database): readonly OwnedTable[] {
  const names = db.$client
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'",
    )
    .pluck()
    .all();
  return names
    .map((name) => ownedTable(name, columnsOf(db, name)))
    .filter(({ ofGuild, ofPerson }) => ofGuild !== null || ofPerson !== null)
    .toSorted((one, other) => Number(one.name === channels) - Number(other.name === channels));
}

function ownedTable(name: string, columns: readonly string[]): OwnedTable {
  const has = (column: string): boolean => columns.includes(column);
  const inGuild = `channel_id in (select channel_id from ${channels} where guild_id = @guildId)`;
  return {
    name,
    columns,
    ofGuild: has('guild_id') ? 'guild_id = @guildId' : has('channel_id') ? inGuild : null,
    ofPerson: has('user_id') ? 'user_id = @userId' : null,
  };
}

const columnsOf = (db: Database, table: string): readonly string[] =>
  db.$client.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table);
