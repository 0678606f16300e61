import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getTableConfig } from '../drizzle.ts';
import { allTables } from '../schema/all-tables.ts';

/** A table with rows that belong to a guild or a person. */
export interface OwnedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** SQL that finds the rows of a guild, which `:guildId` names; null if they belong to no guild. */
  readonly ofGuild: string | null;
  /** SQL that finds the rows of a person, whom `:userId` names; null if they belong to nobody. */
  readonly ofPerson: string | null;
}

/** The table that says to which guild a channel belongs. */
const channels = 'channels';

/**
 * The tables with rows that belong to somebody, the channels last. They are read from the schema, so that a new table with
 * a guild, a channel or a person is exported and erased without a line here (docs/adr/0075-data-follows-its-columns.md).
 */
export function ownedTables(): readonly OwnedTable[] {
  return Object.values<SQLiteTable>(allTables)
    .map(ownedTable)
    .filter(({ ofGuild, ofPerson }) => ofGuild !== null || ofPerson !== null)
    .toSorted((one, other) => Number(one.name === channels) - Number(other.name === channels));
}

function ownedTable(table: SQLiteTable): OwnedTable {
  const { name, columns } = getTableConfig(table);
  const names = columns.map((column) => column.name);
  const has = (column: string): boolean => names.includes(column);
  const inGuild = `channel_id in (select channel_id from ${channels} where guild_id = :guildId)`;
  return {
    name,
    columns: names,
    ofGuild: has('guild_id') ? 'guild_id = :guildId' : has('channel_id') ? inGuild : null,
    ofPerson: has('user_id') ? 'user_id = :userId' : null,
  };
}
