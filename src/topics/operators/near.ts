import { memoByObject } from '../../memo.ts';
import { allOfQueries } from '../matching/candidate-terms.ts';
import { findRuns, hasRun, type RunEnds } from '../matching/occurrences.ts';
import type { FieldText } from '../matching/paper-text.ts';
import { patternOf, patternOfAll } from '../matching/phrase-pattern.ts';
import { markShortStretches } from '../matching/stretches.ts';
import type { NearTerm } from '../topic.ts';
import type { Operator } from './operator.ts';
import { requireWords } from './text.ts';
import { explainMissingText, explainText, isInText, textReasons, writtenIn } from './text-search.ts';

/** `"a b"~5`: the words in any order and any spelling, within a short stretch of one field. */
export const nearOperator: Operator<NearTerm> = {
  fields: [],
  write: ({ field, display, distance }) => writtenIn(field, `"${display}"~${distance}`),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => runsOf(term, text).some((end) => end > 0)),
  find: (term, paper) => textReasons(term, paper, (text) => runsOf(term, text)),
  explain: explainText,
  explainMiss: (term, paper) => explainMissingText(showNear(term), term.field, paper),
  require: ({ field, groups }) => allOfQueries(groups.map((words) => requireWords(field, words))),
};

function runsOf({ groups, distance }: NearTerm, text: FieldText): RunEnds {
  const distinct = distinctGroups(groups);
  // Mostly one of the words is missing, and then no other has to be found everywhere.
  if (!distinct.every((words) => hasRun(patternOf(words), text))) return new Int32Array();
  return markShortStretches(findRuns(patternOfAll(distinct), text), distance, text.tokens.length);
}

const showNear = ({ display, distance }: NearTerm): string => `${display}~${distance}`;

/** A word that is typed twice counts once. */
const distinctGroups = memoByObject((groups: NearTerm['groups']): NearTerm['groups'] => [
  ...new Map(groups.map((words) => [words.map(({ text, gap }) => `${gap}:${text}`).join(' '), words])).values(),
]);
