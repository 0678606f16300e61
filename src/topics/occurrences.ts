import type { FieldText } from './paper-text.ts';
import { isJoinable, isSplitInto, solidStem, splitsOf } from './spellings.ts';
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
  if (second === undefined && text.indicesByStem.has(first.stem)) return true;
  const steps = words.map((word, index) => stepOf(word, words[index + 1], text));
  return startsOf(steps, text).some((from) => endOf(steps, from, text) !== null);
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
function pairsFor(solid: string, { tokens, indicesOfPairs }: FieldText): readonly number[] {
  const found = splitsOf(solid).keys.flatMap((key) => indicesOfPairs.get(key) ?? []);
  // Two ways to take a word apart can share a key.
  return found.filter((index) => {
    const [first, second] = [tokens[index], tokens[index + 1]];
    return first !== undefined && second !== undefined && isSplitInto(solid, first, second);
  });
}

/** The tokens at which a run may start, ascending. */
function startsOf([first]: readonly Step[], text: FieldText): readonly number[] {
  if (first === undefined) return [];
  const alone = text.indicesByStem.get(first.stem) ?? [];
  const solid = first.solid === null ? [] : (text.indicesByStem.get(first.solid) ?? []);
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

/** Where these tokens stand next to each other and in this order, each as `isAt` says. */
export function findAdjacent(
  length: number,
  starts: readonly number[],
  isAt: (offset: number, index: number) => boolean,
): readonly Run[] {
  return starts
    .filter((from) => {
      for (let offset = 0; offset < length; offset++) if (!isAt(offset, from + offset)) return false;
      return true;
    })
    .map((from) => ({ from, to: from + length }));
}
