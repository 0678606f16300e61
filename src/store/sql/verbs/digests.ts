import type { Meaning } from '../../../meaning/meaning.ts';
import type { PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { Delivery, DigestPlan } from '../../outbox.ts';
import { isPaused, plannedDays, plannedNews } from '../../rules/planned-channel.ts';
import type { DigestInput, Store } from '../../store.ts';
import { StoreError } from '../../store-error.ts';
import { askedTexts } from '../asked-texts.ts';
import { atOnce } from '../at-once.ts';
import type { Connection, Statement } from '../connection.ts';
import { and, inArray, isNull } from '../drizzle.ts';
import { channels, subscriptions } from '../schema/channel-schema.ts';
import { channelOf, missingChannel } from '../tables/channel-rows.ts';
import { isBeforeBackup } from '../tables/delivery-rows.ts';
import { openDestinationReader } from '../tables/destination-rows.ts';
import { runWriter } from '../tables/digest-runs.ts';
import { markedPaperReader } from '../tables/marked-papers.ts';
import { duplicateReader } from '../tables/match-keys.ts';
import { type MovableChannel, movableChannelFinder, scheduleOf } from '../tables/movable-channels.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { channelPingReader, pingPlanner } from '../tables/ping-rows.ts';
import { subscriptionOf } from '../tables/subscription-rows.ts';
import { createWithdrawal } from '../tables/withdrawal.ts';

/** What a channel has beside its settings and topics. */
interface Rarities extends Readonly<Record<'hasMarks' | 'hasPings' | 'hasDestinations' | 'hasClub', 0 | 1>> {
  readonly channelId: string;
}

/** Verbs for making a digest. */
export function digestVerbs(
  db: Connection,
  meaning: Meaning,
): Pick<Store, 'digestInput' | 'digestInputs' | 'postedPapers' | 'papersShownTo' | 'planDigest'> {
  const markedPapers = markedPaperReader(db);
  const pings = channelPingReader(db);
  const destinations = openDestinationReader(db);
  const asked = askedTexts(db.dialect, 'channelIds');
  const channelRows = db.prepared(db.select().from(channels).where(inArray(channels.channelId, asked)));
  const followed = db.prepared(
    db
      .select()
      .from(subscriptions)
      .where(and(inArray(subscriptions.channelId, asked), isNull(subscriptions.removedAt)))
      .orderBy(subscriptions.id),
  );
  // Few channels have any of these.
  const rare = db.prepare<[string], Rarities>(
    `select asked.value as "channelId",
       exists (select 1 from marks where channel_id = asked.value) as "hasMarks",
       exists (select 1 from pings where channel_id = asked.value) as "hasPings",
       exists (select 1 from destinations where channel_id = asked.value) as "hasDestinations",
       exists (select 1 from clubs where channel_id = asked.value) as "hasClub"
     from ${db.dialect.texts('?')} as asked`,
  );
  const posted = db
    .prepare<[string, string], PaperId>(
      `select papers.id from ${db.dialect.texts('?')} as asked
       join papers on papers.id = asked.value
       join digest_papers on digest_papers.channel_id = ? and digest_papers.paper_number = papers.number`,
    )
    .pluck();

  const shownTo = db
    .prepare<[string, string, string], PaperId>(
      `select papers.id from ${db.dialect.texts('?')} as asked
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

  async function digestInputs(channelIds: readonly string[]): Promise<readonly DigestInput[]> {
    const ids = JSON.stringify(channelIds);
    const [rows, topics, rarities] = await atOnce([
      channelRows.all({ channelIds: ids }),
      followed.all({ channelIds: ids }),
      rare.all(ids),
    ]);
    const topicsOf = Map.groupBy(topics, ({ channelId }) => channelId);
    const raritiesOf = new Map(rarities.map((one) => [one.channelId, one]));
    const inputs: DigestInput[] = [];
    for (const row of rows) {
      const { channelId, consideredNewsNumber } = row;
      const has = raritiesOf.get(channelId);
      inputs.push({
        channel: channelOf(row),
        subscriptions: (topicsOf.get(channelId) ?? []).map((subscription) => ({
          subscription: subscriptionOf(subscription),
          newsAfter: subscription.newsAfter,
        })),
        consideredNewsNumber,
        marks: has?.hasMarks === 1 ? await markedPapers(channelId) : [],
        pings: has?.hasPings === 1 ? await pings(channelId) : [],
        destinations: has?.hasDestinations === 1 ? await destinations(channelId) : [],
        hasClub: has?.hasClub === 1,
        meaning,
      });
    }
    return inputs;
  }

  return {
    digestInput: db.reading(async (channelId) => {
      const [input] = await digestInputs([channelId]);
      return input ?? missingChannel(channelId);
    }),
    digestInputs: db.reading(digestInputs),
    postedPapers: db.asking(async (channelId, ids) => new Set(await posted.all(JSON.stringify(ids), channelId))),
    papersShownTo: db.asking(async (userId, ids) => new Set(await shownTo.all(JSON.stringify(ids), userId, userId))),
    // At nine o'clock thousands of channels are planned.
    planDigest: db.shared(planner(db), ({ channelId }) => channelId),
  };
}

/** Plans a digest inside the caller's transaction. See `planDigest` in `store.ts`. */
function planner(db: Connection): (plan: DigestPlan) => Promise<boolean> {
  const channel = movableChannelFinder(db);
  const recordRun = runWriter(db);
  const withdrawal = createWithdrawal(db);
  const writeDigest = digestWriter(db);
  const writePings = pingPlanner(db);
  const refuseSecond = secondRefuser(db);
  const { numbersOf } = paperIdTable(db);
  const move = db.prepare<[MovableChannel]>(
    `update channels set last_digest_date = :lastDigestDate, next_digest_at = :nextDigestAt,
       last_digest_at = :lastDigestAt, considered_news_number = :consideredNewsNumber, skipped_papers = :skippedPapers
     where channel_id = :channelId`,
  );
  const writeContents = async (plan: DigestPlan, { restoredAt }: MovableChannel): Promise<void> => {
    const numbers = await numbersOf(plan.papers);
    if (plan.parts.length > 0) await writeDigest(plan, numbers, isBeforeBackup(plan.date, restoredAt));
    await refuseSecond(plan.channelId, numbers);
    await writePings(plan);
  };
  return async (plan) => {
    const row = await channel(plan.channelId, plan.date);
    // Somebody may have paused the channel while its topics were matched.
    if (plan.isRequested !== true && isPaused(row, plan.at)) return false;
    const isPlanned = row.hasDigest === 0;
    if (isPlanned) await writeContents(plan, row);
    // The last subscription may have been removed meanwhile.
    if (row.isFollowed === 0) await withdrawal.withdrawFrom(plan.channelId, plan.at);
    if (isPlanned && plan.run !== undefined) await recordRun(plan.run);
    const days = plannedDays({ schedule: scheduleOf(row), lastDigestDate: row.lastDigestDate }, plan);
    await move.run({ ...row, ...days, ...(isPlanned ? plannedNews(row, plan) : {}) });
    return isPlanned;
  };
}

/**
 * Freezes the digest's papers and parts. A quiet day leaves no digest, so that its date stays free. After a backup was
 * restored, digests of earlier days may have been posted already, so their parts are in doubt.
 */
function digestWriter(
  db: Connection,
): (plan: DigestPlan, numbers: readonly (number | null)[], isInDoubt: boolean) => Promise<void> {
  const insert = db
    .prepare<[string, LocalDate, Instant, string | null, string | null], number>(
      'insert into digests (channel_id, date, planned_at, nonce, left_out) values (?, ?, ?, ?, ?) returning id',
    )
    .pluck();
  const claimPapers = paperClaimer(db);
  // A destination may have been removed while its messages were composed.
  const insertPart = db.prepare<[NewPart]>(
    `insert into deliveries (channel_id, destination_id, date, part, parts, state, attempts, in_doubt, planned_at, due_at,
       nonce, payload)
     select :channelId, :destinationId, :date, :part, :parts, 'planned', 0, :inDoubt, :plannedAt, :plannedAt, :nonce,
       :payload
     where cast(:destinationId as bigint) = 0 or exists (select 1 from destinations where id = :destinationId)`,
  );
  return async (plan, numbers, isInDoubt) => {
    const { channelId, date, papers, at, leftOut = [], copies = [] } = plan;
    const hidden = leftOut.length === 0 ? null : JSON.stringify(leftOut);
    const digestId = await insert.get(channelId, date, at, plan.parts[0]?.nonce ?? null, hidden);
    const shared = { channelId, date, plannedAt: at, inDoubt: isInDoubt ? 1 : 0 } as const;
    const messages = [{ destinationId: 0, parts: plan.parts }, ...copies].flatMap(({ destinationId, parts }) =>
      parts.map(({ json, nonce }, index) =>
        insertPart.run({ ...shared, destinationId, parts: parts.length, part: index + 1, nonce, payload: json }),
      ),
    );
    await atOnce([claimPapers(channelId, digestId as number, papers, numbers), ...messages]);
  };
}

/** A part of a digest as it is inserted. */
interface NewPart extends Pick<Delivery, 'channelId' | 'date' | 'part' | 'parts' | 'plannedAt' | 'nonce'> {
  readonly destinationId: number;
  readonly inDoubt: 0 | 1;
  /** JSON. */
  readonly payload: string;
}

/** Records that the channel received papers, under any of their ids. */
function paperClaimer(db: Connection) {
  const insertOf = papersInserter(db);
  const placesOf = db.prepare<[number], number>('select place from digest_papers where digest_id = ?').pluck();
  return async (
    channelId: string,
    digestId: number,
    ids: readonly PaperId[],
    numbers: readonly (number | null)[],
  ): Promise<void> => {
    const rows = numbers.flatMap((number, index) => {
      if (number !== null) return [channelId, number, digestId, index + 1];
      throw new StoreError('unknown', `Paper ${ids[index]} of a digest is not stored. Record it first.`);
    });
    if (ids.length === 0 || (await insertOf(ids.length).run(...rows)) === ids.length) return;
    const places = new Set(await placesOf.all(digestId));
    const received = ids.find((_, index) => !places.has(index + 1));
    throw new StoreError(
      'conflict',
      `Channel ${channelId} already received paper ${received}. Make the digest without it.`,
    );
  };
}

/** Makes a statement for each number of papers, because thousands of digests have ten papers each. */
function papersInserter(db: Connection): (papers: number) => Statement<(string | number)[], unknown> {
  const statements = new Map<number, Statement<(string | number)[], unknown>>();
  return (papers) => {
    const known = statements.get(papers);
    if (known !== undefined) return known;
    const rows = Array.from({ length: papers }, () => '(?, ?, ?, ?)').join(', ');
    const insert = db.prepare<(string | number)[]>(
      `insert into digest_papers (channel_id, paper_number, digest_id, place) values ${rows} on conflict do nothing`,
    );
    statements.set(papers, insert);
    return insert;
  };
}

/**
 * Refuses a digest with a paper whose duplicate the channel has, in this digest or an earlier one. The two may have become
 * duplicates while the digest was made.
 */
function secondRefuser(db: Connection): (channelId: string, papers: readonly (number | null)[]) => Promise<void> {
  const duplicatesOf = duplicateReader(db);
  const isReceived = db
    .prepare<[string, number], number>('select 1 from digest_papers where channel_id = ? and paper_number = ?')
    .pluck();
  return async (channelId, papers) => {
    const duplicates = await duplicatesOf(papers.filter((number) => number !== null));
    for (const { number, paper } of [...duplicates.values()].flat()) {
      if ((await isReceived.get(channelId, number)) === undefined) continue;
      throw new StoreError(
        'conflict',
        `Channel ${channelId} has a duplicate, paper ${paper.id}. Make the digest without it.`,
      );
    }
  };
}
