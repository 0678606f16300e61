import { quoteIfNeeded } from '../language/term-text.ts';
import {
  allOfQueries,
  anyOfQueries,
  type CandidateQuery,
  type NarrowQuery,
  runIn,
} from '../matching/candidate-terms.ts';
import { findRuns, hasRun, hasStem, indicesOfStem, type Run } from '../matching/occurrences.ts';
import type { FieldText } from '../matching/paper-text.ts';
import type { TextField, TextTerm, TypedWord } from '../topic.ts';
import { isJoinable, solidStem, splitsOf } from '../words/compounds.ts';
import { stemWord } from '../words/stem.ts';
import type { Operator } from './operator.ts';
import { textFields } from './text-fields.ts';
import { explainMissingText, explainText, isInText, searchedTexts, textReasons, writtenIn } from './text-search.ts';

/** Words and phrases: next to each other and in order, within one field, in any of their spellings. */
export const textOperator: Operator<TextTerm> = {
  fields: textFields,
  write: ({ field, display, isQuoted }) => writtenIn(field, quoteIfNeeded(display, isQuoted)),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => hasSolid(term, text) || hasRun(term.words, text)),
  find: (term, paper) => textReasons(term, paper, (text) => [...findRuns(term.words, text), ...solidRuns(term, text)]),
  explain: (reason) => explainText(reason.term.display, reason),
  explainMiss: ({ display, field }, paper) => explainMissingText(display, field, paper),
  require: ({ field, words, solids }) => requireWords(field, words, solids),
  reads: ({ field }) => searchedTexts[field],
};

const hasSolid = ({ solids }: TextTerm, text: FieldText): boolean => solids.some((stem) => hasStem(text, stem));

const solidRuns = ({ solids }: TextTerm, text: FieldText): Run[] =>
  solids.flatMap((stem) => indicesOfStem(text, stem)).map((from) => ({ from, to: from + 1 }));

/** What a text with these words has in any case; see `findRuns` and `TextTerm.solids`. */
export function requireWords(
  field: TextField,
  words: readonly TypedWord[],
  solids: readonly string[] = [],
): CandidateQuery {
  const variants = words.map((word, index) => [
    ...solidStems(words, index).map((stem) => runIn(field, [stem])),
    ...spelledApart(field, word),
  ]);
  const asTyped = runIn(
    field,
    words.map(({ stem }) => stem),
  );
  const otherwise = [...variants.flat(), ...solids.map((stem) => runIn(field, [stem]))];
  if (words.length === 1) return anyOfQueries([asTyped, ...otherwise]);
  // In another spelling than typed: each word in one of its own, and at least one that is not as typed.
  const each = words.map(({ stem }, index) => anyOfQueries([runIn(field, [stem]), ...(variants[index] ?? [])]));
  return otherwise.length === 0 ? asTyped : anyOfQueries([asTyped, allOfQueries([anyOfQueries(otherwise), ...each])]);
}

const spelledApart = (field: TextField, { text }: TypedWord): NarrowQuery[] =>
  splitsOf(text).map(({ head, tail }) => runIn(field, [stemWord(head), tail]));

/** The solid words that the word makes with the one before it and with the one after it. */
function solidStems(words: readonly TypedWord[], index: number): string[] {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  const stems: string[] = [];
  if (before !== undefined && word !== undefined && isJoinable(before, word)) stems.push(solidStem(before, word));
  if (word !== undefined && after !== undefined && isJoinable(word, after)) stems.push(solidStem(word, after));
  return stems;
}
