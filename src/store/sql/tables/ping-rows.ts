import type { Ping } from '../../../digests/pings.ts';
import type { PaperId } from '../../../papers/paper.ts';
import type { DigestPlan } from '../../outbox.ts';
import type { Connection } from '../connection.ts';
import { paperIdTable } from './paper-ids.ts';

/** The columns of a ping. */
export const pingColumns = 'id, guild_id as "guildId", channel_id as "channelId", user_id as "userId", topic, way';

/** Reads the pings of a channel. */
export function channelPingReader(db: Connection): (channelId: string) => Promise<readonly Ping[]> {
  const find = db.prepare<[string], Ping>(`select ${pingColumns} from pings where channel_id = ? order by id`);
  return (channelId) => find.all(channelId);
}

/** Writes the notices of a planned digest inside the caller's transaction: each person gets one for each paper, ever. */
export function pingPlanner(db: Connection): (plan: DigestPlan) => Promise<void> {
  const { numberOf } = paperIdTable(db);
  const claimPaper = db.prepare<[string, number]>(
    'insert into ping_papers (user_id, paper_number) values (?, ?) on conflict do nothing',
  );
  const insert = db.prepare<[string, string, string, string, string, number, number]>(
    `insert into ping_notices (channel_id, date, user_id, way, papers, state, planned_at, due_at)
     values (?, ?, ?, ?, ?, 'planned', ?, ?)`,
  );

  /** Those of the papers that the person was not pinged for before. */
  async function claimFresh(userId: string, papers: readonly PaperId[]): Promise<readonly PaperId[]> {
    const fresh: PaperId[] = [];
    for (const id of papers) {
      const number = await numberOf(id);
      if (number !== null && (await claimPaper.run(userId, number)) > 0) fresh.push(id);
    }
    return fresh;
  }

  return async ({ channelId, date, pings = [], at }) => {
    for (const { userId, way, papers } of pings) {
      const fresh = await claimFresh(userId, papers);
      if (fresh.length > 0) await insert.run(channelId, date, userId, way, JSON.stringify(fresh), at, at);
    }
  };
}
