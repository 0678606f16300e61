import type { Connection } from '../connection.ts';
import { vectorGaps, vectorState } from '../schema/vector-schema.ts';

/** How many numbers a vector has, one byte each, and how many vectors a row has. */
export const vectorLength = 256;
const perBlock = 64;

const blockOf = (number: number): number => number >> 6;
const placeOf = (number: number): number => number & (perBlock - 1);

/** Notes that the vector of a paper has to be computed. */
export function vectorGapWriter(db: Connection): (paperNumber: number) => Promise<void> {
  const put = db.prepare<[number]>('insert into vector_gaps (number) values (?) on conflict do nothing');
  return async (number) => void (await put.run(number));
}

interface Block {
  readonly block: number;
  /** Some drivers of databases give a `Buffer`, and others the bytes alone. */
  readonly vectors: Uint8Array;
}

/** Writes vectors into their blocks. Null removes one, and a block without vectors is deleted. */
export function vectorWriter(db: Connection): (vectors: ReadonlyMap<number, Int8Array | null>) => Promise<void> {
  const read = db.prepare<[number], Block>('select block, vectors from vector_blocks where block = ?');
  const put = db.prepare<[number, Buffer]>(
    `insert into vector_blocks (block, vectors) values (?, ?)
     on conflict (block) do update set vectors = excluded.vectors`,
  );
  const remove = db.prepare<[number]>('delete from vector_blocks where block = ?');
  const none = Buffer.alloc(perBlock * vectorLength);
  return async (vectors) => {
    for (const [block, changed] of Map.groupBy(vectors, ([number]) => blockOf(number))) {
      const bytes = Buffer.from((await read.get(block))?.vectors ?? none);
      for (const [number, vector] of changed) {
        const start = placeOf(number) * vectorLength;
        bytes.fill(0, start, start + vectorLength);
        if (vector !== null) bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, vectorLength), start);
      }
      if (bytes.equals(none)) await remove.run(block);
      else await put.run(block, bytes);
    }
  };
}

/** Forgets the vectors of papers that are deleted, and the gaps that they leave. */
export function vectorRemover(db: Connection): (paperNumbers: readonly number[]) => Promise<void> {
  const write = vectorWriter(db);
  const removeGaps = db.prepare<[string]>(
    `delete from vector_gaps where number in (select gone.value from ${db.dialect.numbers('?')} as gone)`,
  );
  return async (numbers) => {
    await write(new Map(numbers.map((number) => [number, null])));
    await removeGaps.run(JSON.stringify(numbers));
  };
}

/** The papers among which nearest ones are looked for. */
interface PaperSet {
  /** No paper in it has a lower number. */
  readonly from: number;
  has(number: number): boolean;
}

const allPapers: PaperSet = { from: Number.MIN_SAFE_INTEGER, has: () => true };

/** How many blocks are read at once: 768 KB of them. */
const blocksAtOnce = 48;

/** Reads blocks of vectors, some at a time, so that they take little memory. */
function blockReader(db: Connection) {
  const next = db.prepare<[number, number], Block>(
    'select block, vectors from vector_blocks where block >= ? order by block limit ?',
  );
  const some = db.prepare<[string], Block>(
    `select block, vectors from vector_blocks where block in (
       select asked.value from ${db.dialect.numbers('?')} as asked)`,
  );
  return {
    /** The blocks from this one on, in their order. */
    async *from(block: number): AsyncGenerator<Block, void> {
      let read = await next.all(block, blocksAtOnce);
      while (read.length > 0) {
        yield* read;
        const last = read.at(-1)?.block ?? 0;
        read = read.length < blocksAtOnce ? [] : await next.all(last + 1, blocksAtOnce);
      }
    },
    /** Those of these blocks that exist, in any order. */
    async *of(blocks: readonly number[]): AsyncGenerator<Block, void> {
      for (let start = 0; start < blocks.length; start += blocksAtOnce)
        yield* await some.all(JSON.stringify(blocks.slice(start, start + blocksAtOnce)));
    },
  };
}

export type VectorReader = ReturnType<typeof vectorReader>;

/** Reads vectors. */
export function vectorReader(db: Connection) {
  const blocks = blockReader(db);
  const readState = () => db.get(db.select().from(vectorState));
  const readGaps = () => db.all(db.select().from(vectorGaps));
  /** The number of the first paper with a vector. Without a state, no vector is valid. */
  async function first(): Promise<number> {
    const state = await readState();
    return state === undefined ? Number.MAX_SAFE_INTEGER : (state.filledFrom ?? Number.MIN_SAFE_INTEGER);
  }
  /** The vectors of the papers, by their numbers, as far as they are computed. */
  async function vectorsOf(numbers: readonly number[]): Promise<ReadonlyMap<number, Int8Array>> {
    const lowest = await first();
    const byBlock = Map.groupBy(
      numbers.filter((number) => number >= lowest),
      blockOf,
    );
    const found = new Map<number, Int8Array>();
    for await (const block of blocks.of([...byBlock.keys()]))
      for (const number of byBlock.get(block.block) ?? []) {
        const vector = vectorAt(vectorsIn(block), placeOf(number));
        // A copy, so that one vector does not keep its whole block in memory.
        if (isComputed(vector)) found.set(number, vector.slice());
      }
    return found;
  }

  return {
    /** Whether the vectors belong to that version of the table. Those of another version mean nothing beside it. */
    areOf: async (version: number): Promise<boolean> => (await readState())?.version === version,
    vectorsOf,
    /** The vector of a paper; null if it is not computed. Those of several papers are read with `vectorsOf`. */
    vectorOf: async (number: number): Promise<Int8Array | null> => (await vectorsOf([number])).get(number) ?? null,
    /**
     * The vectors of the papers from this number on, as far as they are computed from the papers' present texts with that
     * version of the table.
     */
    async *present(
      lowest: number,
      version: number,
    ): AsyncGenerator<readonly [number: number, vector: Int8Array], void> {
      const state = await readState();
      if (state?.version !== version) return;
      const from = Math.max(lowest, state.filledFrom ?? lowest);
      const outdated = new Set((await readGaps()).map(({ number }) => number));
      for await (const block of blocks.from(Math.floor(from / perBlock))) {
        const vectors = vectorsIn(block);
        for (let place = 0; place < perBlock; place += 1) {
          const number = block.block * perBlock + place;
          const vector = vectorAt(vectors, place);
          if (number >= from && !outdated.has(number) && isComputed(vector)) yield [number, vector];
        }
      }
    },
    /** The papers whose vectors have the largest dot products with a direction, at most `limit`, the largest first. */
    async nearest(
      direction: ArrayLike<number>,
      limit: number,
      among: PaperSet = allPapers,
    ): Promise<readonly number[]> {
      const lowest = Math.max(await first(), among.from);
      const best = new Best(limit);
      // One kind of array for all directions keeps the loop fast.
      const wanted = Float64Array.from(direction);
      for await (const block of blocks.from(Math.floor(lowest / perBlock))) {
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

const vectorAt = (vectors: Int8Array, place: number): Int8Array =>
  vectors.subarray(place * vectorLength, (place + 1) * vectorLength);

/** A vector of zeros is missing. */
const isComputed = (vector: Int8Array): boolean => vector.some((value) => value !== 0);

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
