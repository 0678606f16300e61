import { quoteIfNeeded } from '../language/term-text.ts';
import { runIn } from '../matching/candidate-terms.ts';
import { findAdjacent, type Run } from '../matching/occurrences.ts';
import type { FieldText } from '../matching/paper-text.ts';
import type { ExactTerm } from '../topic.ts';
import { stemWord } from '../words/stem.ts';
import type { Operator } from './operator.ts';
import { explainMissingText, explainText, isInText, searchedTexts, textReasons, writtenIn } from './text-search.ts';

/** `=word`: the exact form. No other spelling meets it. A word that is typed with a capital minds case: `=IT`. */
export const exactOperator: Operator<ExactTerm> = {
  // The fields of `textOperator` read these terms.
  fields: [],
  write: ({ field, display, isQuoted }) => writtenIn(field, `=${quoteIfNeeded(display, isQuoted)}`),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => runsOf(term, text).length > 0),
  find: (term, paper) => textReasons(term, paper, (text) => runsOf(term, text)),
  explain: explainText,
  explainMiss: ({ display, field }, paper) => explainMissingText(display, field, paper),
  require: ({ field, forms }) =>
    runIn(
      field,
      forms.map(({ text }) => stemWord(text)),
    ),
  reads: ({ field }) => searchedTexts[field],
};

const runsOf = ({ forms }: ExactTerm, text: FieldText): readonly Run[] =>
  findAdjacent(forms.length, text, (token, offset, index) => {
    const form = forms[offset];
    if (form === undefined || token.text !== form.text) return false;
    return form.cased === null || text.casedWords[index] === form.cased;
  });
