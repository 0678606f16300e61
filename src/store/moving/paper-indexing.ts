import { indexTokens } from '../../topics/matching/index-tokens.ts';
import type { Connection } from '../sql/connection.ts';
import { asc, gt, sql } from '../sql/drizzle.ts';
import { papers } from '../sql/schema/paper-schema.ts';
import { tokenWriter } from '../sql/search/search-index.ts';
import { paperOf } from '../sql/tables/paper-rows.ts';
import type { MoveState } from './move-state.ts';
import type { Note } from './progress.ts';

/** How many papers are indexed in one transaction. One takes about a millisecond. */
const papersAtOnce = 100;
/** The full-text index, whose form differs between the databases. */
const indexTable = 'paper_search';

/**
 * Fills the full-text index from the papers that were copied. The row that says how complete the index was is copied like
 * every other: this one has those papers and all others.
 */
export async function indexPapers(db: Connection, state: MoveState, note: Note): Promise<void> {
  const putTokens = tokenWriter(db);
  const next = db.prepared(
    db
      .select()
      .from(papers)
      .where(gt(papers.number, sql.placeholder('after')))
      .orderBy(asc(papers.number))
      .limit(papersAtOnce),
  );
  const indexSome = db.atomic(async (): Promise<number> => {
    const [after = Number.MIN_SAFE_INTEGER] = (await state.position(indexTable)) ?? [];
    const rows = await next.all({ after });
    for (const row of rows) await putTokens(row.number, indexTokens(paperOf(row)));
    if (rows.length > 0) await state.putPosition(indexTable, [rows.at(-1)?.number ?? 0]);
    return rows.length;
  });
  for (let count = await indexSome(); count > 0; count = await indexSome()) await note('indexing', count);
}

/** How many papers are in the index. */
export const countIndexed = async (db: Connection): Promise<number> =>
  (await db.prepare<[], number>(`select count(*) from ${indexTable}`).pluck().get()) ?? 0;
