import type { Token } from '../words/tokens.ts';

/** The different words of a text: what is found out about a word is true wherever the text has it. */
export interface TextWords {
  readonly words: readonly Pick<Token, 'text' | 'stem'>[];
  /** By word: the form in which capitals count. Empty where they do not count. */
  readonly cased: readonly string[];
  /** By token: the index of its word. */
  readonly wordAt: Int32Array;
  /** Whether a token of this stem may follow the word. */
  canFollow(stem: string, word: number): boolean;
}

/** Hardly any abstract has more tokens. Up to this many, comparing them takes longer than it saves: each is a word. */
export const fewTokens = 1_000;
const eachAnother = Int32Array.from({ length: fewTokens }, (_, at) => at);

/**
 * The different words among some tokens.
 * @param cased by token: the form in which capitals count
 */
export function differentWords(tokens: readonly Token[], cased: readonly string[] = []): TextWords {
  if (tokens.length <= fewTokens) {
    return { words: tokens, cased, wordAt: eachAnother, canFollow: (stem, word) => tokens[word + 1]?.stem === stem };
  }
  const indexes = new Map<string, number>();
  const firsts: number[] = [];
  const wordAt = Int32Array.from(tokens, ({ text }, at) => {
    const known = indexes.get(cased[at] ?? text);
    if (known !== undefined) return known;
    indexes.set(cased[at] ?? text, firsts.length);
    return firsts.push(at) - 1;
  });
  const words = firsts.flatMap((at) => tokens[at] ?? []);
  const stems = new Set(words.map(({ stem }) => stem));
  return { words, cased: firsts.flatMap((at) => cased[at] ?? []), wordAt, canFollow: (stem) => stems.has(stem) };
}
