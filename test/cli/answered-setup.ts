import { PassThrough } from 'node:stream';
import { runCli } from '../../src/cli/run.ts';

/** A person at a terminal, who types an answer when a text appears. */
class Terminal extends PassThrough {
  readonly isTTY = true;
  readonly columns = 200;
  /** What was printed. */
  text = '';
  readonly screen = new PassThrough();
  readonly #answers: (readonly [wanted: string, typed: string])[];

  constructor(answers: readonly (readonly [wanted: string, typed: string])[]) {
    super();
    this.#answers = [...answers];
    this.screen.on('data', (chunk) => {
      this.text += String(chunk);
      const [next] = this.#answers;
      if (next === undefined || !this.text.slice(this.#readTo).includes(next[0])) return;
      this.#readTo = this.text.length;
      this.#answers.shift();
      setImmediate(() => this.write(next[1]));
    });
  }

  #readTo = 0;

  setRawMode(): this {
    return this;
  }
}

/** Runs `paperboy setup`, and answers its questions. */
export async function setUp(
  answers: ConstructorParameters<typeof Terminal>[0],
  environment: Readonly<Record<string, string>>,
  envFile: string,
) {
  const terminal = new Terminal(answers);
  const signal = new AbortController().signal;
  const outputs = { stdout: terminal.screen, stderr: terminal.screen };
  const code = await runCli(['setup'], { environment, envFile, stdin: terminal, signal, ...outputs });
  return { code, text: terminal.text };
}
