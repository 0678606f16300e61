import type { Weekday } from '../../../digests/schedule.ts';
import type { EventProblem } from '../../clubs.ts';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { channels } from './channel-schema.ts';
import { instant } from './columns.ts';
import { papers } from './paper-schema.ts';

const channelId = () =>
  text('channel_id')
    .notNull()
    .references(() => channels.channelId);

const paperNumber = () =>
  integer('paper_number')
    .notNull()
    .references(() => papers.number);

/** The journal clubs: at most one for each channel. */
export const clubs = sqliteTable(
  'clubs',
  {
    channelId: channelId().primaryKey(),
    guildId: text('guild_id').notNull(),
    closesDay: integer('closes_day').$type<Weekday>().notNull(),
    closesTime: text('closes_time').notNull(),
    meetsDay: integer('meets_day').$type<Weekday>().notNull(),
    meetsTime: text('meets_time').notNull(),
    weeks: integer('weeks').notNull(),
    winners: integer('winners').notNull(),
    voiceChannelId: text('voice_channel_id'),
    openedAt: instant('opened_at').notNull(),
    closesAt: instant('closes_at').notNull(),
  },
  (table) => [index('clubs_by_close').on(table.closesAt)],
);

/** The votes of the present rounds. The primary key prevents that a person votes twice for a paper. */
export const clubVotes = sqliteTable(
  'club_votes',
  {
    channelId: channelId(),
    paperNumber: paperNumber(),
    userId: text('user_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channelId, table.paperNumber, table.userId] }),
    index('club_votes_by_user').on(table.userId),
    index('club_votes_by_paper').on(table.paperNumber),
  ],
);

/**
 * The meetings, and the outbox of what appears at Discord for them. The unique index prevents that an agenda is closed
 * twice. AUTOINCREMENT: an id in an old button must never name a newer row.
 */
export const clubMeetings = sqliteTable(
  'club_meetings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    channelId: channelId(),
    guildId: text('guild_id').notNull(),
    closedAt: instant('closed_at').notNull(),
    plannedAt: instant('planned_at').notNull(),
    meetsAt: instant('meets_at').notNull(),
    nextClosesAt: instant('next_closes_at').notNull(),
    voiceChannelId: text('voice_channel_id'),
    hasTie: integer('has_tie', { mode: 'boolean' }).notNull(),
    state: text('state').$type<'planned' | 'sending' | 'retry' | 'sent' | 'dropped'>().notNull(),
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    inDoubt: integer('in_doubt', { mode: 'boolean' }).notNull().default(false),
    openingId: text('opening_id'),
    threadId: text('thread_id'),
    eventId: text('event_id'),
    eventProblem: text('event_problem').$type<EventProblem>(),
  },
  (table) => [
    uniqueIndex('club_meetings_by_channel').on(table.channelId, table.closedAt),
    index('club_meetings_by_state').on(table.state, table.dueAt),
  ],
);

/** The papers of the meetings. */
export const clubPapers = sqliteTable(
  'club_papers',
  {
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => clubMeetings.id),
    /** 1 is the first. */
    place: integer('place').notNull(),
    channelId: channelId(),
    paperNumber: paperNumber(),
    votes: integer('votes').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.place] }),
    index('club_papers_by_paper').on(table.paperNumber),
    index('club_papers_by_channel').on(table.channelId),
  ],
);

/** Who presents which paper. A table of its own, so that a person's rows can be erased while the meeting stays. */
export const clubPresenters = sqliteTable(
  'club_presenters',
  {
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => clubMeetings.id),
    place: integer('place').notNull(),
    channelId: channelId(),
    userId: text('user_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.place] }),
    index('club_presenters_by_user').on(table.userId),
    index('club_presenters_by_channel').on(table.channelId),
  ],
);
