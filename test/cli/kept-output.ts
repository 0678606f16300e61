import { Writable } from 'node:stream';
import type { CliIo } from '../../src/cli/command.ts';
import { runCli } from '../../src/cli/run.ts';

/** An output that keeps what is written to it. */
class KeptOutput extends Writable {
  text = '';

  override _write(chunk: unknown, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

/** Runs a command in this process, with only the given environment. */
export async function say(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  others: Partial<Pick<CliIo, 'clock' | 'pace' | 'signal'>> = {},
) {
  const [stdout, stderr] = [new KeptOutput(), new KeptOutput()];
  const signal = new AbortController().signal;
  const code = await runCli(args, { environment, stdout, stderr, signal, ...others });
  return { code, stdout: stdout.text, stderr: stderr.text };
}
