import { index, integer, sqliteTable, text } from '../drizzle.ts';
import { instant, textList } from './columns.ts';

/** The guilds that the bot has greeted, so that it greets each only once. */
export const greetedGuilds = sqliteTable('greeted_guilds', {
  guildId: text('guild_id').primaryKey(),
  at: instant('at').notNull(),
});

/** The steps of set-ups. AUTOINCREMENT: an id in an old button must never name a newer row. */
export const setupDrafts = sqliteTable(
  'setup_drafts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    channelId: text('channel_id'),
    topics: textList('topics').notNull(),
    time: text('time'),
    zone: text('zone'),
    at: instant('at').notNull(),
  },
  (table) => [index('setup_drafts_by_time').on(table.at)],
);
