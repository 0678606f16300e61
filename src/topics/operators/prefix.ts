import { anyOfQueries, type CandidateQuery, prefixIn, runIn } from '../matching/candidate-terms.ts';
import { markRuns, type RunEnds } from '../matching/occurrences.ts';
import type { FieldText } from '../matching/paper-text.ts';
import { stemPattern } from '../matching/phrase-pattern.ts';
import type { PrefixTerm } from '../topic.ts';
import { stemsBesides } from '../words/prefix-stems.ts';
import type { Operator } from './operator.ts';
import { explainMissingText, explainText, isInText, textReasons, writtenIn } from './text-search.ts';

/** `prefix*`: a word that begins with these letters. */
export const prefixOperator: Operator<PrefixTerm> = {
  fields: [],
  write: ({ field, display }) => writtenIn(field, `${display}*`),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => hasWord(term, text)),
  find: (term, paper) => textReasons(term, paper, (text) => runsOf(term, text)),
  explain: explainText,
  explainMiss: ({ display, field }, paper) => explainMissingText(`${display}*`, field, paper),
  require: requirePrefix,
};

const hasWord = (term: PrefixTerm, text: FieldText): boolean =>
  term.stems.length === 0
    ? text.tokens.some((token) => token.text.startsWith(term.prefix))
    : runsOf(term, text).some((end) => end > 0);

function runsOf({ stems, prefix }: PrefixTerm, text: FieldText): RunEnds {
  const { tokens } = text;
  const isBegun = (at: number): boolean => tokens[at]?.text.startsWith(prefix) === true;
  if (stems.length === 0) return Int32Array.from(tokens, (_, at) => (isBegun(at) ? at + 1 : 0));
  return markRuns(stemPattern(stems), text).map((end) => (end > 0 && isBegun(end) ? end + 1 : 0));
}

/** A store has only stems, and some stems do not begin as their forms do. */
function requirePrefix({ field, stems, prefix }: PrefixTerm): CandidateQuery {
  const others = stemsBesides(prefix).map((stem) => runIn(field, [...stems, stem]));
  return anyOfQueries([prefixIn(field, [...stems, prefix]), ...others]);
}
