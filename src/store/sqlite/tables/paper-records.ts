import { isDeepStrictEqual } from 'node:util';
import { yieldTurn } from '../../../cooperate.ts';
import { mergePapers } from '../../../papers/merge.ts';
import type { Paper, PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { KeptApart, RecordedCounts } from '../../listings.ts';
import { eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { papers } from '../schema/paper-schema.ts';
import { paperJoiner } from './merge-papers.ts';
import { paperIdTable } from './paper-ids.ts';
import { columnsOf, type PaperRow, paperOf } from './paper-rows.ts';
import { paperWriter } from './paper-writer.ts';

/** What recording did to a paper, and by which number it is known in the tables. */
export interface PaperRecord {
  readonly number: number;
  readonly change: 'fresh' | 'updated' | 'unchanged';
  /** Where it states an id of a paper that it cannot be one with. */
  readonly keptApart: readonly KeptApart[];
}

/** Which numbers papers get that were not stored: above all others, or, for those of the past, below. */
type NumberEnd = 'above' | 'below';

/** A paper as it stands after the papers before it in the same step. */
interface Kept {
  /** Null where it was not stored. */
  readonly stored: PaperRow | null;
  paper: Paper;
}

/** Papers written in one transaction: some 5 ms, or 20 where all are to be indexed anew. Meanwhile nobody else can write. */
const papersAtOnce = 25;

/** Keeps papers, as `paperRecorder` says. */
export type RecordPapers = (given: readonly Paper[], at: Instant, end?: NumberEnd) => Promise<readonly PaperRecord[]>;

/**
 * Keeps papers: merges each with what is stored, and writes what changed and nothing else. They are written in small
 * steps with other work in between, for a whole day's would hold up everything else for too long; no paper becomes
 * news by it. A paper that a source states to be one with another is joined with it in the same step. Records come in
 * the order of the papers; what is done later with their numbers takes them through `currentNumbers`.
 */
export function paperRecorder(db: Database): RecordPapers {
  const keepSome = atomic(db, paperKeeper(db));
  return async (given, at, end = 'above') => {
    const records: PaperRecord[] = [];
    for (let start = 0; start < given.length; start += papersAtOnce) {
      records.push(...(await keepSome(given.slice(start, start + papersAtOnce), at, end)));
      await yieldTurn();
    }
    return records;
  };
}

/** Keeps some papers inside the caller's transaction. */
function paperKeeper(db: Database): (given: readonly Paper[], at: Instant, end: NumberEnd) => readonly PaperRecord[] {
  const ids = paperIdTable(db);
  const find = paperFinder(db, ids.numberOf);
  const table = paperWriter(db);
  const join = paperJoiner(db, ids, table);
  const firstNumber = numberGiver(db);

  return (given, at, end) => {
    const kept = new Map<PaperId, Kept>();
    const changes = given.map((paper) => merge(kept, paper, find));
    const numbers = numbered([...new Set(kept.values())], (count) => firstNumber(end, count));
    // In the order of their numbers: the full-text index writes out what it has gathered whenever one is lower than
    // the one before.
    const ordered = [...numbers].toSorted(([, one], [, other]) => one - other);
    for (const [{ stored, paper }, number] of ordered) table.write(number, stored, paper, at);
    const numberOf = (id: PaperId): number => numbers.get(kept.get(id) as Kept) as number;
    for (const [id, { stored, paper }] of kept) {
      if (id !== paper.id) ids.put(id, numberOf(id), true);
      if (stored !== null && stored.id !== paper.id) ids.put(stored.id, numberOf(id), true);
    }
    const joins = given.map((paper, index) => (changes[index] === 'unchanged' ? null : join(paper, at)));
    return given.map(({ id }, index) => ({
      // One that was joined with another may have been given that one's number since.
      number: joins.some((one) => one?.isJoined === true) ? (ids.numberOf(id) as number) : numberOf(id),
      change: changes[index] as PaperRecord['change'],
      keptApart: joins[index]?.keptApart ?? [],
    }));
  };
}

/** Merges the paper into those that are kept, and tells what that did to it. */
function merge(
  kept: Map<PaperId, Kept>,
  paper: Paper,
  find: (id: PaperId) => PaperRow | undefined,
): PaperRecord['change'] {
  const known = kept.get(paper.id) ?? keptOf(find(paper.id), kept);
  if (known === null) {
    kept.set(paper.id, { stored: null, paper });
    return 'fresh';
  }
  kept.set(paper.id, known);
  // Through the columns and back: what is not stored of a paper must not make it look changed.
  const after = paperOf(columnsOf(mergePapers(known.paper, paper)));
  if (isDeepStrictEqual(known.paper, after)) return 'unchanged';
  known.paper = after;
  return 'updated';
}

/** A stored paper as it is kept so far, maybe under another of its ids. */
function keptOf(stored: PaperRow | undefined, kept: ReadonlyMap<PaperId, Kept>): Kept | null {
  if (stored === undefined) return null;
  const already = [...kept.values()].find((one) => one.stored?.number === stored.number);
  return already ?? { stored, paper: paperOf(stored) };
}

/** Each with its number: those that are stored have one. */
function numbered(kept: readonly Kept[], firstNumber: (count: number) => number): ReadonlyMap<Kept, number> {
  const fresh = kept.filter(({ stored }) => stored === null);
  let next = fresh.length === 0 ? 0 : firstNumber(fresh.length);
  return new Map(
    kept.map((one) => {
      if (one.stored !== null) return [one, one.stored.number];
      next += 1;
      return [one, next - 1];
    }),
  );
}

/** The first of so many numbers that no paper has. 0 is given to none, so that the two ends are told apart. */
function numberGiver(db: Database): (end: NumberEnd, count: number) => number {
  const ends = db.$client.prepare<[], { readonly lowest: number; readonly highest: number }>(
    `select min(0, coalesce((select min(number) from papers), 0)) as lowest,
       max(0, coalesce((select max(number) from papers), 0)) as highest`,
  );
  return (end, count) => {
    const { lowest, highest } = ends.get() ?? { lowest: 0, highest: 0 };
    return end === 'above' ? highest + 1 : lowest - count;
  };
}

function paperFinder(db: Database, numberOf: (id: PaperId) => number | null): (id: PaperId) => PaperRow | undefined {
  const byId = db
    .select()
    .from(papers)
    .where(eq(papers.id, sql.placeholder('id')))
    .prepare();
  const byNumber = db
    .select()
    .from(papers)
    .where(eq(papers.number, sql.placeholder('number')))
    .prepare();
  return (id) => {
    const row = byId.get({ id });
    if (row !== undefined) return row;
    const number = numberOf(id);
    return number === null ? undefined : byNumber.get({ number });
  };
}

/**
 * The numbers of recorded papers, in a later transaction than that in which they were recorded: meanwhile, some may have
 * been joined with others.
 */
export function currentNumbers(
  db: Database,
): (papers: readonly Pick<Paper, 'id'>[], records: readonly PaperRecord[]) => readonly number[] {
  const { numberOf } = paperIdTable(db);
  const missing = db.$client
    .prepare<[string], number>('select value from json_each(?) where value not in (select number from papers)')
    .pluck();
  return (recorded, records) => {
    const numbers = records.map(({ number }) => number);
    const gone = new Set(missing.all(JSON.stringify(numbers)));
    if (gone.size === 0) return numbers;
    return numbers.map((number, index) => (gone.has(number) ? numberOf(recorded[index]?.id ?? '') : number) ?? number);
  };
}

/** What recording papers did, in numbers. */
export function countRecords(records: readonly PaperRecord[], skipped: number): RecordedCounts {
  const keptApart = records.flatMap((record) => record.keptApart);
  const countOf = (wanted: PaperRecord['change']) => records.filter(({ change }) => change === wanted).length;
  return {
    announced: records.length + skipped,
    fresh: countOf('fresh'),
    updated: countOf('updated'),
    unchanged: countOf('unchanged'),
    skipped,
    ...(keptApart.length === 0 ? {} : { keptApart }),
  };
}
