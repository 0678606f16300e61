import { accented, isAccent, isLetterAccent, letterCommands } from './accents.ts';
import { fontSwitches, readTextCommand } from './commands.ts';
import { findNear, type Piece, readArgument, readCommand, readGroup, readOption, skipBlanks } from './groups.ts';
import { mathToUnicode, readMathCommand, readScript } from './math.ts';
import { readDashes, readTie } from './punctuation.ts';
import { readQuantity } from './quantities.ts';
import { closeSeams } from './scripts.ts';
import { ordinarySymbols, textSymbols } from './symbols.ts';

/** A text being read. Quotes opened by TeX's two backticks wait for their closing pair. */
interface Reading {
  readonly text: string;
  readonly depth: number;
  openQuotes: number;
}

const deepestNesting = 8;
/** Whether there is anything to convert. A hyphen alone is none, and neither is a quote without a backtick before it. */
const special = /[\\{$`~^_\ue000]|--/;
const plainRun = /[^\\{$`'"~^_-]+/y;
const singleQuoted = /`([^`'\s](?:[^`']{0,78}[^`'\s])?)'(?![a-zA-Z'])/y;
const quotedKey = /\\"[\w ]{1,40}\\"(?![a-zA-Z{\\])/y;
const mostInnerSigns = 6;
const blankCommands = new Set([
  ' ',
  ',',
  ';',
  ':',
  '\\',
  'quad',
  'qquad',
  'enspace',
  'thinspace',
  'newline',
  'par',
  'noindent',
]);
const emptyCommands = new Set(['!', '-', '/', '@', 'xspace', 'protect', 'relax', 'maketitle', 'bigskip', 'smallskip']);
const escaped = new Set(['%', '&', '_', '#', '$', '{', '}']);

/**
 * TeX in titles, abstracts and names as Unicode: accents, symbols, quotes, dashes, emphasis, and formulas that have a
 * plain equivalent (`$O(n\log n)$` → `O(n log n)`, `CO$_2$` → `CO₂`). TeX that cannot be converted safely stays as written.
 */
export function texToUnicode(text: string): string {
  return special.test(text) ? closeSeams(convert(text, 0)) : text;
}

function convert(text: string, depth: number): string {
  if (depth > deepestNesting) return text;
  const reading: Reading = { text, depth, openQuotes: 0 };
  let out = '';
  for (let at = 0; at < text.length; ) {
    const piece = readPiece(reading, at);
    out += piece.text;
    at = piece.end;
  }
  return out;
}

/** The next piece of the text: at least one character, converted or not. */
function readPiece(reading: Reading, at: number): Piece {
  const { text } = reading;
  plainRun.lastIndex = at;
  const plain = plainRun.exec(text)?.[0];
  if (plain !== undefined) return { text: plain, end: at + plain.length };
  const converted = readSpecial(reading, at);
  return converted ?? { text: text[at] ?? '', end: at + 1 };
}

function readSpecial(reading: Reading, at: number): Piece | null {
  switch (reading.text[at]) {
    case '\\':
      return readBackslash(reading, at);
    case '{':
      return readBraces(reading, at);
    case '$':
      return readFormula(reading.text, at);
    case '^':
    case '_':
      return readTextScript(reading.text, at);
    case '-':
      return readDashes(reading.text, at);
    case '~':
      return readTie(reading.text, at);
    default:
      return readQuote(reading, at);
  }
}

/** A command. An unknown one stays with its arguments, which mean nothing without it. */
function readBackslash(reading: Reading, at: number): Piece | null {
  const { text, depth } = reading;
  const command = readCommand(text, at);
  if (command === null) return null;
  const { text: name, end } = command;
  // `St\ütz` already has its accent.
  if (/^[^a-zA-Z]$/.test(name) && /\p{L}/u.test(name)) return { text: name, end };
  if (name === '(' || name === '[') return readDelimitedFormula(text, at, name === '(' ? '\\)' : '\\]');
  const converted =
    readAccent(text, at, command, depth) ??
    readSymbol(text, at, command) ??
    readQuantity(text, name, end, mathToUnicode) ??
    readTextCommand(text, at, command, (inside) => convert(inside, depth + 1)) ??
    readDocument(text, command) ??
    readEnvironment(text, at, command) ??
    readMathCommand(text, at);
  return converted ?? asWritten(text, at, /[a-zA-Z]/.test(name) ? argumentsEnd(text, end) : end);
}

const asWritten = (text: string, from: number, end: number): Piece => ({ text: text.slice(from, end), end });

function argumentsEnd(text: string, at: number): number {
  const next = readGroup(text, at) ?? readOption(text, at);
  return next === null ? at : argumentsEnd(text, next.end);
}

function readAccent(text: string, at: number, { text: name, end }: Piece, depth: number): Piece | null {
  if (!isAccent(name)) return null;
  quotedKey.lastIndex = at;
  if (name === '"' && quotedKey.test(text)) return null;
  const follows = text[end] ?? '';
  if (!canFollow(name, follows)) return null;
  const argument = readAccented(text, end);
  const greek = argument && ordinarySymbols.get(`${name}${argument.text}`);
  // In some records, arXiv mistakes the start of `\beta` for an accent: `\b{eta}`.
  if (argument && greek && text[end] === '{') return { text: greek, end: argument.end };
  const letter = argument && accented(name, convert(argument.text, depth + 1));
  return argument === null || letter === null ? null : { text: letter, end: argument.end };
}

/** Whether this accent can be on what follows it. `\v c` needs its blank; `\' a` is an escaped apostrophe. */
function canFollow(accent: string, follows: string): boolean {
  if (accent === 'b' || accent === 'h') return follows === '{';
  return isLetterAccent(accent) ? /[\s{\\]/.test(follows) : !/\s/.test(follows);
}

/** The letter below an accent, with the accents that it has already: `\'\~e`. */
function readAccented(text: string, at: number): Piece | null {
  const first = readArgument(text, at);
  const next = /^\\[^a-zA-Z]$/.test(first?.text ?? '') ? readArgument(text, first?.end ?? at) : null;
  return first === null || next === null ? first : { text: text.slice(at, next.end), end: next.end };
}

function readSymbol(text: string, at: number, { text: name, end }: Piece): Piece | null {
  if (escaped.has(name)) return { text: name, end };
  if (blankCommands.has(name)) return { text: ' ', end };
  if (emptyCommands.has(name)) return { text: '', end };
  const letter = letterCommands.get(name);
  if (letter !== undefined) return { text: letter, end: isUnit(text, at, name) ? end : wordEnd(text, end) };
  if (name === 'deg' && !/\d/.test(text[at - 1] ?? '')) return null;
  const symbol = textSymbols.get(name);
  return symbol === undefined ? null : { text: symbol, end: text.startsWith('{}', end) ? end + 2 : end };
}

/** Whether `\AA` is the unit, as in `43 \AA and`, or the letter of a word, as in `\AA ngstr\"om`. */
const isUnit = (text: string, at: number, name: string): boolean =>
  name === 'AA' && /[\d$]\s?$/.test(text.slice(Math.max(0, at - 2), at));

/** The end of a command within a word. A blank only ends the command, unless braces do: `\ss e`, `\ss{} e`. */
const wordEnd = (text: string, at: number): number => (text.startsWith('{}', at) ? at + 2 : skipBlanks(text, at));

/** What is in the document that publishers wrap around a formula: `\documentclass… \begin{document}$$x$$\end{document}`. */
function readDocument(text: string, { text: name, end }: Piece): Piece | null {
  const [begin, close] = ['\\begin{document}', '\\end{document}'];
  const start = name === 'documentclass' ? findNear(text, begin, end) + begin.length : 0;
  const stop = start < begin.length ? -1 : findNear(text, close, start);
  return stop === -1 ? null : { text: convert(text.slice(start, stop).trim(), 1), end: stop + close.length };
}

/** A displayed equation. One without a plain equivalent stays as it is. */
function readEnvironment(text: string, at: number, { text: name, end }: Piece): Piece | null {
  const environment = name === 'begin' ? readGroup(text, end) : null;
  if (environment === null) return null;
  const closing = `\\end{${environment.text}}`;
  const close = findNear(text, closing, environment.end);
  if (close === -1) return null;
  const isEquation = /^(?:equation|displaymath|math)\*?$/.test(environment.text);
  const converted = isEquation ? mathToUnicode(text.slice(environment.end, close)) : null;
  return converted === null
    ? asWritten(text, at, close + closing.length)
    : { text: converted, end: close + closing.length };
}

/** Whether it is the sign within a number, `10{,}000`, which has no gap in braces. */
const isDecimalSign = (text: string, at: number, { text: sign, end }: Piece): boolean =>
  /^[.,]$/.test(sign) && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[end] ?? '');

/** A group. Braces around a converted command or fraction are removed: `{\ss}`, `{\'e}`, `{\em word}`, `{n \over 2}`. */
function readBraces({ text, depth }: Reading, at: number): Piece | null {
  const inside = readGroup(text, at);
  if (inside !== null && isDecimalSign(text, at, inside)) return inside;
  if (inside === null) return fontSwitches.test(text.slice(at + 1, at + 20)) ? { text: '', end: at + 1 } : null;
  const fraction = /\\(?:over|choose)(?![a-zA-Z])/.test(inside.text) ? mathToUnicode(inside.text) : null;
  if (fraction !== null) return { text: fraction, end: inside.end };
  if (!/^\s*\\/.test(inside.text)) return null;
  const converted = convert(inside.text.replace(fontSwitches, ''), depth + 1);
  return converted.includes('\\') ? null : { text: converted, end: inside.end };
}

function readFormula(text: string, at: number): Piece | null {
  const fence = text.startsWith('$$', at) ? '$$' : '$';
  const start = at + fence.length;
  const close = formulaEnd(text, start, fence);
  if (close === -1) return null;
  const inside = text.slice(start, close);
  const end = close + fence.length;
  if (fence === '$' && !looksLikeFormula(inside, text[end] ?? '')) return null;
  const converted = mathToUnicode(inside);
  return converted === null ? asWritten(text, at, end) : { text: `${gapBefore(text, at, inside)}${converted}`, end };
}

/** A blank where the formula begins with one after a number: `5$ - 10$` is 5 - 10. */
const gapBefore = (text: string, at: number, inside: string): string =>
  /^\s[^_^]/.test(inside) && /[\p{L}\p{N}%)]/u.test(text[at - 1] ?? '') ? ' ' : '';

/** Where the formula ends: not at an escaped dollar sign, nor at one of an inner formula, `\text{if $x$}`. */
function formulaEnd(text: string, start: number, fence: string): number {
  const first = nextSign(text, start, fence);
  let close = first;
  for (let skipped = 0; close !== -1 && skipped < mostInnerSigns; skipped++) {
    if (!hasOpenBrace(text.slice(start, close))) return close;
    close = nextSign(text, close + 1, fence);
  }
  return first;
}

function nextSign(text: string, from: number, fence: string): number {
  const found = findNear(text, fence, from);
  return found > 0 && text[found - 1] === '\\' ? nextSign(text, found + 1, fence) : found;
}

function hasOpenBrace(text: string): boolean {
  const braces = text.replace(/\\.|[^{}]/gs, '');
  return braces.split('{').length > braces.split('}').length;
}

/** Whether dollar signs mark a formula and not money, `$5 to $8`. A formula has TeX, no blank at its ends, or no word. */
function looksLikeFormula(inside: string, next: string): boolean {
  if (inside.trim() === '') return false;
  if (/\d/.test(next) && /^\d|\s/.test(inside)) return false;
  return /[\\^_]/.test(inside) || !/^\s|\s$/.test(inside) || !/^\s*\d|[a-zA-Z]{2}/.test(inside);
}

function readDelimitedFormula(text: string, at: number, closing: string): Piece {
  const close = findNear(text, closing, at + 2);
  if (close === -1) return asWritten(text, at, at + 2);
  const converted = mathToUnicode(text.slice(at + 2, close));
  return converted === null ? asWritten(text, at, close + 2) : { text: converted, end: close + 2 };
}

/** `^{12}C` */
const isotope = /^\^\{[A-Z\d+-]{1,4}\}[A-Z]/;

/** A script in running text. It needs braces or a command to be sure: `snake_case` and `2^n` stay. */
function readTextScript(text: string, at: number): Piece | null {
  const isScript = /[{\\]/.test(text[at + 1] ?? '') && /[\p{L}\p{M}\p{N})\]}|$*′]/u.test(text[at - 1] ?? ' ');
  return isScript || isotope.test(text.slice(at, at + 12)) ? readScript(text, at) : null;
}

/** Quotes are converted in pairs only, because a single prime or backtick can be anything. */
function readQuote(reading: Reading, at: number): Piece | null {
  const { text, depth } = reading;
  if (text.startsWith('``', at) && (findNear(text, "''", at + 2) > 0 || findNear(text, '"', at + 2) > 0)) {
    reading.openQuotes += 1;
    return { text: '“', end: at + 2 };
  }
  const isClosing = reading.openQuotes > 0 && (text[at] === '"' || text.startsWith("''", at));
  if (isClosing) {
    reading.openQuotes -= 1;
    return { text: '”', end: at + (text[at] === '"' ? 1 : 2) };
  }
  singleQuoted.lastIndex = at;
  const [whole, inside] = singleQuoted.exec(text) ?? [];
  if (whole === undefined || inside === undefined) return null;
  return { text: `‘${convert(inside, depth + 1)}’`, end: at + whole.length };
}
