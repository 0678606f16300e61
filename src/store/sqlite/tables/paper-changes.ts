import { changesBetween } from '../../../papers/changes.ts';
import type { Paper } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { Database } from '../file/database.ts';

/** Notes how a paper changed that a channel has received, inside the caller's transaction. */
export function changeWriter(db: Database): (number: number, before: Paper, after: Paper, at: Instant) => void {
  const note = db.$client.prepare<[number, string, Instant, number]>(
    `insert into paper_changes (paper_number, kind, at)
       select ?, ?, ? where exists (select 1 from digest_papers where paper_number = ?)
     on conflict do update set at = excluded.at`,
  );
  return (number, before, after, at) => {
    for (const kind of changesBetween(before, after)) note.run(number, kind, at, number);
  };
}
