import type { Ping } from '../../../digests/pings.ts';
import type { DigestPlan } from '../../outbox.ts';
import type { Database } from '../file/database.ts';
import { paperIdTable } from './paper-ids.ts';

/** The columns of a ping. */
export const pingColumns = 'id, guild_id as guildId, channel_id as channelId, user_id as userId, topic, way';

/** Reads the pings of a channel. */
export function channelPingReader(db: Database): (channelId: string) => readonly Ping[] {
  const find = db.$client.prepare<[string], Ping>(`select ${pingColumns} from pings where channel_id = ? order by id`);
  return (channelId) => find.all(channelId);
}

/** Writes the notices of a planned digest inside the caller's transaction: each person gets one for each paper, ever. */
export function pingPlanner(db: Database): (plan: DigestPlan) => void {
  const { numberOf } = paperIdTable(db);
  const claimPaper = db.$client.prepare<[string, number]>(
    'insert into ping_papers (user_id, paper_number) values (?, ?) on conflict do nothing',
  );
  const insert = db.$client.prepare<[string, string, string, string, string, number, number]>(
    `insert into ping_notices (channel_id, date, user_id, way, papers, state, planned_at, due_at)
     values (?, ?, ?, ?, ?, 'planned', ?, ?)`,
  );
  return ({ channelId, date, pings = [], at }) => {
    for (const { userId, way, papers } of pings) {
      const fresh = papers.filter((id) => {
        const number = numberOf(id);
        return number !== null && claimPaper.run(userId, number).changes > 0;
      });
      if (fresh.length > 0) insert.run(channelId, date, userId, way, JSON.stringify(fresh), at, at);
    }
  };
}
