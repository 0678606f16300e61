import { nextReview, type ReviewedPaper } from '../../../digests/weekly-review.ts';
import { isPublishedAnywhere } from '../../../papers/changes.ts';
import type { Paper } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import { type DueReview, type ReviewPlan, reviewPart, type WeeklyReviewVerbs } from '../../weekly-reviews.ts';
import type { Connection } from '../connection.ts';
import { eq } from '../drizzle.ts';
import { channels } from '../schema/channel-schema.ts';
import { deliveries } from '../schema/digest-schema.ts';
import { channelOf, requiredChannelFinder } from '../tables/channel-rows.ts';
import { isFromBeforeBackup } from '../tables/delivery-rows.ts';
import { paperReader } from '../tables/paper-reader.ts';
import { upvoteReader } from '../tables/upvote-counts.ts';

/** Whether a channel gets no message now. */
const isSilent = `((channels.paused_at is not null and (channels.paused_until is null or channels.paused_until > :now))
  or not exists (select 1 from subscriptions
    where subscriptions.channel_id = channels.channel_id and subscriptions.removed_at is null))`;

/** Whether the review of a channel can be made. The digest of the same moment comes before it. */
const isDue = `channels.next_review_at <= :now and channels.blocked_reason is null
  and (channels.next_digest_at > :now or ${isSilent})
  and channels.guild_id not in (select removed_guilds.guild_id from removed_guilds)`;

/** Verbs for weekly reviews. */
export function weeklyReviewVerbs(db: Connection): WeeklyReviewVerbs {
  const channel = requiredChannelFinder(db);
  const due = db.prepare<{ now: Instant }, { readonly channelId: string; readonly isSilent: number }>(
    `select channel_id as "channelId", ${isSilent} as "isSilent"
     from channels ${db.dialect.by('channels_by_next_review')}
     where ${isDue} order by next_review_at, channel_id`,
  );
  return {
    dueReviews: db.reading(async (now) => {
      const reviews: DueReview[] = [];
      for (const { channelId, isSilent } of await due.all({ now }))
        reviews.push({ channel: channelOf(await channel(channelId)), isSilent: isSilent === 1 });
      return reviews;
    }),
    reviewedPapers: db.reading(receptionReader(db)),
    planReview: db.atomic(planner(db)),
  };
}

/** A paper of a digest, and what is stored about it since. */
interface ReceptionRow {
  readonly number: number;
  readonly plannedAt: Instant;
  readonly hasCode: number;
  readonly hasVenue: number;
  readonly more: number;
  readonly less: number;
  readonly votes: number;
}

function receptionReader(db: Connection): WeeklyReviewVerbs['reviewedPapers'] {
  const { read } = paperReader(db);
  const { trends } = upvoteReader(db);
  const changed = (kind: string) => `exists (select 1 from paper_changes as changed
    where changed.paper_number = shown.paper_number and changed.kind = '${kind}' and changed.at >= digests.planned_at)`;
  const marked = (wish: string) => `(select count(*) from marks
    where marks.channel_id = shown.channel_id and marks.paper_number = shown.paper_number and marks.wish = '${wish}')`;
  // The votes of a closed agenda are deleted, and those of its winners are kept as a number.
  const votes = `(select count(*) from club_votes as vote
       where vote.channel_id = shown.channel_id and vote.paper_number = shown.paper_number)
     + (select coalesce(sum(winner.votes), 0) from club_papers as winner
       where winner.channel_id = shown.channel_id and winner.paper_number = shown.paper_number)`;
  const find = db.prepare<[string, LocalDate, LocalDate], ReceptionRow>(
    `select shown.paper_number as number, digests.planned_at as "plannedAt", ${changed('code')} as "hasCode",
       ${changed('venue')} as "hasVenue", ${marked('more')} as more, ${marked('less')} as less, ${votes} as votes
     from digest_papers as shown join digests on digests.id = shown.digest_id
     where digests.channel_id = ? and digests.date >= ? and digests.date < ? order by digests.date, shown.place`,
  );

  /** The papers of one digest. Their upvotes are counted from its moment. */
  async function readDigest(
    plannedAt: Instant,
    rows: readonly ReceptionRow[],
    now: Instant,
  ): Promise<readonly ReviewedPaper[]> {
    const papers = await read(rows.map(({ number }) => number));
    const moved = await trends(
      papers.map(({ id }) => id),
      { now, ms: now - plannedAt },
    );
    const gained = new Map(moved.map(({ id, trend }) => [id, trend.gained ?? 0]));
    return rows.flatMap((row, index) => {
      const paper = papers[index];
      return paper === undefined ? [] : [receptionOf(row, paper, gained.get(paper.id) ?? 0)];
    });
  }

  return async (channelId, { since, before, now }) => {
    const shown = await find.all(channelId, since, before);
    const reviewed: ReviewedPaper[] = [];
    for (const [plannedAt, rows] of Map.groupBy(shown, (row) => row.plannedAt))
      reviewed.push(...(await readDigest(plannedAt, rows, now)));
    return reviewed;
  };
}

/** What a paper got and still has. */
const receptionOf = (
  { hasCode, hasVenue, more, less, votes }: ReceptionRow,
  paper: Paper,
  upvotes: number,
): ReviewedPaper => ({
  ...{ paper, upvotes, more, less, votes },
  hasCode: hasCode === 1 && paper.extras.codeUrl !== null,
  hasVenue: hasVenue === 1 && isPublishedAnywhere(paper),
});

function planner(db: Connection): (plan: ReviewPlan) => Promise<boolean> {
  const channel = requiredChannelFinder(db);
  const isDoubtful = isFromBeforeBackup(db);
  const find = db
    .prepare<{ channelId: string; now: Instant }, number>(
      `select ${isSilent} from channels where channel_id = :channelId and ${isDue}`,
    )
    .pluck();
  return async ({ channelId, date, part, at }) => {
    const silence = await find.get({ channelId, now: at });
    if (silence === undefined) return false;
    const { schedule, reviewDay } = channelOf(await channel(channelId));
    const nextReviewAt = reviewDay === null ? null : nextReview(schedule, reviewDay, at);
    await db.run(
      db.update(channels).set({ nextReviewAt, reviewedUntil: date }).where(eq(channels.channelId, channelId)),
    );
    if (part === null || silence === 1) return false;
    const inDoubt = await isDoubtful(date);
    const planned = await db.run(
      db
        .insert(deliveries)
        .values({
          ...{ channelId, date, part: reviewPart, parts: 1, state: 'planned', attempts: 0 },
          ...{ plannedAt: at, dueAt: at, nonce: part.nonce, payload: part.json, inDoubt },
        })
        .onConflictDoNothing(),
    );
    return planned > 0;
  };
}
