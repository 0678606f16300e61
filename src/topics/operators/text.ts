import { quoteIfNeeded } from '../language/term-text.ts';
import {
  allOfQueries,
  anyOfQueries,
  type CandidateQuery,
  type CandidateTerm,
  type NarrowQuery,
  runIn,
} from '../matching/candidate-terms.ts';
import { hasRun, markRuns } from '../matching/occurrences.ts';
import { textPattern } from '../matching/phrase-pattern.ts';
import type { TextField, TextTerm, TypedWord } from '../topic.ts';
import { compoundStem, isJoinable, splitsOf } from '../words/compounds.ts';
import { stemWord } from '../words/stem.ts';
import type { Operator } from './operator.ts';
import { textFields } from './text-fields.ts';
import { explainMissingText, explainText, isInText, textReasons, writtenIn } from './text-search.ts';

/** Words and phrases: next to each other and in order, within one field, in any spelling. */
export const textOperator: Operator<TextTerm> = {
  fields: textFields,
  write: ({ field, display, isQuoted }) => writtenIn(field, quoteIfNeeded(display, isQuoted)),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => hasRun(textPattern(term), text)),
  find: (term, paper) => textReasons(term, paper, (text) => markRuns(textPattern(term), text)),
  explain: explainText,
  explainMiss: ({ display, field }, paper) => explainMissingText(display, field, paper),
  require: ({ field, words, compounds }) => requireWords(field, words, compounds),
};

/** The tokens of every text that has these words; see `markRuns` and `TextTerm.compounds`. */
export function requireWords(
  field: TextField,
  words: readonly TypedWord[],
  compounds: readonly string[] = [],
): CandidateQuery {
  const { asTyped, otherwise } = spellingsOf(field, words, compounds);
  return anyOfQueries([asTyped, ...otherwise]);
}

/** The words as they are typed, and in other spellings. */
export function spellingsOf(
  field: TextField,
  words: readonly TypedWord[],
  compounds: readonly string[] = [],
): { readonly asTyped: CandidateTerm; readonly otherwise: readonly CandidateQuery[] } {
  const variants = words.map((word, index) => [
    ...compoundStems(words, index).map((stem) => runIn(field, [stem])),
    ...spelledApart(field, word),
  ]);
  const asTyped = runIn(
    field,
    words.map(({ stem }) => stem),
  );
  const otherwise = [...variants.flat(), ...compounds.map((stem) => runIn(field, [stem]))];
  if (words.length === 1 || otherwise.length === 0) return { asTyped, otherwise };
  // In another spelling than typed: each word in one of its spellings, and at least one of them not as typed.
  const each = words.map(({ stem }, index) => anyOfQueries([runIn(field, [stem]), ...(variants[index] ?? [])]));
  return { asTyped, otherwise: [allOfQueries([anyOfQueries(otherwise), ...each])] };
}

const spelledApart = (field: TextField, { text }: TypedWord): NarrowQuery[] =>
  splitsOf(text).map(({ head, tail }) => runIn(field, [stemWord(head), tail]));

/** The stems of the compounds that the word forms with the word before it and the word after it. */
function compoundStems(words: readonly TypedWord[], index: number): string[] {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  const stems: string[] = [];
  if (before !== undefined && word !== undefined && isJoinable(before, word)) stems.push(compoundStem(before, word));
  if (word !== undefined && after !== undefined && isJoinable(word, after)) stems.push(compoundStem(word, after));
  return stems;
}
