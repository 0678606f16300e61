import type { Random } from '../../src/ports.ts';
import { at } from './encoded-corpus.ts';
import { multiplyRows, transpose } from './matrix.ts';

/**
 * Trains one vector for each word so that two texts about the same are near each other, and texts about different things
 * are not: symmetric InfoNCE, in which the other texts of a batch are the wrong answers (CLIP, 2021). A text is the sum
 * of its words' vectors, each times 1 + ln of how often the word stands in it. Adagrad adapts the steps.
 */
export interface ContrastiveTrainer {
  /** By word, one after the other: its vector. */
  readonly vectors: Float32Array;
  /** Learns from one batch: text `i` of the one side belongs to text `i` of the other. Returns the mean loss. */
  step(one: TextBatch, other: TextBatch): number;
}

export interface TrainerOptions {
  readonly words: number;
  readonly dimensions: number;
  /** How many pairs a batch has: a multiple of 4. */
  readonly batch: number;
  /** The cosine of two texts is multiplied by it before the softmax: the inverse of a temperature. */
  readonly scale: number;
  readonly learningRate: number;
  readonly random: Random;
}

/** The words of the texts of one side of a batch, each distinct word of a text once. */
export interface TextBatch {
  /** Empties it for the next batch. */
  clear(): void;
  /** Adds a text: a run of `ids`. */
  add(ids: Uint16Array, from: number, to: number): void;
  readonly texts: number;
  /** By text: where its words start; one more ends the last text. */
  readonly starts: Uint32Array;
  readonly words: Uint16Array;
  /** By place in `words`: 1 + ln of how often the word stands in the text. */
  readonly weights: Float64Array;
}

/** No abstract of arXiv has more words; what is longer is cut. */
const longestText = 1000;

export function createTextBatch(batch: number, words: number): TextBatch {
  const starts = new Uint32Array(batch + 1);
  const ids = new Uint16Array(batch * longestText);
  const weights = new Float64Array(batch * longestText);
  const placeOf = new Int32Array(words);
  let texts = 0;
  return {
    starts,
    words: ids,
    weights,
    get texts() {
      return texts;
    },
    clear() {
      texts = 0;
    },
    add(source, from, to) {
      const first = at(starts, texts);
      let next = first;
      for (let position = from; position < Math.min(to, from + longestText); position++) {
        const word = at(source, position);
        const place = at(placeOf, word);
        if (place >= first && place < next && ids[place] === word) {
          weights[place] = at(weights, place) + 1;
        } else {
          placeOf[word] = next;
          ids[next] = word;
          weights[next] = 1;
          next += 1;
        }
      }
      for (let place = first; place < next; place++) weights[place] = 1 + Math.log(at(weights, place));
      texts += 1;
      starts[texts] = next;
    },
  };
}

const initialSpread = 0.1;
const smallest = 1e-8;

export function createTrainer(options: TrainerOptions): ContrastiveTrainer {
  const { words, dimensions, batch, scale, learningRate, random } = options;
  const vectors = Float32Array.from({ length: words * dimensions }, () => (random() * 2 - 1) * initialSpread);
  const gradients = createGradients(words, dimensions);
  const sides = [createSide(batch, dimensions), createSide(batch, dimensions)] as const;
  const similarities = new Float64Array(batch * batch);
  const turned = new Float64Array(batch * Math.max(batch, dimensions));
  const turnedSimilarities = new Float64Array(batch * batch);
  return {
    vectors,
    step(one, other) {
      const [left, right] = sides;
      compose(left, one, vectors, dimensions);
      compose(right, other, vectors, dimensions);
      const square = { rows: batch, columns: batch, depth: dimensions };
      multiplyRows(similarities, left.units, right.units, square);
      const loss = differentiateLoss(similarities, batch, scale);
      const wide = { rows: batch, columns: dimensions, depth: batch };
      transpose(turned, right.units, batch, dimensions);
      multiplyRows(left.slopes, similarities, turned, wide);
      transpose(turned, left.units, batch, dimensions);
      transpose(turnedSimilarities, similarities, batch, batch);
      multiplyRows(right.slopes, turnedSimilarities, turned, wide);
      passBack(left, one, gradients, dimensions);
      passBack(right, other, gradients, dimensions);
      gradients.apply(vectors, learningRate);
      return loss;
    },
  };
}

/** One side of a batch: the texts as vectors of length 1, and the slopes of the loss by them. */
interface Side {
  readonly units: Float64Array;
  readonly slopes: Float64Array;
  /** By text: the length of its vector before it was made 1. */
  readonly lengths: Float64Array;
}

const createSide = (batch: number, dimensions: number): Side => ({
  units: new Float64Array(batch * dimensions),
  slopes: new Float64Array(batch * dimensions),
  lengths: new Float64Array(batch),
});

