import { beginStretch, type Stretch } from '../../cooperate.ts';

/** Collects the writes of several channels, so that they share a commit: each commit costs an fsync. */
export interface WriteGroup {
  add(write: () => Promise<void>): void;
  /**
   * Begins the writes if there are enough of them, and yields if the event loop has been held. Call it after each channel.
   * A server stores these writes while the next ones are prepared.
   */
  pause(): Promise<void>;
  /** Makes the writes that are left, and waits for all. */
  finish(): Promise<void>;
}

/** How many writes share a commit: with more, the commit alone would hold the event loop for too long. */
const writesTogether = 50;

/** @param stretch the work between whose writes it yields */
export function createWriteGroup(stretch: Stretch = beginStretch()): WriteGroup {
  let writes: (() => Promise<void>)[] = [];
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
  return {
    add(write) {
      writes.push(write);
    },
    async pause() {
      if (stretch.isOver()) await stretch.end();
      if (writes.length < writesTogether) return;
      // The commit of a file has a turn to itself.
      await stretch.end();
      await begin();
      await stretch.end();
      await stretch.end();
    },
    async finish() {
      await begin();
      await begun;
    },
  };
}
