import { allOfQueries } from '../matching/candidate-terms.ts';
import { nearPattern } from '../matching/phrase-pattern.ts';
import { hasShortStretch, markShortStretches } from '../matching/stretches.ts';
import type { NearTerm } from '../topic.ts';
import type { Operator } from './operator.ts';
import { requireWords } from './text.ts';
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
  require: ({ field, groups }) => allOfQueries(groups.map((words) => requireWords(field, words))),
};

const showNear = ({ display, distance }: NearTerm): string => `${display}~${distance}`;
