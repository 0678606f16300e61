import type { Token } from '../words/tokens.ts';
import { BackwardScan } from './backward-scan.ts';
import type { FieldText } from './paper-text.ts';
import type { PhrasePattern } from './phrase-pattern.ts';

/** Runs of a field's tokens, ascending: run n goes from token `starts[n]` to before token `ends[n]`. */
export interface Runs {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Runs by the token that they begin at: the token before which the longest of them ends, or 0. */
export type RunEnds = Int32Array;

/**
 * Where the words of a phrase stand next to each other and in their order. A compound in the text may stand for two of
 * the words, and two words in the text for one of them. If there are several such runs from one token, it is the
 * shortest one.
 */
export function markRuns(pattern: PhrasePattern, text: FieldText): RunEnds {
  const runs = new Int32Array(text.tokens.length);
  const scan = new BackwardScan(pattern, text);
  while (scan.moveToRun()) runs[scan.at] = scan.endFrom(0);
  return runs;
}

/** The same for each phrase of the pattern. */
export function findRuns(pattern: PhrasePattern, text: FieldText): readonly Runs[] {
  const found = pattern.lengths.map((): FoundRuns => ({ starts: [], ends: [] }));
  const scan = new BackwardScan(pattern, text);
  while (scan.moveToRun()) {
    for (const { first } of scan.standsFor) {
      for (const state of first) addRun(found[pattern.phraseOf[state] ?? 0], scan.at, scan.endFrom(state));
    }
  }
  for (const { starts, ends } of found) {
    starts.reverse();
    ends.reverse();
  }
  return found;
}

/** Runs under construction, descending. */
interface FoundRuns {
  readonly starts: number[];
  readonly ends: number[];
}

/** Adds the run from this token, if there is one that is not added yet. */
function addRun(runs: FoundRuns | undefined, start: number, end: number): void {
  if (runs === undefined || end === 0 || runs.starts[runs.starts.length - 1] === start) return;
  runs.starts.push(start);
  runs.ends.push(end);
}

/** Whether the text has a phrase of the pattern. */
export const hasRun = (pattern: PhrasePattern, text: FieldText): boolean => new BackwardScan(pattern, text).moveToRun();

/** Whether the text has a word with this stem. */
export const hasStem = ({ tokens }: FieldText, stem: string): boolean => tokens.some((token) => token.stem === stem);

/** Adds the single tokens that are accepted. */
export function markTokens(runs: RunEnds, { tokens }: FieldText, isAccepted: (token: Token) => boolean): void {
  for (const [index, token] of tokens.entries())
    if (isAccepted(token)) runs[index] = Math.max(runs[index] ?? 0, index + 1);
}
