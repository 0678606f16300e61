/**
 * Records of a few 32-bit numbers each, cut out of large segments: a million of them cost what their numbers cost, where
 * a million objects would cost ten times as much. Growing adds a segment and copies nothing, so that no `allocate` ever
 * takes long. A record is found by its reference, a number above 0: `segments[ref >>> segmentBits]` from
 * `ref & segmentMask` on.
 */
export interface Slab {
  readonly segments: readonly Int32Array[];
  /** A record of that length, whose numbers are not cleared. */
  allocate(length: number): number;
  /** Gives the record back. The next one of the same length takes its place. */
  release(ref: number, length: number): void;
}

export const segmentBits = 16;
export const segmentMask = (1 << segmentBits) - 1;
/** The longest record; a topic within the language's caps compiles to far less. */
const longestRecord = 8_192;

export function createSlab(): Slab {
  const segments: Int32Array[] = [];
  // By length: the record given back last, whose first number is the reference of the one before it.
  const released = new Int32Array(longestRecord + 1);
  let used = 1 << segmentBits;

  const open = (): number => {
    segments.push(new Int32Array(1 << segmentBits));
    // No record has the reference 0, which says that there is none.
    used = segments.length === 1 ? 1 : 0;
    return used;
  };
  return {
    segments,
    allocate(length) {
      if (length > longestRecord) throw new RangeError(`a record of ${length} numbers is too long`);
      const reusable = released[length] ?? 0;
      if (reusable !== 0) {
        released[length] = segments[reusable >>> segmentBits]?.[reusable & segmentMask] ?? 0;
        return reusable;
      }
      const from = used + length > 1 << segmentBits ? open() : used;
      used = from + length;
      return ((segments.length - 1) << segmentBits) | from;
    },
    release(ref, length) {
      const segment = segments[ref >>> segmentBits];
      if (segment === undefined) return;
      segment[ref & segmentMask] = released[length] ?? 0;
      released[length] = ref;
    },
  };
}
