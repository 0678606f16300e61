import type { AnnounceType } from '../../../papers/announce-type.ts';
import { mergePapers } from '../../../papers/merge.ts';
import type { Paper, PaperId } from '../../../papers/paper.ts';
import { idsOf } from '../../../papers/paper-id.ts';
import type { Instant } from '../../../ports.ts';
import type { KeptApart } from '../../listings.ts';
import { mergedNews, olderFirst } from '../../rules/merged-works.ts';
import { areOneWork, becomesContested, statementOf } from '../../rules/stated-ids.ts';
import { eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { papers } from '../schema/paper-schema.ts';
import type { paperIdTable } from './paper-ids.ts';
import { columnsOf, type PaperRow, paperOf } from './paper-rows.ts';
import { vectorRemover } from './paper-vectors.ts';
import type { paperWriter } from './paper-writer.ts';
import { savedMerger } from './saved-papers.ts';

/** The effect of the ids that a paper states. */
interface MergeOutcome {
  /** Whether two stored papers were merged. */
  readonly isMerged: boolean;
  readonly keptApart: readonly KeptApart[];
}

/** The tables that refer to papers by number in the column `paper_number`. */
export const tablesOfPapers = [
  'listing_entries',
  'ranking_entries',
  'upvote_counts',
  'enrichments',
  'digest_papers',
  'paper_ids',
  'match_keys',
  'news',
  'marks',
  'ping_papers',
  'saved_papers',
  'paper_changes',
  'follow_ups',
  'club_votes',
  'club_papers',
] as const;

/**
 * Stores the ids that a recorded paper states, inside the caller's transaction. If a stated id belongs to another
 * stored paper, the two are merged or kept apart.
 */
export function paperMerger(
  db: Database,
  ids: ReturnType<typeof paperIdTable>,
  table: ReturnType<typeof paperWriter>,
): (paper: Paper, at: Instant) => MergeOutcome {
  // Few papers are merged, so its many statements are prepared for the first of them.
  let absorb: ReturnType<typeof paperAbsorber> | undefined;
  const idOf = db.$client.prepare<[number], PaperId>('select id from papers where number = ?').pluck();

  /** Stores that the paper states the id. Null if that affects no other paper. */
  function take(number: number, id: PaperId, at: Instant): 'merged' | { readonly apart: number } | null {
    const other = statementOf(ids.useOf(id), number);
    if (other === 'first-statement') ids.put(id, number, false);
    if (other === 'first-statement' || other === 'nothing') return null;
    if (areOneWork(ids.kindsOf(number), ids.kindsOf(other.paperNumber))) {
      absorb ??= paperAbsorber(db, ids, table);
      absorb(number, other.paperNumber, at);
      return 'merged';
    }
    if (becomesContested(other)) ids.put(id, null, false);
    return { apart: other.paperNumber };
  }

  return (paper, at) => {
    const keptApart: KeptApart[] = [];
    let isMerged = false;
    for (const id of idsOf(paper).filter((one) => one !== paper.id)) {
      const taken = take(ids.numberOf(paper.id) as number, id, at);
      if (taken === 'merged') isMerged = true;
      else if (taken !== null) keptApart.push({ id: paper.id, other: idOf.get(taken.apart) ?? '', stated: id });
    }
    return { isMerged, keptApart };
  };
}

/** Merges two papers into one. */
function paperAbsorber(
  db: Database,
  ids: ReturnType<typeof paperIdTable>,
  table: ReturnType<typeof paperWriter>,
): (one: number, other: number, at: Instant) => void {
  const find = db
    .select()
    .from(papers)
    .where(eq(papers.number, sql.placeholder('number')))
    .prepare();
  const mergeNews = newsMerger(db);
  const mergeSaved = savedMerger(db);
  const removeVectors = vectorRemover(db);
  // A channel that received both papers, and a listing that has both, refer to the merged paper once.
  const moves = tablesOfPapers.map(
    (name) =>
      [
        db.$client.prepare<[number, number]>(`update or ignore ${name} set paper_number = ? where paper_number = ?`),
        db.$client.prepare<[number]>(`delete from ${name} where paper_number = ?`),
      ] as const,
  );
  const removals = ['delete from paper_search where rowid = ?', 'delete from papers where number = ?'].map((query) =>
    db.$client.prepare<[number]>(query),
  );

  return (one, other, at) => {
    const numbers = olderFirst(one, other);
    const kept = find.get({ number: numbers.kept }) as PaperRow;
    const gone = find.get({ number: numbers.gone }) as PaperRow;
    const merged = paperOf(columnsOf(mergePapers(paperOf(kept), paperOf(gone))));
    mergeNews(kept.number, gone.number);
    mergeSaved(kept.number, gone.number);
    for (const [move, remove] of moves) {
      move.run(kept.number, gone.number);
      remove.run(gone.number);
    }
    for (const removal of removals) removal.run(gone.number);
    removeVectors([gone.number]);
    table.write(kept.number, kept, merged, at);
    for (const { id } of [kept, gone]) ids.put(id, kept.number, true);
  };
}

/** Merges the news of two papers. */
function newsMerger(db: Database): (kept: number, gone: number) => void {
  const find = db.$client.prepare<[number, number], { readonly number: number; readonly type: AnnounceType }>(
    'select number, announce_type as type from news where paper_number in (?, ?)',
  );
  const remove = db.$client.prepare<[number]>('delete from news where number = ?');
  const assign = db.$client.prepare<[number, AnnounceType, number]>(
    'update news set paper_number = ?, announce_type = ? where number = ?',
  );
  return (kept, gone) => {
    const news = mergedNews(find.all(kept, gone));
    if (news === null) return;
    if (news.removed !== null) remove.run(news.removed);
    assign.run(kept, news.type, news.number);
  };
}
