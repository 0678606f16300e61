import { type ChangeKind, changesBetween } from '../../../papers/changes.ts';
import type { Paper } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { Connection } from '../connection.ts';

/** Notes how a paper changed that a channel has received, inside the caller's transaction. */
export function changeWriter(
  db: Connection,
): (number: number, before: Paper, after: Paper, at: Instant) => Promise<void> {
  const note = db.prepare<{ readonly number: number; readonly kind: ChangeKind; readonly at: Instant }>(
    `insert into paper_changes (paper_number, kind, at)
     select cast(:number as bigint), cast(:kind as text), cast(:at as bigint)
     where exists (select 1 from digest_papers where paper_number = :number)
     on conflict (paper_number, kind) do update set at = excluded.at`,
  );
  return async (number, before, after, at) => {
    for (const kind of changesBetween(before, after)) await note.run({ number, kind, at });
  };
}
