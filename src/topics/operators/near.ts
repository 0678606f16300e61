import { allOfQueries } from '../matching/candidate-terms.ts';
import { findRuns, type Run } from '../matching/occurrences.ts';
import type { FieldText } from '../matching/paper-text.ts';
import type { NearTerm } from '../topic.ts';
import type { Operator } from './operator.ts';
import { requireWords } from './text.ts';
import { explainMissingText, explainText, isInText, searchedTexts, textReasons, writtenIn } from './text-search.ts';

/** `"a b"~5`: the words in any order and any spelling, within a short stretch of one field. */
export const nearOperator: Operator<NearTerm> = {
  fields: [],
  write: ({ field, display, distance }) => writtenIn(field, `"${display}"~${distance}`),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => runsOf(term, text).length > 0),
  find: (term, paper) => textReasons(term, paper, (text) => runsOf(term, text)),
  explain: explainText,
  explainMiss: (term, paper) => explainMissingText(showNear(term), term.field, paper),
  require: ({ field, groups }) => allOfQueries(groups.map((words) => requireWords(field, words))),
  reads: ({ field }) => searchedTexts[field],
};

const showNear = ({ display, distance }: NearTerm): string => `${display}~${distance}`;

/** The runs of all words in every stretch that is short enough. */
function runsOf({ groups, distance }: NearTerm, text: FieldText): readonly Run[] {
  const found = distinctGroups(groups).map((words) => findRuns(words, text));
  if (found.some((runs) => runs.length === 0)) return [];
  const starts = [...new Set(found.flat().map(({ from }) => from))].sort((one, other) => one - other);
  const isShort = (stretch: readonly Run[]): boolean => othersIn(stretch) <= distance;
  return [...new Set(stretchesFrom(starts, found).filter(isShort).flat())];
}

/** For each start, ascending, the first run of each word from there on. Ends where a word has none left. */
function stretchesFrom(starts: readonly number[], found: readonly (readonly Run[])[]): readonly (readonly Run[])[] {
  const next = found.map(() => 0);
  const stretches: (readonly Run[])[] = [];
  for (const start of starts) {
    const stretch = found.flatMap((runs, word) => {
      let index = next[word] ?? 0;
      while ((runs[index]?.from ?? start) < start) index++;
      next[word] = index;
      return runs.slice(index, index + 1);
    });
    if (stretch.length < found.length) break;
    stretches.push(stretch);
  }
  return stretches;
}

/** How many tokens of the stretch belong to none of its runs. */
function othersIn(stretch: readonly Run[]): number {
  const start = Math.min(...stretch.map(({ from }) => from));
  return stretch.reduce((rest, { from, to }) => rest - (to - from), endOf(stretch) - start);
}

const endOf = (runs: readonly Run[]): number => Math.max(...runs.map(({ to }) => to));

/** A word that is typed twice counts once. */
const distinctGroups = (groups: NearTerm['groups']): NearTerm['groups'] => [
  ...new Map(groups.map((words) => [words.map(({ text, gap }) => `${gap}:${text}`).join(' '), words])).values(),
];
