import type { Meaning } from '../../../meaning/meaning.ts';
import type { MeaningTable } from '../../../meaning/meaning-table.ts';
import { embedPaper } from '../../../meaning/paper-meaning.ts';
import { indexTokens } from '../../../topics/matching/index-tokens.ts';
import type { VectorVerbs } from '../../vectors.ts';
import { desc, inArray, lt } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { papers } from '../schema/paper-schema.ts';
import { vectorGaps, vectorState } from '../schema/vector-schema.ts';
import { type PaperRow, paperOf } from '../tables/paper-rows.ts';
import { vectorLength, vectorWriter } from '../tables/paper-vectors.ts';

/** How many papers get their vectors in one step. One takes 0.3 ms. */
const papersPerStep = 32;

/** The verb that computes vectors. Those that search by them run on the search thread. */
export function vectorVerbs(db: Database, meaning: Meaning): Pick<VectorVerbs, 'embedSome'> {
  const write = vectorWriter(db);

  function embed(rows: readonly PaperRow[], table: MeaningTable): void {
    write(
      new Map(
        rows.map((row) => {
          const { title, abstract } = indexTokens(paperOf(row));
          return [row.number, embedPaper(table, { title, abstract })];
        }),
      ),
    );
  }

  /** Fills the next gaps. False if there are none. */
  function fillGaps(table: MeaningTable): boolean {
    const numbers = db.select().from(vectorGaps).orderBy(desc(vectorGaps.number)).limit(papersPerStep).all();
    if (numbers.length === 0) return false;
    const gaps = numbers.map(({ number }) => number);
    embed(db.select().from(papers).where(inArray(papers.number, gaps)).all(), table);
    db.delete(vectorGaps).where(inArray(vectorGaps.number, gaps)).run();
    return true;
  }

  /** Goes on below the first paper that has a vector. False if there is none. */
  function goDown(filledFrom: number, table: MeaningTable): boolean {
    const below = lt(papers.number, filledFrom);
    const rows = db.select().from(papers).where(below).orderBy(desc(papers.number)).limit(papersPerStep).all();
    embed(rows, table);
    db.update(vectorState)
      .set({ filledFrom: rows.at(-1)?.number ?? null })
      .run();
    return rows.length > 0;
  }

  const embedNext = atomic(db, (table: MeaningTable): boolean => {
    beginAgain(db, table);
    const { filledFrom = null } = db.select().from(vectorState).get() ?? {};
    return fillGaps(table) || (filledFrom !== null && goDown(filledFrom, table));
  });
  return {
    embedSome: async () => {
      const { table } = meaning;
      return table !== null && table.dimensions === vectorLength && (await embedNext(table));
    },
  };
}

/** Makes a new start if the vectors are of another version of the table. Old ones are not read, and written over. */
function beginAgain(db: Database, { version }: MeaningTable): void {
  if (db.select().from(vectorState).get()?.version === version) return;
  db.delete(vectorState).run();
  db.delete(vectorGaps).run();
  db.insert(vectorState).values({ version, filledFrom: Number.MAX_SAFE_INTEGER }).run();
}
