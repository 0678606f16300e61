import { anyOfQueries, type CandidateQuery, prefixIn, runIn } from '../matching/candidate-terms.ts';
import { hasRun, markRuns } from '../matching/occurrences.ts';
import { prefixPattern } from '../matching/phrase-pattern.ts';
import type { PrefixTerm } from '../topic.ts';
import { stemsBesides } from '../words/prefix-stems.ts';
import type { Operator } from './operator.ts';
import { explainMissingText, explainText, isInText, textReasons, writtenIn } from './text-search.ts';

/** `prefix*`: a word that begins with these letters. */
export const prefixOperator: Operator<PrefixTerm> = {
  fields: [],
  write: ({ field, display }) => writtenIn(field, `${display}*`),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => hasRun(prefixPattern(term), text)),
  find: (term, paper) => textReasons(term, paper, (text) => markRuns(prefixPattern(term), text)),
  explain: explainText,
  explainMiss: ({ display, field }, paper) => explainMissingText(`${display}*`, field, paper),
  require: requirePrefix,
};

/** A store has only stems, and some stems do not begin as their forms do. */
function requirePrefix({ field, stems, prefix }: PrefixTerm): CandidateQuery {
  const others = stemsBesides(prefix).map((stem) => runIn(field, [...stems, stem]));
  return anyOfQueries([prefixIn(field, [...stems, prefix]), ...others]);
}
