import type { FieldText } from './paper-text.ts';
import { isJoinable, isSplitInto, solidStem } from './spellings.ts';
import type { Token } from './tokens.ts';
import type { TypedWord } from './topic.ts';

/** A run of tokens of a field: from the first one to before the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the words stand next to each other and in this order, by their stems; two of them may be one solid word in the
 * text, and one of them two words. By their first tokens, ascending, no two from the same.
 */
export function findRuns(words: readonly TypedWord[], text: FieldText): readonly Run[] {
  const steps = words.map((word, index) => stepOf(word, words[index + 1], text));
  return startsOf(steps, text).flatMap((from) => {
    const to = endOf(steps, from, text);
    return to === null ? [] : [{ from, to }];
  });
}

/** Whether `findRuns` finds any. */
export function hasRun(words: readonly TypedWord[], text: FieldText): boolean {
  const [first, second] = words;
  if (first === undefined) return false;
  if (second === undefined && hasStem(text, first.stem)) return true;
  const steps = words.map((word, index) => stepOf(word, words[index + 1], text));
  return startsOf(steps, text).some((from) => endOf(steps, from, text) !== null);
}

/** Whether the text has a word with this stem. */
export const hasStem = ({ tokens }: FieldText, stem: string): boolean => tokens.some((token) => token.stem === stem);

/**
 * Its words with this stem, ascending. Looked for one by one: an index of them all is worth its making and its memory
 * for those only who ask for dozens.
 */
export function indicesOfStem({ tokens }: FieldText, stem: string): readonly number[] {
  const indices: number[] = [];
  for (let index = 0; index < tokens.length; index++) if (tokens[index]?.stem === stem) indices.push(index);
  return indices;
}

/** What a typed word can be in the text. */
interface Step {
  readonly stem: string;
  /** The stem of the solid word that stands for this word and the next one, or null where none can. */
  readonly solid: string | null;
  /** The tokens that are this word together with the token after them. */
  readonly pairs: readonly number[];
}

const stepOf = (word: TypedWord, next: TypedWord | undefined, text: FieldText): Step => ({
  stem: word.stem,
  solid: next !== undefined && isJoinable(word, next) ? solidStem(word, next) : null,
  pairs: pairsFor(word.text, text),
});

/** The tokens that, together with the token after them, the solid word may stand for. */
function pairsFor(solid: string, { tokens }: FieldText): readonly number[] {
  const indices: number[] = [];
  for (let index = 0; index < tokens.length - 1; index++) {
    const [first, second] = [tokens[index], tokens[index + 1]];
    if (first === undefined || second === undefined || !solid.startsWith(first.text)) continue;
    if (isJoinable(first, second) && isSplitInto(solid, first, second)) indices.push(index);
  }
  return indices;
}

/** The tokens at which a run may start, ascending. */
function startsOf([first]: readonly Step[], text: FieldText): readonly number[] {
  if (first === undefined) return [];
  const alone = indicesOfStem(text, first.stem);
  const solid = first.solid === null ? [] : indicesOfStem(text, first.solid);
  if (first.pairs.length === 0 && solid.length === 0) return alone;
  return [...new Set([...alone, ...first.pairs, ...solid])].sort((one, other) => one - other);
}

/** Where a run that starts at this token ends, the shortest one; null where none does. */
function endOf(steps: readonly Step[], from: number, { tokens }: FieldText): number | null {
  let at = from;
  for (const [index, { stem, solid, pairs }] of steps.entries()) {
    const found = tokens[at]?.stem;
    if (pairs.length > 0 || (solid !== null && solid === found)) return endAmong(steps.slice(index), at, tokens);
    if (found !== stem) return null;
    at += 1;
  }
  return at;
}

/**
 * The same where a word can be more than one thing. Works through the words once, with all tokens that each may start
 * at, so that no text makes it long.
 */
function endAmong(steps: readonly Step[], from: number, tokens: readonly Token[]): number | null {
  let starts: ReadonlySet<number> = new Set([from]);
  // Those at which the word after the next may start: a solid word was this one and the next.
  let skipped: ReadonlySet<number> = new Set();
  for (const { stem, solid, pairs } of steps) {
    const at = [...starts];
    const alone = at.filter((start) => tokens[start]?.stem === stem).map((start) => start + 1);
    const apart = at.filter((start) => pairs.includes(start)).map((start) => start + 2);
    const together = at.filter((start) => solid !== null && tokens[start]?.stem === solid).map((start) => start + 1);
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
