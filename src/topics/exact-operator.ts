import { runIn } from './candidate-terms.ts';
import { findAdjacent, type Run } from './occurrences.ts';
import type { Operator } from './operator.ts';
import { key } from './paper-keys.ts';
import type { FieldText } from './paper-text.ts';
import { stemWord } from './stem.ts';
import { explainMissingText, explainText, isInText, textReasons, writtenIn } from './text-search.ts';
import type { ExactTerm } from './topic.ts';
import { quoteIfNeeded } from './writing.ts';

/** `=word`: these very forms. No other spelling of theirs meets it. */
export const exactOperator: Operator<ExactTerm> = {
  // Fields are of texts, not of operators: those of `textOperator` read these terms, too.
  fields: [],
  write: ({ field, display, isQuoted }) => writtenIn(field, `=${quoteIfNeeded(display, isQuoted)}`),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => runsOf(term, text).length > 0),
  find: (term, paper) => textReasons(term, paper, (text) => runsOf(term, text)),
  explain: (reason) => explainText(reason.term.display, reason),
  explainMiss: ({ display, field }, paper) => explainMissingText(display, field, paper),
  require: ({ field, forms }) => runIn(field, forms.map(stemWord)),
  slots: ({ field, forms }) => forms.map((form) => [key.stem(field, stemWord(form))]),
};

const runsOf = ({ forms }: ExactTerm, text: FieldText): readonly Run[] =>
  findAdjacent(forms.length, text, (token, offset) => token.text === forms[offset]);
