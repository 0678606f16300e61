import type { Instant } from '../../../ports.ts';
import { mergedSaved } from '../../rules/merged-works.ts';
import type { Connection } from '../connection.ts';

/** An entry of a reading list that has both of two papers. */
interface DoubleEntry {
  readonly userId: string;
  readonly keptNote: string | null;
  readonly keptRemovedAt: Instant | null;
  readonly goneNote: string | null;
  readonly goneRemovedAt: Instant | null;
}

/** Prepares reading lists that have both of two papers for their merging: the paper that is kept gets the one entry. */
export function savedMerger(db: Connection): (kept: number, gone: number) => Promise<void> {
  const find = db.prepare<[number, number], DoubleEntry>(
    `select kept.user_id as "userId", kept.note as "keptNote", kept.removed_at as "keptRemovedAt",
       gone.note as "goneNote", gone.removed_at as "goneRemovedAt"
     from saved_papers as kept join saved_papers as gone on gone.user_id = kept.user_id
     where kept.paper_number = ? and gone.paper_number = ?`,
  );
  const put = db.prepare<[string | null, Instant | null, string, number]>(
    'update saved_papers set note = ?, removed_at = ? where user_id = ? and paper_number = ?',
  );
  return async (kept, gone) => {
    for (const { userId, keptNote, keptRemovedAt, goneNote, goneRemovedAt } of await find.all(kept, gone)) {
      const entry = { note: keptNote, removedAt: keptRemovedAt };
      const { note, removedAt } = mergedSaved(entry, { note: goneNote, removedAt: goneRemovedAt });
      await put.run(note, removedAt, userId, kept);
    }
  };
}
