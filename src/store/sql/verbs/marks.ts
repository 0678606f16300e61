import type { MarkOutcome, MarkVerbs, NewMark } from '../../marks.ts';
import type { Connection } from '../connection.ts';
import { and, eq } from '../drizzle.ts';
import { marks } from '../schema/mark-schema.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { paperReader } from '../tables/paper-reader.ts';

export function markVerbs(db: Connection): MarkVerbs {
  const { numberOf } = paperIdTable(db);
  const papers = paperReader(db);
  const isReceived = db
    .prepare<[string, number], number>('select 1 from digest_papers where channel_id = ? and paper_number = ?')
    .pluck();

  async function mark({ channelId, userId, paperId, wish, at }: NewMark): Promise<MarkOutcome | null> {
    const paperNumber = await numberOf(paperId);
    if (paperNumber === null || (await isReceived.get(channelId, paperNumber)) === undefined) return null;
    const [paper] = await papers.read([paperNumber]);
    if (paper === undefined) return null;
    const isIt = and(eq(marks.channelId, channelId), eq(marks.paperNumber, paperNumber), eq(marks.userId, userId));
    const before = await db.get(db.select().from(marks).where(isIt));
    await db.run(db.delete(marks).where(isIt));
    if (before?.wish === wish) return { kind: 'taken-back', paper };
    await db.run(db.insert(marks).values({ channelId, paperNumber, userId, wish, at }));
    return { kind: before === undefined ? 'marked' : 'changed', paper };
  }

  return {
    markPaper: db.atomic(mark),
    resetMarks: db.atomic((channelId: string) => db.run(db.delete(marks).where(eq(marks.channelId, channelId)))),
  };
}
