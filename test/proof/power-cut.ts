import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DiskEvent, readTrace } from './disk-trace.ts';

/** SQLite's setting for syncs: `FULL` as in the product, `NORMAL` to show that the harness can see a loss. */
export type Synchronous = 'FULL' | 'NORMAL';

export interface PowerCutPlan {
  readonly folder: string;
  readonly commits: number;
  readonly synchronous: Synchronous;
}

/** The writes to the disk, and when each commit was acknowledged. */
export interface WrittenDisk {
  readonly events: readonly DiskEvent[];
  /** For each commit, how many events came before its acknowledgement. */
  readonly acknowledgedAfter: readonly number[];
}

const child = fileURLToPath(new URL('power-cut-child.ts', import.meta.url));

/** Whether this machine can trace the writes and syncs of a process. */
export const canTrace = (): boolean => spawnSync('strace', ['-e', 'trace=fsync', 'true']).status === 0;

/** Runs a process that writes with the product's store, and records each write, truncation and sync of its files. */
export function recordDisk({ folder, commits, synchronous }: PowerCutPlan): WrittenDisk {
  mkdirSync(folder, { recursive: true });
  const trace = join(folder, 'trace');
  const calls = 'openat,close,pwrite64,write,ftruncate,unlink,fsync,fdatasync';
  const watched = [
    '-f',
    '--seccomp-bpf',
    '-xx',
    '-s',
    '1000000',
    '-e',
    `trace=${calls}`,
    '-e',
    'signal=none',
    '-o',
    trace,
  ];
  const program = [process.execPath, child, join(folder, 'live.db'), String(commits), synchronous];
  const { signal, stderr } = spawnSync('strace', [...watched, ...program], { encoding: 'utf8' });
  // strace ends as the child does, which kills itself.
  if (signal !== 'SIGKILL') throw new Error(`the traced process failed:\n${stderr}`);
  return readTrace(readFileSync(trace, 'latin1'), (path) => path.startsWith(folder) && basename(path) !== 'trace');
}

/** Whether an unsynced event survives the cut: none does, or a random part, as on real disks. */
export type Survival = (event: DiskEvent) => boolean;

/**
 * Builds the files that a power cut after `cutAfter` events leaves: all synced events, and the others that `survives`
 * accepts. A deletion is kept once its folder was synced. The shared memory of the write-ahead log is never on a disk.
 * @returns the path of the database
 */
export function filesAfterCut(disk: WrittenDisk, cutAfter: number, survives: Survival, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, GrowingFile>();
  const events = disk.events.slice(0, cutAfter);
  const lastSync = new Map<string, number>();
  for (const [index, event] of events.entries()) if (event.kind === 'sync') lastSync.set(event.path, index);
  for (const [index, event] of events.entries()) {
    const keeper = event.kind === 'unlink' ? dirname(event.path) : event.path;
    const isSynced = index < (lastSync.get(keeper) ?? -1);
    if (event.kind !== 'sync' && (isSynced || survives(event))) apply(event, files);
  }
  for (const [path, { bytes, length }] of files) {
    if (!path.endsWith('-shm')) writeFileSync(join(folder, basename(path)), bytes.subarray(0, length));
  }
  return join(folder, 'live.db');
}

/** A growing file that has `length` bytes. */
interface GrowingFile {
  bytes: Buffer;
  length: number;
}

function apply(event: Exclude<DiskEvent, { kind: 'sync' }>, files: Map<string, GrowingFile>): void {
  if (event.kind === 'unlink') return void files.delete(event.path);
  const file = files.get(event.path) ?? { bytes: Buffer.alloc(65_536), length: 0 };
  files.set(event.path, file);
  if (event.kind === 'truncate') {
    file.bytes.fill(0, event.length, file.length);
    reserve(file, event.length);
    file.length = event.length;
    return;
  }
  const end = event.offset + event.bytes.length;
  reserve(file, end);
  event.bytes.copy(file.bytes, event.offset);
  file.length = Math.max(file.length, end);
}

function reserve(file: GrowingFile, length: number): void {
  if (length <= file.bytes.length) return;
  const larger = Buffer.alloc(Math.max(length, 2 * file.bytes.length));
  file.bytes.copy(larger);
  file.bytes = larger;
}
