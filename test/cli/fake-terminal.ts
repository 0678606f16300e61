import { Writable } from 'node:stream';

const esc = '\u001b';
const tokens = new RegExp(`${esc}\\[\\d*(?:;\\d+)*[A-Za-z]|[^]`, 'g');
const cursorUp = new RegExp(`^${esc}\\[(\\d+)A$`);
const style = new RegExp(`^${esc}\\[[\\d;]*m$`);

/** A terminal that keeps what a person sees, and what was written. It knows the sequences that the bot writes. */
export class FakeTerminal extends Writable {
  readonly isTTY = true;
  written = '';
  columns: number;
  rows = 40;
  #lines: string[] = [''];
  #row = 0;
  #column = 0;

  constructor(columns = 100) {
    super({ decodeStrings: false });
    this.columns = columns;
  }

  /** The lines on the screen, without empty ones at its end. */
  get lines(): readonly string[] {
    return this.#lines
      .map((line) => line.trimEnd())
      .filter((line, index, all) => line !== '' || index < all.length - 1);
  }

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    const text = String(chunk);
    this.written += text;
    for (const [token] of text.matchAll(tokens)) this.#take(token);
    done();
  }

  #take(token: string): void {
    const up = cursorUp.exec(token)?.[1];
    if (up !== undefined) this.#row = Math.max(0, this.#row - Number(up));
    else if (token === `${esc}[0J`) this.#eraseBelow();
    else if (token === `${esc}[K`) this.#eraseLine();
    else if (style.test(token)) return;
    else if (token.startsWith(esc)) throw new Error(`unknown sequence ${JSON.stringify(token)}`);
    else if (token === '\r') this.#column = 0;
    else if (token === '\n') this.#newLine();
    else this.#put(token);
  }

  #eraseBelow(): void {
    this.#lines.length = this.#row + 1;
    this.#lines[this.#row] = (this.#lines[this.#row] ?? '').slice(0, this.#column);
  }

  #eraseLine(): void {
    this.#lines[this.#row] = (this.#lines[this.#row] ?? '').slice(0, this.#column);
  }

  #newLine(): void {
    this.#row += 1;
    this.#column = 0;
    this.#lines[this.#row] ??= '';
  }

  #put(character: string): void {
    if (this.#column >= this.columns) this.#newLine();
    const line = (this.#lines[this.#row] ?? '').padEnd(this.#column);
    this.#lines[this.#row] = line.slice(0, this.#column) + character + line.slice(this.#column + 1);
    this.#column += 1;
  }
}
