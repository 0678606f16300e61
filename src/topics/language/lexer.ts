import type { Lexeme } from './lexeme.ts';
import { plainSigns, quotes } from './signs.ts';
import { syntaxErrors } from './syntax-messages.ts';
import { namesPaper } from './term-text.ts';

// Separators, and characters that cannot be seen. People write lists with commas and semicolons.
const skipped = /[\s,、;\p{Cf}]*/uy;
const unseen = /\p{Cf}/gu;
const fieldPrefix = /\p{L}+:/uy;
// The comma of `1,000` is part of the number.
const wordPart = `[^\\s,、;()|${quotes}]+`;
const bareWord = new RegExp(`${wordPart}(?:(?<=\\d),(?=\\d{3}(?!\\d))${wordPart})*`, 'y');
const phraseText = new RegExp(`[^${quotes}]*`, 'y');
const alternative = /\|\|?/y;
const minus = /[-–—−]/y;
const tilde = /~(?:\d{1,6}(?:\.\d{1,3})?)?/y;
// `~word` and `~"some words"` are short for `about:`.
const tildeBefore = new RegExp(`~(?=[\\p{L}${quotes}])`, 'uy');
const trailingTilde = /~(?:\d*|0?\.\d+|1\.0)$/;
const minusAlone = /[-–—−](?:\s|$)/y;

/**
 * Cuts a topic's text into lexemes.
 * @throws TopicSyntaxError at an unclosed quotation mark, at a minus that stands alone or directly after a group or a
 * phrase, and at a misplaced tilde
 */
export function readLexemes(typed: string): Lexeme[] {
  const text = plainSigns(typed);
  const lexemes: Lexeme[] = [];
  let position = matchAt(skipped, text, 0).length;
  while (position < text.length) {
    const lexeme = lexemeAt(text, position);
    if (isTied(lexemes.at(-1), lexeme)) throw syntaxErrors.tiedMinus(lexeme.span);
    lexemes.push(lexeme);
    position += lexeme.span.length;
    position += matchAt(skipped, text, position).length;
  }
  return lexemes;
}

/**
 * Whether it is a minus directly after a group or a phrase, as in `(DiT)-based`: more likely a hyphen than an
 * exclusion.
 */
function isTied(before: Lexeme | undefined, { kind, value, span }: Lexeme): boolean {
  if (kind !== 'not' || value.length > 1 || before === undefined) return false;
  const isEnd = before.kind === 'close' || before.kind === 'phrase';
  return isEnd && before.span.position + before.span.length === span.position;
}

/** The text that a sticky pattern matches at the position, or an empty text. */
function matchAt(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? '';
}

function lexemeAt(text: string, position: number): Lexeme {
  const first = text.charAt(position);
  if (first === '(') return lexeme('open', first, position);
  if (first === ')') return lexeme('close', first, position);
  if (first === '|') return lexeme('or', matchAt(alternative, text, position), position);
  if (isQuote(first)) return phraseAt(text, position, 0);
  if (first === '=' && isQuote(text.charAt(position + 1))) return phraseAt(text, position, 1);
  if (matchAt(tildeBefore, text, position) !== '') return { ...lexeme('field', first, position), value: 'about' };
  const word = matchAt(bareWord, text, position);
  // `https:` and `arXiv:` are not fields when an id follows.
  const prefix = namesPaper(word.replace(unseen, '')) ? '' : matchAt(fieldPrefix, text, position);
  if (prefix !== '') return { ...lexeme('field', prefix, position), value: prefix.slice(0, -1) };
  if (matchAt(minusAlone, text, position) !== '') throw syntaxErrors.loneMinus({ position, length: 1 });
  if (matchAt(minus, text, position) !== '') return lexeme('not', first, position);
  return wordAt(word, position);
}

const isQuote = (character: string): boolean => character !== '' && quotes.includes(character);

function wordAt(word: string, position: number): Lexeme {
  const tildeAt = word.search(trailingTilde);
  if (tildeAt > 0) {
    const span = { position: position + tildeAt, length: word.length - tildeAt };
    throw syntaxErrors.tildeAfterWord(span, word.slice(0, tildeAt));
  }
  const seen = word.replace(unseen, '');
  const isExact = seen.length > 1 && seen.startsWith('=');
  return { ...lexeme(kindOf(seen), word, position), value: isExact ? seen.slice(1) : seen, isExact };
}

const lexeme = (kind: Lexeme['kind'], value: string, position: number): Lexeme => ({
  kind,
  value,
  isExact: false,
  distance: null,
  span: { position, length: value.length },
});

/** The phrase at the position. `before` is the number of characters before its quotation mark. */
function phraseAt(text: string, position: number, before: number): Lexeme {
  const start = position + before;
  const between = matchAt(phraseText, text, start + 1);
  const end = start + between.length + '""'.length;
  if (end > text.length) throw syntaxErrors.unclosedQuote({ position: start, length: 1 });
  const near = matchAt(tilde, text, end);
  if (near === '~') throw syntaxErrors.tildeWithoutNumber({ position: end, length: 1 });
  const distance = near === '' ? null : Number(near.slice(1));
  const span = { position, length: end + near.length - position };
  return { kind: 'phrase', value: between.replace(unseen, ''), isExact: before > 0, distance, span };
}

function kindOf(word: string): Lexeme['kind'] {
  // arXiv's own search writes ANDNOT.
  if (word === 'NOT' || word === 'ANDNOT') return 'not';
  // In any case, unlike NOT: between two terms hardly anybody searches for the words `and` and `or`.
  if (/^or$/i.test(word)) return 'or';
  return /^(?:and|&|&&)$/i.test(word) ? 'and' : 'word';
}
