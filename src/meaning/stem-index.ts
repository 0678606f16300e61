/**
 * The numbers of stems. It looks them up in the bytes of the table's file, by hash: a `Map` of as many texts would take
 * 8 MB, and this takes 0.7.
 */
export interface StemIndex {
  /** How many stems there are. */
  readonly size: number;
  /** The number of a stem, from 0; undefined if it is not listed. */
  idOf(stem: string): number | undefined;
}

const newline = 0x0a;
const encoder = new TextEncoder();

/** @param bytes the stems in UTF-8, each with a newline after it */
export function indexStems(bytes: Uint8Array): StemIndex {
  const starts = startsOf(bytes);
  const size = starts.length - 1;
  const endOf = (id: number): number => (starts[id + 1] as number) - 1;
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * size + 1)));
  const mask = slots.length - 1;
  for (let id = 0; id < size; id++) {
    let slot = hashOf(bytes, starts[id] as number, endOf(id)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }
  const wanted = new Uint8Array(longestOf(starts));
  const isWanted = (id: number, length: number): boolean => {
    const start = starts[id] as number;
    if (endOf(id) - start !== length) return false;
    for (let index = 0; index < length; index++) if (bytes[start + index] !== wanted[index]) return false;
    return true;
  };
  return {
    size,
    idOf(stem) {
      const length = encode(stem, wanted);
      if (length === undefined) return undefined;
      for (let slot = hashOf(wanted, 0, length) & mask; ; slot = (slot + 1) & mask) {
        const id = (slots[slot] as number) - 1;
        if (id < 0) return undefined;
        if (isWanted(id, length)) return id;
      }
    },
  };
}

/** Where each stem starts, and last where another one would. */
function startsOf(bytes: Uint8Array): Uint32Array {
  let count = 0;
  for (const byte of bytes) if (byte === newline) count += 1;
  const starts = new Uint32Array(count + 1);
  for (let id = 1, at = 0; id <= count; at++) {
    if (bytes[at] !== newline) continue;
    starts[id] = at + 1;
    id += 1;
  }
  return starts;
}

/** The number of bytes of the longest stem. */
function longestOf(starts: Uint32Array): number {
  let longest = 0;
  for (let id = 1; id < starts.length; id++)
    longest = Math.max(longest, (starts[id] as number) - (starts[id - 1] as number) - 1);
  return longest;
}

/** Writes a stem in UTF-8, and returns its length in bytes. Undefined if there is no room: no listed stem is as long. */
function encode(stem: string, bytes: Uint8Array): number | undefined {
  if (stem.length > bytes.length) return undefined;
  for (let at = 0; at < stem.length; at++) {
    const code = stem.charCodeAt(at);
    if (code >= 0x80) return encodeAny(stem, bytes);
    bytes[at] = code;
  }
  return stem.length;
}

function encodeAny(stem: string, bytes: Uint8Array): number | undefined {
  const { read, written } = encoder.encodeInto(stem, bytes);
  return read < stem.length ? undefined : written;
}

/** FNV-1a of the bytes. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash >>> 0;
}
