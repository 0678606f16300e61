import type { Meaning } from '../../../meaning/meaning.ts';
import type { PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { DigestPlan } from '../../outbox.ts';
import { isPaused, plannedDays, plannedNews } from '../../rules/planned-channel.ts';
import type { DigestInput, Store } from '../../store.ts';
import { StoreError } from '../../store-error.ts';
import { and, eq, isNull, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import type { SharedCommits } from '../file/transaction.ts';
import { subscriptions } from '../schema/channel-schema.ts';
import { channelOf, requiredChannelFinder } from '../tables/channel-rows.ts';
import { clubFinder } from '../tables/club-rows.ts';
import { isFromBeforeBackup } from '../tables/delivery-rows.ts';
import { openDestinationReader } from '../tables/destination-rows.ts';
import { runWriter } from '../tables/digest-runs.ts';
import { markedPaperReader } from '../tables/marked-papers.ts';
import { duplicateReader } from '../tables/match-keys.ts';
import { type MovableChannel, movableChannelFinder, scheduleOf } from '../tables/movable-channels.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { channelPingReader, pingPlanner } from '../tables/ping-rows.ts';
import { subscriptionOf } from '../tables/subscription-rows.ts';
import { createWithdrawal } from '../tables/withdrawal.ts';

/** Verbs for making a digest. */
export function digestVerbs(
  db: Database,
  commits: SharedCommits,
  meaning: Meaning,
): Pick<Store, 'digestInput' | 'postedPapers' | 'papersShownTo' | 'planDigest'> {
  const channel = requiredChannelFinder(db);
  const markedPapers = markedPaperReader(db);
  const pings = channelPingReader(db);
  const destinations = openDestinationReader(db);
  const club = clubFinder(db);
  const followed = db
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.channelId, sql.placeholder('channelId')), isNull(subscriptions.removedAt)))
    .orderBy(subscriptions.id)
    .prepare();
  const posted = db.$client
    .prepare<[string, string], PaperId>(
      `select papers.id from json_each(?) as asked
       join papers on papers.id = asked.value
       join digest_papers on digest_papers.channel_id = ? and digest_papers.paper_number = papers.number`,
    )
    .pluck();

  const shownTo = db.$client
    .prepare<[string, string, string], PaperId>(
      `select papers.id from json_each(?) as asked
       join papers on papers.id = asked.value
       where exists (
         select 1 from saved_papers
         where saved_papers.paper_number = papers.number and saved_papers.user_id = ? and removed_at is null)
       or exists (
         select 1 from digest_papers join subscriptions on subscriptions.channel_id = digest_papers.channel_id
         where digest_papers.paper_number = papers.number
           and subscriptions.created_by = ? and subscriptions.removed_at is null)`,
    )
    .pluck();

  function digestInput(channelId: string): DigestInput {
    const row = channel(channelId);
    return {
      channel: channelOf(row),
      subscriptions: followed
        .all({ channelId })
        .map((subscription) => ({ subscription: subscriptionOf(subscription), newsAfter: subscription.newsAfter })),
      consideredNewsNumber: row.consideredNewsNumber,
      marks: markedPapers(channelId),
      pings: pings(channelId),
      destinations: destinations(channelId),
      hasClub: club(channelId) !== null,
      meaning,
    };
  }

  return {
    digestInput: async (channelId) => digestInput(channelId),
    postedPapers: async (channelId, ids) => new Set(posted.all(JSON.stringify(ids), channelId)),
    papersShownTo: async (userId, ids) => new Set(shownTo.all(JSON.stringify(ids), userId, userId)),
    // At nine o'clock thousands of channels are planned.
    planDigest: commits.atomic(planner(db)),
  };
}

