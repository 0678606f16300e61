import type { Database } from '../file/database.ts';

/**
 * Prepares reading lists that have both of two papers for their merging: the paper that is kept gets the note of the
 * other one as well, and is removed only if both were.
 */
export function savedMerger(db: Database): (kept: number, gone: number) => void {
  const join = db.$client.prepare<[number, number]>(
    `update saved_papers set
       note = case when gone.note is null then saved_papers.note
         when saved_papers.note is null then gone.note
         else saved_papers.note || char(10) || gone.note end,
       removed_at = min(saved_papers.removed_at, gone.removed_at)
     from saved_papers as gone
     where saved_papers.paper_number = ? and gone.paper_number = ? and gone.user_id = saved_papers.user_id`,
  );
  return (kept, gone) => void join.run(kept, gone);
}
