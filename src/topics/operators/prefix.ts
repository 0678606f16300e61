import { anyOfQueries, type CandidateQuery, prefixIn, runIn } from '../matching/candidate-terms.ts';
import { findAdjacent, type Run } from '../matching/occurrences.ts';
import type { FieldText } from '../matching/paper-text.ts';
import type { PrefixTerm } from '../topic.ts';
import { stemsBesides } from '../words/prefix-stems.ts';
import type { Operator } from './operator.ts';
import { explainMissingText, explainText, isInText, searchedTexts, textReasons, writtenIn } from './text-search.ts';

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
  reads: ({ field }) => searchedTexts[field],
};

const hasWord = (term: PrefixTerm, text: FieldText): boolean =>
  term.stems.length === 0
    ? text.tokens.some((token) => token.text.startsWith(term.prefix))
    : runsOf(term, text).length > 0;

const runsOf = ({ stems, prefix }: PrefixTerm, text: FieldText): readonly Run[] =>
  findAdjacent(stems.length + 1, text, ({ stem, text: word }, offset) =>
    offset < stems.length ? stem === stems[offset] : word.startsWith(prefix),
  );

/** A store has only stems, and some stems do not begin as their forms do. */
function requirePrefix({ field, stems, prefix }: PrefixTerm): CandidateQuery {
  const others = stemsBesides(prefix).map((stem) => runIn(field, [...stems, stem]));
  return anyOfQueries([prefixIn(field, [...stems, prefix]), ...others]);
}
