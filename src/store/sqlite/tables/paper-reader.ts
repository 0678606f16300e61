import type { Paper } from '../../../papers/paper.ts';
import { matches } from '../../../topics/matching/match.ts';
import { type PaperText, readPaper } from '../../../topics/matching/paper-text.ts';
import { relevance } from '../../../topics/relevance/relevance.ts';
import type { Topic } from '../../../topics/topic.ts';
import { sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { papers } from '../schema/paper-schema.ts';
import { paperOf } from './paper-rows.ts';

/** How many papers are read at once. The texts of thousands would take too much memory. */
const papersAtOnce = 100;

export type PaperReader = ReturnType<typeof paperReader>;

/** Reads papers by their numbers. */
export function paperReader(db: Database) {
  const byNumbers = db
    .select()
    .from(papers)
    .where(sql`${papers.number} in (select value from json_each(${sql.placeholder('numbers')}))`)
    .prepare();

  function byNumber(numbers: readonly number[]): ReadonlyMap<number, Paper> {
    return new Map(byNumbers.all({ numbers: JSON.stringify(numbers) }).map((row) => [row.number, paperOf(row)]));
  }

  /** Each paper cut into words, one after another. */
  function* texts(numbers: readonly number[]): Generator<readonly [number, PaperText]> {
    for (let start = 0; start < numbers.length; start += papersAtOnce) {
      for (const [number, paper] of byNumber(numbers.slice(start, start + papersAtOnce)))
        yield [number, readPaper(paper)];
    }
  }

  return {
    /** Reads papers in the given order. */
    read(numbers: readonly number[]): readonly Paper[] {
      const found = byNumber(numbers);
      return numbers.map((number) => found.get(number)).filter((paper) => paper !== undefined);
    },
    /** Which of the papers match the topic, by the one definition of a match. */
    matching(topic: Topic, numbers: readonly number[]): ReadonlySet<number> {
      const found = new Set<number>();
      for (const [number, text] of texts(numbers)) if (matches(topic, text)) found.add(number);
      return found;
    },
    /** The relevance of each paper to the topic. */
    weigh: (topic: Topic, numbers: readonly number[]): ReadonlyMap<number, number> =>
      new Map(texts(numbers).map(([number, text]) => [number, relevance(topic, text)])),
  };
}
