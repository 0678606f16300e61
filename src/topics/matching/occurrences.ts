import { BackwardScan } from './backward-scan.ts';
import type { FieldText } from './paper-text.ts';
import type { PhrasePattern } from './phrase-pattern.ts';

/** Runs by the token that they begin at: the token before which the longest of them ends, or 0. It ends with the last run. */
export type RunEnds = Int32Array;

export const noRuns: RunEnds = new Int32Array();

/**
 * Where the words of a phrase stand next to each other and in their order. A compound in the text may stand for two of
 * the words, and two words in the text for one of them. If there are several such runs from one token, it is the
 * shortest one.
 */
export function markRuns(pattern: PhrasePattern, text: FieldText): RunEnds {
  const scan = new BackwardScan(pattern, text);
  if (!scan.moveToRun()) return noRuns;
  const runs = new Int32Array(scan.at + 1);
  do runs[scan.at] = scan.endFrom(0);
  while (scan.moveToRun());
  return runs;
}

/** Whether the text has a phrase of the pattern. */
export const hasRun = (pattern: PhrasePattern, text: FieldText): boolean => new BackwardScan(pattern, text).moveToRun();
