import type { MarkedPaper } from '../../../digests/feedback.ts';
import type { Connection } from '../connection.ts';
import { paperReader } from './paper-reader.ts';

/** The papers that were marked last are learned from. */
const papersAtMost = 100;

const none: readonly MarkedPaper[] = [];

/** Reads the papers that people of a channel marked, those of the latest marks first. */
export function markedPaperReader(db: Connection): (channelId: string) => Promise<readonly MarkedPaper[]> {
  const papers = paperReader(db);
  const find = db.prepare<[string, number], { readonly number: number; readonly more: number; readonly less: number }>(
    `select paper_number as number, count(*) filter (where wish = 'more') as more,
       count(*) filter (where wish = 'less') as less
     from marks where channel_id = ? group by paper_number order by max(at) desc, paper_number desc limit ?`,
  );
  return async (channelId) => {
    const rows = await find.all(channelId, papersAtMost);
    if (rows.length === 0) return none;
    const found = await papers.read(rows.map(({ number }) => number));
    return rows.flatMap(({ more, less }, index) => {
      const paper = found[index];
      return paper === undefined ? [] : [{ paper, more, less }];
    });
  };
}
