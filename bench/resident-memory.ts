import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The resident memory of a process in millions of bytes: now, and at its highest (Linux only). */
export interface ResidentMemory {
  readonly now: number;
  readonly peak: number | null;
}

/** Reads the memory of another process. */
export async function residentMemory(pid: number): Promise<ResidentMemory> {
  if (process.platform !== 'linux') return { now: await askProcessTable(pid), peak: null };
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return { now: kibibytesOf(status, 'VmRSS'), peak: kibibytesOf(status, 'VmHWM') };
}

const askProcessTable = async (pid: number): Promise<number> => {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return (Number(stdout) * 1024) / 1e6;
};

const kibibytesOf = (status: string, name: string): number =>
  (Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024) / 1e6;

const everyMs = 500;
/** V8 returns memory after it has been almost idle for 8 seconds. */
const steadySamples = 20;
const steadyWithin = 0.01;
const mostSamples = 40;

/** Waits until the memory has been steady within 1 % for ten seconds (at most twenty), and returns it. */
export async function settledMemory(pid: number): Promise<ResidentMemory> {
  const samples: ResidentMemory[] = [];
  while (samples.length < mostSamples && !isSteady(samples)) {
    samples.push(await residentMemory(pid));
    await pause(everyMs);
  }
  return await residentMemory(pid);
}

function isSteady(samples: readonly ResidentMemory[]): boolean {
  const latest = samples.slice(-steadySamples).map(({ now }) => now);
  return latest.length === steadySamples && Math.max(...latest) <= Math.min(...latest) * (1 + steadyWithin);
}
