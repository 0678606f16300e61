import { yieldTurn } from '../../../cooperate.ts';
import { type IndexTokens, indexTokens, indexTokensEdition } from '../../../topics/matching/index-tokens.ts';
import { asc, gt } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { papers, searchIndex } from '../schema/paper-schema.ts';
import { paperOf } from '../tables/paper-rows.ts';

/** Writes the tokens of a paper in place of those that the index has of it, if any. */
export function tokenWriter(db: Database): (paperNumber: number, tokens: IndexTokens) => void {
  const put = db.$client.prepare<[number, string, string, string, string, string, string]>(
    `insert or replace into paper_search (rowid, title, abstract, authors, categories, comment, facts)
     values (?, ?, ?, ?, ?, ?, ?)`,
  );
  return (number, { title, abstract, authors, categories, comment, facts }) => {
    const streams = [title, abstract, authors, categories, comment, facts] as const;
    const [one, two, three, four, five, six] = streams.map((tokens) => tokens.join(' '));
    put.run(number, one ?? '', two ?? '', three ?? '', four ?? '', five ?? '', six ?? '');
  };
}

/** Papers put into the index in one transaction. */
const papersAtOnce = 100;

/**
 * Fills the full-text index anew where it holds other tokens than `indexTokens` makes now: after an update that changed
 * these, or dropped the index. Takes some 0.2 ms a paper, lets other work happen in between, and goes on where it was
 * interrupted.
 */
export async function refreshSearchIndex(db: Database): Promise<void> {
  let filledTo = begin(db);
  const putTokens = tokenWriter(db);
  while (filledTo !== null) {
    filledTo = fillFrom(db, filledTo, putTokens);
    await yieldTurn();
  }
}

/** Up to which paper the index is filled already, or null where it is whole. Empties one of another edition. */
function begin(db: Database): number | null {
  const state = db.select().from(searchIndex).get();
  if (state?.edition === indexTokensEdition) return state.filledTo;
  const beforeAll = Number.MIN_SAFE_INTEGER;
  const empty = db.$client.transaction(() => {
    db.$client.exec(`insert into paper_search (paper_search) values ('delete-all')`);
    db.delete(searchIndex).run();
    db.insert(searchIndex).values({ edition: indexTokensEdition, filledTo: beforeAll }).run();
  });
  empty.immediate();
  return beforeAll;
}

/** Puts the next papers into the index, and tells up to which it is filled then, or null where that were the last. */
function fillFrom(db: Database, number: number, putTokens: ReturnType<typeof tokenWriter>): number | null {
  const fill = db.$client.transaction(() => {
    const rows = db
      .select()
      .from(papers)
      .where(gt(papers.number, number))
      .orderBy(asc(papers.number))
      .limit(papersAtOnce)
      .all();
    for (const row of rows) putTokens(row.number, indexTokens(paperOf(row)));
    const filledTo = rows.length < papersAtOnce ? null : (rows.at(-1)?.number ?? null);
    db.update(searchIndex).set({ filledTo }).run();
    return filledTo;
  });
  return fill.immediate();
}
