import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { Forecast, ScoredPaper, Store } from '../../store/store.ts';
import {
  countFrom,
  isStrictnessTyped,
  type Step,
  sentenceOf,
  stepsFrom,
  usualStrictness,
  withStrictness,
} from '../../topics/advice/strictness.ts';
import type { Topic } from '../../topics/topic.ts';
import { forecastWindow } from './limits.ts';

/** A topic by meaning, with the strictness that was typed or chosen, and what it brings. */
export interface StrictnessChoice {
  readonly topic: Topic;
  readonly strictness: number;
  readonly forecast: Forecast;
  /** The papers that the strictness just leaves out, the nearest first. */
  readonly below: readonly Paper[];
  readonly fewer: Step | null;
  readonly more: Step | null;
}

type ScoreStore = Pick<Store, 'scoreNews' | 'paper'>;

const shownBelow = 3;

/** Null if the number of papers does not depend on the strictness of one sentence. */
export async function chooseStrictness(
  topic: Topic,
  store: ScoreStore,
  now: Instant,
): Promise<StrictnessChoice | null> {
  const sentence = sentenceOf(topic);
  if (sentence === null) return null;
  const { papers, daysCovered, indexing } = await store.scoreNews(topic, { now, days: forecastWindow.days });
  const days = { scores: papers.map(({ score }) => score), daysCovered };
  const strictness = isStrictnessTyped(topic) ? sentence.strictness : usualStrictness(sentence, days);
  const matchedCount = countFrom(strictness, days.scores);
  const newest = papers.slice(0, matchedCount).toSorted((one, other) => other.newsNumber - one.newsNumber);
  return {
    topic: withStrictness(topic, sentence, strictness) ?? topic,
    strictness,
    forecast: {
      daysCovered,
      matchedCount,
      papersPerDay: daysCovered === 0 ? 0 : matchedCount / daysCovered,
      examples: await readPapers(newest.slice(0, forecastWindow.examples), store),
      ...(indexing === undefined ? {} : { indexing }),
    },
    below: await readPapers(papers.slice(matchedCount, matchedCount + shownBelow), store),
    ...stepsFrom(strictness, days),
  };
}

async function readPapers(scored: readonly ScoredPaper[], store: ScoreStore): Promise<readonly Paper[]> {
  const papers = await Promise.all(scored.map(({ id }) => store.paper(id)));
  return papers.filter((paper) => paper !== null);
}

/** Whether the two topics differ in the strictness of their sentences only. */
export function isSameSentence(one: Topic, other: Topic): boolean {
  const [first, second] = [one, other].map((topic) => {
    const sentence = sentenceOf(topic);
    return sentence === null ? null : withStrictness(topic, sentence, sentence.subject.table.defaultStrictness);
  });
  return first?.canonical !== undefined && first.canonical === second?.canonical;
}