/** Plans a digest inside the caller's transaction. See `planDigest` in `store.ts`. */
function planner(db: Database): (plan: DigestPlan) => boolean {
  const channel = movableChannelFinder(db);
  const recordRun = runWriter(db);
  const withdrawal = createWithdrawal(db);
  const writeDigest = digestWriter(db);
  const writePings = pingPlanner(db);
  const refuseSecond = secondRefuser(db);
  const { numberOf } = paperIdTable(db);
  const move = db.$client.prepare<[MovableChannel]>(
    `update channels set last_digest_date = @lastDigestDate, next_digest_at = @nextDigestAt,
       last_digest_at = @lastDigestAt, considered_news_number = @consideredNewsNumber, skipped_papers = @skippedPapers
     where channel_id = @channelId`,
  );
  const writeContents = (plan: DigestPlan): void => {
    const numbers = plan.papers.map(numberOf);
    if (plan.parts.length > 0) writeDigest(plan, numbers);
    refuseSecond(plan.channelId, numbers);
    writePings(plan);
  };
  const find = db.$client.prepare<[string, LocalDate]>('select 1 from digests where channel_id = ? and date = ?');
  return (plan) => {
    const row = channel(plan.channelId);
    // Somebody may have paused the channel while its topics were matched.
    if (plan.isRequested !== true && isPaused(row, plan.at)) return false;
    const isPlanned = find.get(plan.channelId, plan.date) === undefined;
    if (isPlanned) writeContents(plan);
    withdrawal.withdrawFrom(plan.channelId, plan.at); // The last subscription may have been removed meanwhile.
    if (isPlanned && plan.run !== undefined) recordRun(plan.run);
    const days = plannedDays({ schedule: scheduleOf(row), lastDigestDate: row.lastDigestDate }, plan);
    move.run({ ...row, ...days, ...(isPlanned ? plannedNews(row, plan) : {}) });
    return isPlanned;
  };
}

/**
 * Freezes the digest's papers and parts. A quiet day leaves no digest, so that its date stays free. After a backup was
 * restored, digests of earlier days may have been posted already, so their parts are in doubt.
 */
function digestWriter(db: Database): (plan: DigestPlan, numbers: readonly (number | null)[]) => void {
  const isDoubtful = isFromBeforeBackup(db);
  const insert = db.$client
    .prepare<[string, LocalDate, Instant, string | null, string | null], number>(
      'insert into digests (channel_id, date, planned_at, nonce, left_out) values (?, ?, ?, ?, ?) returning id',
    )
    .pluck();
  const claimPaper = paperClaimer(db);
  // A destination may have been removed while its messages were composed.
  const insertPart = db.$client.prepare(
    `insert into deliveries (channel_id, destination_id, date, part, parts, state, attempts, in_doubt, planned_at, due_at,
       nonce, payload)
     select @channelId, @destinationId, @date, @part, @parts, 'planned', 0, @inDoubt, @plannedAt, @plannedAt, @nonce, @payload
     where @destinationId = 0 or exists (select 1 from destinations where id = @destinationId)`,
  );
  return (plan, numbers) => {
    const { channelId, date, papers, at, leftOut = [], copies = [] } = plan;
    const hidden = leftOut.length === 0 ? null : JSON.stringify(leftOut);
    const digestId = insert.get(channelId, date, at, plan.parts[0]?.nonce ?? null, hidden) as number;
    for (let index = 0; index < papers.length; index += 1)
      claimPaper(channelId, digestId, { id: papers[index] as PaperId, number: numbers[index] ?? null });
    const shared = { channelId, date, plannedAt: at, inDoubt: isDoubtful(date) ? 1 : 0 };
    for (const { destinationId, parts } of [{ destinationId: 0, parts: plan.parts }, ...copies])
      for (const [index, { json, nonce }] of parts.entries())
        insertPart.run({ ...shared, destinationId, parts: parts.length, part: index + 1, nonce, payload: json });
  };
}

/** Records that the channel received a paper, under any of its ids. */
function paperClaimer(db: Database) {
  const insert = db.$client.prepare<[string, number, number]>(
    'insert into digest_papers (channel_id, paper_number, digest_id) values (?, ?, ?) on conflict do nothing',
  );
  return (channelId: string, digestId: number, { id, number }: { id: PaperId; number: number | null }): void => {
    if (number === null) throw new StoreError('unknown', `Paper ${id} of a digest is not stored. Record it first.`);
    if (insert.run(channelId, number, digestId).changes > 0) return;
    throw new StoreError('conflict', `Channel ${channelId} already received paper ${id}. Make the digest without it.`);
  };
}

/**
 * Refuses a digest with a paper whose duplicate the channel has, in this digest or an earlier one. The two may have become
 * duplicates while the digest was made.
 */
function secondRefuser(db: Database): (channelId: string, papers: readonly (number | null)[]) => void {
  const duplicatesOf = duplicateReader(db);
  const isReceived = db.$client
    .prepare<[string, number], number>('select 1 from digest_papers where channel_id = ? and paper_number = ?')
    .pluck();
  return (channelId, papers) => {
    const duplicates = duplicatesOf(papers.filter((number) => number !== null));
    if (duplicates.size === 0) return;
    const received = [...duplicates.values()].flat().find(({ number }) => isReceived.get(channelId, number) === 1);
    if (received === undefined) return;
    const { id } = received.paper;
    throw new StoreError('conflict', `Channel ${channelId} has a duplicate, paper ${id}. Make the digest without it.`);
  };
}
