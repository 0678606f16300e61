import type { Subject } from '../../../meaning/subject.ts';
import { dayMs } from '../../../time.ts';
import { sentenceOf, withStrictness } from '../../../topics/advice/strictness.ts';
import { strictnessRange } from '../../../topics/matching/strictness.ts';
import type { AboutTerm, Topic } from '../../../topics/topic.ts';
import { type NewsCandidate, wholeDates } from '../../rules/search/whole-dates.ts';
import type { ForecastWindow, ScoredNews, ScoredPaper } from '../../store.ts';
import { StoreError } from '../../store-error.ts';
import type { Connection } from '../connection.ts';
import { firstOfEach } from '../tables/match-keys.ts';
import { checkedAtMost, dateCounter } from './news-dates.ts';
import { type Bounded, scoreBounds } from './score-bounds.ts';
import { firstIndexed } from './search-index.ts';
import type { SearchTools } from './search-tools.ts';

/** How many news papers are looked at, the newest ones. */
const candidatesAtMost = 60_000;
/** How many of the highest scores are wanted: as many papers as people choose to read. */
const wantedPerDay = 10;
/** How many papers are compared in full. Each takes a fifth of a millisecond. */
const comparedAtMost = 4_000;
/** How many papers are read between two looks at the bounds. */
const readAtOnce = 100;

/** Scores the news of a window, so that a strictness can be chosen by the number of papers: see `Store.scoreNews`. */
export function newsScorer(db: Connection, tools: SearchTools) {
  const { find, queryOf, papers, duplicatesOf } = tools;
  const { incomplete } = db.dialect.fullText;
  const countDates = dateCounter(db);

  /** The news with their bounds, the highest bound first. All of it is after the date `after`. */
  async function boundedNews(subject: Subject, newestFirst: readonly NewsCandidate[]) {
    const lowest = newestFirst.reduce(
      (least, { paperNumber }) => Math.min(least, paperNumber),
      Number.MAX_SAFE_INTEGER,
    );
    const isIndexed = (await firstIndexed(db)) === null;
    const bounds = await scoreBounds(subject, lowest, { ...tools, isIndexed, incomplete });
    const unbounded = newestFirst.filter(({ paperNumber }) => !bounds.has(paperNumber));
    const { after } = wholeDates(unbounded, checkedAtMost);
    const bounded = newestFirst
      .filter(({ date }) => date > after)
      .map((candidate) => ({ ...candidate, ...(bounds.get(candidate.paperNumber) ?? unknown) }))
      .sort((one, other) => other.bound - one.bound);
    return { bounded, after };
  }

  /** The highest scores of the news, and all from the strictness of the sentence on. */
  async function scoreBest(
    topic: Topic,
    { subject, strictness }: AboutTerm,
    bounded: readonly BoundedNews[],
    wanted: number,
  ) {
    const scored = new Map<number, ScoredPaper>();
    for (let from = 0; from < Math.min(bounded.length, comparedAtMost); from += readAtOnce) {
      if ((bounded[from]?.bound ?? 0) < leastWanted(scored, wanted, strictness)) break;
      const news = new Map(bounded.slice(from, from + readAtOnce).map((each) => [each.paperNumber, each]));
      const vectorOf = (number: number) => {
        const vector = news.get(number)?.vector ?? null;
        return vector === null ? null : { table: subject.table, vector };
      };
      for await (const { number, text } of papers.textsOfMatching(topic, [...news.keys()], vectorOf)) {
        const score = subject.score(text.meaningBy(subject.table));
        scored.set(number, { id: text.paper.id, score, newsNumber: news.get(number)?.newsNumber ?? 0 });
      }
    }
    return scored;
  }

  return async (topic: Topic, { now, days }: Omit<ForecastWindow, 'examples'>): Promise<ScoredNews> => {
    const sentence = sentenceOf(topic);
    const loosest = sentence === null ? null : withStrictness(topic, sentence, strictnessRange.least);
    if (sentence === null || loosest === null)
      throw new StoreError('search-failed', `“${topic.canonical}” has no sentence that all of its papers are about.`);
    const since = now - days * dayMs;
    const { possible, upvotes } = await queryOf(loosest);
    const news = await find.news({ query: possible, upvotes }, since, candidatesAtMost + 1);
    const { whole, after: afterWhole } = wholeDates(news, candidatesAtMost);
    const { bounded, after } = await boundedNews(sentence.subject, whole);
    const leftOut = [after, afterWhole].toSorted().at(-1) ?? '';
    const daysCovered = await countDates(since, leftOut);
    const scored = await scoreBest(loosest, sentence, bounded, wantedPerDay * Math.max(1, daysCovered));
    // A channel gets each work once.
    const numbers = [...scored.keys()];
    const works = firstOfEach(numbers, await duplicatesOf(numbers)).flatMap((number) => scored.get(number) ?? []);
    return { daysCovered, papers: works.toSorted((one, other) => other.score - one.score) };
  };
}

interface BoundedNews extends NewsCandidate, Bounded {}

const unknown: Bounded = { bound: Number.POSITIVE_INFINITY, vector: null };

/** Papers that cannot reach this score are not wanted. */
function leastWanted(scored: ReadonlyMap<number, ScoredPaper>, wanted: number, strictness: number): number {
  if (scored.size < wanted) return strictnessRange.least;
  const scores = Float64Array.from(scored.values(), ({ score }) => score).sort();
  return Math.min(scores[scores.length - wanted] ?? 0, strictness);
}
