import { memoOnce } from '../memo.ts';
import { type MeaningTable, MeaningTableError, type TableSource } from './meaning-table.ts';
import { shippedTable } from './shipped-table.ts';

/** The table of word vectors that topics are read with, or why there is none. */
export interface Meaning {
  /**
   * Null if there is none. It is read when it is asked for, and leaves memory once nobody holds it. There are never two
   * of them.
   */
  readonly table: MeaningTable | null;
  /** The version of the table. It does not need the table in memory. Null if there is none. */
  readonly version: number | null;
  /** Why there is no table. Null if there is one, or if the host switched meaning off. */
  readonly damage: MeaningTableError | null;
}

/** Without a table, topics that need one are refused. */
export const withoutMeaning: Meaning = { table: null, version: null, damage: null };

/** The meaning that the host chose. */
export const openMeaning = (isOn: boolean, source: TableSource = shippedTable): Meaning =>
  isOn ? new TableOnDemand(source) : withoutMeaning;

/** A table that is read once and stays in memory. */
export function keptTable(read: () => MeaningTable): TableSource {
  const table = memoOnce(read);
  return { table, version: () => table().version };
}

/** Its fields are private, so that a topic that holds it is compared and printed without the table. */
class TableOnDemand implements Meaning {
  readonly #source: TableSource;
  #version: number | null = null;
  #damage: MeaningTableError | null = null;

  constructor(source: TableSource) {
    this.#source = source;
  }

  get table(): MeaningTable | null {
    const { version } = this;
    const table = version === null ? null : this.#unlessDamaged(() => this.#source.table());
    if (table === null || table.version === version) return table;
    this.#damage = new MeaningTableError(
      'The table of word vectors was replaced while the bot was running. Restart the bot.',
    );
    return null;
  }

  get version(): number | null {
    this.#version ??= this.#unlessDamaged(() => this.#source.version());
    return this.#damage === null ? this.#version : null;
  }

  get damage(): MeaningTableError | null {
    return this.version === null ? this.#damage : null;
  }

  /** Null if the table is damaged, now or at an earlier call. */
  #unlessDamaged<Read>(read: () => Read): Read | null {
    if (this.#damage !== null) return null;
    try {
      return read();
    } catch (error) {
      if (!(error instanceof MeaningTableError)) throw error;
      this.#damage = error;
      return null;
    }
  }
}
