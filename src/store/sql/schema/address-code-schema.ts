import type { DestinationKind } from '../../../digests/destination.ts';
import { index, integer, primaryKey, sqliteTable, text } from '../drizzle.ts';
import { channels } from './channel-schema.ts';
import { instant } from './columns.ts';

/** Addresses that wait for the code that was sent to them, one for each person and channel. */
export const addressCodes = sqliteTable(
  'address_codes',
  {
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.channelId),
    userId: text('user_id').notNull(),
    kind: text('kind').$type<DestinationKind>().notNull(),
    address: text('address').notNull(),
    codeHash: text('code_hash').notNull(),
    tries: integer('tries').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.userId] })],
);

/** The codes of the last day, so that nobody is sent many. The keys are hashes, which name neither addresses nor people. */
export const countedCodes = sqliteTable(
  'counted_codes',
  { id: integer('id').primaryKey(), key: text('key').notNull(), at: instant('at').notNull() },
  (table) => [index('counted_codes_by_key').on(table.key, table.at)],
);

/** Random texts that are made once, by name. */
export const secrets = sqliteTable('secrets', { name: text('name').primaryKey(), value: text('value').notNull() });
