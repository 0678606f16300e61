import { duplicateGroups, mostOfOneKey } from '../../../digests/duplicates/duplicates.ts';
import type { Paper } from '../../../papers/paper.ts';
import { sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { papers } from '../schema/paper-schema.ts';
import { paperOf } from './paper-rows.ts';

/** Writes the match key of a paper over the one that it had. */
export function matchKeyWriter(db: Database): (paperNumber: number, key: number | null) => void {
  // With "or replace", SQLite opens a savepoint, and the full-text index would flush its buffer for each paper.
  const put = db.$client.prepare<[number, number | null]>(
    `insert into match_keys (paper_number, key) values (?, ?)
     on conflict (paper_number) do update set key = excluded.key`,
  );
  return (number, key) => {
    put.run(number, key);
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
export type DuplicateReader = (numbers: readonly number[]) => ReadonlyMap<number, readonly NumberedPaper[]>;

export function duplicateReader(db: Database): DuplicateReader {
  // It counts by the index alone, so that a title that thousands of papers have costs no reading of papers.
  const sharedKeys = db.$client
    .prepare<[string], string>(
      `select json_group_array(paper_number) from match_keys
       where key in (select key from match_keys where key is not null
           and paper_number in (select value from json_each(?)))
       group by key having count(*) between 2 and ${mostOfOneKey}`,
    )
    .pluck();
  const read = db
    .select()
    .from(papers)
    .where(sql`${papers.number} in (select value from json_each(${sql.placeholder('numbers')}))`)
    .orderBy(papers.number)
    .prepare();

  return (numbers) => {
    const wanted = new Set(numbers);
    const found = new Map<number, readonly NumberedPaper[]>();
    for (const shared of sharedKeys.all(JSON.stringify(numbers))) {
      const numberOf = new Map(read.all({ numbers: shared }).map((row) => [paperOf(row), row.number]));
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
export function firstOfEach(numbers: readonly number[], duplicates: ReturnType<DuplicateReader>): readonly number[] {
  const seen = new Set<number>();
  return numbers.filter((number) => {
    if (seen.has(number)) return false;
    for (const other of duplicates.get(number) ?? []) seen.add(other.number);
    return true;
  });
}
