import { memoByObject } from '../../../memo.ts';
import type { Paper } from '../../../papers/paper.ts';
import { matches } from '../../../topics/matching/match.ts';
import { type KnownVector, type PaperText, readPaper, readWithVector } from '../../../topics/matching/paper-text.ts';
import { relevance } from '../../../topics/relevance/relevance.ts';
import type { Topic } from '../../../topics/topic.ts';
import { sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { papers } from '../schema/paper-schema.ts';
import { paperOf } from './paper-rows.ts';

/** How many papers are read at once. The texts of thousands would take too much memory. */
const papersAtOnce = 100;

/** The vector of a paper, if it is known. */
type VectorFinder = (number: number) => KnownVector | null;

/** A paper by its number, split into words. */
interface NumberedText {
  readonly number: number;
  readonly text: PaperText;
}

export type PaperReader = ReturnType<typeof paperReader>;

/** Reads papers by their numbers. A database has one, because many verbs need it. */
export const paperReader = memoByObject((db: Database) => {
  const byNumbers = db
    .select()
    .from(papers)
    .where(sql`${papers.number} in (select value from json_each(${sql.placeholder('numbers')}))`)
    .prepare();

  function byNumber(numbers: readonly number[]): ReadonlyMap<number, Paper> {
    return new Map(byNumbers.all({ numbers: JSON.stringify(numbers) }).map((row) => [row.number, paperOf(row)]));
  }

  /** Each paper cut into words, one after another. */
  function* textsOf(numbers: readonly number[], vectorOf: VectorFinder = () => null): Generator<NumberedText> {
    for (let start = 0; start < numbers.length; start += papersAtOnce) {
      for (const [number, paper] of byNumber(numbers.slice(start, start + papersAtOnce))) {
        const vector = vectorOf(number);
        yield { number, text: vector === null ? readPaper(paper) : readWithVector(paper, vector) };
      }
    }
  }

  const matching = (topic: Topic, numbers: readonly number[], vectorOf?: VectorFinder) =>
    textsOf(numbers, vectorOf).filter(({ text }) => matches(topic, text));

  const count = db.$client
    .prepare<[], number | null>('select (select max(number) from papers) - (select min(number) from papers) + 1')
    .pluck();

  return {
    /** About how many papers are stored, by their numbers: counting them takes long. */
    roughCount: (): number => count.get() ?? 0,
    /** Reads papers in the given order. */
    read(numbers: readonly number[]): readonly Paper[] {
      const found = byNumber(numbers);
      return numbers.map((number) => found.get(number)).filter((paper) => paper !== undefined);
    },
    /** Those of the papers that match the topic, split into words, some at a time. */
    textsOfMatching: matching,
    /** Which of the papers match the topic, by the one definition of a match. */
    matching: (topic: Topic, numbers: readonly number[]): ReadonlySet<number> =>
      new Set(matching(topic, numbers).map(({ number }) => number)),
    textsOf,
    /** The relevance of each paper to the topic. */
    weigh: (topic: Topic, numbers: readonly number[]): ReadonlyMap<number, number> =>
      new Map(textsOf(numbers).map(({ number, text }) => [number, relevance(topic, text)])),
  };
});
