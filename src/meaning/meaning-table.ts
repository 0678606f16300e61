import { createHash } from 'node:crypto';
import { type Background, readBackground } from './background.ts';
import { indexStems } from './stem-index.ts';

/**
 * The table of word vectors: what the words of papers mean, learned from titles and abstracts (docs/meaning.md).
 * `npm run train` makes it. A paper or a query means the sum of its words' vectors.
 */
export interface MeaningTable {
  /**
   * Scores and vectors belong to the version of the table that they were computed with. It is the beginning of the file's
   * checksum, so that each training makes another one.
   */
  readonly version: number;
  /** How many numbers a vector has. */
  readonly dimensions: number;
  /** How many papers the table was made from. */
  readonly papers: number;
  /** The mean number of words of a paper, title and abstract together, each once. */
  readonly meanLength: number;
  /** How the vectors of papers lie, to judge a cosine by. */
  readonly background: Background;
  /** The score from which a paper is about a query, where nobody chose another one. */
  readonly defaultStrictness: number;
  /** How many stems the table has. */
  readonly size: number;
  /** The number of a stem, from 0; undefined if the table does not have it. */
  idOf(stem: string): number | undefined;
  /** In how many of the papers the stem stood. A stem that the table does not have counts as rare. */
  paperCount(stem: string): number;
  /** The length of the vector of a word that the table does not have. */
  readonly unknownLength: number;
  /** Adds the vector of the stem with that number, times the weight. */
  addVector(sum: Float64Array, id: number, weight: number): void;
  /** The file that it was read from. In shared memory, another thread can read the table from it at no cost. */
  readonly bytes: Uint8Array;
}

/** Where a table comes from. Both throw a `MeaningTableError` if it cannot be used. */
export interface TableSource {
  table(): MeaningTable;
  /** Without the table in memory, if possible. */
  version(): number;
}

/** The table cannot be used. The message says why and what to do. */
export class MeaningTableError extends Error {}

/**
 * How the file is built. All numbers are little-endian.
 *
 * | bytes | content |
 * |---|---|
 * | 8 | `magic`, which ends in the version of this format |
 * | 32 | SHA-256 of all bytes after it |
 * | 4 | the length of the description |
 * | … | the description: JSON, a `Description` |
 * | … | the stems, the most frequent first, in UTF-8, each with a newline after it; blanks fill up to a multiple of 4 |
 * | 4 × words | by stem: in how many papers it stood |
 * | 4 × words | by stem: the scale of its vector, as a float |
 * | words × dimensions / 2 | by stem: its vector, two numbers a byte, the first in the low half |
 * | … | the background |
 */
export const magic = 'PBMEAN01';
export const afterMagic = 8;
export const afterChecksum = 40;
export const afterLength = 44;

export interface Description {
  /** For people, as `madeBy` is. Programs go by the checksum. */
  readonly version: number;
  readonly dimensions: number;
  readonly words: number;
  readonly papers: number;
  readonly meanLength: number;
  readonly defaultStrictness: number;
  readonly unknownLength: number;
  /** The length of the stems in bytes, with what fills them up. */
  readonly stemBytes: number;
  /** The 16 values that a half byte stands for, ascending. A number of a vector is its value times the stem's scale. */
  readonly levels: readonly number[];
  /** What made the table, for people. */
  readonly madeBy: string;
}

/** The most bytes of the checksum that make an exact number. */
const versionBytes = 6;

/** The count of a stem that the table does not have: it stood in fewer papers than those it has. */
const papersOfUnknown = 3;

/**
 * Reads a table. What it returns uses the bytes for as long as it lives, and keeps no copy of them.
 * @throws MeaningTableError if the bytes are not a whole table of this format
 */
export function readMeaningTable(bytes: Uint8Array): MeaningTable {
  const version = checkTable([bytes]);
  const text = new TextDecoder();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const descriptionEnd = afterLength + view.getUint32(afterChecksum, true);
  const description: Description = JSON.parse(text.decode(bytes.subarray(afterLength, descriptionEnd)));
  const { words, dimensions, stemBytes } = description;
  const countsAt = descriptionEnd + stemBytes;
  const scalesAt = countsAt + 4 * words;
  const vectorsAt = scalesAt + 4 * words;
  const backgroundAt = vectorsAt + (words * dimensions) / 2;
  const stems = indexStems(bytes.subarray(descriptionEnd, countsAt));
  if (stems.size !== words) throw damaged('it does not have the stems that it describes');
  return {
    ...description,
    version,
    size: words,
    background: readBackground(view, backgroundAt, dimensions),
    idOf: stems.idOf,
    paperCount(stem) {
      const id = stems.idOf(stem);
      return id === undefined ? papersOfUnknown : view.getUint32(countsAt + 4 * id, true);
    },
    addVector: createAddVector(description, {
      scaleOf: (id) => view.getFloat32(scalesAt + 4 * id, true),
      packed: bytes.subarray(vectorsAt, backgroundAt),
    }),
    bytes,
  };
}

/**
 * Checks the bytes of a table, and returns its version.
 * @param pieces the bytes one after another; the first piece has the checksum
 * @throws MeaningTableError if they are not as they were written
 */
export function checkTable(pieces: Iterable<Uint8Array>): number {
  const hash = createHash('sha256');
  let stated: Uint8Array | undefined;
  for (const piece of pieces) {
    if (stated === undefined) {
      if (new TextDecoder().decode(piece.subarray(0, afterMagic)) !== magic) break;
      stated = piece.slice(afterMagic, afterChecksum);
      hash.update(piece.subarray(afterChecksum));
    } else hash.update(piece);
  }
  if (stated === undefined) throw damaged('it does not begin as one');
  const checksum = hash.digest();
  if (!checksum.equals(stated)) throw damaged('its checksum is wrong');
  return checksum.readUIntBE(0, versionBytes);
}

const damaged = (why: string): MeaningTableError =>
  new MeaningTableError(
    `The table of word vectors is damaged: ${why}. Restore src/meaning/word-vectors.bin from the release.`,
  );

/** The vectors stay packed, so that the table takes little memory. */
function createAddVector(
  { dimensions, levels, words }: Description,
  { scaleOf, packed }: { scaleOf(id: number): number; readonly packed: Uint8Array },
): MeaningTable['addVector'] {
  const values = Float64Array.from(levels);
  return (sum, id, weight) => {
    if (!(id >= 0 && id < words)) throw new RangeError(`There is no stem ${id} of ${words}.`);
    const scale = weight * scaleOf(id);
    const from = (id * dimensions) / 2;
    for (let pair = 0; pair < dimensions / 2; pair++) {
      const byte = packed[from + pair] as number;
      sum[2 * pair] = (sum[2 * pair] as number) + scale * (values[byte & 15] as number);
      sum[2 * pair + 1] = (sum[2 * pair + 1] as number) + scale * (values[byte >> 4] as number);
    }
  };
}
