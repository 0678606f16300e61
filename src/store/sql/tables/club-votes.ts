import type { PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { ClubAgenda, NewVote, VoteOutcome } from '../../clubs.ts';
import type { Connection } from '../connection.ts';
import { and, eq } from '../drizzle.ts';
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
export function rankedVoteReader(db: Connection): (channelId: string) => Promise<readonly RankedVotes[]> {
  const find = db.prepare<[string], RankedVotes>(
    `select paper_number as "paperNumber", count(*) as votes from club_votes where channel_id = ?
     group by paper_number order by votes desc, min(at), paper_number`,
  );
  return (channelId) => find.all(channelId);
}

/** Votes inside the caller's transaction. See `voteForPaper` in `clubs.ts`. */
export function clubVoter(db: Connection): (vote: NewVote) => Promise<VoteOutcome> {
  const find = clubFinder(db);
  const { numberOf } = paperIdTable(db);
  const papers = paperReader(db);
  const receivedAt = db
    .prepare<[string, number], Instant>(
      `select digests.planned_at from digest_papers join digests on digests.id = digest_papers.digest_id
       where digest_papers.channel_id = ? and digest_papers.paper_number = ?`,
    )
    .pluck();
  const count = db
    .prepare<[string, number], number>('select count(*) from club_votes where channel_id = ? and paper_number = ?')
    .pluck();

  /** The paper of a digest of the channel, and when that was made. */
  async function received(channelId: string, paperId: PaperId) {
    const paperNumber = await numberOf(paperId);
    if (paperNumber === null) return null;
    const postedAt = await receivedAt.get(channelId, paperNumber);
    const [paper] = await papers.read([paperNumber]);
    return postedAt === undefined || paper === undefined ? null : { paperNumber, postedAt, paper };
  }

  return async ({ channelId, userId, paperId, at }) => {
    const club = await find(channelId);
    if (club === null) return { kind: 'no-club' };
    const found = await received(channelId, paperId);
    if (found === null) return { kind: 'not-in-digest' };
    const { paperNumber, postedAt, paper } = found;
    if (postedAt < club.openedAt || at >= club.closesAt) return { kind: 'closed' };
    const isIt = and(
      eq(clubVotes.channelId, channelId),
      eq(clubVotes.paperNumber, paperNumber),
      eq(clubVotes.userId, userId),
    );
    const isBack = (await db.run(db.delete(clubVotes).where(isIt))) > 0;
    if (!isBack) await db.run(db.insert(clubVotes).values({ channelId, paperNumber, userId, at }));
    const votes = (await count.get(channelId, paperNumber)) ?? 0;
    return { kind: isBack ? 'taken-back' : 'voted', paper, votes, closesAt: club.closesAt };
  };
}

/** Reads an agenda as a person sees it. */
export function clubAgendaReader(db: Connection): (channelId: string, userId: string) => Promise<ClubAgenda | null> {
  const find = clubFinder(db);
  const rankedVotes = rankedVoteReader(db);
  const papers = paperReader(db);
  const mine = db
    .prepare<[string, string], number>('select paper_number from club_votes where channel_id = ? and user_id = ?')
    .pluck();
  const voters = db
    .prepare<[string], number>('select count(distinct user_id) from club_votes where channel_id = ?')
    .pluck();
  const others = db
    .prepare<[string, Instant, number], number>(
      `select digest_papers.paper_number from digest_papers join digests on digests.id = digest_papers.digest_id
       where digests.channel_id = ? and digests.planned_at >= ?
         and not exists (select 1 from club_votes where club_votes.channel_id = digests.channel_id
           and club_votes.paper_number = digest_papers.paper_number)
       order by digests.planned_at desc, digest_papers.place limit ?`,
    )
    .pluck();

  async function votedPapers(channelId: string, userId: string): Promise<ClubAgenda['voted']> {
    const own = new Set(await mine.all(channelId, userId));
    const ranked = await rankedVotes(channelId);
    const read = await papers.read(ranked.map(({ paperNumber }) => paperNumber));
    return ranked.flatMap(({ paperNumber, votes }, index) => {
      const paper = read[index];
      return paper === undefined ? [] : [{ paper, votes, isMine: own.has(paperNumber) }];
    });
  }

  return async (channelId, userId) => {
    const club = await find(channelId);
    if (club === null) return null;
    return {
      club,
      voted: await votedPapers(channelId, userId),
      voters: (await voters.get(channelId)) ?? 0,
      others: await papers.read(await others.all(channelId, club.openedAt, othersAtMost)),
    };
  };
}
