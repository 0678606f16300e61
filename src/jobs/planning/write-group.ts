import { yieldTurn } from '../../cooperate.ts';

/** Collects the writes of several channels, so that they share a commit: each commit costs an fsync. */
export interface WriteGroup {
  add(write: () => Promise<void>): void;
  /** Yields and makes the writes if the event loop has been held for some milliseconds. Call it after each channel. */
  pause(): Promise<void>;
  /** Makes the writes that are left. */
  finish(): Promise<void>;
}

/** How long the event loop is held before the writes are made, in milliseconds. A commit holds it about as long. */
const stretchMs = 10;
/** How many writes share a commit at most: with more, the commit alone would hold the event loop for too long. */
const writesAtMost = 50;

export function createWriteGroup(): WriteGroup {
  let writes: (() => Promise<void>)[] = [];
  let since = performance.now();
  const finish = async () => {
    const together = writes;
    writes = [];
    await Promise.all(together.map((write) => write()));
  };
  return {
    add(write) {
      writes.push(write);
    },
    async pause() {
      if (writes.length < writesAtMost && performance.now() - since < stretchMs) return;
      await yieldTurn();
      await finish();
      await yieldTurn();
      since = performance.now();
    },
    finish,
  };
}
