import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import {
  checkTable,
  type MeaningTable,
  MeaningTableError,
  readMeaningTable,
  type TableSource,
} from './meaning-table.ts';

const file = new URL('word-vectors.bin', import.meta.url);
const pieceLength = 2 ** 16;

let known: WeakRef<MeaningTable> | undefined;

/**
 * The table that is shipped beside this file. It is read when it is needed, which takes 20 to 30 ms. Most bots need it
 * once a day, when a pull stores papers, so its 6 MB leave memory between two uses.
 * @throws MeaningTableError if it is missing or damaged
 */
export function shippedMeaning(): MeaningTable {
  const before = known?.deref();
  if (before !== undefined) return before;
  const table = read(() => readMeaningTable(readShared()));
  known = new WeakRef(table);
  return table;
}

/** The table that is shipped, and its version, which is read with a piece of the file in memory at a time. */
export const shippedTable: TableSource = {
  table: shippedMeaning,
  version: () => read(() => checkTable(readPieces())),
};

function read<Result>(from: () => Result): Result {
  try {
    return from();
  } catch (error) {
    if (error instanceof MeaningTableError) throw error;
    throw new MeaningTableError(
      'The table of word vectors cannot be read. Restore src/meaning/word-vectors.bin from the release.',
      { cause: error },
    );
  }
}

/** The content of the file in memory that threads can share. */
function readShared(): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const content = new Uint8Array(new SharedArrayBuffer(fstatSync(descriptor).size));
    for (let at = 0; at < content.length; ) {
      const length = readSync(descriptor, content, at, content.length - at, at);
      if (length === 0) throw new Error('The file became shorter while it was read.');
      at += length;
    }
    return content;
  } finally {
    closeSync(descriptor);
  }
}

/** The content of the file, piece by piece. Each piece is valid until the next one is asked for. */
function* readPieces(): Generator<Uint8Array> {
  const descriptor = openSync(file, 'r');
  try {
    const piece = new Uint8Array(pieceLength);
    for (;;) {
      const length = readSync(descriptor, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}
