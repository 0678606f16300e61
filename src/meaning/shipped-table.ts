import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type MeaningTable, MeaningTableError, readMeaningTable } from './meaning-table.ts';

let loaded: MeaningTable | MeaningTableError | undefined;

/**
 * The table that is shipped beside this file. It is read once, when it is first needed.
 * @throws MeaningTableError if it is missing or damaged, at each call the same
 */
export function shippedMeaning(): MeaningTable {
  loaded ??= load();
  if (loaded instanceof MeaningTableError) throw loaded;
  return loaded;
}

function load(): MeaningTable | MeaningTableError {
  try {
    return readMeaningTable(readShared(new URL('word-vectors.bin', import.meta.url)));
  } catch (error) {
    if (error instanceof MeaningTableError) return error;
    return new MeaningTableError(
      'The table of word vectors cannot be read. Restore src/meaning/word-vectors.bin from the release.',
      { cause: error },
    );
  }
}

/** The content of a file in memory that threads can share. */
function readShared(file: URL): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const content = new Uint8Array(new SharedArrayBuffer(fstatSync(descriptor).size));
    for (let at = 0; at < content.length; ) {
      const read = readSync(descriptor, content, at, content.length - at, at);
      if (read === 0) throw new Error('The file became shorter while it was read.');
      at += read;
    }
    return content;
  } finally {
    closeSync(descriptor);
  }
}
