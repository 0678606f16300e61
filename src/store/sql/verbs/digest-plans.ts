import type { PaperId } from '../../../papers/paper.ts';
import type { DigestPlan } from '../../outbox.ts';
import { isPaused, plannedDays, plannedNews } from '../../rules/planned-channel.ts';
import type { Store } from '../../store.ts';
import { StoreError } from '../../store-error.ts';
import { onceByKey } from '../calls.ts';
import type { Connection } from '../connection.ts';
import { rowsStatement } from '../rows-statement.ts';
import { isBeforeBackup } from '../tables/delivery-rows.ts';
import { type DigestContents, digestWriter, secondRefuser } from '../tables/digest-rows.ts';
import { runWriter } from '../tables/digest-runs.ts';
import { type MovableChannel, movableChannelFinder, scheduleOf } from '../tables/movable-channels.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { pingPlanner } from '../tables/ping-rows.ts';
import { createWithdrawal } from '../tables/withdrawal.ts';

/** The verb that plans a digest. At nine o'clock thousands of channels are planned, and some fifty share each statement. */
export function digestPlanVerbs(db: Connection): Pick<Store, 'planDigest'> {
  const planAll = planner(db);
  const channelOf = ({ channelId }: DigestPlan): string => channelId;
  return {
    planDigest: db.together(onceByKey(channelOf, (calls) => planAll(calls.map(([plan]) => plan)))),
  };
}

/** A digest to be planned, and its channel. */
interface FoundPlan {
  readonly plan: DigestPlan;
  readonly channel: MovableChannel;
}

/** Plans digests of different channels inside the caller's transaction. See `planDigest` in `store.ts`. */
function planner(db: Connection): (plans: readonly DigestPlan[]) => Promise<readonly boolean[]> {
  const findChannels = movableChannelFinder(db);
  const writeContents = contentWriter(db);
  const withdrawal = createWithdrawal(db);
  const recordRuns = runWriter(db);
  const move = channelMover(db);
  return async (plans) => {
    const channels = await findChannels(plans);
    const found = plans.map((plan, index): FoundPlan => ({ plan, channel: channels[index] as MovableChannel }));
    // Somebody may have paused the channel while its topics were matched.
    const open = found.filter(({ plan, channel }) => plan.isRequested === true || !isPaused(channel, plan.at));
    const fresh = open.filter(isFresh);
    await writeContents(fresh);
    for (const { plan, channel } of open) {
      // The last subscription may have been removed meanwhile.
      if (channel.isFollowed === 0) await withdrawal.withdrawFrom(plan.channelId, plan.at);
    }
    await recordRuns(fresh.flatMap(({ plan: { run } }) => (run === undefined ? [] : [run])));
    await move(open);
    return found.map((one) => fresh.includes(one));
  };
}

/** Whether the channel has no digest of the date yet. */
const isFresh = ({ channel }: FoundPlan): boolean => channel.hasDigest === 0;

/** Writes everything of digests that have no rows yet. A quiet day leaves no digest, so that its date stays free. */
function contentWriter(db: Connection): (found: readonly FoundPlan[]) => Promise<void> {
  const { numbersOf } = paperIdTable(db);
  const writeDigests = digestWriter(db);
  const refuseSeconds = secondRefuser(db);
  const writePings = pingPlanner(db);
  return async (found) => {
    const ids = [...new Set(found.flatMap(({ plan }) => plan.papers))];
    const numbers = await numbersOf(ids);
    const numberOf = new Map(ids.map((id, index) => [id, numbers[index] ?? unknownPaper(id)]));
    const contents = found.map(
      ({ plan, channel }): DigestContents => ({
        plan,
        numbers: plan.papers.map((id) => numberOf.get(id) as number),
        isInDoubt: isBeforeBackup(plan.date, channel.restoredAt),
      }),
    );
    await writeDigests(contents.filter(({ plan }) => plan.parts.length > 0));
    await refuseSeconds(contents);
    for (const { plan } of found) await writePings(plan);
  };
}

const unknownPaper = (id: PaperId): never => {
  throw new StoreError('unknown', `Paper ${id} of a digest is not stored. Record it first.`);
};

/** Moves channels on after their digests. */
function channelMover(db: Connection): (found: readonly FoundPlan[]) => Promise<void> {
  const move = rowsStatement<readonly (string | number | null)[]>(db, {
    row: '(cast(? as text), cast(? as text), cast(? as bigint), cast(? as bigint), cast(? as bigint), cast(? as bigint))',
    textWith: (rows) =>
      `update channels set last_digest_date = moved.column2, next_digest_at = moved.column3,
         last_digest_at = moved.column4, considered_news_number = moved.column5, skipped_papers = moved.column6
       from (values ${rows}) as moved where channels.channel_id = moved.column1`,
  });
  return async (found) => {
    const rows = found.map((one) => {
      const { plan, channel } = one;
      const days = plannedDays({ schedule: scheduleOf(channel), lastDigestDate: channel.lastDigestDate }, plan);
      const news = isFresh(one) ? plannedNews(channel, plan) : channel;
      return [
        ...[plan.channelId, days.lastDigestDate, days.nextDigestAt],
        ...[news.lastDigestAt, news.consideredNewsNumber, news.skippedPapers],
      ];
    });
    await move.run(rows);
  };
}
