import { expect, test } from 'vitest';
import { readMeaningTable } from '../../src/meaning/meaning-table.ts';
import { cosineOf, embedPaper } from '../../src/meaning/paper-meaning.ts';
import { createTextBatch } from '../../tools/meaning/contrastive-trainer.ts';
import { at, encodeCorpus } from '../../tools/meaning/encoded-corpus.ts';
import { trainTable, usualOptions } from '../../tools/meaning/train.ts';
import { inventedFields, inventPapers } from '../support/invented-meaning.ts';

const options = {
  ...usualOptions,
  pairs: 6400,
  batch: 32,
  dimensions: 16,
  fewestPapers: 2,
  heldBackFrom: '2025-01-28',
};
const train = (seed = 1) => trainTable(inventPapers(600), { ...options, seed }, () => {});

test('the same papers and seed make the same bytes, and another seed makes others', async () => {
  const table = await train();
  expect(Buffer.compare(await train(), table)).toBe(0);
  expect(Buffer.compare(await train(2), table)).not.toBe(0);
});

test('a table that was trained again has another version, so that no stored vector passes for one of it', async () => {
  const versionOf = (bytes: Uint8Array) => readMeaningTable(bytes).version;
  const [one, other] = [await train(), await train(2)];
  expect(Number.isSafeInteger(versionOf(one))).toBe(true);
  expect(versionOf(other)).not.toBe(versionOf(one));
});

test('papers of one field are near each other, and far from those of another', async () => {
  const table = readMeaningTable(await train());
  const { stars, cells } = inventedFields;
  const paperOf = (title: readonly string[]) => embedPaper(table, { title, abstract: ['the', 'study'] });
  const [one, same, other] = [stars.slice(0, 4), stars.slice(4), cells.slice(0, 4)].map(paperOf) as [
    Int8Array,
    Int8Array,
    Int8Array,
  ];
  expect(cosineOf(one, same)).toBeGreaterThan(0.7);
  expect(cosineOf(one, other)).toBeLessThan(0.4);
});

test('papers that are held back are not counted, and come last', async () => {
  const late = { date: '2026-01-01', category: '', title: ['new', 'word'], abstract: ['new', 'word'] };
  const early = { ...late, date: '2025-01-01', title: ['old', 'word'], abstract: [] };
  const corpus = await encodeCorpus([late, early], { mostWords: 10, fewestPapers: 1, heldBackFrom: '2026-01-01' });
  expect(corpus).toMatchObject({ words: ['old', 'word'], papers: 2, trained: 1, dates: ['2025-01-01', '2026-01-01'] });
  expect([...corpus.paperCounts]).toEqual([1, 1]);
  expect([...corpus.ids]).toEqual([0, 1, 1, 1]);
});

test('the most frequent words are kept', async () => {
  const papers = inventPapers(60);
  const corpus = await encodeCorpus(papers, { mostWords: 6, fewestPapers: 1, heldBackFrom: '2027' });
  expect(corpus.words.toSorted()).toEqual(['method', 'of', 'result', 'study', 'the', 'we']);
});

test('a number that is out of range is an error, not silence', () => {
  expect(() => at(new Uint16Array(3), 3)).toThrow(RangeError);
  const batch = createTextBatch(4, 2);
  expect(() => batch.add(Uint16Array.of(0, 2), 0, 2)).toThrow(RangeError);
});
