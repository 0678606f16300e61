import type { Weekday } from '../../../digests/schedule.ts';
import type { LocalDate } from '../../../time.ts';
import type { ChangedSettings } from '../../channels.ts';
import { index, integer, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { instant, textList } from './columns.ts';

export const channels = sqliteTable(
  'channels',
  {
    channelId: text('channel_id').primaryKey(),
    guildId: text('guild_id').notNull(),
    time: text('time').notNull(),
    zone: text('zone').notNull(),
    days: text('days', { mode: 'json' }).$type<readonly Weekday[]>().notNull(),
    maxPapers: integer('max_papers').notNull(),
    nextDigestAt: instant('next_digest_at').notNull(),
    lastDigestAt: instant('last_digest_at'),
    /** The latest day that needs no further digest. */
    lastDigestDate: text('last_digest_date').$type<LocalDate>(),
    /** How long a digest waits for a source that has not announced the day. */
    graceMinutes: integer('grace_minutes').notNull().default(120),
    /** The name of its layout. */
    layout: text('layout').notNull().default('cards'),
    /** The name of its ranking. */
    ranking: text('ranking').notNull().default('relevance'),
    /** The ids of the sources whose papers its digests take; null for all. */
    sources: textList('sources'),
    minUpvotes: integer('min_upvotes').notNull().default(0),
    /** The role that its digests ping. */
    mentionRoleId: text('mention_role_id'),
    saysQuietDays: integer('says_quiet_days', { mode: 'boolean' }).notNull().default(false),
    followsUp: integer('follows_up', { mode: 'boolean' }).notNull().default(false),
    /** The weekday of its weekly review; null for none. */
    reviewDay: integer('review_day').$type<Weekday>(),
    /** When its next weekly review is due; null without one. */
    nextReviewAt: instant('next_review_at'),
    /** The day of its last weekly review. Digests of earlier days are in no further one. */
    reviewedUntil: text('reviewed_until').$type<LocalDate>(),
    publishes: integer('publishes', { mode: 'boolean' }).notNull().default(true),
    omitsSeen: integer('omits_seen', { mode: 'boolean' }).notNull().default(false),
    /** The language of its digests; null, which gives English, in rows older than this column. */
    language: text('language'),
    pausedAt: instant('paused_at'),
    pausedUntil: instant('paused_until'),
    /** How many matching papers were left out after a pause or a long block. The next digest reports it. */
    skippedPapers: integer('skipped_papers').notNull().default(0),
    /** News up to this number was considered by its digests. */
    consideredNewsNumber: integer('considered_news_number').notNull(),
    blockedReason: text('blocked_reason'),
    blockedAt: instant('blocked_at'),
    /** When the guild was notified of the block. */
    blockNotifiedAt: instant('block_told_at'),
    blockCheckedAt: instant('block_checked_at'),
    /** When the last block ended. */
    unblockedAt: instant('unblocked_at'),
    /** The reason of the last block that the guild was notified of; null after a message was posted. */
    notifiedReason: text('notified_reason'),
    /** The last known name of the channel; null if it is not known. */
    name: text('name'),
    /** Its kind; null if it is not known yet. */
    kind: text('kind'),
  },
  (table) => [
    // With the id, because thousands of channels are due at the same moment, and are read page by page.
    index('channels_by_next_digest').on(table.nextDigestAt, table.channelId).where(sql`blocked_reason is null`),
    index('channels_by_block').on(table.blockNotifiedAt, table.blockCheckedAt).where(sql`blocked_reason is not null`),
    index('channels_by_next_review').on(table.nextReviewAt).where(sql`next_review_at is not null`),
    index('channels_by_guild').on(table.guildId),
  ],
);

/** Removed rows stay for `restoreSubscription`. AUTOINCREMENT: an id in an old button must never name a newer row. */
export const subscriptions = sqliteTable(
  'subscriptions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.channelId),
    /** The canonical text. */
    topic: text('topic').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** The number of the last news that is not new to it. */
    newsAfter: integer('news_after').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    uniqueIndex('subscriptions_by_channel').on(table.channelId, table.topic).where(sql`removed_at is null`),
    index('subscriptions_by_guild').on(table.guildId).where(sql`removed_at is null`),
  ],
);

export const drafts = sqliteTable(
  'drafts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id').notNull(),
    userId: text('user_id').notNull(),
    topicText: text('topic_text').notNull(),
    replaces: integer('replaces'),
    /** The topic that the user saw in the subscription that would be replaced. */
    replacedTopic: text('replaced_topic'),
    at: instant('at').notNull(),
  },
  (table) => [index('drafts_by_time').on(table.at)],
);

/** Changes of settings that were shown and not confirmed yet. */
export const settingsDrafts = sqliteTable(
  'settings_drafts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id').notNull(),
    userId: text('user_id').notNull(),
    changes: text('changes', { mode: 'json' }).$type<ChangedSettings>().notNull(),
    /** The values that the user saw before. */
    seen: text('seen', { mode: 'json' }).$type<ChangedSettings>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('settings_drafts_by_time').on(table.at)],
);

/** Guilds that removed the bot. Their data is deleted some days later, unless they come back. */
export const removedGuilds = sqliteTable('removed_guilds', {
  guildId: text('guild_id').primaryKey(),
  removedAt: instant('removed_at').notNull(),
});
