import { type MeaningTable, MeaningTableError } from './meaning-table.ts';
import { shippedMeaning } from './shipped-table.ts';

/** The table of word vectors that topics are read with, or why there is none. */
export interface Meaning {
  /** Null if there is none. It is read when it is first asked for. */
  readonly table: MeaningTable | null;
  /** Why there is no table. Null if there is one, or if the host switched meaning off. */
  readonly damage: MeaningTableError | null;
}

/** Without a table, topics that need one are refused. */
export const withoutMeaning: Meaning = { table: null, damage: null };

/**
 * The meaning that the host chose.
 * @param read reads the table, once for each process
 */
export const openMeaning = (isOn: boolean, read: () => MeaningTable = shippedMeaning): Meaning =>
  isOn ? new TableOnDemand(read) : withoutMeaning;

/** Its fields are private, so that a topic that holds it is compared and printed without the table. */
class TableOnDemand implements Meaning {
  readonly #read: () => MeaningTable;
  #outcome?: MeaningTable | MeaningTableError;

  constructor(read: () => MeaningTable) {
    this.#read = read;
  }

  get table(): MeaningTable | null {
    const outcome = this.#readOnce();
    return outcome instanceof MeaningTableError ? null : outcome;
  }

  get damage(): MeaningTableError | null {
    const outcome = this.#readOnce();
    return outcome instanceof MeaningTableError ? outcome : null;
  }

  #readOnce(): MeaningTable | MeaningTableError {
    this.#outcome ??= readOrFail(this.#read);
    return this.#outcome;
  }
}

function readOrFail(read: () => MeaningTable): MeaningTable | MeaningTableError {
  try {
    return read();
  } catch (error) {
    if (error instanceof MeaningTableError) return error;
    throw error;
  }
}
