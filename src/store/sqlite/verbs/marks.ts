import type { MarkOutcome, MarkVerbs, NewMark } from '../../marks.ts';
import { and, eq } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { marks } from '../schema/mark-schema.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { paperReader } from '../tables/paper-reader.ts';

export function markVerbs(db: Database): MarkVerbs {
  const { numberOf } = paperIdTable(db);
  const papers = paperReader(db);
  const isReceived = db.$client
    .prepare<[string, number], number>('select 1 from digest_papers where channel_id = ? and paper_number = ?')
    .pluck();

  function mark({ channelId, userId, paperId, wish, at }: NewMark): MarkOutcome | null {
    const paperNumber = numberOf(paperId);
    if (paperNumber === null || isReceived.get(channelId, paperNumber) === undefined) return null;
    const [paper] = papers.read([paperNumber]);
    if (paper === undefined) return null;
    const isIt = and(eq(marks.channelId, channelId), eq(marks.paperNumber, paperNumber), eq(marks.userId, userId));
    const before = db.select().from(marks).where(isIt).get();
    db.delete(marks).where(isIt).run();
    if (before?.wish === wish) return { kind: 'taken-back', paper };
    db.insert(marks).values({ channelId, paperNumber, userId, wish, at }).run();
    return { kind: before === undefined ? 'marked' : 'changed', paper };
  }

  return {
    markPaper: atomic(db, mark),
    resetMarks: atomic(db, (channelId: string) => db.delete(marks).where(eq(marks.channelId, channelId)).run().changes),
  };
}
