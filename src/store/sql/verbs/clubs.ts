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
import type { Connection } from '../connection.ts';
import { and, eq, inArray, isNull } from '../drizzle.ts';
import { clubMeetings, clubPapers, clubPresenters, clubs, clubVotes } from '../schema/club-schema.ts';
import { type ClubRow, clubFinder, clubOf, clubRowOf } from '../tables/club-rows.ts';
import { clubAgendaReader, clubVoter, rankedVoteReader } from '../tables/club-votes.ts';
import { meetingReader } from '../tables/meeting-rows.ts';

/** Verbs for journal clubs. */
export function clubVerbs(db: Connection): ClubVerbs {
  const find = clubFinder(db);
  const due = db.prepare<[Instant, number], ClubRow & { readonly zone: string }>(
    `select clubs.*, channels.zone from clubs join channels on channels.channel_id = clubs.channel_id
     where closes_at <= ? and clubs.guild_id not in (select removed_guilds.guild_id from removed_guilds)
     order by closes_at, clubs.channel_id limit ?`,
  );
  return {
    startClub: db.atomic((club: Club) => start(db, club)),
    club: db.reading(find),
    stopClub: db.atomic((channelId: string) => stop(db, channelId)),
    voteForPaper: db.atomic(clubVoter(db)),
    clubAgenda: db.reading(clubAgendaReader(db)),
    dueClubs: db.reading(async (now: Instant, limit: number) => {
      const rows = await due.all(now, limit);
      return rows.map((row) => ({ ...clubOf(row), zone: row.zone }));
    }),
    closeClub: db.atomic(closer(db)),
    claimClubMeetings: db.atomic(claimer(db)),
    noteClubMeeting: db.atomic(async (id: number, progress: MeetingProgress) => {
      const noted = { ...progress, inDoubt: false };
      await db.run(db.update(clubMeetings).set(noted).where(isClaimed(id)));
    }),
    settleClubMeeting: db.atomic(async (id: number, settlement: MeetingSettlement) => {
      await db.run(db.update(clubMeetings).set(settlement).where(isClaimed(id)));
    }),
    recoverClubMeetings: db.atomic(async () => {
      const inLine = { state: 'retry' as const, inDoubt: true };
      await db.run(db.update(clubMeetings).set(inLine).where(eq(clubMeetings.state, 'sending')));
    }),
    clubMeeting: db.reading(meetingReader(db)),
    claimPresentation: db.atomic(presenter(db)),
    releasePresentation: db.atomic(async ({ meetingId, place, userId }: Omit<PresentationClaim, 'at'>) => {
      const isTheirs = and(isPlace(meetingId, place), eq(clubPresenters.userId, userId));
      return (await db.run(db.delete(clubPresenters).where(isTheirs))) > 0;
    }),
  };
}

const isClaimed = (id: number) => and(eq(clubMeetings.id, id), eq(clubMeetings.state, 'sending'));

/** A club that is changed keeps what belongs to its round, and its votes. */
async function start(db: Connection, club: Club): Promise<'started' | 'changed'> {
  const row = clubRowOf(club);
  const { openedAt: _, ...changes } = row;
  const changed = await db.run(db.update(clubs).set(changes).where(eq(clubs.channelId, club.channelId)));
  if (changed > 0) return 'changed';
  await db.run(db.insert(clubs).values(row));
  return 'started';
}

async function stop(db: Connection, channelId: string): Promise<boolean> {
  await db.run(db.delete(clubVotes).where(eq(clubVotes.channelId, channelId)));
  const isUnposted = and(
    eq(clubMeetings.channelId, channelId),
    inArray(clubMeetings.state, ['planned', 'retry']),
    isNull(clubMeetings.openingId),
    eq(clubMeetings.inDoubt, false),
  );
  await db.run(db.update(clubMeetings).set({ state: 'dropped' }).where(isUnposted));
  return (await db.run(db.delete(clubs).where(eq(clubs.channelId, channelId)))) > 0;
}

