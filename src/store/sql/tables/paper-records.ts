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
import type { Connection } from '../connection.ts';
import { eq, sql } from '../drizzle.ts';
import { listed } from '../listed.ts';
import { papers } from '../schema/paper-schema.ts';
import { type MergeOutcome, type PaperMerger, paperMerger } from './merge-papers.ts';
import { numberLock } from './number-lock.ts';
import { paperIdTable } from './paper-ids.ts';
import { columnsOf, type PaperRow, paperOf } from './paper-rows.ts';
import { type PaperTokens, paperWriter, readTokens, type TokenReader } from './paper-writer.ts';

/**
 * How many papers are written in one transaction: some 10 ms in SQLite. Other writers wait, and each commit costs an
 * fsync. A stored paper is read, compared, and taken out of the full-text index before it is written.
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
export function paperRecorder(db: Connection): RecordPapers {
  const look = db.reading(stepReader(db));
  const keepSome = db.atomic(paperKeeper(db));
  return async (given, at, end = 'above') => {
    const records: PaperRecord[] = [];
    while (records.length < given.length) {
      const step = await look(given.slice(records.length, records.length + papersAtOnce.new));
      // Half of the work, and it needs no transaction.
      const read = await cooperate(readNew(step));
      // Reading and writing take 20 ms each where they run for the first time.
      await yieldTurn();
      records.push(...(await keepSome(step.papers, at, end, read)));
      await yieldTurn();
    }
    return records;
  };
}

/** Papers that are written in one transaction, and what is known of them before. */
interface Step {
  readonly papers: readonly Paper[];
  /** Those of their ids that are stored. */
  readonly stored: ReadonlySet<PaperId>;
  /** The texts of the papers that are stored under their present ids. */
  readonly texts: ReadonlyMap<PaperId, Pick<Paper, 'title' | 'abstract'>>;
}

/** Takes as many of the papers as are written in one step. */
function stepReader(db: Connection): (next: readonly Paper[]) => Promise<Step> {
  const storedOf = storedIds(db);
  const textsOf = db.prepare<[string], Pick<Paper, 'id' | 'title' | 'abstract'>>(
    `select id, title, abstract from papers where id in (select asked.value from ${db.dialect.texts('?')} as asked)`,
  );
  return async (next) => {
    const stored = await storedOf(next);
    const some = stored.size > papersAtOnce.stored ? next.slice(0, papersAtOnce.stored) : next;
    const wanted = some.flatMap(({ id }) => (stored.has(id) ? [id] : []));
    const texts = wanted.length === 0 ? [] : await textsOf.all(JSON.stringify(wanted));
    return { papers: some, stored, texts: new Map(texts.map(({ id, ...text }) => [id, text])) };
  };
}

/** Reads the tokens of papers that are not stored yet, and the stems of texts that are not stored yet. */
function* readNew({ papers: given, stored, texts }: Step): Generator<void, TokenReader> {
  const ofPapers = new Map<Paper, PaperTokens>();
  const stems = new Map<string, readonly string[]>();
  for (const paper of given) {
    const { id, title, abstract } = paper;
    const before = texts.get(id);
    if (!stored.has(id)) ofPapers.set(paper, readTokens(paper));
    else if (before?.title !== title || before.abstract !== abstract)
      for (const text of [title, abstract]) stems.set(text, stemsOf(text));
    yield;
  }
  // A paper that was merged with another meanwhile is not among them, but mostly its texts are.
  return (paper) => ofPapers.get(paper) ?? readTokens(paper, (text) => stems.get(text) ?? stemsOf(text));
}

/** Finds which of the papers' ids are stored, as ids of their own or as stated ones. Most papers of a pull are new. */
function storedIds(db: Connection): (given: readonly Paper[]) => Promise<ReadonlySet<PaperId>> {
  const asked = `(select asked.value from ${db.dialect.texts(':ids')} as asked)`;
  const find = db
    .prepare<{ readonly ids: string }, PaperId>(
      `select id from papers where id in ${asked} union all select id from paper_ids where id in ${asked}`,
    )
    .pluck();
  return async (given) => new Set(await find.all({ ids: JSON.stringify(given.map(({ id }) => id)) }));
}

const form: PaperForm<PaperRow> = { paperOf, asStored: (paper) => paperOf(columnsOf(paper)) };

