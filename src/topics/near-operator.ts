import { allOfQueries } from './candidate-terms.ts';
import { findRuns, type Run } from './occurrences.ts';
import type { Operator } from './operator.ts';
import type { FieldText } from './paper-text.ts';
import { requireWords, wordSlots } from './text-operator.ts';
import { explainMissingText, explainText, isInText, textReasons, writtenIn } from './text-search.ts';
import type { NearTerm } from './topic.ts';

/** `"a b"~5`: the words in any order and any of their spellings, within a stretch of one field. */
export const nearOperator: Operator<NearTerm> = {
  fields: [],
  write: ({ field, display, distance }) => writtenIn(field, `"${display}"~${distance}`),
  isWide: () => false,
  holds: (term, paper) => isInText(term, paper, (text) => runsOf(term, text).length > 0),
  find: (term, paper) => textReasons(term, paper, (text) => runsOf(term, text)),
  explain: (reason) => explainText(showNear(reason.term), reason),
  explainMiss: (term, paper) => explainMissingText(showNear(term), term.field, paper),
  require: ({ field, groups }) => allOfQueries(groups.map((words) => requireWords(field, words))),
  slots: ({ field, groups }) => groups.flatMap((words) => wordSlots(field, words)),
};

const showNear = ({ display, distance }: NearTerm): string => `${display}~${distance}`;

/** The runs of all words in every stretch that is short enough; none where there is no such stretch. */
function runsOf({ groups, distance }: NearTerm, text: FieldText): readonly Run[] {
  const found: (readonly Run[])[] = [];
  for (const words of distinctGroups(groups)) {
    const runs = findRuns(words, text);
    if (runs.length === 0) return [];
    found.push(runs);
  }
  const starts = [...new Set(found.flat().map(({ from }) => from))].sort((one, other) => one - other);
  const next = found.map(() => 0);
  const kept = new Set<Run>();
  for (const start of starts) {
    const stretch: Run[] = [];
    for (const [group, runs] of found.entries()) {
      while ((runs[next[group] ?? 0]?.from ?? start) < start) next[group] = (next[group] ?? 0) + 1;
      const run = runs[next[group] ?? 0];
      // Stretches start later and later: a word that does not follow here follows nowhere after.
      if (run === undefined) return [...kept];
      stretch.push(run);
    }
    const others = stretch.reduce((rest, { from, to }) => rest - (to - from), endOf(stretch) - start);
    if (others <= distance) for (const run of stretch) kept.add(run);
  }
  return [...kept];
}

const endOf = (runs: readonly Run[]): number => Math.max(...runs.map(({ to }) => to));

/** A word that is typed twice counts once. */
const distinctGroups = (groups: NearTerm['groups']): NearTerm['groups'] => [
  ...new Map(groups.map((words) => [words.map(({ text, gap }) => `${gap}:${text}`).join(' '), words])).values(),
];
