import { Writable } from 'node:stream';
import { textWidth } from '../../playground/terminal-text.ts';

/** A terminal, as far as the status needs one. If it does not know its size, it says 0. */
export interface Terminal extends NodeJS.WritableStream {
  readonly columns?: number;
  readonly rows?: number;
}

/** A few lines at the foot of a terminal, below the log. Disposing it removes them. */
export interface StatusScreen extends Disposable {
  /** Where log lines are written, so that they appear above the status. */
  readonly log: Writable;
  show(lines: readonly StatusLine[]): void;
}

export interface StatusLine {
  /** One word, which is shown dim. */
  readonly label: string;
  readonly text: string;
}

const labelWidth = 10;
const usualColumns = 80;
const usualRows = 24;
const dim = (text: string): string => `\u001b[2m${text}\u001b[22m`;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function createStatusScreen(terminal: Terminal, hasColors: boolean): StatusScreen {
  let lines: readonly StatusLine[] = [];
  /** How many columns each drawn line takes. The cursor is at the end of the last one. */
  let drawn: readonly number[] = [];
  let isEnded = false;

  function erase(): string {
    if (drawn.length === 0) return '';
    // The terminal has wrapped the lines if it became narrower.
    const columns = terminal.columns || usualColumns;
    const rows = drawn.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0);
    drawn = [];
    return `\r${rows > 1 ? `\u001b[${rows - 1}A` : ''}\u001b[0J`;
  }
  function draw(): string {
    const hasRoom = (terminal.rows || usualRows) > lines.length + 1;
    if (isEnded || !hasRoom) return '';
    // A line that fills the last column could wrap.
    const width = (terminal.columns || usualColumns) - 1;
    const shown = lines.map(({ label, text }) => ({
      label: cut(label.padEnd(labelWidth), width),
      text: cut(withoutControls(text), width - labelWidth),
    }));
    drawn = shown.map(({ label, text }) => textWidth(label + text));
    return shown.map(({ label, text }) => (hasColors ? dim(label) : label) + text).join('\n');
  }
  const redraw = () => void terminal.write(erase() + draw());
  terminal.on('resize', redraw);
  const log = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      const text = String(chunk);
      // The status follows whole lines only.
      terminal.write(erase() + text + (text.endsWith('\n') ? draw() : ''));
      done();
    },
  });
  return {
    log,
    show(given) {
      lines = given;
      redraw();
    },
    [Symbol.dispose]() {
      isEnded = true;
      terminal.off('resize', redraw);
      terminal.write(erase());
    },
  };
}

/** The text, cut to the given number of columns. */
function cut(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (textWidth(kept + segment) >= columns) break;
    kept += segment;
  }
  return columns > 0 ? `${kept}…` : '';
}

/** Names of channels come from Discord, and must not move the cursor. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this removes them.
const withoutControls = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