/** Closes an agenda inside the caller's transaction. See `closeClub` in `clubs.ts`. */
function closer(db: Connection): (close: ClubClose) => Promise<boolean> {
  const find = clubFinder(db);
  const rankedVotes = rankedVoteReader(db);
  const hasDigest = db
    .prepare<[string, Instant, Instant], number>(
      'select 1 from digests where channel_id = ? and planned_at >= ? and planned_at < ? limit 1',
    )
    .pluck();
  return async ({ channelId, closesAt, meetsAt, nextClosesAt, at }) => {
    const club = await find(channelId);
    if (club === null || club.closesAt !== closesAt) return false;
    const ranked = await rankedVotes(channelId);
    if (ranked.length > 0 || (await hasDigest.get(channelId, club.openedAt, closesAt)) !== undefined)
      await planMeeting(db, { club, ranked, dates: { meetsAt, nextClosesAt }, at });
    await db.run(db.delete(clubVotes).where(eq(clubVotes.channelId, channelId)));
    const nextRound = { openedAt: closesAt, closesAt: nextClosesAt };
    await db.run(db.update(clubs).set(nextRound).where(eq(clubs.channelId, channelId)));
    return true;
  };
}

interface MeetingPlan {
  readonly club: Club;
  readonly ranked: Awaited<ReturnType<ReturnType<typeof rankedVoteReader>>>;
  readonly dates: Pick<ClubClose, 'meetsAt' | 'nextClosesAt'>;
  readonly at: Instant;
}

async function planMeeting(db: Connection, { club, ranked, dates, at }: MeetingPlan): Promise<void> {
  const { channelId, guildId, closesAt: closedAt, winners, voiceChannelId } = club;
  const chosen = ranked.slice(0, winners);
  // The paper after the last chosen one takes part in a tie as well.
  const hasTie = chosen.some(({ votes }, index) => votes === ranked[index + 1]?.votes);
  const row = {
    ...{ channelId, guildId, closedAt, plannedAt: at, ...dates, voiceChannelId, hasTie },
    ...{ state: 'planned' as const, dueAt: at },
  };
  const planned = await db.get(db.insert(clubMeetings).values(row).returning({ id: clubMeetings.id }));
  const meetingId = (planned as { readonly id: number }).id;
  for (const [index, { paperNumber, votes }] of chosen.entries())
    await db.run(db.insert(clubPapers).values({ meetingId, place: index + 1, channelId, paperNumber, votes }));
}

function claimer(db: Connection): (now: Instant, limit: number) => Promise<readonly ReadyMeeting[]> {
  const readMeeting = meetingReader(db);
  const claim = db
    .prepare<[Instant, number], number>(
      // The rows are chosen first: see `claimDeliveries`.
      `update club_meetings set state = 'sending', attempts = attempts + 1 where id in (
         with claimed as materialized (
           select due.id from club_meetings as due where due.state in ('planned', 'retry') and due.due_at <= ?
             and due.guild_id not in (select removed_guilds.guild_id from removed_guilds)
           order by due.id limit ? ${db.dialect.claiming('due')})
         select claimed.id from claimed)
       returning id`,
    )
    .pluck();
  return async (now, limit) => {
    const claimed: ReadyMeeting[] = [];
    // RETURNING keeps no order.
    for (const id of (await claim.all(now, limit)).toSorted((one, other) => one - other))
      claimed.push((await readMeeting(id)) as ReadyMeeting);
    return claimed;
  };
}

const isPlace = (meetingId: number, place: number) =>
  and(eq(clubPresenters.meetingId, meetingId), eq(clubPresenters.place, place));

/** The first who asks presents. */
function presenter(db: Connection): (claim: PresentationClaim) => Promise<string> {
  const put = db.prepare<PresentationClaim>(
    `insert into club_presenters (meeting_id, place, channel_id, user_id, at)
     select meeting_id, place, channel_id, cast(:userId as text), cast(:at as bigint)
     from club_papers where meeting_id = :meetingId and place = :place on conflict do nothing`,
  );
  return async (claim) => {
    await put.run(claim);
    const isIt = isPlace(claim.meetingId, claim.place);
    return (await db.get(db.select().from(clubPresenters).where(isIt)))?.userId ?? '';
  };
}
