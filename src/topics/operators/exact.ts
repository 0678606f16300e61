import { quoteIfNeeded } from '../language/term-text.ts';
import { runIn } from '../matching/candidate-terms.ts';
import { hasRun, markRuns } from '../matching/occurrences.ts';
import { exactPattern } from '../matching/phrase-pattern.ts';
import type { ExactTerm } from '../topic.ts';
import { stemWord } from '../words/stem.ts';
import type { Operator } from './operator.ts';
import { explainMissingText, explainText, isInText, textReasons, writtenIn } from './text-search.ts';

/** `=word`: the exact form. No other spelling meets it. A word that is typed with a capital minds case: `=IT`. */
export const exactOperator: Operator<ExactTerm> = {
  // The fields of `textOperator` read these terms.
  fields: [],
  write: ({ field, display, isQuoted }) => writtenIn(field, `=${quoteIfNeeded(display, isQuoted)}`),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => hasRun(exactPattern(term.forms), text)),
  find: (term, paper) => textReasons(term, paper, (text) => markRuns(exactPattern(term.forms), text)),
  explain: explainText,
  explainMiss: ({ display, field }, paper) => explainMissingText(display, field, paper),
  require: ({ field, forms }) =>
    runIn(
      field,
      forms.map(({ text }) => stemWord(text)),
    ),
};
