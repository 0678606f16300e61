import { createHash } from 'node:crypto';
import { afterChecksum, afterLength, afterMagic, type Description, magic } from '../../src/meaning/meaning-table.ts';
import { at, type EncodedCorpus } from './encoded-corpus.ts';
import type { Spread } from './spread.ts';

/** What becomes a table. */
export interface Training {
  readonly corpus: Pick<EncodedCorpus, 'words' | 'paperCounts' | 'meanLength'>;
  /** How many papers the counts are of. */
  readonly papers: number;
  readonly dimensions: number;
  /** By word, one after the other. */
  readonly vectors: Float32Array;
  readonly spread: Spread;
  readonly version: number;
  readonly defaultStrictness: number;
  readonly madeBy: string;
}

/**
 * The values of half bytes: the best 16 for normally distributed numbers (Max, 1960), in standard deviations. A number
 * becomes the nearest of them.
 */
const normalLevels = [0.1284, 0.3881, 0.6568, 0.9424, 1.2562, 1.6181, 2.0691, 2.7326];
const levels = [...normalLevels.map((level) => -level).reverse(), ...normalLevels];
/** Words of these ranks are rare enough to show how long the vector of an unknown word should be. */
const rareShare = 0.5;

/** The file of a table: what `readMeaningTable` reads. */
export function writeMeaningTable(training: Training): Uint8Array {
  const { corpus, dimensions, spread } = training;
  const words = corpus.words.length;
  const scales = Float32Array.from({ length: words }, (_, word) => scaleOf(training, word));
  const stems = Buffer.from(corpus.words.map((word) => `${word}\n`).join(''), 'utf8');
  const stemBytes = roundUp(stems.length);
  const description = Buffer.from(JSON.stringify(describe(training, scales, stemBytes)), 'utf8');
  const described = roundUp(description.length);
  const content = Buffer.concat([
    uint32(described),
    padded(description, described),
    padded(stems, stemBytes),
    numbers(words, (buffer, word) => buffer.writeUInt32LE(at(corpus.paperCounts, word), 4 * word)),
    numbers(words, (buffer, word) => buffer.writeFloatLE(at(scales, word), 4 * word)),
    packVectors(training, scales),
    numbers(dimensions, (buffer, index) => buffer.writeFloatLE(at(spread.mean, index), 4 * index)),
    lowerHalf(spread.covariance, dimensions),
  ]);
  const checksum = createHash('sha256').update(content).digest();
  const file = Buffer.concat([Buffer.from(magic, 'latin1'), checksum, content]);
  if (file.indexOf(checksum) !== afterMagic || afterChecksum + 4 !== afterLength)
    throw new RangeError('The layout of the table is wrong.');
  return file;
}

const roundUp = (length: number): number => Math.ceil(length / 4) * 4;

function describe(training: Training, scales: Float32Array, stemBytes: number): Description {
  const { corpus, papers, dimensions, version, defaultStrictness, madeBy } = training;
  const rare = scales.subarray(Math.floor(scales.length * rareShare));
  const meanScale = rare.reduce((sum, scale) => sum + scale, 0) / Math.max(1, rare.length);
  return {
    version,
    dimensions,
    words: corpus.words.length,
    papers,
    meanLength: corpus.meanLength,
    defaultStrictness,
    unknownLength: meanScale * Math.sqrt(dimensions),
    stemBytes,
    levels,
    madeBy,
  };
}

/** The root of the mean square: the standard deviation of the numbers of a vector. */
function scaleOf({ vectors, dimensions }: Training, word: number): number {
  let squares = 0;
  for (let index = 0; index < dimensions; index++) squares += at(vectors, word * dimensions + index) ** 2;
  return Math.sqrt(squares / dimensions);
}

function packVectors({ vectors, dimensions }: Training, scales: Float32Array): Buffer {
  const packed = Buffer.alloc(vectors.length / 2);
  for (let pair = 0; pair < packed.length; pair++) {
    const scale = at(scales, Math.floor((2 * pair) / dimensions)) || 1;
    const low = nearestLevel(at(vectors, 2 * pair) / scale);
    const high = nearestLevel(at(vectors, 2 * pair + 1) / scale);
    packed[pair] = low | (high << 4);
  }
  return packed;
}

/** The index of the level that is nearest; levels ascend. */
function nearestLevel(value: number): number {
  let index = 0;
  while (index < levels.length - 1 && value > (at(levels, index) + at(levels, index + 1)) / 2) index += 1;
  return index;
}

function lowerHalf(matrix: Float64Array, dimensions: number): Buffer {
  const buffer = Buffer.alloc(2 * dimensions * (dimensions + 1));
  let next = 0;
  for (let row = 0; row < dimensions; row++) {
    for (let column = 0; column <= row; column++) {
      buffer.writeFloatLE(at(matrix, row * dimensions + column), next);
      next += 4;
    }
  }
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

/** The text with blanks after it. */
const padded = (text: Buffer, length: number): Buffer => Buffer.concat([text, Buffer.alloc(length - text.length, ' ')]);

function numbers(count: number, write: (buffer: Buffer, index: number) => void): Buffer {
  const buffer = Buffer.alloc(4 * count);
  for (let index = 0; index < count; index++) write(buffer, index);
  return buffer;
}
