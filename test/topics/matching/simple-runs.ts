import type { NearTerm, TypedWord } from '../../../src/topics/topic.ts';
import { compoundStem, isJoinable, isSplitInto } from '../../../src/topics/words/compounds.ts';
import type { Token } from '../../../src/topics/words/tokens.ts';

/** A run of tokens, from `from` to before `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The definition of the runs of a phrase: from each token the shortest one, found by trying every way. */
export const simpleRuns = (words: readonly TypedWord[], tokens: readonly Token[]): readonly Run[] =>
  tokens.flatMap((_, from) => {
    const ends = endsOf(words, 0, tokens, from);
    return ends.length === 0 ? [] : [{ from, to: Math.min(...ends) }];
  });

/** Every token before which the words from this one on can end, if they begin at that token. */
function endsOf(words: readonly TypedWord[], word: number, tokens: readonly Token[], at: number): readonly number[] {
  const [typed, nextTyped, token, nextToken] = [words[word], words[word + 1], tokens[at], tokens[at + 1]];
  if (typed === undefined) return [at];
  if (token === undefined) return [];
  const ends: number[] = [];
  if (token.stem === typed.stem) ends.push(...endsOf(words, word + 1, tokens, at + 1));
  if (nextTyped !== undefined && isJoinable(typed, nextTyped) && token.stem === compoundStem(typed, nextTyped))
    ends.push(...endsOf(words, word + 2, tokens, at + 1));
  if (nextToken !== undefined && isJoinable(token, nextToken) && isSplitInto(typed.text, token, nextToken))
    ends.push(...endsOf(words, word + 1, tokens, at + 2));
  return ends;
}

/** The definition of words near each other: every stretch, each with the first run of each word from its start on. */
export function simpleNearRuns({ groups, distance }: NearTerm, tokens: readonly Token[]): readonly Run[] {
  const distinct = new Map(groups.map((words) => [JSON.stringify(words.map(({ text, gap }) => [text, gap])), words]));
  const found = [...distinct.values()].map((words) => simpleRuns(words, tokens));
  return found.flat().flatMap(({ from: start }) => {
    const stretch = found.flatMap((runs) => runs.find(({ from }) => from >= start) ?? []);
    if (stretch.length < found.length) return [];
    const first = Math.min(...stretch.map(({ from }) => from));
    const last = Math.max(...stretch.map(({ to }) => to));
    const covered = stretch.reduce((sum, { from, to }) => sum + to - from, 0);
    return last - first - covered <= distance ? stretch : [];
  });
}
