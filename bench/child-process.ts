import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs a script of `processes/` with the Node options of `npm start`, and reads the JSON that it prints. */
export const runMeasured = <Result>(script: string, args: readonly string[]): Promise<Result> =>
  runInNode(npmStart().nodeOptions, script, args);

/** The same without Node options. */
export const runPlainly = <Result>(script: string, args: readonly string[]): Promise<Result> =>
  runInNode([], script, args);

async function runInNode<Result>(options: readonly string[], script: string, args: readonly string[]): Promise<Result> {
  const path = fileURLToPath(new URL(`processes/${script}`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...options, path, ...args], { cwd: projectFolder });
  return JSON.parse(stdout) as Result;
}

/** How long a process of Node with these arguments takes, from its start to its end, in milliseconds. */
export async function timeNode(args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { cwd: projectFolder, stdio: ['ignore', 'ignore', 'inherit'] });
  await succeeded(child);
  return performance.now() - startedAt;
}

/** @throws Error if the process does not end with exit code 0 */
export async function succeeded(child: ChildProcess): Promise<void> {
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) throw new Error(`a process that was measured ended with ${signal ?? `exit code ${code}`}`);
}

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** The command of `npm start`: Node's options, the script and its arguments. Relative to the project's folder. */
export function npmStart(): { readonly nodeOptions: readonly string[]; readonly script: readonly string[] } {
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const [program, ...args] = String(scripts.start).split(' ');
  const at = args.findIndex((arg) => arg.endsWith('.ts'));
  if (program !== 'node' || at < 0)
    throw new Error('npm start is not "node … .ts" any more: adapt bench/child-process.ts');
  return { nodeOptions: args.slice(0, at), script: args.slice(at) };
}
