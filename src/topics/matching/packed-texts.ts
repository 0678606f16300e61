import { memoByKey } from '../../memo.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Token } from '../words/tokens.ts';
import { type PaperText, readPaper, readWithTokens } from './paper-text.ts';

/*
 * Cutting a paper into words takes ten times as long as making the tokens from numbers, and its tokens take ten times
 * the memory of these numbers.
 */

const gaps = ['hyphen', 'space', 'other'] as const satisfies readonly Token['gap'][];
const gapNumbers: Readonly<Record<Token['gap'], number>> = { hyphen: 0, space: 1, other: 2 };

/** How many numbers a token has: its word, its start, and its length with its gap. */
const numbersEach = 3;

/** A function that cuts papers into words, and remembers the words of at most that many papers as numbers. */
export function createPackedTexts(atMost: number): (paper: Paper) => PaperText {
  const words = createWordList();
  // A paper that is cut for the first time is returned as it was read.
  let fresh: PaperText | null = null;
  const packed = memoByKey(atMost, (paper: Paper): { readonly title: Int32Array; readonly abstract: Int32Array } => {
    fresh = readPaper(paper);
    return { title: pack(fresh.title.tokens, words), abstract: pack(fresh.abstract.tokens, words) };
  });
  return (paper) => {
    const { title, abstract } = packed(paper);
    const text = fresh ?? readWithTokens(paper, { title: unpack(title, words), abstract: unpack(abstract, words) });
    fresh = null;
    return text;
  };
}

type Word = Pick<Token, 'text' | 'stem'>;
type WordList = ReturnType<typeof createWordList>;

/** The different words of the papers, by number. */
function createWordList() {
  const numbers = new Map<string, number>();
  const words: Word[] = [];
  return {
    numberOf({ text, stem }: Word): number {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, words.length);
      return words.push({ text, stem }) - 1;
    },
    wordOf: (number: number): Word => words[number] as Word,
  };
}

function pack(tokens: readonly Token[], words: WordList): Int32Array {
  const numbers = new Int32Array(tokens.length * numbersEach);
  for (let index = 0, at = 0; index < tokens.length; index += 1, at += numbersEach) {
    const token = tokens[index] as Token;
    numbers[at] = words.numberOf(token);
    numbers[at + 1] = token.start;
    numbers[at + 2] = ((token.end - token.start) << 2) | gapNumbers[token.gap];
  }
  return numbers;
}

function unpack(numbers: Int32Array, words: WordList): readonly Token[] {
  const tokens = new Array<Token>(numbers.length / numbersEach);
  for (let index = 0, at = 0; index < tokens.length; index += 1, at += numbersEach) {
    const { text, stem } = words.wordOf(numbers[at] ?? 0);
    const start = numbers[at + 1] ?? 0;
    const rest = numbers[at + 2] ?? 0;
    tokens[index] = { text, stem, gap: gaps[rest & 3] ?? 'other', start, end: start + (rest >> 2) };
  }
  return tokens;
}
