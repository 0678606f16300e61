import { memoByObject } from '../../memo.ts';
import { quoteIfNeeded } from '../language/term-text.ts';
import { runIn } from '../matching/candidate-terms.ts';
import { hasRun, markRuns } from '../matching/occurrences.ts';
import type { FieldText } from '../matching/paper-text.ts';
import { exactPattern } from '../matching/phrase-pattern.ts';
import { plainPattern } from '../matching/plain-text.ts';
import type { ExactForm, ExactTerm } from '../topic.ts';
import { stemWord } from '../words/stem.ts';
import type { Operator } from './operator.ts';
import { explainMissingText, explainText, isInText, textReasons, writtenIn } from './text-search.ts';

/** `=word`: the exact form. No other spelling meets it. A word that is typed with a capital minds case: `=IT`. */
export const exactOperator: Operator<ExactTerm> = {
  // The fields of `textOperator` read these terms.
  fields: [],
  write: ({ field, display, isQuoted }) => writtenIn(field, `=${quoteIfNeeded(display, isQuoted)}`),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => hasForms(term.forms, text)),
  find: (term, paper) => textReasons(term, paper, (text) => markRuns(exactPattern(term.forms), text)),
  explain: explainText,
  explainMiss: ({ display, field }, paper) => explainMissingText(display, field, paper),
  require: ({ field, forms }) =>
    runIn(
      field,
      forms.map(({ text }) => stemWord(text)),
    ),
};

/** A search checks a thousand papers. Cutting each into words would take most of its time. */
function hasForms(forms: readonly ExactForm[], text: FieldText): boolean {
  if (text.plain === null) return hasRun(exactPattern(forms), text);
  return plainPatternOf(forms).pattern?.test(text.plain) ?? false;
}

const plainPatternOf = memoByObject((forms: readonly ExactForm[]) => ({ pattern: plainPattern(forms) }));
