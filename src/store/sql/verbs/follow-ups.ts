import type { ChangeKind } from '../../../papers/changes.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import { type ChangedPapers, type FollowUpPlan, type FollowUpVerbs, followUpPart } from '../../follow-ups.ts';
import { StoreError } from '../../store-error.ts';
import type { Connection } from '../connection.ts';
import { deliveries } from '../schema/digest-schema.ts';
import { followUps } from '../schema/follow-up-schema.ts';
import { channelOf, requiredChannelFinder } from '../tables/channel-rows.ts';
import { isFromBeforeBackup } from '../tables/delivery-rows.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { paperReader } from '../tables/paper-reader.ts';

interface ChangeRow {
  readonly channelId: string;
  readonly number: number;
  readonly kind: ChangeKind;
  readonly at: Instant;
  readonly date: LocalDate;
}

type FollowUpRow = typeof followUps.$inferInsert;

/** SQL for whether a channel can get a follow-up. */
const canHear = `channels.follows_up = 1 and channels.blocked_reason is null and channels.paused_at is null
  and channels.guild_id not in (select removed_guilds.guild_id from removed_guilds)
  and exists (select 1 from subscriptions
    where subscriptions.channel_id = channels.channel_id and subscriptions.removed_at is null)`;

/** Verbs for changes of papers that channels have received. */
export function followUpVerbs(db: Connection): FollowUpVerbs {
  const channel = requiredChannelFinder(db);
  const { read } = paperReader(db);
  const unheard = db.prepare<[Instant, Instant], ChangeRow>(
    `select digest_papers.channel_id as "channelId", changed.paper_number as number, changed.kind, changed.at,
       digests.date
     from paper_changes as changed ${db.dialect.by('paper_changes_by_time')}
     join digest_papers on digest_papers.paper_number = changed.paper_number
     join digests on digests.id = digest_papers.digest_id
     join channels on channels.channel_id = digest_papers.channel_id
     where changed.at >= ? and digests.planned_at >= ? and changed.at >= digests.planned_at and ${canHear}
       and not exists (select 1 from follow_ups where follow_ups.channel_id = digest_papers.channel_id
         and follow_ups.paper_number = changed.paper_number and follow_ups.kind = changed.kind)
     order by changed.at, changed.paper_number, changed.kind`,
  );

  async function changesOf(rows: readonly ChangeRow[]): Promise<ChangedPapers['changes']> {
    const changes: ChangedPapers['changes'][number][] = [];
    for (const { number, kind, at, date } of rows)
      changes.push(...(await read([number])).map((paper) => ({ paper, kind, at, date })));
    return changes;
  }

  return {
    changedPapers: db.reading(async ({ changedSince, deliveredSince }) => {
      const rows = await unheard.all(changedSince, deliveredSince);
      const changed: ChangedPapers[] = [];
      for (const [channelId, some] of Map.groupBy(rows, (row) => row.channelId))
        changed.push({ channel: channelOf(await channel(channelId)), changes: await changesOf(some) });
      return changed;
    }),
    planFollowUp: db.atomic(planner(db)),
  };
}

function planner(db: Connection): (plan: FollowUpPlan) => Promise<boolean> {
  const { numberOf } = paperIdTable(db);
  const isRefused = db
    .prepare<[string, LocalDate, string], number>(
      `select 1 where exists (select 1 from deliveries where channel_id = ? and date = ? and part = ${followUpPart})
         or not exists (select 1 from channels where channel_id = ? and ${canHear})`,
    )
    .pluck();
  const hasHeard = db
    .prepare<[string, number, string], number>(
      'select 1 from follow_ups where channel_id = ? and paper_number = ? and kind = ?',
    )
    .pluck();
  const isDoubtful = isFromBeforeBackup(db);
  /** The changes as rows. Null if the channel has heard of one of them. */
  async function unheardRows({ channelId, changes }: FollowUpPlan): Promise<FollowUpRow[] | null> {
    const rows: FollowUpRow[] = [];
    for (const { id, kind } of changes) {
      const paperNumber = await numberOf(id);
      if (paperNumber === null)
        throw new StoreError('unknown', `Paper ${id} of a follow-up is not stored. Record it first.`);
      rows.push({ channelId, paperNumber, kind });
    }
    for (const { paperNumber, kind } of rows)
      if ((await hasHeard.get(channelId, paperNumber, kind)) !== undefined) return null;
    return rows;
  }

  return async (plan) => {
    const { channelId, date, part, at } = plan;
    if ((await isRefused.get(channelId, date, channelId)) !== undefined) return false;
    const rows = await unheardRows(plan);
    if (rows === null) return false;
    const inDoubt = await isDoubtful(date);
    await db.run(db.insert(followUps).values(rows));
    await db.run(
      db.insert(deliveries).values({
        ...{ channelId, date, part: followUpPart, parts: 1, state: 'planned', attempts: 0 },
        ...{ plannedAt: at, dueAt: at, nonce: part.nonce, payload: part.json, inDoubt },
      }),
    );
    return true;
  };
}
