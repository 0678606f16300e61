import { findCategory } from '../papers/categories.ts';
import type { ReadTerm } from './operator.ts';
import { type Token, tokenize } from './tokens.ts';

/** The words of a term, and the one way to write them. */
export interface WrittenWords {
  readonly tokens: readonly Token[];
  /** Without quotes, in lower case, with what joins the words: `graph neural networks`, `gpt-4o`, `o'brien`. */
  readonly display: string;
  /** Whether `display` without quotes would be read as something else. */
  readonly isQuoted: boolean;
}

const operatorWords: ReadonlySet<string> = new Set(['or', 'and']);

/** Whether a bare word is a category with its archive, `cs.LG`: hardly anybody looks for such a text. */
export const namesCategory = (word: string): boolean => word.includes('.') && findCategory(word) !== null;

/** Reads the words of a term. Terms of equal words that are joined alike are displayed alike. */
export function readWords(text: string): WrittenWords {
  const tokens = tokenize(text);
  let display = '';
  let end = 0;
  for (const token of tokens) {
    if (display !== '') display += joint(text.slice(end, token.start), display);
    display += token.text;
    end = token.end;
  }
  return { tokens, display, isQuoted: display.includes(' ') || operatorWords.has(display) || namesCategory(display) };
}

export const quoteIfNeeded = (display: string, isQuoted: boolean): string => (isQuoted ? `"${display}"` : display);

const joints: Readonly<Record<string, string>> = { "'": "'", '’': "'", '.': '.', '/': '/', '&': '&', _: '_', '+': '+' };

/** What stands between two words of a term, in the form that is read back as what stands between them. */
function joint(gap: string, before: string): string {
  if (/\s/.test(gap)) return ' ';
  if (gap === '' && before.endsWith('++')) return '';
  return joints[gap] ?? '-';
}

/** The answer of a field to a value in which there is nothing to look for. */
export const noWords = (value: string): ReadTerm => ({
  ok: false,
  code: 'no-words',
  message:
    value.trim() === ''
      ? 'There are no words between these quotation marks. Add some, or remove them.'
      : `There is no word in ${mention(value)}, only signs. Remove it, or add letters or digits.`,
});

const longestMention = 40;

/** What somebody typed, as part of a sentence: in quotation marks, on one line, and not too long. */
export function mention(typed: string): string {
  const line = Array.from(typed.replace(/[\p{C}\p{Z}]+/gu, ' ').trim());
  return line.length > longestMention ? `“${line.slice(0, longestMention).join('')}…”` : `“${line.join('')}”`;
}
