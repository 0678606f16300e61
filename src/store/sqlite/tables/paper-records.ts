import { cooperate, yieldTurn } from '../../../cooperate.ts';
import type { Paper, PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import { stemsOf } from '../../../topics/words/tokens.ts';
import {
  formerIds,
  type MergedPaper,
  mergedPapers,
  type NumberEnd,
  type NumberRange,
  numberedPapers,
  type PaperForm,
  type PaperRecord,
} from '../../rules/recorded-papers.ts';
import { eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { papers } from '../schema/paper-schema.ts';
import { paperMerger } from './merge-papers.ts';
import { paperIdTable } from './paper-ids.ts';
import { columnsOf, type PaperRow, paperOf } from './paper-rows.ts';
import { type PaperTokens, paperWriter, readTokens, type TokenReader } from './paper-writer.ts';

/**
 * How many papers are written in one transaction: some 10 ms. Other writers wait, and each commit costs an fsync. A stored
 * paper is read, compared, and taken out of the full-text index before it is written.
 */
const papersAtOnce = { new: 80, stored: 20 };

/** See `paperRecorder`. */
export type RecordPapers = (given: readonly Paper[], at: Instant, end?: NumberEnd) => Promise<readonly PaperRecord[]>;

/**
 * Records papers: merges each with the stored one, and writes only changes. Papers do not become news. They are written
 * in small steps that yield to other work, because a whole day's papers would delay it too long. Papers that are stated
 * to be the same work are merged in the same step. Records come in the order of the papers. Later transactions must get
 * their numbers through `currentNumbers`.
 */
export function paperRecorder(db: Database): RecordPapers {
  const keepSome = atomic(db, paperKeeper(db));
  const storedOf = storedIds(db);
  const readNew = newTokenReader(db);
  return async (given, at, end = 'above') => {
    const records: PaperRecord[] = [];
    while (records.length < given.length) {
      const next = given.slice(records.length, records.length + papersAtOnce.new);
      const some = storedOf(next).size > papersAtOnce.stored ? next.slice(0, papersAtOnce.stored) : next;
      // Half of the work, and it needs no transaction.
      const read = await cooperate(readNew(some));
      records.push(...(await keepSome(some, at, end, read)));
      await yieldTurn();
    }
    return records;
  };
}

/** Reads the tokens of papers that are not stored yet, and the stems of texts that are not stored yet. */
function newTokenReader(db: Database): (given: readonly Paper[]) => Generator<void, TokenReader> {
  const storedOf = storedIds(db);
  const find = db.$client.prepare<[PaperId, string, string]>(
    'select 1 from papers where id = ? and title = ? and abstract = ?',
  );
  return function* (given) {
    const ofPapers = new Map<Paper, PaperTokens>();
    const stems = new Map<string, readonly string[]>();
    const stored = storedOf(given);
    for (const paper of given) {
      const { id, title, abstract } = paper;
      if (!stored.has(id)) ofPapers.set(paper, readTokens(paper));
      else if (find.get(id, title, abstract) === undefined)
        for (const text of [title, abstract]) stems.set(text, stemsOf(text));
      yield;
    }
    // A paper that was merged with another meanwhile is not among them, but mostly its texts are.
    return (paper) => ofPapers.get(paper) ?? readTokens(paper, (text) => stems.get(text) ?? stemsOf(text));
  };
}

/** Finds which of the papers' ids are stored, as ids of their own or as stated ones. Most papers of a pull are new. */
function storedIds(db: Database): (given: readonly Paper[]) => ReadonlySet<PaperId> {
  const find = db.$client
    .prepare<{ readonly ids: string }, PaperId>(
      `select id from papers where id in (select value from json_each(:ids))
       union all select id from paper_ids where id in (select value from json_each(:ids))`,
    )
    .pluck();
  return (given) => new Set(find.all({ ids: JSON.stringify(given.map(({ id }) => id)) }));
}

const form: PaperForm<PaperRow> = { paperOf, asStored: (paper) => paperOf(columnsOf(paper)) };

/** Records some papers inside the caller's transaction. */
function paperKeeper(
  db: Database,
): (given: readonly Paper[], at: Instant, end: NumberEnd, read: TokenReader) => readonly PaperRecord[] {
  const ids = paperIdTable(db);
  const rowsOf = rowReader(db, ids.numberOf);
  const table = paperWriter(db);
  const mergeStated = paperMerger(db, ids, table);
  const range = rangeReader(db);

  return (given, at, end, read) => {
    const { papers, changes } = mergedPapers(given, rowsOf(given), form);
    const numbers = numberedPapers(papers.values(), end, changes.includes('fresh') ? range() : noRange);
    // In ascending order: the full-text index flushes its buffer whenever a number is lower than the one before.
    const ordered = [...numbers].toSorted(([, one], [, other]) => one - other);
    for (const [{ stored, paper }, number] of ordered) table.write(number, stored, paper, at, read);
    for (const [id, merged] of formerIds(papers)) ids.put(id, numbers.get(merged) as number, true);
    const merges = given.map((paper, index) => (changes[index] === 'unchanged' ? null : mergeStated(paper, at)));
    const isMoved = merges.some((one) => one?.isMerged === true);
    const numberOf = (id: PaperId): number => numbers.get(papers.get(id) as MergedPaper<PaperRow>) as number;
    return given.map(({ id }, index) => ({
      // A merged paper may have another number now.
      number: isMoved ? (ids.numberOf(id) as number) : numberOf(id),
      change: changes[index] as PaperRecord['change'],
      keptApart: merges[index]?.keptApart ?? [],
    }));
  };
}

/** Reads the rows of the papers that are stored, by the id under which they are given. */
function rowReader(
  db: Database,
  numberOf: (id: PaperId) => number | null,
): (given: readonly Paper[]) => ReadonlyMap<PaperId, PaperRow> {
  const storedOf = storedIds(db);
  const find = paperFinder(db, numberOf);
  return (given) =>
    new Map(
      [...storedOf(given)].flatMap((id) => {
        const row = find(id);
        return row === undefined ? [] : [[id, row] as const];
      }),
    );
}

const noRange: NumberRange = { lowest: 0, highest: 0 };

/** Reads the lowest and the highest number of the stored papers. */
function rangeReader(db: Database): () => NumberRange {
  const ends = db.$client.prepare<[], NumberRange>(
    `select min(0, coalesce((select min(number) from papers), 0)) as lowest,
       max(0, coalesce((select max(number) from papers), 0)) as highest`,
  );
  return () => ends.get() ?? noRange;
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
 * Finds the numbers of recorded papers in a later transaction. Some papers may have been merged with others since they
 * were recorded.
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
