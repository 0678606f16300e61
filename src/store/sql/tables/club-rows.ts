import type { Weekday } from '../../../digests/schedule.ts';
import type { Instant } from '../../../ports.ts';
import type { Club } from '../../clubs.ts';
import type { Connection } from '../connection.ts';
import type { clubs } from '../schema/club-schema.ts';

/** A row of the table of clubs, as SQL returns it. */
export interface ClubRow {
  readonly channel_id: string;
  readonly guild_id: string;
  readonly closes_day: Weekday;
  readonly closes_time: string;
  readonly meets_day: Weekday;
  readonly meets_time: string;
  readonly weeks: number;
  readonly winners: number;
  readonly voice_channel_id: string | null;
  readonly opened_at: Instant;
  readonly closes_at: Instant;
}

export const clubOf = (row: ClubRow): Club => ({
  channelId: row.channel_id,
  guildId: row.guild_id,
  closes: { day: row.closes_day, time: row.closes_time },
  meets: { day: row.meets_day, time: row.meets_time },
  weeks: row.weeks,
  winners: row.winners,
  voiceChannelId: row.voice_channel_id,
  openedAt: row.opened_at,
  closesAt: row.closes_at,
});

export const clubRowOf = ({ closes, meets, ...club }: Club): typeof clubs.$inferInsert => ({
  ...club,
  closesDay: closes.day,
  closesTime: closes.time,
  meetsDay: meets.day,
  meetsTime: meets.time,
});

/** Finds the club of a channel. */
export function clubFinder(db: Connection): (channelId: string) => Promise<Club | null> {
  const find = db.prepare<[string], ClubRow>('select * from clubs where channel_id = ?');
  return async (channelId) => {
    const row = await find.get(channelId);
    return row === undefined ? null : clubOf(row);
  };
}
