import { accented, isAccent, isLetterAccent, letterCommands } from './tex-accents.ts';
import { type Piece, readArgument, readCommand, readGroup, readOption, skipBlanks } from './tex-groups.ts';
import { mathToUnicode } from './tex-math.ts';
import { asScript, namedCharacter, textSymbols } from './tex-symbols.ts';

/** A text being read. Quotes opened by TeX's two backticks wait for their closing pair. */
interface Reading {
  readonly text: string;
  readonly depth: number;
  openQuotes: number;
}

const deepestNesting = 8;
const special = /[\\{$`'"~-]/;
const plainRun = /[^\\{$`'"~-]+/y;
const dashes = /-{2,}/y;
const singleQuoted = /`([^`'\s](?:[^`']{0,78}[^`'\s])?)'(?![a-zA-Z'])/y;
const quotedKey = /\\"[\w ]{1,40}\\"(?![a-zA-Z{\\])/y;
const fontSwitch =
  /^\s*\\(?:it|em|bf|tt|sc|rm|sl|sf|itshape|bfseries|ttfamily|scshape|rmfamily|sffamily)(?![a-zA-Z])\s*/;

/** Commands that only say how their argument looks. */
const wrappers =
  /^(?:emph|text(?:bf|it|tt|sc|sf|rm|sl|up|md|normal)?|underline|uline|ul|mbox|hbox|url|path|nolinkurl|ensuremath)$/;
/** Commands whose second argument is what is shown: `\href{address}{text}`. */
const labelled = /^(?:href|textcolor|hyperlink)$/;
const blankCommands = new Set([' ', ',', ';', ':', '\\', 'quad', 'qquad', 'enspace', 'thinspace', 'newline']);
const emptyCommands = new Set(['!', '-', '/', '@', 'xspace', 'protect', 'noindent', 'relax']);
const escaped = new Set(['%', '&', '_', '#', '$', '{', '}']);

/**
 * TeX in titles, abstracts and names as Unicode: accents, symbols, quotes, dashes, emphasis, and formulas that have a
 * plain equivalent (`$O(n\log n)$` → `O(n log n)`, `CO$_2$` → `CO₂`). What cannot be converted safely stays as written.
 */
export function texToUnicode(text: string): string {
  return special.test(text) ? convert(text, 0) : text;
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

/** What the text says from here: at least one character, converted or as it is. */
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
    case '-':
      return readDashes(reading.text, at);
    case '~':
      return readTie(reading.text, at);
    default:
      return readQuote(reading, at);
  }
}

/** A command that is not known stays with its arguments, whose inside means something only together with it. */
function readBackslash(reading: Reading, at: number): Piece | null {
  const { text, depth } = reading;
  const command = readCommand(text, at);
  if (command === null) return null;
  const { text: name, end } = command;
  if (name === '(' || name === '[') return readDelimitedFormula(text, at, name === '(' ? '\\)' : '\\]');
  const converted =
    readAccent(text, at, command, depth) ?? readSymbol(text, command) ?? readWrapper(text, command, depth);
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
  // `\v c` needs its blank; `\' a` is an apostrophe that somebody escaped.
  if (isLetterAccent(name) ? !/[\s{\\]/.test(follows) : /\s/.test(follows)) return null;
  const argument = readArgument(text, end);
  const letter = argument && accented(name, convert(argument.text, depth + 1));
  return argument === null || letter === null ? null : { text: letter, end: argument.end };
}

function readSymbol(text: string, { text: name, end }: Piece): Piece | null {
  if (escaped.has(name)) return { text: name, end };
  if (blankCommands.has(name)) return { text: ' ', end };
  if (emptyCommands.has(name)) return { text: '', end };
  const letter = letterCommands.get(name);
  if (letter !== undefined) return { text: letter, end: wordEnd(text, end) };
  const symbol = textSymbols.get(name);
  return symbol === undefined ? null : { text: symbol, end: text.startsWith('{}', end) ? end + 2 : end };
}

/** A blank only ends the command before it, unless braces do: `\ss e`, `\ss{} e`. */
const wordEnd = (text: string, at: number): number => (text.startsWith('{}', at) ? at + 2 : skipBlanks(text, at));

function readWrapper(text: string, { text: name, end }: Piece, depth: number): Piece | null {
  const first = readGroup(text, end);
  if (first === null) return null;
  if (wrappers.test(name)) return { text: convert(first.text, depth + 1), end: first.end };
  if (name === 'textsuperscript' || name === 'textsubscript') return readScript(name, first);
  if (name === 'unicode') {
    const character = namedCharacter(first.text);
    return character === null ? null : { text: character, end: first.end };
  }
  if (!labelled.test(name)) return null;
  const shown = readGroup(text, first.end);
  return shown && { text: convert(shown.text, depth + 1), end: shown.end };
}

function readScript(name: string, { text, end }: Piece): Piece | null {
  const set = asScript(name === 'textsuperscript' ? '^' : '_', text);
  return set === null ? null : { text: set, end };
}

/** Braces vanish where they only hold a converted command: `{\ss}`, `{\'e}`, `{\em word}`. */
function readBraces({ text, depth }: Reading, at: number): Piece | null {
  const inside = readGroup(text, at);
  if (inside === null || !/^\s*\\/.test(inside.text)) return null;
  const converted = convert(inside.text.replace(fontSwitch, ''), depth + 1);
  return converted.includes('\\') ? null : { text: converted, end: inside.end };
}

function readFormula(text: string, at: number): Piece | null {
  const fence = text.startsWith('$$', at) ? '$$' : '$';
  const start = at + fence.length;
  const close = formulaEnd(text, start, fence);
  if (close === -1) return null;
  const inside = text.slice(start, close);
  const end = close + fence.length;
  if (!looksLikeFormula(inside, text[end] ?? '')) return null;
  const converted = mathToUnicode(inside);
  return converted === null ? asWritten(text, at, end) : { text: converted, end };
}

function formulaEnd(text: string, start: number, fence: string): number {
  let close = text.indexOf(fence, start);
  while (close > 0 && text[close - 1] === '\\') close = text.indexOf(fence, close + 1);
  return close;
}

/** A dollar sign can also be money: `$5 to $8`. Formulas hold TeX, or stand tight in their signs. */
function looksLikeFormula(inside: string, next: string): boolean {
  if (inside.trim() === '') return false;
  if (/\d/.test(next) && /^\d|\s/.test(inside)) return false;
  return /[\\^_]/.test(inside) || !/^\s|\s$/.test(inside);
}

function readDelimitedFormula(text: string, at: number, closing: string): Piece {
  const close = text.indexOf(closing, at + 2);
  if (close === -1) return asWritten(text, at, at + 2);
  const converted = mathToUnicode(text.slice(at + 2, close));
  return converted === null ? asWritten(text, at, close + 2) : { text: converted, end: close + 2 };
}

/** `--` before a word and after a blank is an option of a program, not a dash. */
function readDashes(text: string, at: number): Piece | null {
  dashes.lastIndex = at;
  const run = dashes.exec(text)?.[0];
  if (run === undefined) return null;
  const end = at + run.length;
  const [before, after] = [text[at - 1] ?? ' ', text[end] ?? ' '];
  const isOption = run.length === 2 && /[\s([`'"“‘]/.test(before) && /[a-zA-Z]/.test(after);
  if (run.length > 3 || isOption || before === '!' || after === '>') return asWritten(text, at, end);
  return { text: run.length === 2 ? '–' : '—', end };
}

/** A tie between two words is a blank; `~10` means about ten, `10~20` a range, `/~name` an address. */
function readTie(text: string, at: number): Piece | null {
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  const isRange = /\d/.test(before) && /\d/.test(after);
  return /[\s/~]/.test(before) || /[\s~]/.test(after) || isRange ? null : { text: ' ', end: at + 1 };
}

/** Quotes are turned only in pairs: a lone prime or backtick may be anything. */
function readQuote(reading: Reading, at: number): Piece | null {
  const { text, depth } = reading;
  if (text.startsWith('``', at) && /''|"/.test(text.slice(at + 2))) {
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
