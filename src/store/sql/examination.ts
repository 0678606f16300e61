import type { SourceId } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { LocalDate } from '../../time.ts';
import type { DatabaseContents } from '../database.ts';

/** Queries of `Database.examine`, which reads a database without its store. */

/** Counts what is stored: one row of `ContentCounts`. */
export const countsQuery = `
  select
    (select count(*) from papers) as papers,
    (select count(distinct channel_id) from subscriptions where removed_at is null) as channels,
    (select count(*) from subscriptions where removed_at is null) as subscriptions,
    (select count(*) from deliveries where state not in ('sent', 'dropped', 'uncertain', 'withdrawn')) as "openDeliveries",
    (select max(date) from listings where had_at is not null) as "newestListing"`;

export type ContentCounts = Omit<DatabaseContents, 'path' | 'bytes'>;

/** The newest listing of each source, and when one was last pulled: rows of `NewestPull`. */
export const newestPullsQuery =
  'select source, max(date) as date, max(had_at) as at from listings where had_at is not null group by source';

export interface NewestPull {
  readonly source: SourceId;
  readonly date: LocalDate;
  readonly at: Instant;
}
