import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  readonly process: ChildProcess;
  /** Fulfilled when standard error has the text; rejected if the process ends before. */
  says(text: string): Promise<void>;
  readonly result: Promise<CliResult>;
}

const main = resolve('src/main.ts');
const { PATH, NODE_COMPILE_CACHE } = process.env;

/** A folder without configuration. */
export const emptyFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'paperboy-cli-'));

/** Starts `paperboy <args>` as a process with only the given environment. */
export function startCli(args: readonly string[], cwd: string, environment: NodeJS.Dict<string> = {}): RunningCli {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { PATH, NODE_COMPILE_CACHE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk) => {
      output[name] += chunk;
    });
  }
  const ended = once(child, 'close').then(([code]): CliResult => ({ code: code as number | null, ...output }));
  const says = async (text: string) => {
    while (!output.stderr.includes(text)) {
      const ending = await Promise.race([once(child.stderr, 'data').then(() => null), ended]);
      if (ending !== null && !output.stderr.includes(text))
        throw new Error(`ended without "${text}": ${ending.stderr}`);
    }
  };
  return { process: child, says, result: ended };
}

export const runCli = (
  args: readonly string[],
  cwd: string,
  environment: NodeJS.Dict<string> = {},
): Promise<CliResult> => startCli(args, cwd, environment).result;
