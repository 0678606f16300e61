import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BenchSetting } from './bench.ts';
import type { BenchReport } from './report.ts';

/** What the process of a bench is asked for. */
export interface BenchOrder {
  readonly name: string;
  readonly setting: Omit<BenchSetting, 'progress' | 'runs'> & { readonly runs?: number };
}

/** What the process of a bench sends. */
export type BenchMessage = { readonly report: BenchReport } | { readonly problem: string };

const program = fileURLToPath(new URL('processes/one-bench.ts', import.meta.url));

/**
 * Runs a bench in a separate process, so that its end is not the end of the others.
 * @param limitMs after this time the bench and the processes that it started are ended
 * @throws Error if it fails or takes longer
 */
export async function runInProcess(order: BenchOrder, limitMs: number): Promise<BenchReport> {
  // The process leads a group, which the processes that it starts belong to.
  const child = fork(program, [JSON.stringify(order)], { detached: true, stdio: ['ignore', 2, 2, 'ipc'] });
  const stop = () => {
    endGroup(child);
    process.exit(130);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  let message: BenchMessage | null = null;
  child.on('message', (sent: BenchMessage) => {
    message = sent;
  });
  let isOutOfTime = false;
  const timer = setTimeout(() => {
    isOutOfTime = true;
    endGroup(child);
  }, limitMs);
  const [code, signal] = await once(child, 'exit');
  clearTimeout(timer);
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (isOutOfTime) throw new Error(`it took longer than ${limitMs / 60_000} minutes; --minutes gives it more`);
  return reportIn(message, signal ?? `exit code ${code}`);
}

function endGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

function reportIn(message: BenchMessage | null, end: string): BenchReport {
  if (message === null) throw new Error(`its process ended with ${end}`);
  if ('problem' in message) throw new Error(message.problem);
  return message.report;
}
