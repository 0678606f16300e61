import {
  allOfQueries,
  anyOfQueries,
  type CandidateQuery,
  type NarrowQuery,
  runIn,
} from '../matching/candidate-terms.ts';
import { nearPattern } from '../matching/phrase-pattern.ts';
import { hasShortStretch, markShortStretches } from '../matching/stretches.ts';
import type { NearTerm } from '../topic.ts';
import type { Operator } from './operator.ts';
import { requireWords, spellingsOf } from './text.ts';
import { explainMissingText, explainText, isInText, textReasons, writtenIn } from './text-search.ts';

/** `"a b"~5`: the words in any order and any spelling, within a short stretch of one field. */
export const nearOperator: Operator<NearTerm> = {
  fields: [],
  write: ({ field, display, distance }) => writtenIn(field, `"${display}"~${distance}`),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => hasShortStretch(nearPattern(term), text, term.distance)),
  find: (term, paper) => textReasons(term, paper, (text) => markShortStretches(nearPattern(term), text, term.distance)),
  explain: explainText,
  explainMiss: (term, paper) => explainMissingText(showNear(term), term.field, paper),
  require: requireNear,
};

const showNear = ({ display, distance }: NearTerm): string => `${display}~${distance}`;

/** The tokens of every text that has the words near each other, in any spelling. */
function requireNear(term: NearTerm): CandidateQuery {
  const { field, groups } = term;
  const each = groups.map((words) => requireWords(field, words));
  const asTyped = nearAsTyped(term);
  if (asTyped === null) return allOfQueries(each);
  const otherwise = groups.flatMap((words) => spellingsOf(field, words).otherwise);
  return anyOfQueries([asTyped, ...(otherwise.length === 0 ? [] : [allOfQueries([anyOfQueries(otherwise), ...each])])]);
}

/**
 * The words near each other, as they are typed. All that it finds matches. Null where tokens do not tell: if a token is
 * in two groups, or if one of several words that are typed as one stands between others.
 */
export function nearAsTyped({ field, groups, distance }: NearTerm): NarrowQuery | null {
  const runs = [...new Map(groups.map((words) => [JSON.stringify(words), words.map(({ stem }) => stem)])).values()];
  const tokens = runs.flat();
  if (new Set(tokens).size < tokens.length) return null;
  const [first, second, ...more] = runs;
  if (first === undefined) return null;
  if (second === undefined) return runIn(field, first);
  if (more.length > 0 && runs.some(({ length }) => length > 1)) return null;
  return { kind: 'stretch', field, runs, between: distance + more.length };
}
