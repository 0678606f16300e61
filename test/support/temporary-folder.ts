import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives a run of the tests its own temporary folder, and deletes it at the end. It is in memory where there is room,
 * because each commit of a database waits for the disk: 4 ms instead of 0.1. What a process has written there survives
 * its SIGKILL, and the proof of power cuts reads from a trace what was synced.
 */
export function setup(): () => void {
  const { env } = process;
  const before = env['TMPDIR'];
  const folder = mkdtempSync(join(hasRoom(memory) ? memory : tmpdir(), 'paperboy-tests-'));
  env['TMPDIR'] = folder;
  return () => {
    if (before === undefined) delete env['TMPDIR'];
    else env['TMPDIR'] = before;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Linux's folder in memory. Containers often have 64 MB of it, which are not enough. */
const memory = '/dev/shm';
const enoughBytes = 2 ** 31;

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= enoughBytes;
}
