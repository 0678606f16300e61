import type { FieldText } from './paper-text.ts';
import { isJoinable, isSplitInto, solidStem, splitsOf } from './spellings.ts';
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
  const [first, second] = words;
  if (first === undefined) return [];
  return startsOf(first, second, text).flatMap((from) => {
    const to = endOf(words, from, text);
    return to === null ? [] : [{ from, to }];
  });
}

/** Whether `findRuns` finds any. */
export function hasRun(words: readonly TypedWord[], text: FieldText): boolean {
  const [first, second] = words;
  if (first === undefined) return false;
  if (second === undefined && text.indicesByStem.has(first.stem)) return true;
  return startsOf(first, second, text).some((from) => endOf(words, from, text) !== null);
}

/** The tokens at which a run may start. */
function startsOf(first: TypedWord, second: TypedWord | undefined, text: FieldText): readonly number[] {
  const plain = text.indicesByStem.get(first.stem) ?? [];
  const apart = splitsOf(first.text).keys.flatMap((key) => text.indicesOfPairs.get(key) ?? []);
  const isSolid = second !== undefined && isJoinable(first, second);
  const solid = isSolid ? (text.indicesByStem.get(solidStem(first, second)) ?? []) : [];
  if (apart.length === 0 && solid.length === 0) return plain;
  return [...new Set([...plain, ...apart, ...solid])].sort((one, other) => one - other);
}

/**
 * Where a run that starts at this token ends, the shortest one; null where none does. Works through the words once,
 * with all tokens that each may start at, so that no text makes it long.
 */
function endOf(words: readonly TypedWord[], from: number, text: FieldText): number | null {
  let starts: ReadonlySet<number> = new Set([from]);
  // Those at which the word after the next may start: a solid word was this one and the next.
  let skipped: ReadonlySet<number> = new Set();
  for (const [index, word] of words.entries()) {
    const at = [...starts];
    const alone = at.filter((start) => text.tokens[start]?.stem === word.stem).map((start) => start + 1);
    const apart = at.filter((start) => standsForPair(word, start, text)).map((start) => start + 2);
    const solid = at.filter((start) => isPairAt(word, words[index + 1], start, text)).map((start) => start + 1);
    [starts, skipped] = [new Set([...skipped, ...alone, ...apart]), new Set(solid)];
    if (starts.size === 0 && skipped.size === 0) return null;
  }
  return starts.size === 0 ? null : Math.min(...starts);
}

/** Whether the typed solid word stands for this token and the next one. */
function standsForPair({ text: solid }: TypedWord, at: number, { tokens }: FieldText): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token !== undefined && next !== undefined && isJoinable(token, next) && isSplitInto(solid, token, next);
}

/** Whether this token is the two typed words as one. */
const isPairAt = (word: TypedWord, next: TypedWord | undefined, at: number, { tokens }: FieldText): boolean =>
  next !== undefined && isJoinable(word, next) && tokens[at]?.stem === solidStem(word, next);

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
