/** A piece of TeX, and where it ends in the text. */
export interface Piece {
  readonly text: string;
  readonly end: number;
}

/** The longest group in a title or abstract. A closing brace further away is not looked for. */
const longestGroup = 2_000;

const commandPattern = /\\([a-zA-Z]+|.)/suy;
const blanks = /\s*/y;

/** The command at this backslash, without the backslash: `alpha`, `'`, `%`. Null where the text ends first. */
export function readCommand(text: string, at: number): Piece | null {
  commandPattern.lastIndex = at;
  const [whole, name] = commandPattern.exec(text) ?? [];
  return whole === undefined || name === undefined ? null : { text: name, end: at + whole.length };
}

/** The inside of the group that opens here. Null where none opens or it is not closed. */
export function readGroup(text: string, at: number): Piece | null {
  return text[at] === '{' ? readDelimited(text, at, '{', '}') : null;
}

/**
 * The group that opens here. It lasts to the end of the text where no brace closes it: authors forget the brace, and arXiv
 * moves the last one into the address before it.
 */
export function readOpenGroup(text: string, at: number): Piece | null {
  const closed = readGroup(text, at);
  if (closed !== null || text[at] !== '{' || text.length - at > longestGroup) return closed;
  return { text: text.slice(at + 1), end: text.length };
}

/** The inside of an optional argument, `[…]`, that opens here. */
export function readOption(text: string, at: number): Piece | null {
  return text[at] === '[' ? readDelimited(text, at, '[', ']') : null;
}

/** The argument of a command or a `^`: a group's inside, a command with its group, or a single character. */
export function readArgument(text: string, at: number): Piece | null {
  const start = skipBlanks(text, at);
  const character = text[start];
  if (character === undefined || character === '}') return null;
  if (character === '{') return readGroup(text, start);
  if (character === '\\') return readCommandWithGroup(text, start);
  const codePoint = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return { text: codePoint, end: start + codePoint.length };
}

/** The first index from `at` on without whitespace. */
export function skipBlanks(text: string, at: number): number {
  blanks.lastIndex = at;
  return at + (blanks.exec(text)?.[0].length ?? 0);
}

/** Where the text is next, or -1 where it is not within the length of the longest group. */
export function findNear(text: string, what: string, from: number): number {
  const found = text.slice(from, from + longestGroup).indexOf(what);
  return found === -1 ? -1 : from + found;
}

function readCommandWithGroup(text: string, at: number): Piece | null {
  const command = readCommand(text, at);
  if (command === null) return null;
  const bareEnd = /^[a-zA-Z]/.test(command.text) ? skipBlanks(text, command.end) : command.end;
  const end = readGroup(text, command.end)?.end ?? bareEnd;
  return { text: text.slice(at, end), end };
}

function readDelimited(text: string, at: number, open: string, close: string): Piece | null {
  // `indexOf` of one character is much faster than a loop, and a long run of opening braces needs many searches.
  if (findNear(text, close, at) === -1) return null;
  let depth = 0;
  const limit = Math.min(text.length, at + longestGroup);
  for (let i = at; i < limit; i++) {
    const character = text[i];
    if (character === '\\') i += 1;
    else if (character === open) depth += 1;
    else if (character === close) {
      depth -= 1;
      if (depth === 0) return { text: text.slice(at + 1, i), end: i + 1 };
    }
  }
  return null;
}
