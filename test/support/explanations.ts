import { sayIn } from '../../src/language/say.ts';
import * as explain from '../../src/topics/matching/explain.ts';
import type { Match } from '../../src/topics/matching/match.ts';
import type { PaperText } from '../../src/topics/matching/paper-text.ts';
import type { Topic } from '../../src/topics/topic.ts';

const say = sayIn('en');

/** Why a paper matches, in English. */
export const explainMatch = (match: Match): readonly string[] => explain.explainMatch(match).map(say.saying);

/** Why a paper does not match, in English. Null if it does. */
export function explainMiss(topic: Topic, paper: PaperText): string | null {
  const why = explain.explainMiss(topic, paper);
  return why === null ? null : say.sayings(why);
}
