import type { Instant } from '../../../ports.ts';
import type {
  Club,
  ClubClose,
  ClubVerbs,
  MeetingProgress,
  MeetingSettlement,
  PresentationClaim,
  ReadyMeeting,
} from '../../clubs.ts';
import { and, eq, inArray, isNull, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { clubMeetings, clubPapers, clubPresenters, clubs, clubVotes } from '../schema/club-schema.ts';
import { type ClubRow, clubFinder, clubOf, clubRowOf } from '../tables/club-rows.ts';
import { clubAgendaReader, clubVoter, rankedVoteReader } from '../tables/club-votes.ts';
import { meetingReader } from '../tables/meeting-rows.ts';

/** Verbs for journal clubs. */
export function clubVerbs(db: Database): ClubVerbs {
  const find = clubFinder(db);
  const agenda = clubAgendaReader(db);
  const readMeeting = meetingReader(db);
  const due = db.$client.prepare<[Instant, number], ClubRow & { readonly zone: string }>(
    `select clubs.*, channels.zone from clubs join channels on channels.channel_id = clubs.channel_id
     where closes_at <= ? and clubs.guild_id not in (select guild_id from removed_guilds)
     order by closes_at, clubs.channel_id limit ?`,
  );
  return {
    startClub: atomic(db, (club: Club) => start(db, club)),
    club: async (channelId) => find(channelId),
    stopClub: atomic(db, (channelId: string) => stop(db, channelId)),
    voteForPaper: atomic(db, clubVoter(db)),
    clubAgenda: atomic(db, agenda),
    dueClubs: async (now, limit) => due.all(now, limit).map((row) => ({ ...clubOf(row), zone: row.zone })),
    closeClub: atomic(db, closer(db)),
    claimClubMeetings: atomic(db, claimer(db)),
    noteClubMeeting: atomic(db, (id: number, progress: MeetingProgress) => {
      db.update(clubMeetings)
        .set({ ...progress, inDoubt: false })
        .where(and(eq(clubMeetings.id, id), eq(clubMeetings.state, 'sending')))
        .run();
    }),
    settleClubMeeting: atomic(db, (id: number, settlement: MeetingSettlement) => {
      db.update(clubMeetings)
        .set(settlement)
        .where(and(eq(clubMeetings.id, id), eq(clubMeetings.state, 'sending')))
        .run();
    }),
    recoverClubMeetings: atomic(db, () => {
      db.update(clubMeetings).set({ state: 'retry', inDoubt: true }).where(eq(clubMeetings.state, 'sending')).run();
    }),
    clubMeeting: atomic(db, (id: number) => readMeeting(id)),
    claimPresentation: atomic(db, (claim: PresentationClaim) => present(db, claim)),
    releasePresentation: atomic(
      db,
      ({ meetingId, place, userId }: Omit<PresentationClaim, 'at'>) =>
        db
          .delete(clubPresenters)
          .where(and(isPlace(meetingId, place), eq(clubPresenters.userId, userId)))
          .run().changes > 0,
    ),
  };
}

/** A club that is changed keeps what belongs to its round, and its votes. */
function start(db: Database, club: Club): 'started' | 'changed' {
  const row = clubRowOf(club);
  const { openedAt: _, ...changes } = row;
  const changed = db.update(clubs).set(changes).where(eq(clubs.channelId, club.channelId)).run();
  if (changed.changes > 0) return 'changed';
  db.insert(clubs).values(row).run();
  return 'started';
}

function stop(db: Database, channelId: string): boolean {
  db.delete(clubVotes).where(eq(clubVotes.channelId, channelId)).run();
  db.update(clubMeetings)
    .set({ state: 'dropped' })
    .where(
      and(
        eq(clubMeetings.channelId, channelId),
        inArray(clubMeetings.state, ['planned', 'retry']),
        isNull(clubMeetings.openingId),
        eq(clubMeetings.inDoubt, false),
      ),
    )
    .run();
  return db.delete(clubs).where(eq(clubs.channelId, channelId)).run().changes > 0;
}

/** Closes an agenda inside the caller's transaction. See `closeClub` in `clubs.ts`. */
function closer(db: Database): (close: ClubClose) => boolean {
  const find = clubFinder(db);
  const rankedVotes = rankedVoteReader(db);
  const hasDigest = db.$client
    .prepare<[string, Instant, Instant], number>(
      'select 1 from digests where channel_id = ? and planned_at >= ? and planned_at < ? limit 1',
    )
    .pluck();
  return ({ channelId, closesAt, meetsAt, nextClosesAt, at }) => {
    const club = find(channelId);
    if (club === null || club.closesAt !== closesAt) return false;
    const ranked = rankedVotes(channelId);
    if (ranked.length > 0 || hasDigest.get(channelId, club.openedAt, closesAt) !== undefined)
      planMeeting(db, { club, ranked, dates: { meetsAt, nextClosesAt }, at });
    db.delete(clubVotes).where(eq(clubVotes.channelId, channelId)).run();
    db.update(clubs).set({ openedAt: closesAt, closesAt: nextClosesAt }).where(eq(clubs.channelId, channelId)).run();
    return true;
  };
}

interface MeetingPlan {
  readonly club: Club;
  readonly ranked: ReturnType<ReturnType<typeof rankedVoteReader>>;
  readonly dates: Pick<ClubClose, 'meetsAt' | 'nextClosesAt'>;
  readonly at: Instant;
}

function planMeeting(db: Database, { club, ranked, dates, at }: MeetingPlan): void {
  const { channelId, guildId, closesAt: closedAt, winners, voiceChannelId } = club;
  const chosen = ranked.slice(0, winners);
  // The paper after the last chosen one takes part in a tie as well.
  const hasTie = chosen.some(({ votes }, index) => votes === ranked[index + 1]?.votes);
  const { id } = db
    .insert(clubMeetings)
    .values({
      ...{ channelId, guildId, closedAt, plannedAt: at, ...dates, voiceChannelId, hasTie },
      ...{ state: 'planned' as const, dueAt: at },
    })
    .returning({ id: clubMeetings.id })
    .get();
  for (const [index, { paperNumber, votes }] of chosen.entries())
    db.insert(clubPapers)
      .values({ meetingId: id, place: index + 1, channelId, paperNumber, votes })
      .run();
}

function claimer(db: Database): (now: Instant, limit: number) => readonly ReadyMeeting[] {
  const readMeeting = meetingReader(db);
  const claim = db.$client
    .prepare<[Instant, number], number>(
      `update club_meetings set state = 'sending', attempts = attempts + 1 where id in (
         select id from club_meetings where state in ('planned', 'retry') and due_at <= ?
           and guild_id not in (select guild_id from removed_guilds) order by id limit ?)
       returning id`,
    )
    .pluck();
  return (now, limit) => claim.all(now, limit).map((id) => readMeeting(id) as ReadyMeeting);
}

const isPlace = (meetingId: number, place: number) =>
  and(eq(clubPresenters.meetingId, meetingId), eq(clubPresenters.place, place));

/** The first who asks presents. */
function present(db: Database, { meetingId, place, userId, at }: PresentationClaim): string {
  const isIt = isPlace(meetingId, place);
  db.insert(clubPresenters)
    .select(
      db
        .select({
          meetingId: clubPapers.meetingId,
          place: clubPapers.place,
          channelId: clubPapers.channelId,
          userId: sql<string>`${userId}`.as('user_id'),
          at: sql<Instant>`${at}`.as('at'),
        })
        .from(clubPapers)
        .where(and(eq(clubPapers.meetingId, meetingId), eq(clubPapers.place, place))),
    )
    .onConflictDoNothing()
    .run();
  return db.select().from(clubPresenters).where(isIt).get()?.userId ?? '';
}
