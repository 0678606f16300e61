import { complaints } from './complaints.ts';
import type { Span } from './syntax-error.ts';

/** A piece of a topic's text. `value` is a term's text without quotes, or a field's name without the colon. */
export interface Lexeme {
  readonly kind: 'word' | 'phrase' | 'field' | 'and' | 'or' | 'not' | 'open' | 'close' | 'end';
  readonly value: string;
  readonly span: Span;
}

// Keyboards and phones put these where a plain quotation mark was meant; any of them ends what any of them began.
const quotes = '"“”„‟«»＂';
// People write lists with commas and semicolons, and paste characters that are not seen: to a topic all is space.
const skipped = /[\s,;\p{Cf}]*/uy;
const fieldPrefix = /\p{L}+:/uy;
const bareWord = new RegExp(`[^\\s,;()|${quotes}]+`, 'y');
const phraseText = new RegExp(`[^${quotes}]*`, 'y');
const alternative = /\|\|?/y;
const minus = /[-–—−]/y;
const minusAlone = /[-–—−](?:\s|$)/y;

/**
 * Cuts a topic's text into its pieces.
 * @throws TopicSyntaxError at a quotation mark that is never closed, or a minus that stands alone.
 */
export function readLexemes(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let position = matchAt(skipped, text, 0).length;
  while (position < text.length) {
    const lexeme = lexemeAt(text, position);
    lexemes.push(lexeme);
    position += lexeme.span.length;
    position += matchAt(skipped, text, position).length;
  }
  return lexemes;
}

/** What the pattern, a sticky one, takes of the text at that position; empty where it takes nothing. */
function matchAt(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? '';
}

function lexemeAt(text: string, position: number): Lexeme {
  const first = text.charAt(position);
  if (first === '(') return lexeme('open', first, position);
  if (first === ')') return lexeme('close', first, position);
  if (first === '|') return lexeme('or', matchAt(alternative, text, position), position);
  if (quotes.includes(first)) return phraseAt(text, position);
  const prefix = matchAt(fieldPrefix, text, position);
  if (prefix !== '') return { kind: 'field', value: prefix.slice(0, -1), span: { position, length: prefix.length } };
  if (matchAt(minusAlone, text, position) !== '') throw complaints.loneMinus({ position, length: 1 });
  if (matchAt(minus, text, position) !== '') return lexeme('not', first, position);
  const word = matchAt(bareWord, text, position);
  return lexeme(kindOf(word), word, position);
}

const lexeme = (kind: Lexeme['kind'], value: string, position: number): Lexeme => ({
  kind,
  value,
  span: { position, length: value.length },
});

function phraseAt(text: string, position: number): Lexeme {
  const value = matchAt(phraseText, text, position + 1);
  const length = value.length + '""'.length;
  if (position + length > text.length) throw complaints.unclosedQuote({ position, length: 1 });
  return { kind: 'phrase', value, span: { position, length } };
}

function kindOf(word: string): Lexeme['kind'] {
  if (word === 'NOT') return 'not';
  // In any case, other than NOT: between two terms hardly anybody means the words `and` and `or` as such.
  if (/^or$/i.test(word)) return 'or';
  return /^(?:and|&|&&)$/i.test(word) ? 'and' : 'word';
}
