import { dayMs } from '../../../time.ts';
import { sentenceOf, withStrictness } from '../../../topics/advice/strictness.ts';
import { strictnessRange } from '../../../topics/matching/strictness.ts';
import type { Topic } from '../../../topics/topic.ts';
import type { ForecastWindow, ScoredNews, ScoredPaper } from '../../store.ts';
import { StoreError } from '../../store-error.ts';
import type { Database } from '../file/database.ts';
import { type DuplicateReader, firstOfEach } from '../tables/match-keys.ts';
import type { PaperReader } from '../tables/paper-reader.ts';
import type { CandidateFinder } from './candidates.ts';
import { topicQuery } from './topic-query.ts';
import { checkedAtMost, dateCounter, wholeDates } from './whole-dates.ts';

/** Scores the news of a window, so that a strictness can be chosen by the number of papers: see `Store.scoreNews`. */
export function newsScorer(db: Database, find: CandidateFinder, papers: PaperReader, duplicatesOf: DuplicateReader) {
  const countDates = dateCounter(db);
  return (topic: Topic, { now, days }: Omit<ForecastWindow, 'examples'>): ScoredNews => {
    const sentence = sentenceOf(topic);
    const loosest = sentence === null ? null : withStrictness(topic, sentence, strictnessRange.least);
    // The sentence of the topic that was read again.
    const asked = loosest === null ? null : sentenceOf(loosest);
    if (loosest === null || asked === null)
      throw new StoreError('search-failed', `“${topic.canonical}” has no sentence that all of its papers are about.`);
    const since = now - days * dayMs;
    const { possible, upvotes } = topicQuery(loosest);
    const { whole, after } = wholeDates(find.news({ query: possible, upvotes }, since, checkedAtMost + 1));
    const newsOf = new Map(whole.map(({ paperNumber, newsNumber }) => [paperNumber, newsNumber]));
    const { subject } = asked;
    const scored = new Map<number, ScoredPaper>();
    for (const { number, text } of papers.textsOfMatching(loosest, [...newsOf.keys()])) {
      const score = subject.score(text.meaningBy(subject.table));
      scored.set(number, { id: text.paper.id, score, newsNumber: newsOf.get(number) ?? 0 });
    }
    // A channel gets each work once.
    const numbers = [...scored.keys()];
    const works = firstOfEach(numbers, duplicatesOf(numbers)).flatMap((number) => scored.get(number) ?? []);
    return { daysCovered: countDates(since, after), papers: works.toSorted((one, other) => other.score - one.score) };
  };
}
