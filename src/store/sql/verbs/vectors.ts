import type { Meaning } from '../../../meaning/meaning.ts';
import type { MeaningTable } from '../../../meaning/meaning-table.ts';
import { embedPaper } from '../../../meaning/paper-meaning.ts';
import { indexTokens } from '../../../topics/matching/index-tokens.ts';
import type { VectorVerbs } from '../../vectors.ts';
import type { Connection } from '../connection.ts';
import { desc, inArray, lt } from '../drizzle.ts';
import { papers } from '../schema/paper-schema.ts';
import { vectorGaps, vectorState } from '../schema/vector-schema.ts';
import { type PaperRow, paperOf } from '../tables/paper-rows.ts';
import { vectorLength, vectorWriter } from '../tables/paper-vectors.ts';

/** How many papers get their vectors in one step. One takes 0.3 ms. */
const papersPerStep = 32;

/** The verb that computes vectors. Those that search by them run on the search thread. */
export function vectorVerbs(db: Connection, meaning: Meaning): Pick<VectorVerbs, 'embedSome'> {
  const write = vectorWriter(db);
  // Held from the first step to the last one. Otherwise the table could leave memory after each step.
  let table: MeaningTable | null = null;

  /** False if there is no table. */
  async function embed(rows: readonly PaperRow[]): Promise<boolean> {
    if (rows.length === 0) return true;
    const used = table ?? meaning.table;
    table = used;
    if (used === null || used.dimensions !== vectorLength) return false;
    const vectorOf = (row: PaperRow): Int8Array => embedPaper(used, indexTokens(paperOf(row)));
    await write(new Map(rows.map((row) => [row.number, vectorOf(row)])));
    return true;
  }

  /** Fills the next gaps. False if there are none, or no table. */
  async function fillGaps(): Promise<boolean> {
    const newest = db.select().from(vectorGaps).orderBy(desc(vectorGaps.number)).limit(papersPerStep);
    const gaps = (await db.all(newest)).map(({ number }) => number);
    if (gaps.length === 0) return false;
    const rows = await db.all(db.select().from(papers).where(inArray(papers.number, gaps)));
    if (!(await embed(rows))) return false;
    await db.run(db.delete(vectorGaps).where(inArray(vectorGaps.number, gaps)));
    return true;
  }

  /** Goes on below the first paper that has a vector. False if there is none, or no table. */
  async function goDown(): Promise<boolean> {
    const { filledFrom = null } = (await db.get(db.select().from(vectorState))) ?? {};
    if (filledFrom === null) return false;
    const below = lt(papers.number, filledFrom);
    const rows = await db.all(db.select().from(papers).where(below).orderBy(desc(papers.number)).limit(papersPerStep));
    if (!(await embed(rows))) return false;
    await db.run(db.update(vectorState).set({ filledFrom: rows.at(-1)?.number ?? null }));
    return rows.length > 0;
  }

  const embedNext = db.atomic(async (version: number): Promise<boolean> => {
    await beginAgain(db, version);
    return (await fillGaps()) || (await goDown());
  });
  return {
    async embedSome() {
      const { version } = meaning;
      const hasMore = version !== null && (await embedNext(version));
      if (!hasMore) table = null;
      return hasMore;
    },
  };
}

/** Makes a new start if the vectors are of another version of the table. Old ones are not read, and written over. */
async function beginAgain(db: Connection, version: number): Promise<void> {
  if ((await db.get(db.select().from(vectorState)))?.version === version) return;
  await db.run(db.delete(vectorState));
  await db.run(db.delete(vectorGaps));
  await db.run(db.insert(vectorState).values({ version, filledFrom: Number.MAX_SAFE_INTEGER }));
}
