/** The style of a piece of text. `color` and `background` are 0xRRGGBB; `link` is a URL. */
export interface TextStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly dim?: boolean;
  readonly color?: number;
  readonly background?: number;
  readonly link?: string;
}

/** A piece of text in one style. {@link span} makes it. */
export interface Span {
  readonly text: string;
  readonly style: TextStyle;
}

/** One line on the screen, without a line break. */
export type Line = readonly Span[];

/** No colours, no emphasis. */
export const plain: TextStyle = {};

/** A span of the text without its control characters. */
export const span = (text: string, style: TextStyle = plain): Span => ({ text: withoutControls(text), style });

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const pictograph = /^\p{Emoji_Presentation}|\ufe0f|^\p{Regional_Indicator}/u;
const invisible = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;

/**
 * How many columns a grapheme takes on a terminal: 0, 1 or 2.
 * @internal
 */
export function graphemeWidth(grapheme: string): 0 | 1 | 2 {
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) || pictograph.test(grapheme) ? 2 : 1;
}

/** How many columns a text without line breaks takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** How many columns a line takes on a terminal. */
export const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + textWidth(text), 0);

/** A text without the characters that could move the cursor or change the reading direction. */
const withoutControls = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this removes them.
  text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly style: TextStyle;
}

/**
 * Wraps spans into lines of at most `width` columns: between words, next to wide characters, and inside a word that is
 * longer than a line. Line breaks in the text are kept.
 */
export function wrapSpans(spans: readonly Span[], width: number): Line[] {
  const columns = Math.max(2, width);
  return splitAtBreaks(spans).flatMap((cells) => wrapCells(cells, columns).map(joinCells));
}

function splitAtBreaks(spans: readonly Span[]): Cell[][] {
  const rows: Cell[][] = [[]];
  for (const { text, style } of spans) {
    for (const { segment } of graphemes.segment(text)) {
      if (segment === '\n') rows.push([]);
      else rows.at(-1)?.push({ text: segment, width: graphemeWidth(segment), style });
    }
  }
  return rows;
}

function wrapCells(cells: readonly Cell[], columns: number): Cell[][] {
  const lines: Cell[][] = [];
  let start = 0;
  while (start < cells.length) {
    const end = lineEnd(cells, start, columns);
    lines.push(trimEnd(cells.slice(start, end)));
    start = end;
    while (cells[start]?.text === ' ') start += 1;
  }
  return lines.length > 0 ? lines : [[]];
}

/** Where the line from `start` ends: at the last break that fits, or where the columns end. */
function lineEnd(cells: readonly Cell[], start: number, columns: number): number {
  let used = 0;
  let lastBreak = 0;
  for (let index = start; index < cells.length; index += 1) {
    used += cells[index]?.width ?? 0;
    if (canBreakBefore(cells, index) && index > start) lastBreak = index;
    if (used > columns && cells[index]?.text !== ' ') return lastBreak || Math.max(index, start + 1);
  }
  return cells.length;
}

/** What no line starts with after a wide character, and what none ends with. */
const closes = /^(?![\p{Ps}\p{Pi}])\p{Punctuation}|^[ーゃゅょっャュョッ々]/u;
const opens = /^[\p{Ps}\p{Pi}]/u;

function canBreakBefore(cells: readonly Cell[], index: number): boolean {
  const before = cells[index - 1];
  const cell = cells[index];
  if (!before || !cell) return false;
  if (before.text === ' ') return cell.text !== ' ';
  return (before.width === 2 || cell.width === 2) && !closes.test(cell.text) && !opens.test(before.text);
}

function trimEnd(cells: Cell[]): Cell[] {
  const last = cells.findLastIndex((cell) => cell.text !== ' ');
  return cells.slice(0, last + 1);
}

function joinCells(cells: readonly Cell[]): Line {
  const spans: Span[] = [];
  for (const { text, style } of cells) {
    const last = spans.at(-1);
    if (last?.style === style) spans[spans.length - 1] = { text: last.text + text, style };
    else spans.push({ text, style });
  }
  return spans;
}

/** The text, cut to `width` columns with an ellipsis if it is longer. */
export function clipText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let clipped = '';
  for (const { segment } of graphemes.segment(text)) {
    if (textWidth(clipped + segment) > width - 1) break;
    clipped += segment;
  }
  return `${clipped}…`;
}

/** The line, padded with blanks on the right to `width` columns. */
export const padLine = (line: Line, width: number): Line => {
  const missing = width - lineWidth(line);
  return missing > 0 ? [...line, span(' '.repeat(missing))] : line;
};

/** The line as text, with escape codes for colours and links if `color` is true. */
export function renderLine(line: Line, color: boolean): string {
  if (!color)
    return line
      .map(({ text }) => text)
      .join('')
      .trimEnd();
  return line.map(({ text, style }) => withLink(withCodes(text, style), style.link)).join('');
}

function withCodes(text: string, style: TextStyle): string {
  const codes = [
    style.bold && '1',
    style.dim && '2',
    style.italic && '3',
    style.underline && '4',
    style.strike && '9',
    style.color !== undefined && `38;2;${rgb(style.color)}`,
    style.background !== undefined && `48;2;${rgb(style.background)}`,
  ].filter(Boolean);
  return codes.length > 0 ? `\u001b[${codes.join(';')}m${text}\u001b[0m` : text;
}

const rgb = (color: number): string => `${(color >> 16) & 255};${(color >> 8) & 255};${color & 255}`;

/** OSC 8, the hyperlink of terminals. */
const withLink = (text: string, link: string | undefined): string =>
  link === undefined
    ? text
    : `\u001b]8;;${encodeURI(decodeSafely(link.toWellFormed()))}\u001b\\${text}\u001b]8;;\u001b\\`;

function decodeSafely(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    return link;
  }
}
