import { StoreError } from '../store/store-error.ts';
import type { CliIo } from './command.ts';
import { createProgressScreen } from './progress.ts';

/** What a copy does, and its share of the whole from 0 to 1. Without a share, the bar stays where it is. */
interface ShownProgress {
  readonly kind: string;
  readonly share?: number;
}

/**
 * Backs up, restores or moves a database, with a bar on a terminal.
 * @param work gets `note`, which prints a line for the host meanwhile
 */
export async function withCopyProgress<Result>(
  io: CliIo,
  work: (onProgress: ((progress: ShownProgress) => void) | undefined, note: (line: string) => void) => Promise<Result>,
): Promise<Result> {
  const { stderr, clock = Date.now } = io;
  const screen = stderr.isTTY === true ? createProgressScreen(io, clock) : null;
  let share = 0;
  const show = (progress: ShownProgress): void => {
    share = progress.share ?? share;
    screen?.show({ share, text: progress.kind });
  };
  const note = (line: string): void => {
    screen?.end();
    stderr.write(`${line}\n`);
  };
  try {
    return await asFailure(work(screen === null ? undefined : show, note));
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