function compose({ units, lengths }: Side, texts: TextBatch, vectors: Float32Array, dimensions: number): void {
  units.fill(0);
  for (let text = 0; text < texts.texts; text++) {
    const row = text * dimensions;
    for (let place = at(texts.starts, text); place < at(texts.starts, text + 1); place++) {
      const from = at(texts.words, place) * dimensions;
      const weight = at(texts.weights, place);
      for (let k = 0; k < dimensions; k++) {
        units[row + k] = (units[row + k] as number) + weight * (vectors[from + k] as number);
      }
    }
    let sum = smallest;
    for (let k = 0; k < dimensions; k++) sum += (units[row + k] as number) ** 2;
    const length = Math.sqrt(sum);
    lengths[text] = length;
    for (let k = 0; k < dimensions; k++) units[row + k] = (units[row + k] as number) / length;
  }
}

/**
 * Replaces the similarities by the slopes of the loss by them, and returns the mean loss. A factor that all slopes have,
 * `scale / batch`, is left out, because Adagrad divides by it again.
 */
function differentiateLoss(similarities: Float64Array, batch: number, scale: number): number {
  const rowSums = new Float64Array(batch);
  const columnSums = new Float64Array(batch);
  let loss = 0;
  for (let row = 0; row < batch; row++) {
    for (let column = 0; column < batch; column++) {
      const place = row * batch + column;
      const similarity = similarities[place] as number;
      if (row === column) loss -= scale * similarity;
      // Cosines are at most 1, so this cannot overflow.
      const raised = Math.exp(scale * (similarity - 1));
      similarities[place] = raised;
      rowSums[row] = (rowSums[row] as number) + raised;
      columnSums[column] = (columnSums[column] as number) + raised;
    }
  }
  for (let row = 0; row < batch; row++) {
    loss += scale + 0.5 * (Math.log(at(rowSums, row)) + Math.log(at(columnSums, row)));
    const rowSum = rowSums[row] as number;
    for (let column = 0; column < batch; column++) {
      const place = row * batch + column;
      const raised = similarities[place] as number;
      const slope = 0.5 * (raised / rowSum + raised / (columnSums[column] as number));
      similarities[place] = row === column ? slope - 1 : slope;
    }
  }
  return loss / batch;
}

/** Adds the slopes of a side's texts to the gradients of their words. */
function passBack(
  { units, slopes, lengths }: Side,
  texts: TextBatch,
  { gradientOf }: Pick<Gradients, 'gradientOf'>,
  dimensions: number,
): void {
  for (let text = 0; text < texts.texts; text++) {
    const row = text * dimensions;
    let along = 0;
    for (let k = 0; k < dimensions; k++) along += (units[row + k] as number) * (slopes[row + k] as number);
    const length = at(lengths, text);
    for (let k = 0; k < dimensions; k++) {
      slopes[row + k] = ((slopes[row + k] as number) - (units[row + k] as number) * along) / length;
    }
    for (let place = at(texts.starts, text); place < at(texts.starts, text + 1); place++) {
      const weight = at(texts.weights, place);
      const gradient = gradientOf(at(texts.words, place));
      for (let k = 0; k < dimensions; k++) {
        gradient[k] = (gradient[k] as number) + weight * (slopes[row + k] as number);
      }
    }
  }
}

interface Gradients {
  /** The sums of this batch for a word. */
  gradientOf(word: number): Float32Array;
  /** Moves the vectors of this batch's words, and forgets the sums. */
  apply(vectors: Float32Array, learningRate: number): void;
}

function createGradients(words: number, dimensions: number): Gradients {
  const squares = new Float32Array(words * dimensions);
  const sums: Float32Array[] = Array.from({ length: words }, () => new Float32Array(0));
  const isTouched = new Uint8Array(words);
  const touched: number[] = [];
  return {
    gradientOf(word) {
      const known = sums[word];
      if (known === undefined) throw new RangeError(`There is no word ${word} of ${words}.`);
      if (isTouched[word] === 1) return known;
      isTouched[word] = 1;
      touched.push(word);
      if (known.length > 0) return known;
      const fresh = new Float32Array(dimensions);
      sums[word] = fresh;
      return fresh;
    },
    apply(vectors, learningRate) {
      for (const word of touched) {
        const from = word * dimensions;
        const gradient = sums[word] ?? new Float32Array(dimensions);
        for (let k = 0; k < dimensions; k++) {
          const slope = gradient[k] as number;
          const square = (squares[from + k] as number) + slope * slope;
          squares[from + k] = square;
          vectors[from + k] = (vectors[from + k] as number) - (learningRate * slope) / Math.sqrt(square + smallest);
        }
        gradient.fill(0);
        isTouched[word] = 0;
      }
      touched.length = 0;
    },
  };
}
