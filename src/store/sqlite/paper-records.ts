import { setImmediate as otherWork } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { SQL } from 'drizzle-orm';
import { mergePapers } from '../../papers/merge.ts';
import type { Paper, PaperId } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import { indexTokens } from '../../topics/index-tokens.ts';
import type { Database } from './database.ts';
import { eq, getTableColumns, sql } from './drizzle.ts';
import { columnsOf, type PaperRow, paperOf } from './paper-rows.ts';
import { papers } from './schema.ts';
import { tokenWriter } from './search-index.ts';
import { atomic } from './transaction.ts';
import { upvoteWriter } from './upvote-counts.ts';

/** What recording did to a paper, and by which number it is known in the tables. */
export interface PaperRecord {
  readonly number: number;
  readonly change: 'fresh' | 'updated' | 'unchanged';
}

/** Which numbers papers get that were not stored: above all others, or, for those of the past, below. */
export type NumberEnd = 'above' | 'below';

/** A paper as it stands after the papers before it in the same step. */
interface Kept {
  /** Null where it was not stored. */
  readonly stored: PaperRow | null;
  paper: Paper;
}

/** Papers written in one transaction: some 10 ms, in which nobody else can write. */
const papersAtOnce = 50;

/**
 * Keeps papers: merges each with what is stored, and writes what changed and nothing else. They are written in small
 * steps with other work in between, for a whole day's would hold up everything else for too long; no paper becomes
 * news by it. Records come in the order of the papers.
 */
export function paperRecorder(
  db: Database,
): (given: readonly Paper[], at: Instant, end?: NumberEnd) => Promise<readonly PaperRecord[]> {
  const keepSome = atomic(db, paperKeeper(db));
  return async (given, at, end = 'above') => {
    const records: PaperRecord[] = [];
    for (let start = 0; start < given.length; start += papersAtOnce) {
      records.push(...(await keepSome(given.slice(start, start + papersAtOnce), at, end)));
      await otherWork();
    }
    return records;
  };
}

/** Keeps some papers inside the caller's transaction. */
function paperKeeper(db: Database): (given: readonly Paper[], at: Instant, end: NumberEnd) => readonly PaperRecord[] {
  const find = paperFinder(db);
  const table = paperWriter(db);
  const firstNumber = numberGiver(db);

  /** Merges the paper into those that are kept, and tells what that did to it. */
  function merge(kept: Map<PaperId, Kept>, paper: Paper): PaperRecord['change'] {
    const known = kept.get(paper.id) ?? knownOf(find(paper.id));
    if (known === null) {
      kept.set(paper.id, { stored: null, paper });
      return 'fresh';
    }
    // Through the columns and back: what is not stored of a paper must not make it look changed.
    const after = paperOf(columnsOf(mergePapers(known.paper, paper)));
    const isChanged = !isDeepStrictEqual(known.paper, after);
    kept.set(paper.id, { ...known, paper: isChanged ? after : known.paper });
    return isChanged ? 'updated' : 'unchanged';
  }

  return (given, at, end) => {
    const kept = new Map<PaperId, Kept>();
    const changes = given.map((paper) => merge(kept, paper));
    const numbers = numbered([...kept.values()], (count) => firstNumber(end, count));
    // In the order of their numbers: the full-text index writes out what it has gathered whenever one is lower than
    // the one before.
    const ordered = [...numbers].toSorted(([, one], [, other]) => one - other);
    for (const [{ stored, paper }, number] of ordered) table.write(number, stored, paper, at);
    return given.map(({ id }, index) => ({
      number: numbers.get(kept.get(id) as Kept) as number,
      change: changes[index] as PaperRecord['change'],
    }));
  };
}

const knownOf = (stored: PaperRow | undefined): Kept | null =>
  stored === undefined ? null : { stored, paper: paperOf(stored) };

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

function paperFinder(db: Database): (id: PaperId) => PaperRow | undefined {
  const byId = db
    .select()
    .from(papers)
    .where(eq(papers.id, sql.placeholder('id')))
    .prepare();
  return (id) => byId.get({ id });
}

/** Writes papers, together with their tokens in the full-text index. */
function paperWriter(db: Database) {
  const { number, firstSeenAt, ...changing } = paperParameters();
  // Without RETURNING: SQLite runs that as a trigger, for which it makes the full-text index write out all that it has
  // gathered so far, at each paper, and a large listing then takes twice as long.
  const insert = db
    .insert(papers)
    .values({ ...changing, firstSeenAt, number })
    .prepare();
  const update = db.update(papers).set(changing).where(sql`${papers.number} = ${number}`).prepare();
  const putTokens = tokenWriter(db);
  const upvotes = upvoteWriter(db);

  return {
    /** @param stored the paper's row so far, or null where it has none */
    write(number: number, stored: PaperRow | null, paper: Paper, at: Instant): void {
      const columns = { ...columnsOf(paper), number, changedAt: at };
      if (stored === null) {
        insert.run({ ...columns, firstSeenAt: at });
        upvotes.keep(number, null, columns.upvotes, at);
        putTokens(number, indexTokens(paper));
        return;
      }
      const before = paperOf(stored);
      if (isDeepStrictEqual(before, paper)) return;
      update.run(columns);
      upvotes.keep(number, stored.upvotes, columns.upvotes, at);
      if (!readsTheSame(before, paper)) putTokens(number, indexTokens(paper));
    },
  };
}

/** A named parameter for each column, to be encoded as the column is. */
const paperParameters = (): Record<keyof PaperRow, SQL> =>
  Object.fromEntries(
    Object.entries(getTableColumns(papers)).map(([name, column]) => [
      name,
      sql`${sql.param(sql.placeholder(name), column)}`,
    ]),
  ) as Record<keyof PaperRow, SQL>;

/** Whether the full-text index would hold the same of both: of what moves each day, upvotes, it holds nothing. */
const readsTheSame = (one: Paper, other: Paper): boolean => isDeepStrictEqual(withoutCounts(one), withoutCounts(other));

const withoutCounts = ({ extras, ...paper }: Paper) => ({
  ...paper,
  extras: { ...extras, upvotes: 0, codeStars: 0, citations: 0 },
});
