import { memoByObject } from '../../memo.ts';
import type { TypedWord } from '../topic.ts';
import { compoundStem, isJoinable, isSplitInto } from '../words/compounds.ts';
import type { Token } from '../words/tokens.ts';
import type { FieldText } from './paper-text.ts';

/** A run of a field's tokens, from `from` to before `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the words stand next to each other and in this order, by their stems. A compound in the text may stand for two
 * of the words, and two words in the text for one of them. Ascending, at most one run from each token.
 */
export function findRuns(words: readonly TypedWord[], { tokens }: FieldText): readonly Run[] {
  const steps = stepsOf(words);
  const runs: Run[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const to = endOf(steps, from, tokens);
    if (to !== null) runs.push({ from, to });
  }
  return runs;
}

/** Whether `findRuns` finds any. */
export function hasRun(words: readonly TypedWord[], { tokens }: FieldText): boolean {
  const steps = stepsOf(words);
  for (let from = 0; from < tokens.length; from++) if (endOf(steps, from, tokens) !== null) return true;
  return false;
}

/** Whether the text has a word with this stem. */
export const hasStem = ({ tokens }: FieldText, stem: string): boolean => tokens.some((token) => token.stem === stem);

/** The indices of the words with this stem, ascending. */
export const indicesOfStem = ({ tokens }: FieldText, stem: string): readonly number[] =>
  tokens.flatMap((token, index) => (token.stem === stem ? [index] : []));

/**
 * What a typed word can be in a text: a word of its stem, two words, or a compound together with the next typed word.
 */
interface Step {
  readonly text: string;
  /** The first UTF-16 unit of the text. */
  readonly initial: number;
  readonly stem: string;
  /** The stem of the compound of this word and the next one, or null if they cannot form one. */
  readonly compound: string | null;
}

// Topics are held against one paper after another.
const stepsOf = memoByObject((words: readonly TypedWord[]): readonly Step[] =>
  words.map((word, index) => stepOf(word, words[index + 1])),
);

const stepOf = (word: TypedWord, next: TypedWord | undefined): Step => ({
  text: word.text,
  initial: word.text.charCodeAt(0),
  stem: word.stem,
  compound: next !== undefined && isJoinable(word, next) ? compoundStem(word, next) : null,
});

/** Where the shortest run from this token ends, or null if there is none. */
function endOf(steps: readonly Step[], from: number, tokens: readonly Token[]): number | null {
  let at = from;
  for (const step of steps) {
    if (isCompoundAt(step, at, tokens) || isPairAt(step, at, tokens)) return endAmong(steps, from, tokens);
    if (tokens[at]?.stem !== step.stem) return null;
    at += 1;
  }
  return at;
}

/** Whether the token is a compound of this word and the next one. */
const isCompoundAt = ({ compound }: Step, at: number, tokens: readonly Token[]): boolean =>
  compound !== null && tokens[at]?.stem === compound;

/** Whether the token and the one after it stand for this word. */
function isPairAt({ text, initial }: Step, at: number, tokens: readonly Token[]): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  // Nearly all tokens begin with another letter.
  if (first?.text.charCodeAt(0) !== initial) return false;
  if (first === undefined || second === undefined || !text.startsWith(first.text)) return false;
  return isJoinable(first, second) && isSplitInto(text, first, second);
}

/**
 * The same for words that can be more than one thing. It goes through the words once with the set of tokens where each
 * may start, so that no text takes long.
 */
function endAmong(steps: readonly Step[], from: number, tokens: readonly Token[]): number | null {
  let starts: ReadonlySet<number> = new Set([from]);
  // Where the word after the next may start, because a compound stood for this word and the next.
  let skipped: ReadonlySet<number> = new Set();
  for (const step of steps) {
    const at = [...starts];
    const alone = at.filter((start) => tokens[start]?.stem === step.stem).map((start) => start + 1);
    const apart = at.filter((start) => isPairAt(step, start, tokens)).map((start) => start + 2);
    const together = at.filter((start) => isCompoundAt(step, start, tokens)).map((start) => start + 1);
    [starts, skipped] = [new Set([...skipped, ...alone, ...apart]), new Set(together)];
    if (starts.size === 0 && skipped.size === 0) return null;
  }
  return starts.size === 0 ? null : Math.min(...starts);
}

/** Where `length` tokens in a row are accepted by `isAt`, which gets each token, its place in the row and its index. */
export function findAdjacent(
  length: number,
  { tokens }: FieldText,
  isAt: (token: Token, offset: number, index: number) => boolean,
): readonly Run[] {
  const runs: Run[] = [];
  const isToken = (index: number, offset: number) => {
    const token = tokens[index];
    return token !== undefined && isAt(token, offset, index);
  };
  for (let from = 0; from <= tokens.length - length; from++) {
    let to = from;
    while (to < from + length && isToken(to, to - from)) to++;
    if (to === from + length) runs.push({ from, to });
  }
  return runs;
}
