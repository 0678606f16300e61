import { readFileSync } from 'node:fs';
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
    return readMeaningTable(readFileSync(new URL('word-vectors.bin', import.meta.url)));
  } catch (error) {
    if (error instanceof MeaningTableError) return error;
    return new MeaningTableError(
      'The table of word vectors cannot be read. Restore src/meaning/word-vectors.bin from the release.',
      { cause: error },
    );
  }
}
