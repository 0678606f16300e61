import type { AnnounceType } from '../../../papers/announce-type.ts';
import { mergePapers } from '../../../papers/merge.ts';
import type { Paper, PaperId } from '../../../papers/paper.ts';
import { idsOf } from '../../../papers/paper-id.ts';
import type { Instant } from '../../../ports.ts';
import type { KeptApart } from '../../listings.ts';
import { mergedNews, olderFirst } from '../../rules/merged-works.ts';
import { areOneWork, becomesContested, statementOf } from '../../rules/stated-ids.ts';
import type { Connection } from '../connection.ts';
import { type Column, eq, getTableConfig, sql } from '../drizzle.ts';
import { once } from '../once.ts';
import { clubPapers, clubVotes } from '../schema/club-schema.ts';
import { digestPapers } from '../schema/digest-schema.ts';
import { followUps, paperChanges } from '../schema/follow-up-schema.ts';
import { marks } from '../schema/mark-schema.ts';
import { listingEntries, matchKeys, news, paperIds, papers } from '../schema/paper-schema.ts';
import { pingPapers } from '../schema/ping-schema.ts';
import { savedPapers } from '../schema/reading-schema.ts';
import { enrichments, rankingEntries, upvoteCounts } from '../schema/upvote-schema.ts';
import { tokenRemover } from '../search/search-index.ts';
import type { paperIdTable } from './paper-ids.ts';
import { columnsOf, type PaperRow, paperOf } from './paper-rows.ts';
import { vectorRemover } from './paper-vectors.ts';
import type { paperWriter } from './paper-writer.ts';
import { savedMerger } from './saved-papers.ts';

/** The effect of the ids that a paper states. */
export interface MergeOutcome {
  /** Whether two stored papers were merged. */
  readonly isMerged: boolean;
  readonly keptApart: readonly KeptApart[];
}

const configs = [
  listingEntries,
  rankingEntries,
  upvoteCounts,
  enrichments,
  digestPapers,
  paperIds,
  matchKeys,
  news,
  marks,
  pingPapers,
  savedPapers,
  paperChanges,
  followUps,
  clubVotes,
  clubPapers,
].map((table) => getTableConfig(table));

type TableConfig = (typeof configs)[number];

/** The tables that refer to papers by number in the column `paper_number`. */
export const tablesOfPapers: readonly string[] = configs.map(({ name }) => name);

/** Stores the ids that a recorded paper states: see `paperMerger`. */
export type PaperMerger = (paper: Paper, at: Instant) => Promise<MergeOutcome>;

/**
 * Stores the ids that a recorded paper states, inside the caller's transaction. If a stated id belongs to another
 * stored paper, the two are merged or kept apart.
 */
export function paperMerger(
  db: Connection,
  ids: ReturnType<typeof paperIdTable>,
  table: ReturnType<typeof paperWriter>,
): PaperMerger {
  // Few papers are merged, so its many statements are prepared for the first of them.
  const absorber = once(() => paperAbsorber(db, ids, table));
  const idOf = db.prepare<[number], PaperId>('select id from papers where number = ?').pluck();

  /** Stores that the paper states the id. Null if that affects no other paper. */
  async function take(number: number, id: PaperId, at: Instant): Promise<'merged' | { readonly apart: number } | null> {
    const other = statementOf(await ids.useOf(id), number);
    if (other === 'first-statement') await ids.put(id, number, false);
    if (other === 'first-statement' || other === 'nothing') return null;
    if (areOneWork(await ids.kindsOf(number), await ids.kindsOf(other.paperNumber))) {
      await absorber()(number, other.paperNumber, at);
      return 'merged';
    }
    if (becomesContested(other)) await ids.put(id, null, false);
    return { apart: other.paperNumber };
  }

  return async (paper, at) => {
    const keptApart: KeptApart[] = [];
    let isMerged = false;
    for (const id of idsOf(paper).filter((one) => one !== paper.id)) {
      const taken = await take((await ids.numberOf(paper.id)) as number, id, at);
      if (taken === 'merged') isMerged = true;
      else if (taken !== null) keptApart.push({ id: paper.id, other: (await idOf.get(taken.apart)) ?? '', stated: id });
    }
    return { isMerged, keptApart };
  };
}