/** Records some papers inside the caller's transaction, of which it is the first part. */
function paperKeeper(
  db: Connection,
): (given: readonly Paper[], at: Instant, end: NumberEnd, read: TokenReader) => Promise<readonly PaperRecord[]> {
  const ids = paperIdTable(db);
  const lockNumbers = numberLock(db);
  const rowsOf = rowReader(db, ids.numberOf);
  const table = paperWriter(db);
  const mergeStated = statedMerger(paperMerger(db, ids, table));
  const range = rangeReader(db);

  return async (given, at, end, read) => {
    await lockNumbers();
    const { papers, changes } = mergedPapers(given, await rowsOf(given), form);
    const numbers = numberedPapers(papers.values(), end, changes.includes('fresh') ? await range() : noRange);
    // In ascending order: the full-text index of SQLite flushes its buffer whenever a number is lower than the one before.
    const ordered = [...numbers].toSorted(([, one], [, other]) => one - other);
    for (const [{ stored, paper }, number] of ordered) await table.write(number, stored, paper, at, read);
    for (const [id, merged] of formerIds(papers)) await ids.put(id, numbers.get(merged) as number, true);
    const merges = await mergeStated(given, changes, at);
    const isMoved = merges.some((one) => one?.isMerged === true);
    const numberOf = (id: PaperId): number => numbers.get(papers.get(id) as MergedPaper<PaperRow>) as number;
    const records: PaperRecord[] = [];
    for (const [index, { id }] of given.entries()) {
      // A merged paper may have another number now.
      const number = isMoved ? ((await ids.numberOf(id)) as number) : numberOf(id);
      const change = changes[index] as PaperRecord['change'];
      records.push({ number, change, keptApart: merges[index]?.keptApart ?? [] });
    }
    return records;
  };
}

/** Stores the ids that the new and changed ones of the papers state. The outcomes of the others are null. */
function statedMerger(merge: PaperMerger) {
  return async (
    given: readonly Paper[],
    changes: readonly PaperRecord['change'][],
    at: Instant,
  ): Promise<readonly (MergeOutcome | null)[]> => {
    const merges: (MergeOutcome | null)[] = [];
    for (const [index, paper] of given.entries())
      merges.push(changes[index] === 'unchanged' ? null : await merge(paper, at));
    return merges;
  };
}

/** Reads the rows of the papers that are stored, by the id under which they are given. */
function rowReader(
  db: Connection,
  numberOf: (id: PaperId) => Promise<number | null>,
): (given: readonly Paper[]) => Promise<ReadonlyMap<PaperId, PaperRow>> {
  const storedOf = storedIds(db);
  const byIds = db.prepared(
    db
      .select()
      .from(papers)
      .where(sql`${papers.id} in ${listed(db.dialect.texts, 'ids')}`),
  );
  const byNumber = db.prepared(
    db
      .select()
      .from(papers)
      .where(eq(papers.number, sql.placeholder('number'))),
  );
  return async (given) => {
    const stored = await storedOf(given);
    if (stored.size === 0) return new Map();
    const present = await byIds.all({ ids: JSON.stringify([...stored]) });
    const rows = new Map(present.map((row) => [row.id, row]));
    for (const id of stored.difference(rows)) {
      const number = await numberOf(id);
      const row = number === null ? undefined : await byNumber.get({ number });
      if (row !== undefined) rows.set(id, row);
    }
    return rows;
  };
}

const noRange: NumberRange = { lowest: 0, highest: 0 };

/** Reads the lowest and the highest number of the stored papers. */
function rangeReader(db: Connection): () => Promise<NumberRange> {
  const ends = db.prepare<[], { readonly lowest: number | null; readonly highest: number | null }>(
    'select (select min(number) from papers) as lowest, (select max(number) from papers) as highest',
  );
  return async () => {
    const { lowest, highest } = (await ends.get()) ?? noRange;
    return { lowest: Math.min(0, lowest ?? 0), highest: Math.max(0, highest ?? 0) };
  };
}

/**
 * Finds the numbers of recorded papers in a later transaction. Some papers may have been merged with others since they
 * were recorded.
 */
export function currentNumbers(
  db: Connection,
): (papers: readonly Pick<Paper, 'id'>[], records: readonly PaperRecord[]) => Promise<readonly number[]> {
  const { numberOf } = paperIdTable(db);
  const missing = db
    .prepare<[string], number>(
      `select asked.value from ${db.dialect.numbers('?')} as asked
       where not exists (select 1 from papers where papers.number = asked.value)`,
    )
    .pluck();
  return async (recorded, records) => {
    const numbers = records.map(({ number }) => number);
    const gone = new Set(await missing.all(JSON.stringify(numbers)));
    if (gone.size === 0) return numbers;
    const current: number[] = [];
    for (const [index, number] of numbers.entries()) {
      const moved = gone.has(number) ? await numberOf(recorded[index]?.id ?? '') : null;
      current.push(moved ?? number);
    }
    return current;
  };
}
