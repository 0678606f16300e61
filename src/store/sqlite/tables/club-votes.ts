import type { PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { ClubAgenda, NewVote, VoteOutcome } from '../../clubs.ts';
import { and, eq } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { clubVotes } from '../schema/club-schema.ts';
import { clubFinder } from './club-rows.ts';
import { paperIdTable } from './paper-ids.ts';
import { paperReader } from './paper-reader.ts';

/** How many papers without votes an agenda lists. */
const othersAtMost = 25;

interface RankedVotes {
  readonly paperNumber: number;
  readonly votes: number;
}

/** Reads the papers of a channel that have votes: the most votes first, of equal ones that with the earlier first vote. */
export function rankedVoteReader(db: Database): (channelId: string) => readonly RankedVotes[] {
  const find = db.$client.prepare<[string], RankedVotes>(
    `select paper_number as paperNumber, count(*) as votes from club_votes where channel_id = ?
     group by paper_number order by votes desc, min(at), min(rowid)`,
  );
  return (channelId) => find.all(channelId);
}

/** Votes inside the caller's transaction. See `voteForPaper` in `clubs.ts`. */
export function clubVoter(db: Database): (vote: NewVote) => VoteOutcome {
  const find = clubFinder(db);
  const { numberOf } = paperIdTable(db);
  const papers = paperReader(db);
  const receivedAt = db.$client
    .prepare<[string, number], Instant>(
      `select digests.planned_at from digest_papers join digests on digests.id = digest_papers.digest_id
       where digest_papers.channel_id = ? and digest_papers.paper_number = ?`,
    )
    .pluck();
  const count = db.$client
    .prepare<[string, number], number>('select count(*) from club_votes where channel_id = ? and paper_number = ?')
    .pluck();

  /** The paper of a digest of the channel, and when that was made. */
  function received(channelId: string, paperId: PaperId) {
    const paperNumber = numberOf(paperId);
    if (paperNumber === null) return null;
    const postedAt = receivedAt.get(channelId, paperNumber);
    const [paper] = papers.read([paperNumber]);
    return postedAt === undefined || paper === undefined ? null : { paperNumber, postedAt, paper };
  }

  return ({ channelId, userId, paperId, at }) => {
    const club = find(channelId);
    if (club === null) return { kind: 'no-club' };
    const found = received(channelId, paperId);
    if (found === null) return { kind: 'not-in-digest' };
    const { paperNumber, postedAt, paper } = found;
    if (postedAt < club.openedAt || at >= club.closesAt) return { kind: 'closed' };
    const isIt = and(
      eq(clubVotes.channelId, channelId),
      eq(clubVotes.paperNumber, paperNumber),
      eq(clubVotes.userId, userId),
    );
    const isBack = db.delete(clubVotes).where(isIt).run().changes > 0;
    if (!isBack) db.insert(clubVotes).values({ channelId, paperNumber, userId, at }).run();
    const votes = count.get(channelId, paperNumber) ?? 0;
    return { kind: isBack ? 'taken-back' : 'voted', paper, votes, closesAt: club.closesAt };
  };
}

/** Reads an agenda as a person sees it. */
export function clubAgendaReader(db: Database): (channelId: string, userId: string) => ClubAgenda | null {
  const find = clubFinder(db);
  const rankedVotes = rankedVoteReader(db);
  const papers = paperReader(db);
  const mine = db.$client
    .prepare<[string, string], number>('select paper_number from club_votes where channel_id = ? and user_id = ?')
    .pluck();
  const voters = db.$client
    .prepare<[string], number>('select count(distinct user_id) from club_votes where channel_id = ?')
    .pluck();
  const others = db.$client
    .prepare<[string, Instant, number], number>(
      `select digest_papers.paper_number from digest_papers join digests on digests.id = digest_papers.digest_id
       where digests.channel_id = ? and digests.planned_at >= ?
         and not exists (select 1 from club_votes where club_votes.channel_id = digests.channel_id
           and club_votes.paper_number = digest_papers.paper_number)
       order by digests.planned_at desc, digest_papers.rowid limit ?`,
    )
    .pluck();
  return (channelId, userId) => {
    const club = find(channelId);
    if (club === null) return null;
    const own = new Set(mine.all(channelId, userId));
    const voted = rankedVotes(channelId).flatMap(({ paperNumber, votes }) => {
      const [paper] = papers.read([paperNumber]);
      return paper === undefined ? [] : [{ paper, votes, isMine: own.has(paperNumber) }];
    });
    const rest = papers.read(others.all(channelId, club.openedAt, othersAtMost));
    return { club, voted, voters: voters.get(channelId) ?? 0, others: rest };
  };
}
