import { memoByObject } from '../../memo.ts';
import type { TypedWord } from '../topic.ts';
import { isJoinable, isSplitInto, solidStem } from '../words/compounds.ts';
import type { Token } from '../words/tokens.ts';
import type { FieldText } from './paper-text.ts';

/** A run of tokens of a field: from the first one to before the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the words stand next to each other and in this order, by their stems; two of them may be one solid word in the
 * text, and one of them two words. By their first tokens, ascending, no two from the same.
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

/** Its words with this stem, ascending. */
export const indicesOfStem = ({ tokens }: FieldText, stem: string): readonly number[] =>
  tokens.flatMap((token, index) => (token.stem === stem ? [index] : []));

/** What a typed word can be in a text: a word of its stem, two words, or a solid one together with the next. */
interface Step {
  readonly text: string;
  /** The first UTF-16 unit of the text. */
  readonly initial: number;
  readonly stem: string;
  /** The stem of the solid word that stands for this word and the next one, or null where none can. */
  readonly solid: string | null;
}

// Topics are held against one paper after another.
const stepsOf = memoByObject((words: readonly TypedWord[]): readonly Step[] =>
  words.map((word, index) => stepOf(word, words[index + 1])),
);

const stepOf = (word: TypedWord, next: TypedWord | undefined): Step => ({
  text: word.text,
  initial: word.text.charCodeAt(0),
  stem: word.stem,
  solid: next !== undefined && isJoinable(word, next) ? solidStem(word, next) : null,
});

/** Where a run that starts at this token ends, the shortest one; null where none does. */
function endOf(steps: readonly Step[], from: number, tokens: readonly Token[]): number | null {
  let at = from;
  for (const step of steps) {
    // Whatever the word can be begins with its first letter, and nearly all tokens begin with another one.
    if (tokens[at]?.text.charCodeAt(0) !== step.initial) return null;
    if (isSolidAt(step, at, tokens) || isPairAt(step, at, tokens)) return endAmong(steps, from, tokens);
    if (tokens[at]?.stem !== step.stem) return null;
    at += 1;
  }
  return at;
}

/** Whether the token is a solid word that stands for this word and the next one. */
const isSolidAt = ({ solid }: Step, at: number, tokens: readonly Token[]): boolean =>
  solid !== null && tokens[at]?.stem === solid;

/** Whether the solid word stands for the token and the one after it. */
function isPairAt({ text }: Step, at: number, tokens: readonly Token[]): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || second === undefined || !text.startsWith(first.text)) return false;
  return isJoinable(first, second) && isSplitInto(text, first, second);
}

/**
 * The same where a word can be more than one thing. Works through the words once, with all tokens that each may start
 * at, so that no text makes it long.
 */
function endAmong(steps: readonly Step[], from: number, tokens: readonly Token[]): number | null {
  let starts: ReadonlySet<number> = new Set([from]);
  // Those at which the word after the next may start: a solid word was this one and the next.
  let skipped: ReadonlySet<number> = new Set();
  for (const step of steps) {
    const at = [...starts];
    const alone = at.filter((start) => tokens[start]?.stem === step.stem).map((start) => start + 1);
    const apart = at.filter((start) => isPairAt(step, start, tokens)).map((start) => start + 2);
    const together = at.filter((start) => isSolidAt(step, start, tokens)).map((start) => start + 1);
    [starts, skipped] = [new Set([...skipped, ...alone, ...apart]), new Set(together)];
    if (starts.size === 0 && skipped.size === 0) return null;
  }
  return starts.size === 0 ? null : Math.min(...starts);
}

/** Where so many tokens stand next to each other and in this order, each as `isAt` says. */
export function findAdjacent(
  length: number,
  { tokens }: FieldText,
  isAt: (token: Token, offset: number) => boolean,
): readonly Run[] {
  const runs: Run[] = [];
  const isToken = (token: Token | undefined, offset: number) => token !== undefined && isAt(token, offset);
  for (let from = 0; from <= tokens.length - length; from++) {
    let to = from;
    while (to < from + length && isToken(tokens[to], to - from)) to++;
    if (to === from + length) runs.push({ from, to });
  }
  return runs;
}
