import { yieldTurn } from '../../cooperate.ts';

/** Collects the writes of several channels, so that they share a commit: each commit costs an fsync. */
export interface WriteGroup {
  add(write: () => Promise<void>): void;
  /** Yields if the event loop has been held. */
  yieldIfHeld(): Promise<void>;
  /**
   * Begins the writes if there are enough of them, and yields if the event loop has been held. Call it after each channel.
   * A server stores these writes while the next ones are prepared.
   */
  pause(): Promise<void>;
  /** Makes the writes that are left, and waits for all. */
  finish(): Promise<void>;
}

/** How long the event loop is held before it gets a turn, in milliseconds. */
const stretchMs = 10;
/** How many writes share a commit: with more, the commit alone would hold the event loop for too long. */
const writesTogether = 50;

export function createWriteGroup(): WriteGroup {
  let writes: (() => Promise<void>)[] = [];
  let since = performance.now();
  /** The writes that were begun. The next ones wait for them, so that memory has two groups at most. */
  let begun: Promise<unknown> = Promise.resolve();
  const begin = async () => {
    await begun;
    const together = writes;
    writes = [];
    begun = Promise.all(together.map((write) => write()));
    // Anyone who waits for them gets the error.
    begun.catch(() => {});
  };
  const turn = async () => {
    await yieldTurn();
    since = performance.now();
  };
  const yieldIfHeld = async () => {
    if (performance.now() - since >= stretchMs) await turn();
  };
  return {
    add(write) {
      writes.push(write);
    },
    yieldIfHeld,
    async pause() {
      await yieldIfHeld();
      if (writes.length < writesTogether) return;
      // The commit of a file has a turn to itself.
      await turn();
      await begin();
      await turn();
      await turn();
    },
    async finish() {
      await begin();
      await begun;
    },
  };
}
