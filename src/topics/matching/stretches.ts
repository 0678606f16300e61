import { BackwardScan } from './backward-scan.ts';
import { noRuns, type RunEnds } from './occurrences.ts';
import type { FieldText } from './paper-text.ts';
import type { PhrasePattern } from './phrase-pattern.ts';

/**
 * Whether the text has a short stretch with all phrases of the pattern. From each start of a run there is one stretch:
 * the first run of each phrase from there on. It is short if at most `distance` of its tokens belong to none of these
 * runs.
 */
export const hasShortStretch = (pattern: PhrasePattern, text: FieldText, distance: number): boolean =>
  new StretchScan(pattern, text, distance).moveToShort();

/** The runs in short stretches. */
export function markShortStretches(pattern: PhrasePattern, text: FieldText, distance: number): RunEnds {
  const scan = new StretchScan(pattern, text, distance);
  if (!scan.moveToShort()) return noRuns;
  const kept = new Int32Array(text.tokens.length);
  do scan.markRuns(kept);
  while (scan.moveToShort());
  return kept;
}

/** Goes through the stretches of a text, the last one first. */
class StretchScan {
  readonly #scan: BackwardScan;
  readonly #pattern: PhrasePattern;
  readonly #distance: number;
  // By phrase: where its first run of the stretch begins and ends; the end is 0 while it has none.
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  // How many phrases have no run, and how many tokens the runs have.
  #missing: number;
  #covered = 0;

  constructor(pattern: PhrasePattern, text: FieldText, distance: number) {
    this.#scan = new BackwardScan(pattern, text);
    this.#pattern = pattern;
    this.#distance = distance;
    this.#starts = new Int32Array(pattern.lengths.length);
    this.#ends = new Int32Array(pattern.lengths.length);
    this.#missing = pattern.lengths.length;
  }

  /** Goes on to the next short stretch. False if there is none. */
  moveToShort(): boolean {
    if (!this.#scan.mayHaveAll()) return false;
    while (this.#scan.moveToRun()) {
      this.#takeRuns();
      if (this.#missing === 0 && this.#isShort()) return true;
    }
    return false;
  }

  /** Marks the runs of the stretch. */
  markRuns(runs: RunEnds): void {
    for (let phrase = 0; phrase < this.#ends.length; phrase++) {
      const start = this.#starts[phrase] ?? 0;
      runs[start] = Math.max(runs[start] ?? 0, this.#ends[phrase] ?? 0);
    }
  }

  /** Takes the runs from the current token instead of later ones. */
  #takeRuns(): void {
    const [alone, together, half] = this.#scan.standsFor;
    this.#takeRunsFrom(alone.first);
    this.#takeRunsFrom(together.first);
    this.#takeRunsFrom(half.first);
  }

  #takeRunsFrom(states: readonly number[]): void {
    for (let index = 0; index < states.length; index++) {
      const state = states[index] ?? 0;
      const end = this.#scan.endFrom(state);
      if (end > 0) this.#take(this.#pattern.phraseOf[state] ?? 0, end);
    }
  }

  #take(phrase: number, end: number): void {
    const before = this.#ends[phrase] ?? 0;
    if (before === 0) this.#missing -= 1;
    this.#covered += end - this.#scan.at - (before - (this.#starts[phrase] ?? 0));
    this.#starts[phrase] = this.#scan.at;
    this.#ends[phrase] = end;
  }

  #isShort(): boolean {
    let last = 0;
    for (let phrase = 0; phrase < this.#ends.length; phrase++) last = Math.max(last, this.#ends[phrase] ?? 0);
    return last - this.#scan.at - this.#covered <= this.#distance;
  }
}
