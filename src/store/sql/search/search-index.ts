import { matchKey } from '../../../digests/duplicates/duplicates.ts';
import { memoByObject } from '../../../memo.ts';
import { type IndexTokens, indexTokens, indexTokensEdition } from '../../../topics/matching/index-tokens.ts';
import type { Indexing, SearchIndexVerbs } from '../../search-index.ts';
import type { Connection } from '../connection.ts';
import { desc, lt, sql } from '../drizzle.ts';
import { papers, searchIndex } from '../schema/paper-schema.ts';
import { vectorState } from '../schema/vector-schema.ts';
import { matchKeyWriter } from '../tables/match-keys.ts';
import { paperOf } from '../tables/paper-rows.ts';

/** Writes the tokens of a paper over those in the index, if there are any. */
export function tokenWriter(db: Connection): (paperNumber: number, tokens: IndexTokens) => Promise<void> {
  const { fullText } = db.dialect;
  const put = db.prepare<(number | string)[]>(fullText.put);
  return async (number, tokens) => void (await put.run(...fullText.rowOf(number, tokens)));
}

/** Removes the tokens of papers. */
export function tokenRemover(db: Connection): (paperNumbers: readonly number[]) => Promise<void> {
  const remove = db.prepare<[string]>(
    `delete from paper_search where ${db.dialect.fullText.number} in (
       select gone.value from ${db.dialect.numbers('?')} as gone)`,
  );
  return async (numbers) => void (await remove.run(JSON.stringify(numbers)));
}

/** How many papers are indexed in one step. */
const papersAtOnce = 20;

/** `filledFrom` of an index that has no paper yet. */
const noPaper = Number.MAX_SAFE_INTEGER;

/**
 * Makes a new start if the tokens in the index are of another edition, or if a migration emptied it. That takes no time:
 * old tokens stay until `indexSome` replaces them, and until then `firstIndexed` keeps searches from them. Vectors are made
 * of the same stems, so they make a new start as well.
 */
export const beginIndexing = async (db: Connection): Promise<void> =>
  await db.atomic(async () => {
    const state = await db.get(db.select().from(searchIndex));
    if (state?.edition === indexTokensEdition) return;
    const isEmpty = (await db.get(db.select({ number: papers.number }).from(papers).limit(1))) === undefined;
    await db.run(db.delete(searchIndex));
    await db.run(db.delete(vectorState));
    await db.run(db.insert(searchIndex).values({ edition: indexTokensEdition, filledFrom: isEmpty ? null : noPaper }));
    if (!isEmpty) await fillingSteps(db).begin?.();
  })();

/** Verbs of the full-text index. It is filled from the newest paper to the oldest. */
export function searchIndexVerbs(db: Connection): SearchIndexVerbs {
  const progress = indexingReader(db);
  const indexNext = nextIndexer(db);
  return {
    indexing: db.reading(progress),
    indexSome: db.atomic(async () => {
      const filledFrom = await firstIndexed(db);
      if (filledFrom !== null) await indexNext(filledFrom);
      return await progress();
    }),
  };
}

const fillingReader = memoByObject((db: Connection) =>
  db.prepared(db.select({ filledFrom: searchIndex.filledFrom }).from(searchIndex)),
);

/**
 * The number of the first paper that is indexed, while the index is filled: every paper from it on is. Null if all are.
 */
export const firstIndexed = async (db: Connection): Promise<number | null> =>
  (await fillingReader(db).get())?.filledFrom ?? null;

/** Reads how far the index is, by the numbers of papers, because counting them takes long. Null if it is complete. */
export function indexingReader(db: Connection): () => Promise<Indexing | null> {
  const read = db.prepare<[], { readonly first: number | null; readonly last: number | null }>(
    'select (select min(number) from papers) as first, (select max(number) from papers) as last',
  );
  return async () => {
    const filledFrom = await firstIndexed(db);
    if (filledFrom === null) return null;
    const { first, last } = (await read.get()) ?? { first: null, last: null };
    if (first === null || last === null) return { share: 0 };
    const share = (last + 1 - filledFrom) / (last + 1 - first);
    return { share: Math.min(1, Math.max(0, share)) };
  };
}

/** The database's own steps around those that fill the index. Null where it has none. */
function fillingSteps(db: Connection) {
  const { begin, tidy, end } = db.dialect.fullText.filling;
  const stepOf = (statement: string | null): (() => Promise<void>) | null => {
    if (statement === null) return null;
    const prepared = db.prepare<[]>(statement);
    return async () => void (await prepared.run());
  };
  return { begin: stepOf(begin), tidy: stepOf(tidy), end: stepOf(end) };
}

/**
 * Indexes the papers next to the first one that is indexed, with their match keys, and in every second step tidies up what
 * it wrote, if the database needs that.
 */
function nextIndexer(db: Connection): (filledFrom: number) => Promise<void> {
  const putTokens = tokenWriter(db);
  const putKey = matchKeyWriter(db);
  const { tidy, end } = fillingSteps(db);
  const next = db.prepared(
    db
      .select()
      .from(papers)
      .where(lt(papers.number, sql.placeholder('filledFrom')))
      .orderBy(desc(papers.number))
      .limit(papersAtOnce),
  );
  let isTidyingDue = false;
  return async (filledFrom) => {
    if (isTidyingDue) {
      isTidyingDue = false;
      await tidy?.();
      return;
    }
    isTidyingDue = tidy !== null;
    const rows = await next.all({ filledFrom });
    for (const row of rows) {
      const paper = paperOf(row);
      await putTokens(row.number, indexTokens(paper));
      await putKey(row.number, matchKey(paper));
    }
    const first = rows.length < papersAtOnce ? null : (rows.at(-1)?.number ?? null);
    await db.run(db.update(searchIndex).set({ filledFrom: first }));
    if (first === null) await end?.();
  };
}