/** Merges two papers into one. */
function paperAbsorber(
  db: Connection,
  ids: ReturnType<typeof paperIdTable>,
  table: ReturnType<typeof paperWriter>,
): (one: number, other: number, at: Instant) => Promise<void> {
  const find = db.prepared(
    db
      .select()
      .from(papers)
      .where(eq(papers.number, sql.placeholder('number'))),
  );
  const mergeNews = newsMerger(db);
  const mergeSaved = savedMerger(db);
  const removeVectors = vectorRemover(db);
  const removeTokens = tokenRemover(db);
  const moves = configs.map((config) => rowMover(db, config));
  const remove = db.prepare<[number]>('delete from papers where number = ?');

  return async (one, other, at) => {
    const numbers = olderFirst(one, other);
    const kept = (await find.get({ number: numbers.kept })) as PaperRow;
    const gone = (await find.get({ number: numbers.gone })) as PaperRow;
    const merged = paperOf(columnsOf(mergePapers(paperOf(kept), paperOf(gone))));
    await mergeNews(kept.number, gone.number);
    await mergeSaved(kept.number, gone.number);
    for (const move of moves) await move(kept.number, gone.number);
    await removeTokens([gone.number]);
    await remove.run(gone.number);
    await removeVectors([gone.number]);
    await table.write(kept.number, kept, merged, at);
    for (const { id } of [kept, gone]) await ids.put(id, kept.number, true);
  };
}

/**
 * Makes the rows of a table that refer to one paper refer to another. A channel that received both papers, and a listing
 * that has both, refer to the merged paper once.
 */
function rowMover(db: Connection, config: TableConfig): (kept: number, gone: number) => Promise<void> {
  const { name } = config;
  const isFree = columnsWithPaper(config).map((columns) => {
    const isSame = ['taken.paper_number = :kept', ...columns.map((column) => `taken.${column} = ${name}.${column}`)];
    return ` and not exists (select 1 from ${name} as taken where ${isSame.join(' and ')})`;
  });
  const move = db.prepare<{ readonly kept: number; readonly gone: number }>(
    `update ${name} set paper_number = :kept where paper_number = :gone${isFree.join('')}`,
  );
  const removeRest = db.prepare<[number]>(`delete from ${name} where paper_number = ?`);
  return async (kept, gone) => {
    await move.run({ kept, gone });
    if (isFree.length > 0) await removeRest.run(gone);
  };
}

/** The columns of each unique key of a table that has the paper, without the paper. */
const columnsWithPaper = ({ columns, primaryKeys, indexes }: TableConfig): readonly (readonly string[])[] =>
  [
    ...columns.filter(({ primary, isUnique }) => primary || isUnique).map(({ name }) => [name]),
    ...primaryKeys.map((key) => key.columns.map(({ name }) => name)),
    ...indexes
      .filter(({ config }) => config.unique)
      .map(({ config }) => config.columns.map((column) => (column as Column).name)),
  ]
    .filter((names) => names.includes('paper_number'))
    .map((names) => names.filter((column) => column !== 'paper_number'));

/** Merges the news of two papers. */
function newsMerger(db: Connection): (kept: number, gone: number) => Promise<void> {
  const find = db.prepare<[number, number], { readonly number: number; readonly type: AnnounceType }>(
    'select number, announce_type as type from news where paper_number in (?, ?)',
  );
  const remove = db.prepare<[number]>('delete from news where number = ?');
  const assign = db.prepare<[number, AnnounceType, number]>(
    'update news set paper_number = ?, announce_type = ? where number = ?',
  );
  return async (kept, gone) => {
    const both = mergedNews(await find.all(kept, gone));
    if (both === null) return;
    if (both.removed !== null) await remove.run(both.removed);
    await assign.run(kept, both.type, both.number);
  };
}
