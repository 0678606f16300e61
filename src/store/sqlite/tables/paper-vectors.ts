import type { Database } from '../file/database.ts';
import { vectorGaps, vectorState } from '../schema/vector-schema.ts';

/** How many numbers a vector has, one byte each, and how many vectors a row has. */
export const vectorLength = 256;
const perBlock = 64;

const blockOf = (number: number): number => number >> 6;
const placeOf = (number: number): number => number & (perBlock - 1);

/** Notes that the vector of a paper has to be computed. */
export function vectorGapWriter(db: Database): (paperNumber: number) => void {
  const put = db.$client.prepare<[number]>('insert or ignore into vector_gaps (number) values (?)');
  return (number) => void put.run(number);
}

interface Block {
  readonly block: number;
  readonly vectors: Buffer;
}

/** Writes vectors into their blocks. Null removes one, and a block without vectors is deleted. */
export function vectorWriter(db: Database): (vectors: ReadonlyMap<number, Int8Array | null>) => void {
  const read = db.$client.prepare<[number], Block>('select block, vectors from vector_blocks where block = ?');
  const put = db.$client.prepare<[number, Buffer]>(
    'insert or replace into vector_blocks (block, vectors) values (?, ?)',
  );
  const remove = db.$client.prepare<[number]>('delete from vector_blocks where block = ?');
  const none = Buffer.alloc(perBlock * vectorLength);
  return (vectors) => {
    for (const [block, changed] of Map.groupBy(vectors, ([number]) => blockOf(number))) {
      const bytes = Buffer.from(read.get(block)?.vectors ?? none);
      for (const [number, vector] of changed) {
        const start = placeOf(number) * vectorLength;
        bytes.fill(0, start, start + vectorLength);
        if (vector !== null) bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, vectorLength), start);
      }
      if (bytes.equals(none)) remove.run(block);
      else put.run(block, bytes);
    }
  };
}

/** Forgets the vectors of papers that are deleted, and the gaps that they leave. */
export function vectorRemover(db: Database): (paperNumbers: readonly number[]) => void {
  const write = vectorWriter(db);
  const removeGap = db.$client.prepare<[number]>('delete from vector_gaps where number = ?');
  return (numbers) => {
    write(new Map(numbers.map((number) => [number, null])));
    for (const number of numbers) removeGap.run(number);
  };
}

/** The papers among which nearest ones are looked for. */
interface PaperSet {
  /** No paper in it has a lower number. */
  readonly from: number;
  has(number: number): boolean;
}

const allPapers: PaperSet = { from: Number.MIN_SAFE_INTEGER, has: () => true };

export type VectorReader = ReturnType<typeof vectorReader>;

/** Reads vectors, piece by piece, so that they take no memory. */
export function vectorReader(db: Database) {
  const one = db.$client.prepare<[number], Block>('select block, vectors from vector_blocks where block = ?');
  const all = db.$client.prepare<[number], Block>('select block, vectors from vector_blocks where block >= ?');
  /** The number of the first paper with a vector. Without a state, no vector is valid. */
  const first = (): number => {
    const state = db.select().from(vectorState).get();
    return state === undefined ? Number.MAX_SAFE_INTEGER : (state.filledFrom ?? Number.MIN_SAFE_INTEGER);
  };

  return {
    /** Whether the vectors belong to that version of the table. Those of another version mean nothing beside it. */
    areOf: (version: number): boolean => db.select().from(vectorState).get()?.version === version,
    /** The vector of a paper; null if it is not computed. */
    vectorOf(number: number): Int8Array | null {
      const block = number < first() ? undefined : one.get(blockOf(number));
      if (block === undefined) return null;
      const vector = vectorsIn(block).subarray(placeOf(number) * vectorLength, (placeOf(number) + 1) * vectorLength);
      return vector.some((value) => value !== 0) ? vector : null;
    },
    /**
     * The vectors of the papers from this number on, as far as they are computed from the papers' present texts with that
     * version of the table.
     */
    *present(lowest: number, version: number): Generator<readonly [number: number, vector: Int8Array]> {
      const state = db.select().from(vectorState).get();
      if (state?.version !== version) return;
      const from = Math.max(lowest, state.filledFrom ?? lowest);
      const outdated = new Set(Array.from(db.select().from(vectorGaps).all(), ({ number }) => number));
      for (const block of all.iterate(Math.floor(from / perBlock))) {
        const vectors = vectorsIn(block);
        for (let place = 0; place < perBlock; place += 1) {
          const number = block.block * perBlock + place;
          const vector = vectors.subarray(place * vectorLength, (place + 1) * vectorLength);
          const isPresent = number >= from && !outdated.has(number) && vector.some((value) => value !== 0);
          if (isPresent) yield [number, vector];
        }
      }
    },
    /** The papers whose vectors have the largest dot products with a direction, at most `limit`, the largest first. */
    nearest(direction: ArrayLike<number>, limit: number, among: PaperSet = allPapers): readonly number[] {
      const lowest = Math.max(first(), among.from);
      const best = new Best(limit);
      // One kind of array for all directions keeps the loop fast.
      const wanted = Float64Array.from(direction);
      for (const block of all.iterate(Math.floor(lowest / perBlock))) {
        const vectors = vectorsIn(block);
        for (let place = 0; place < perBlock; place += 1) {
          const number = block.block * perBlock + place;
          const product = dotProduct(vectors, place * vectorLength, wanted);
          if (product > best.least && number >= lowest && among.has(number)) best.add(number, product);
        }
      }
      return best.numbers();
    },
  };
}

const vectorsIn = ({ vectors }: Block): Int8Array =>
  new Int8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength);

/** Four sums at a time, which a processor computes side by side. */
function dotProduct(vectors: Int8Array, start: number, direction: Float64Array): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (let index = 0; index < vectorLength; index += 4) {
    const at = start + index;
    one += (vectors[at] as number) * (direction[index] as number);
    two += (vectors[at + 1] as number) * (direction[index + 1] as number);
    three += (vectors[at + 2] as number) * (direction[index + 2] as number);
    four += (vectors[at + 3] as number) * (direction[index + 3] as number);
  }
  return one + two + three + four;
}

/** The best of many numbers. It keeps twice as many as are wanted, and drops the worse half when it is full. */
class Best {
  /** A number with a lower value is not among the best. */
  least = 0;
  readonly #limit: number;
  #kept: { readonly number: number; readonly value: number }[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(number: number, value: number): void {
    this.#kept.push({ number, value });
    if (this.#kept.length < 2 * this.#limit) return;
    this.#kept = this.#sorted();
    this.least = this.#kept.at(-1)?.value ?? 0;
  }

  numbers(): readonly number[] {
    return this.#sorted().map(({ number }) => number);
  }

  #sorted() {
    return this.#kept.sort((one, other) => other.value - one.value || other.number - one.number).slice(0, this.#limit);
  }
}
