import { yieldTurn } from '../../cooperate.ts';

/** Collects the writes of several channels, so that they share a commit: each commit costs an fsync. */
export interface WriteGroup {
  add(write: () => Promise<void>): void;
  /** Makes the writes if there are enough of them, and yields if the event loop has been held. Call it after each channel. */
  pause(): Promise<void>;
  /** Makes the writes that are left. */
  finish(): Promise<void>;
}

/** How long the event loop is held before it gets a turn, in milliseconds. */
const stretchMs = 10;
/** How many writes share a commit: with more, the commit alone would hold the event loop for too long. */
const writesTogether = 50;

export function createWriteGroup(): WriteGroup {
  let writes: (() => Promise<void>)[] = [];
  let since = performance.now();
  const finish = async () => {
    const together = writes;
    writes = [];
    await Promise.all(together.map((write) => write()));
  };
  const turn = async () => {
    await yieldTurn();
    since = performance.now();
  };
  return {
    add(write) {
      writes.push(write);
    },
    async pause() {
      if (performance.now() - since >= stretchMs) await turn();
      if (writes.length < writesTogether) return;
      // The commit has a turn to itself.
      await turn();
      await finish();
      await turn();
    },
    finish,
  };
}
