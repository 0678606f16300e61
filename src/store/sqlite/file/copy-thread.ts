import { once } from 'node:events';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Instant } from '../../../ports.ts';
import type { CopyProgress, DatabaseContents, Restoration } from '../../database.ts';
import { StoreError, type StoreErrorCode } from '../../store-error.ts';
import { arrivingPath, backUp, restore } from './backup.ts';
import { partialPath } from './copy.ts';
import { databasePath } from './database-url.ts';

/** What the copy thread does. */
export type CopyTask =
  | { readonly kind: 'back-up'; readonly url: string; readonly target: string }
  | { readonly kind: 'restore'; readonly url: string; readonly source: string; readonly at: Instant };

export type CopyAnswer =
  | { readonly result: DatabaseContents | Restoration }
  | { readonly failure: { readonly code: StoreErrorCode; readonly message: string } };

type OnProgress = (progress: CopyProgress) => void;

/** How often the size of the copy is read. */
const watchMs = 100;

/** See `Database.backUp`. Only a copy that is watched needs the thread. */
export async function backUpWatched(url: string, target: string, onProgress?: OnProgress): Promise<DatabaseContents> {
  if (onProgress === undefined) return backUp(url, target);
  const copy = { from: databasePath(url), to: resolve(target) };
  return await run<DatabaseContents>({ kind: 'back-up', url, target }, copy, onProgress);
}

/** See `Database.restore`. */
export async function restoreWatched(
  url: string,
  source: string,
  at: Instant,
  onProgress?: OnProgress,
): Promise<Restoration> {
  if (onProgress === undefined) return await restore(url, source, at);
  const copy = { from: resolve(source), to: arrivingPath(databasePath(url)) };
  return await run<Restoration>({ kind: 'restore', url, source, at }, copy, onProgress);
}

/** The paths of what is copied. */
interface Copy {
  readonly from: string;
  readonly to: string;
}

/** Copies in a thread, because SQLite copies a whole database in one call, during which nothing could be shown. */
async function run<Result>(task: CopyTask, copy: Copy, onProgress: OnProgress): Promise<Result> {
  const worker = new Worker(new URL('./copy-worker.ts', import.meta.url), { workerData: task, env: {} });
  // A database is checked first. Nobody has to wait for the first look to see that something happens.
  onProgress({ kind: 'checking' });
  const watch = setInterval(() => onProgress(progressOf(copy)), watchMs);
  try {
    const [answer] = (await once(worker, 'message')) as [CopyAnswer];
    if ('failure' in answer) throw new StoreError(answer.failure.code, answer.failure.message);
    return answer.result as Result;
  } finally {
    clearInterval(watch);
  }
}

/** The copy has its own name only while it is written. Before and after, databases are checked. */
function progressOf({ from, to }: Copy): CopyProgress {
  const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;
  const copied = sizeOf(partialPath(to));
  if (copied === undefined) return { kind: 'checking' };
  // The copy has no unused pages, so it may end before its size is that of the database.
  return { kind: 'copying', share: Math.min(1, copied / Math.max(1, sizeOf(from) ?? 1)) };
}
