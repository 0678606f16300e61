import { duplicateGroups, mostOfOneKey } from '../../../digests/duplicates/duplicates.ts';
import type { Paper } from '../../../papers/paper.ts';
import type { Connection } from '../connection.ts';
import { sql } from '../drizzle.ts';
import { listed } from '../listed.ts';
import { papers } from '../schema/paper-schema.ts';
import { paperOf } from './paper-rows.ts';

/** Writes the match key of a paper over the one that it had. */
export function matchKeyWriter(db: Connection): (paperNumber: number, key: number | null) => Promise<void> {
  // With "or replace", SQLite opens a savepoint, and its full-text index would flush its buffer for each paper.
  const put = db.prepare<[number, number | null]>(
    `insert into match_keys (paper_number, key) values (?, ?)
     on conflict (paper_number) do update set key = excluded.key`,
  );
  return async (number, key) => {
    await put.run(number, key);
  };
}

/** A stored paper with its number in the tables. */
export interface NumberedPaper {
  readonly number: number;
  readonly paper: Paper;
}

/**
 * Finds the duplicates of papers, by the papers' numbers; papers without any are left out. They are computed from the
 * papers as they are stored now, so that a changed title or list of authors ends a group by itself.
 */
export type DuplicateReader = (numbers: readonly number[]) => Promise<Duplicates>;

type Duplicates = ReadonlyMap<number, readonly NumberedPaper[]>;

export function duplicateReader(db: Connection): DuplicateReader {
  // It counts by the index alone, so that a title that thousands of papers have costs no reading of papers. Most papers share
  // their key with no other, and these are left out first.
  const { joinInOrder, listOf, numbers: listedIn } = db.dialect;
  const sharedKeys = db
    .prepare<[string], string>(
      `with shared as materialized (
         select distinct own.key from ${listedIn('?')} as asked
         ${joinInOrder} match_keys as own on own.paper_number = asked.value
         where exists (select 1 from match_keys as other where other.key = own.key and other.paper_number <> own.paper_number))
       select ${listOf('paper_number')} from shared ${joinInOrder} match_keys on match_keys.key = shared.key
       group by match_keys.key having count(*) <= ${mostOfOneKey}`,
    )
    .pluck();
  const read = db.prepared(
    db
      .select()
      .from(papers)
      .where(sql`${papers.number} in ${listed(listedIn, 'numbers')}`)
      .orderBy(papers.number),
  );

  return async (numbers) => {
    const wanted = new Set(numbers);
    const found = new Map<number, readonly NumberedPaper[]>();
    for (const shared of await sharedKeys.all(JSON.stringify(numbers))) {
      const rows = await read.all({ numbers: shared });
      const numberOf = new Map(rows.map((row) => [paperOf(row), row.number]));
      for (const group of duplicateGroups([...numberOf.keys()])) {
        const numbered = group.map((paper) => ({ number: numberOf.get(paper) as number, paper }));
        for (const { number } of numbered.filter((one) => wanted.has(one.number))) {
          found.set(
            number,
            numbered.filter((other) => other.number !== number),
          );
        }
      }
    }
    return found;
  };
}

/** The papers without duplicates of those that come before them. */
export function firstOfEach(numbers: readonly number[], duplicates: Duplicates): readonly number[] {
  const seen = new Set<number>();
  return numbers.filter((number) => {
    if (seen.has(number)) return false;
    for (const other of duplicates.get(number) ?? []) seen.add(other.number);
    return true;
  });
}
