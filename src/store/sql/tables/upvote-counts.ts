import type { PaperId } from '../../../papers/paper.ts';
import {
  type CountsAround,
  type UpvoteCount,
  type UpvoteTrend,
  type UpvoteWindow,
  upvoteTrend,
} from '../../../papers/upvotes.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import { isNewCount } from '../../rules/trending.ts';
import type { Connection } from '../connection.ts';

/** Writes upvote counts, inside the caller's transaction. */
export function upvoteWriter(db: Connection) {
  const put = db.prepare<[number, Instant, number]>(
    `insert into upvote_counts (paper_number, at, upvotes) values (?, ?, ?)
     on conflict (paper_number, at) do update set upvotes = excluded.upvotes`,
  );
  const begin = db.prepare<{ readonly paper: number; readonly at: Instant }>(
    `insert into upvote_counts (paper_number, at, upvotes) select cast(:paper as bigint), cast(:at as bigint), 0
     where exists (select 1 from upvote_counts where paper_number = :paper)
       and not exists (select 1 from upvote_counts where paper_number = :paper and at <= :at)`,
  );
  return {
    /** Writes the count if it differs from the one before. */
    async keep(paperNumber: number, before: number | null, upvotes: number | null, at: Instant): Promise<void> {
      if (isNewCount(before, upvotes)) await put.run(paperNumber, at, upvotes);
    },
    /** Writes a count of zero at the start of the day on which the paper was listed. */
    async begin(paperNumber: number, listedOn: LocalDate): Promise<void> {
      await begin.run({ paper: paperNumber, at: Date.parse(listedOn) });
    },
  };
}

/** A paper's upvotes, and its counts before and after the start of a window. */
interface TrendRow {
  readonly number: number;
  readonly id: PaperId;
  readonly upvotes: number;
  readonly beforeAt: Instant | null;
  readonly beforeUpvotes: number | null;
  readonly afterAt: Instant | null;
  readonly afterUpvotes: number | null;
}

/** A paper whose upvotes moved. */
interface MovedPaper {
  readonly number: number;
  readonly id: PaperId;
  readonly trend: UpvoteTrend;
}

/** Reads upvote counts and trends. */
export function upvoteReader(db: Connection) {
  const columns = `papers.number, papers.id, papers.upvotes,
    (select at from upvote_counts where paper_number = papers.number and at <= :since order by at desc limit 1) as "beforeAt",
    (select upvotes from upvote_counts where paper_number = papers.number and at <= :since order by at desc limit 1) as "beforeUpvotes",
    (select at from upvote_counts where paper_number = papers.number and at > :since order by at limit 1) as "afterAt",
    (select upvotes from upvote_counts where paper_number = papers.number and at > :since order by at limit 1) as "afterUpvotes"`;
  const ofIds = db.prepare<{ readonly since: Instant; readonly ids: string }, TrendRow>(
    `select ${columns} from papers
     where id in (select asked.value from ${db.dialect.texts(':ids')} as asked) and upvotes is not null`,
  );
  const moved = db.prepare<{ readonly since: Instant; readonly numbers: string }, TrendRow>(
    `select ${columns} from papers where upvotes is not null and number in (
       select paper_number from upvote_counts where at > :since
       union select asked.value from ${db.dialect.numbers(':numbers')} as asked)
     order by papers.number`,
  );
  const series = db.prepare<[number, number, Instant, Instant], UpvoteCount>(
    `select at, upvotes from upvote_counts where paper_number = ?
       and at >= coalesce((select max(at) from upvote_counts where paper_number = ? and at <= ?), ?) order by at`,
  );
  const sinceOf = ({ now, ms }: UpvoteWindow): Instant => now - ms;
  return {
    async trends(ids: readonly PaperId[], window: UpvoteWindow): Promise<readonly MovedPaper[]> {
      const rows = await ofIds.all({ since: sinceOf(window), ids: JSON.stringify(ids) });
      return rows.map((row) => movedPaper(row, window));
    },
    /** Papers with a count within the window, and the given papers. */
    async moved(numbers: readonly number[], window: UpvoteWindow): Promise<readonly MovedPaper[]> {
      const rows = await moved.all({ since: sinceOf(window), numbers: JSON.stringify(numbers) });
      return rows.map((row) => movedPaper(row, window));
    },
    /** The counts within the window, and the one before it. */
    counts: (number: number, window: UpvoteWindow): Promise<readonly UpvoteCount[]> =>
      series.all(number, number, sinceOf(window), sinceOf(window)),
  };
}

function movedPaper(row: TrendRow, window: UpvoteWindow): MovedPaper {
  const around: CountsAround = {
    before: countOf(row.beforeAt, row.beforeUpvotes),
    after: countOf(row.afterAt, row.afterUpvotes),
  };
  return { number: row.number, id: row.id, trend: upvoteTrend(row.upvotes, around, window) };
}

const countOf = (at: Instant | null, upvotes: number | null): UpvoteCount | null =>
  at === null || upvotes === null ? null : { at, upvotes };
