import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** What a process holds of the machine's memory, in millions of bytes: now, and at most so far (Linux only). */
export interface ResidentMemory {
  readonly now: number;
  readonly peak: number | null;
}

/** A process other than this one. */
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

/** V8 gives memory back when it has had nothing to do for 8 seconds. */
const idleMs = 12_000;

/** What the process holds once it has had nothing to do for a while. */
export async function idleMemory(pid: number): Promise<ResidentMemory> {
  await pause(idleMs);
  return await residentMemory(pid);
}
