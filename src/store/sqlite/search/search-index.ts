import { matchKey } from '../../../digests/duplicates/duplicates.ts';
import { type IndexTokens, indexTokens, indexTokensEdition } from '../../../topics/matching/index-tokens.ts';
import type { Indexing, SearchIndexVerbs } from '../../search-index.ts';
import { desc, lt } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { papers, searchIndex } from '../schema/paper-schema.ts';
import { vectorState } from '../schema/vector-schema.ts';
import { matchKeyWriter } from '../tables/match-keys.ts';
import { paperOf } from '../tables/paper-rows.ts';

/** Writes the tokens of a paper over those in the index, if there are any. */
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

/** How many papers are indexed in one step, and how many pages of the index are merged in the next. */
const stepLengths = { papers: 20, pages: 40 };
/** FTS5's own default: after a write, it merges from this many segments on. 0 is never. */
const automergeFrom = 4;

/** `filledFrom` of an index that has no paper yet. */
const noPaper = Number.MAX_SAFE_INTEGER;

/**
 * Makes a new start if the tokens in the index are of another edition, or if a migration emptied it. That takes no time:
 * old tokens stay until `indexSome` replaces them, and until then `firstIndexed` keeps searches from them. Vectors are made
 * of the same stems, so they make a new start as well.
 */
export function beginIndexing(db: Database): void {
  const begin = db.$client.transaction(() => {
    if (db.select().from(searchIndex).get()?.edition === indexTokensEdition) return;
    const isEmpty = db.select({ number: papers.number }).from(papers).limit(1).get() === undefined;
    db.delete(searchIndex).run();
    db.delete(vectorState).run();
    db.insert(searchIndex)
      .values({ edition: indexTokensEdition, filledFrom: isEmpty ? null : noPaper })
      .run();
    if (!isEmpty) setAutomerge(db, 0);
  });
  begin.immediate();
}

/** Verbs of the full-text index. It is filled from the newest paper to the oldest. */
export function searchIndexVerbs(db: Database): SearchIndexVerbs {
  const progress = indexingReader(db);
  const indexNext = nextIndexer(db);
  return {
    indexing: async () => progress(),
    indexSome: atomic(db, () => {
      const filledFrom = firstIndexed(db);
      if (filledFrom !== null) indexNext(filledFrom);
      return progress();
    }),
  };
}

/**
 * Sets when FTS5 merges segments by itself. It does so within a write, and takes up to 130 ms in a large index, so while
 * the index is filled, steps of their own merge a few pages at a time.
 */
const setAutomerge = (db: Database, segments: number) =>
  db.$client
    .prepare("insert into paper_search (paper_search, rank) values ('automerge', cast(? as integer))")
    .run(segments);

/**
 * The number of the first paper that is indexed, while the index is filled: every paper from it on is. Null if all are.
 */
export const firstIndexed = (db: Database): number | null =>
  db.select({ filledFrom: searchIndex.filledFrom }).from(searchIndex).get()?.filledFrom ?? null;

/** Reads how far the index is, by the numbers of papers, because counting them takes long. Null if it is complete. */
export function indexingReader(db: Database): () => Indexing | null {
  const read = db.$client.prepare<[], { readonly first: number | null; readonly last: number | null }>(
    'select (select min(number) from papers) as first, (select max(number) from papers) as last',
  );
  return () => {
    const filledFrom = firstIndexed(db);
    if (filledFrom === null) return null;
    const { first, last } = read.get() ?? { first: null, last: null };
    if (first === null || last === null) return { share: 0 };
    const share = (last + 1 - filledFrom) / (last + 1 - first);
    return { share: Math.min(1, Math.max(0, share)) };
  };
}

/**
 * Indexes the papers next to the first one that is indexed, with their match keys, and in every second step merges what
 * it wrote.
 */
function nextIndexer(db: Database): (filledFrom: number) => void {
  const putTokens = tokenWriter(db);
  const putKey = matchKeyWriter(db);
  const merge = db.$client.prepare<[number]>("insert into paper_search (paper_search, rank) values ('merge', ?)");
  let isMergeDue = false;
  return (filledFrom) => {
    if (isMergeDue) {
      isMergeDue = false;
      merge.run(stepLengths.pages);
      return;
    }
    isMergeDue = true;
    const rows = db
      .select()
      .from(papers)
      .where(lt(papers.number, filledFrom))
      .orderBy(desc(papers.number))
      .limit(stepLengths.papers)
      .all();
    for (const row of rows) {
      const paper = paperOf(row);
      putTokens(row.number, indexTokens(paper));
      putKey(row.number, matchKey(paper));
    }
    const next = rows.length < stepLengths.papers ? null : (rows.at(-1)?.number ?? null);
    db.update(searchIndex).set({ filledFrom: next }).run();
    if (next === null) setAutomerge(db, automergeFrom);
  };
}
