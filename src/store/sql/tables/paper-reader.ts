import { memoByObject } from '../../../memo.ts';
import type { Paper } from '../../../papers/paper.ts';
import { matches } from '../../../topics/matching/match.ts';
import { type KnownVector, type PaperText, readPaper, readWithVector } from '../../../topics/matching/paper-text.ts';
import { relevance } from '../../../topics/relevance/relevance.ts';
import type { Topic } from '../../../topics/topic.ts';
import type { Connection } from '../connection.ts';
import { sql } from '../drizzle.ts';
import { listed } from '../listed.ts';
import { papers } from '../schema/paper-schema.ts';
import { paperOf } from './paper-rows.ts';

/** How many papers are read at once. The texts of thousands would take too much memory. */
const papersAtOnce = 150;

/** The vector of a paper, if it is known. */
type VectorFinder = (number: number) => KnownVector | null;

/** A paper by its number, split into words. */
interface NumberedText {
  readonly number: number;
  readonly text: PaperText;
}

export type PaperReader = ReturnType<typeof paperReader>;

/** Reads papers by their numbers. A connection has one, because many verbs need it. */
export const paperReader = memoByObject((db: Connection) => {
  const byNumbers = db.prepared(
    db
      .select()
      .from(papers)
      .where(sql`${papers.number} in ${listed(db.dialect.numbers, 'numbers')}`)
      .orderBy(papers.number),
  );

  async function byNumber(numbers: readonly number[]): Promise<ReadonlyMap<number, Paper>> {
    const rows = await byNumbers.all({ numbers: JSON.stringify(numbers) });
    return new Map(rows.map((row) => [row.number, paperOf(row)]));
  }

  /** Each paper cut into words, one after another. */
  async function* textsOf(
    numbers: readonly number[],
    vectorOf: VectorFinder = () => null,
  ): AsyncGenerator<NumberedText, void> {
    for (let start = 0; start < numbers.length; start += papersAtOnce) {
      for (const [number, paper] of await byNumber(numbers.slice(start, start + papersAtOnce))) {
        const vector = vectorOf(number);
        yield { number, text: vector === null ? readPaper(paper) : readWithVector(paper, vector) };
      }
    }
  }

  async function* textsOfMatching(
    topic: Topic,
    numbers: readonly number[],
    vectorOf?: VectorFinder,
  ): AsyncGenerator<NumberedText, void> {
    for await (const one of textsOf(numbers, vectorOf)) {
      if (matches(topic, one.text)) yield one;
    }
  }

  const count = db
    .prepare<[], number | null>('select (select max(number) from papers) - (select min(number) from papers) + 1')
    .pluck();

  return {
    /** About how many papers are stored, by their numbers: counting them takes long. */
    roughCount: async (): Promise<number> => (await count.get()) ?? 0,
    /** Reads papers in the given order. */
    async read(numbers: readonly number[]): Promise<readonly Paper[]> {
      const found = await byNumber(numbers);
      return numbers.map((number) => found.get(number)).filter((paper) => paper !== undefined);
    },
    /** Those of the papers that match the topic, split into words, some at a time. */
    textsOfMatching,
    /** Which of the papers match the topic, by the one definition of a match. */
    async matching(topic: Topic, numbers: readonly number[]): Promise<ReadonlySet<number>> {
      const found = new Set<number>();
      for await (const { number } of textsOfMatching(topic, numbers)) found.add(number);
      return found;
    },
    textsOf,
    /** The relevance of each paper to the topic. */
    async weigh(topic: Topic, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
      const weights = new Map<number, number>();
      for await (const { number, text } of textsOf(numbers)) weights.set(number, relevance(topic, text));
      return weights;
    },
  };
});
