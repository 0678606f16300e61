import type { CopyProgress } from '../store/database.ts';
import { StoreError } from '../store/store-error.ts';
import type { CliIo } from './command.ts';
import { createProgressScreen } from './progress.ts';

/** Backs up or restores a database, with a bar on a terminal. */
export async function withCopyProgress<Result>(
  io: CliIo,
  work: (onProgress?: (progress: CopyProgress) => void) => Promise<Result>,
): Promise<Result> {
  const { stderr, clock = Date.now } = io;
  const screen = stderr.isTTY === true ? createProgressScreen(io, clock) : null;
  let share = 0;
  const show = (progress: CopyProgress): void => {
    if (progress.kind === 'copying') share = progress.share;
    screen?.show({ share, text: progress.kind });
  };
  try {
    return await asFailure(screen === null ? work() : work(show));
  } finally {
    screen?.end();
  }
}

/** Turns store errors about a named file into plain failures, because the configuration is not at fault. */
async function asFailure<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'bad-url') throw new Error(error.message, { cause: error });
    throw error;
  }
}
