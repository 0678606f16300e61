import { usualStrictness } from '../../src/meaning/meaning-query.ts';
import { readMeaningTable } from '../../src/meaning/meaning-table.ts';
import { seededRandom } from '../random.ts';
import { createTextBatch, createTrainer } from './contrastive-trainer.ts';
import type { CorpusPaper } from './corpus.ts';
import { type EncodedCorpus, encodeCorpus } from './encoded-corpus.ts';
import { describeRecall, recallTitles } from './evaluation.ts';
import { countDrawable, createPairSampler } from './pair-sampler.ts';
import { measureSpread } from './spread.ts';
import { writeMeaningTable } from './table-writer.ts';

/** How a table is trained. The same papers and options make the same bytes. */
export interface TrainingOptions {
  readonly seed: number;
  /** How many pairs of texts are learnt from. */
  readonly pairs: number;
  /** How many pairs are learnt from at once: a multiple of 4. */
  readonly batch: number;
  readonly dimensions: number;
  /** At most that many words are in the table. */
  readonly mostWords: number;
  /** A word of the table stands in that many papers, or more. */
  readonly fewestPapers: number;
  /** Papers of this day and later are held back, to evaluate with. */
  readonly heldBackFrom: string;
}

/** 38,000 words of 256 numbers are a table of 5.6 MB. */
export const usualOptions: TrainingOptions = {
  seed: 1,
  pairs: 3_000_000,
  batch: 512,
  dimensions: 256,
  mostWords: 38_000,
  fewestPapers: 5,
  heldBackFrom: '2026-02-01',
};

/** For people: it stands in the description of the file. */
const tableVersion = 1;
const similarityScale = 20;
const learningRate = 0.1;
const reportedEvery = 100;
const fewestDrawable = 100;

/**
 * Trains a table of word vectors, and returns its file.
 * @throws Error if there are too few papers
 */
export async function trainTable(
  papers: AsyncIterable<CorpusPaper> | Iterable<CorpusPaper>,
  options: TrainingOptions,
  progress: (text: string) => void,
): Promise<Uint8Array> {
  const corpus = await encodeCorpus(papers, options);
  const { trained } = corpus;
  progress(`${corpus.papers} papers, ${trained} of them to learn from; ${corpus.words.length} words`);
  const drawable = countDrawable(corpus, trained);
  if (drawable < fewestDrawable) {
    throw new Error(
      `There are too few papers to learn from: ${drawable} of ${fewestDrawable} with title and abstract, before ${options.heldBackFrom}. Add files to --corpus.`,
    );
  }
  const vectors = trainVectors(corpus, options, progress);
  const spread = measureSpread(corpus, trained, vectors, options.dimensions);
  const { seed, pairs, batch, dimensions } = options;
  const table = writeMeaningTable({
    corpus,
    papers: trained,
    dimensions,
    vectors,
    spread,
    version: tableVersion,
    defaultStrictness: usualStrictness,
    madeBy: `npm run train, seed ${seed}, ${pairs} pairs in batches of ${batch}`,
  });
  progress(`${(table.length / 1e6).toFixed(2)} MB; ${describeRecall(recallTitles(readMeaningTable(table), corpus))}`);
  return table;
}

function trainVectors(corpus: EncodedCorpus, options: TrainingOptions, progress: (text: string) => void): Float32Array {
  const { seed, pairs, batch, dimensions } = options;
  const random = seededRandom(seed);
  const words = corpus.words.length;
  const trainer = createTrainer({ words, dimensions, batch, scale: similarityScale, learningRate, random });
  const sampler = createPairSampler(corpus, corpus.trained, random);
  const [one, other] = [createTextBatch(batch, words), createTextBatch(batch, words)];
  const steps = Math.floor(pairs / batch);
  let losses: number[] = [];
  for (let step = 1; step <= steps; step++) {
    one.clear();
    other.clear();
    for (const pair of sampler.drawBatch(batch)) {
      one.add(corpus.ids, ...pair.one);
      other.add(corpus.ids, ...pair.other);
    }
    losses.push(trainer.step(one, other));
    if (step % reportedEvery === 0 || step === steps) {
      const loss = losses.reduce((sum, some) => sum + some, 0) / losses.length;
      progress(`${step * batch} of ${pairs} pairs, loss ${loss.toFixed(4)}`);
      losses = [];
    }
  }
  return trainer.vectors;
}
