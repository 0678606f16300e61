/**
 * Numbers under 32-bit hashes. Hashes collide; callers compare the value. A cell takes eight bytes, and about three in
 * four cells are used. It consists of many small tables that grow one by one, so that no call takes long.
 */
export interface HashTable {
  /** @param value above 0 */
  add(hash: number, value: number): void;
  /** Removes one such value, if there is one. */
  remove(hash: number, value: number): void;
  /** The first value under the hash that `isWanted` accepts, or 0. */
  find(hash: number, isWanted: (value: number) => boolean): number;
  /** All values under the hash. */
  all(hash: number): readonly number[];
}

/** Hashes and values in turn. A value of 0 is a gap; there is always at least one. */
interface Table {
  cells: Int32Array;
  used: number;
}

const tableBits = 10;
const smallestTable = 2;
const fullest = 0.85;
const growth = 1.3;

/** Where no value was added yet. Nothing is ever written into it. */
const noTable: Table = { cells: new Int32Array(smallestTable), used: 0 };

export function createHashTable(): HashTable {
  const tables = new Array<Table>(1 << tableBits).fill(noTable);
  const tableOf = (hash: number): Table => tables[hash >>> (32 - tableBits)] as Table;
  /** The table of the hash, which is made with its first value: most small indexes have few. */
  function tableFor(hash: number): Table {
    const table = tableOf(hash);
    if (table !== noTable) return table;
    const made = { cells: new Int32Array(smallestTable), used: 0 };
    tables[hash >>> (32 - tableBits)] = made;
    return made;
  }

  return {
    add(hash, value) {
      const table = tableFor(hash);
      if ((table.used + 1) * 2 > table.cells.length * fullest) grow(table);
      put(table.cells, hash, value);
      table.used++;
    },
    remove(hash, value) {
      const table = tableOf(hash);
      const { cells } = table;
      for (let at = homeOf(hash, cells); cells[at + 1] !== 0; at = after(at, cells)) {
        if (cells[at] !== hash || cells[at + 1] !== value) continue;
        closeGap(cells, at);
        table.used--;
        return;
      }
    },
    find(hash, isWanted) {
      const { cells } = tableOf(hash);
      for (let at = homeOf(hash, cells); ; at = after(at, cells)) {
        const value = cells[at + 1] ?? 0;
        if (value === 0 || (cells[at] === hash && isWanted(value))) return value;
      }
    },
    all(hash) {
      const { cells } = tableOf(hash);
      const values: number[] = [];
      for (let at = homeOf(hash, cells); cells[at + 1] !== 0; at = after(at, cells)) {
        if (cells[at] === hash) values.push(cells[at + 1] ?? 0);
      }
      return values;
    },
  };
}

/** The home cell of a hash, by its low bits; its high bits have chosen the table. */
const homeOf = (hash: number, cells: Int32Array): number =>
  Math.floor(((hash & homeMask) * (cells.length >> 1)) / (homeMask + 1)) * 2;
const homeMask = (1 << (32 - tableBits)) - 1;

const after = (at: number, cells: Int32Array): number => (at + 2 === cells.length ? 0 : at + 2);

function put(cells: Int32Array, hash: number, value: number): void {
  let at = homeOf(hash, cells);
  while (cells[at + 1] !== 0) at = after(at, cells);
  cells[at] = hash;
  cells[at + 1] = value;
}

function grow(table: Table): void {
  const { cells } = table;
  table.cells = new Int32Array(Math.ceil((cells.length / 2) * growth + 1) * 2);
  for (let at = 0; at < cells.length; at += 2) {
    if (cells[at + 1] !== 0) put(table.cells, cells[at] ?? 0, cells[at + 1] ?? 0);
  }
}

/** Moves later cells into the gap where a search would otherwise stop before them. */
function closeGap(cells: Int32Array, from: number): void {
  let gap = from;
  for (let next = after(gap, cells); cells[next + 1] !== 0; next = after(next, cells)) {
    const home = homeOf(cells[next] ?? 0, cells);
    const isFoundThere = gap < next ? home > gap && home <= next : home > gap || home <= next;
    if (isFoundThere) continue;
    cells[gap] = cells[next] ?? 0;
    cells[gap + 1] = cells[next + 1] ?? 0;
    gap = next;
  }
  cells[gap + 1] = 0;
}

/** A signed hash of 32 bits: FNV-1a over UTF-16 units, mixed so that its high and its low bits are both usable. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = hashBegin;
  for (let at = from; at < to; at++) hash = hashOn(hash, text.charCodeAt(at));
  return hashEnd(hash);
}

/** `hashOf` in steps, for a text that is not cut out: begin, go on with each UTF-16 unit, and end. */
export const hashBegin = 0x811c9dc5;
export const hashOn = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** One hash of two, in this order. */
export const hashOfBoth = (one: number, other: number): number => hashEnd(Math.imul(one, 0x01000193) ^ other);

export function hashEnd(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return half ^ (half >>> 13);
}
