import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { carryingWords } from '../../src/meaning/carrying-words.ts';
import { keptTable, openMeaning } from '../../src/meaning/meaning.ts';
import { prepareQuery, scorePaper } from '../../src/meaning/meaning-query.ts';
import { checkTable, type MeaningTable, MeaningTableError, readMeaningTable } from '../../src/meaning/meaning-table.ts';
import { meaningOf, type PaperMeaning } from '../../src/meaning/paper-meaning.ts';
import { batchQueries } from '../../src/meaning/query-batch.ts';
import { shippedMeaning, shippedTable } from '../../src/meaning/shipped-table.ts';
import { tokenize } from '../../src/topics/words/tokens.ts';
import { trainTable, usualOptions } from '../../tools/meaning/train.ts';
import { inventedFields, inventPapers } from '../support/invented-meaning.ts';

const { stars, cells, proofs } = inventedFields;
let bytes: Uint8Array;
let table: MeaningTable;

beforeAll(async () => {
  const options = { ...usualOptions, pairs: 6400, batch: 32, dimensions: 16, fewestPapers: 2, heldBackFrom: '2027' };
  bytes = await trainTable(inventPapers(600), options, () => {});
  table = readMeaningTable(bytes);
});

/** Holds the table weakly, collects garbage until it is gone, and prints whether it is. Other tests would hold it here. */
const holdingWeakly = `
  import { setImmediate as nextTurn } from 'node:timers/promises';
  import { shippedMeaning } from ${JSON.stringify(new URL('../../src/meaning/shipped-table.ts', import.meta.url).href)};
  const table = (() => new WeakRef(shippedMeaning()))();
  for (let times = 0; times < 20 && table.deref() !== undefined; times++) {
    await nextTurn();
    gc();
  }
  console.log(table.deref() === undefined ? 'gone' : 'held');
`;

const paperOf = (...title: readonly string[]): PaperMeaning =>
  meaningOf(table, { title, abstract: ['the', 'study', 'of', ...title] });
const scoreOf = (query: readonly string[], paper: PaperMeaning): number =>
  scorePaper(prepareQuery(table, query), paper);

describe('the table', () => {
  it('is refused with one clear sentence if any byte of it changed', () => {
    for (const place of [0, 20, 50, 300, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => readMeaningTable(changed)).toThrow(MeaningTableError);
    }
  });

  it('is refused if a part of it is missing', () => {
    for (const length of [0, 7, 39, 43, 100, bytes.length - 1]) {
      expect(() => readMeaningTable(bytes.subarray(0, length))).toThrow(MeaningTableError);
    }
  });

  it('can be checked piece by piece', () => {
    const piecesOf = (file: Uint8Array) => [file.subarray(0, 50), file.subarray(50, 51), file.subarray(51)];
    expect(checkTable(piecesOf(bytes))).toBe(table.version);
    for (const place of [0, 20, 50, 300, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => checkTable(piecesOf(changed))).toThrow(MeaningTableError);
    }
    expect(() => checkTable([])).toThrow(MeaningTableError);
  });

  it('has no vector for a number beyond its stems', () => {
    expect(() => table.addVector(new Float64Array(16), table.size, 1)).toThrow(RangeError);
    expect(() => table.addVector(new Float64Array(16), -1, 1)).toThrow(RangeError);
  });

  it('has a number for each of its stems, and for no other text', () => {
    const file = Buffer.from(bytes);
    const from = 44 + file.readUInt32LE(40);
    const { words, stemBytes } = JSON.parse(file.toString('utf8', 44, from));
    const stems = file
      .toString('utf8', from, from + stemBytes)
      .split('\n')
      .slice(0, words);
    expect(stems.map(table.idOf)).toEqual(stems.map((_stem, id) => id));
    for (const text of ['', 'galax', 'galaxyy', 'g\u00e4laxy', '\n', 'x'.repeat(1_000)])
      expect(table.idOf(text)).toBe(undefined);
  });

  it('counts a stem that it does not have as rare', () => {
    expect(table.paperCount('unheard')).toBeLessThan(table.paperCount('galaxy'));
  });
});

describe('the table that is shipped', () => {
  it('has its checksum, a version from it, and at most 6 MB', () => {
    const file = new URL('../../src/meaning/word-vectors.bin', import.meta.url);
    expect(statSync(file).size).toBeLessThanOrEqual(6_000_000);
    const content = readFileSync(file);
    expect(readMeaningTable(content)).toMatchObject({
      version: content.readUIntBE(8, 6),
      dimensions: 256,
      defaultStrictness: 10,
    });
  });

  it('is in memory once, where threads can share it', () => {
    expect(shippedMeaning()).toBe(shippedMeaning());
    expect(shippedMeaning().bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('leaves memory once nobody holds it', () => {
    const args = ['--expose-gc', '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', holdingWeakly];
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' }).trim()).toBe('gone');
  });

  it('has a version, which is read without it', () => {
    const meaning = openMeaning(true);
    expect(meaning.version).toBe(shippedMeaning().version);
    expect(meaning.version).toBe(shippedTable.version());
    expect(meaning.damage).toBe(null);
  });
});

describe('a meaning', () => {
  it('has no table if another one took its place while the bot was running', () => {
    const meaning = openMeaning(true, { table: () => table, version: () => table.version + 1 });
    expect(meaning.version).toBe(table.version + 1);
    expect(meaning.table).toBe(null);
    expect(meaning.damage?.message).toBe(
      'The table of word vectors was replaced while the bot was running. Restart the bot.',
    );
    expect(meaning.version).toBe(null);
  });

  it('reads a damaged table once', () => {
    let reads = 0;
    const meaning = openMeaning(
      true,
      keptTable(() => {
        reads += 1;
        throw new MeaningTableError('damaged');
      }),
    );
    expect([meaning.table, meaning.version, meaning.damage?.message]).toEqual([null, null, 'damaged']);
    expect(reads).toBe(1);
  });

  it('does not hide other failures', () => {
    const meaning = openMeaning(
      true,
      keptTable(() => {
        throw new TypeError('a bug');
      }),
    );
    expect(() => meaning.table).toThrow(TypeError);
  });
});

describe('a score', () => {
  it('is higher for papers of the same field, although they share no word', () => {
    const query = stars.slice(0, 2);
    expect(scoreOf(query, paperOf(...stars.slice(4)))).toBeGreaterThan(scoreOf(query, paperOf(...cells)) + 0.5);
  });

  it('is higher for papers that have the words themselves', () => {
    const query = stars.slice(0, 2);
    expect(scoreOf(query, paperOf(...stars.slice(0, 4)))).toBeGreaterThan(scoreOf(query, paperOf(...stars.slice(4))));
  });

  it('is a finite number for a query or a paper without words, and for words that the table does not have', () => {
    for (const query of [[], ['unheard'], ['galaxy']]) {
      for (const paper of [paperOf(), paperOf('unheard'), meaningOf(table, { title: [], abstract: [] })]) {
        expect(scoreOf(query, paper)).toBeTypeOf('number');
        expect(scoreOf(query, paper)).not.toBeNaN();
      }
    }
  });

  it('finds words that the table does not have', () => {
    expect(scoreOf(['unheard'], paperOf('unheard', 'galaxy'))).toBeGreaterThan(
      scoreOf(['unheard'], paperOf('galaxy')) + 1,
    );
  });

  it('is higher for a paper that has the words in its title', () => {
    const [title, abstract] = [
      ['galaxy', 'dust'],
      ['the', 'study'],
    ];
    const inTitle = meaningOf(table, { title, abstract: [...abstract, ...abstract] });
    const inAbstract = meaningOf(table, { title: abstract, abstract: [...title, ...abstract] });
    expect(scoreOf(title, inTitle)).toBeGreaterThan(scoreOf(title, inAbstract));
  });

  it('is higher for a paper that has all words than for one that repeats one of them', () => {
    const words = (...some: string[]) => meaningOf(table, { title: ['the'], abstract: [...some, 'study', 'of'] });
    expect(scoreOf(['unheard', 'unseen'], words('unheard', 'unseen'))).toBeGreaterThan(
      scoreOf(['unheard', 'unseen'], words('unheard', 'unheard', 'unheard')),
    );
  });

  it('is exactly the same in a batch', () => {
    const queries = [
      ...[stars, cells, proofs].map((words) => words.slice(0, 3)),
      ['unheard'],
      [],
      ['the', 'galaxy', 'galaxy'],
    ];
    const prepared = queries.map((stems) => prepareQuery(table, stems));
    const batch = batchQueries(prepared);
    for (const paper of [paperOf(...stars), paperOf('unheard', ...cells), paperOf()]) {
      expect([...batch.scorePaper(paper)]).toEqual(prepared.map((query) => scorePaper(query, paper)));
    }
  });
});

describe('the words that carried a score', () => {
  const tokensOf = (words: readonly string[]) => words.map((stem) => ({ stem, text: `${stem}s` }));

  it('are words of the paper that are near the query, at most five, as they stand there', () => {
    const words = carryingWords(table, stars.slice(0, 1), tokensOf([...cells, ...stars]));
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThanOrEqual(5);
    for (const { stem, text } of words) {
      expect(stars).toContain(stem);
      expect(text).toBe(`${stem}s`);
    }
  });

  it('are words of a subject, and not those that hold a sentence together', () => {
    const stemsOf = (text: string) => tokenize(text).map(({ stem, text: word }) => ({ stem, text: word }));
    const asked = stemsOf('teaching robots new facts without training them again').map(({ stem }) => stem);
    const words = carryingWords(
      shippedMeaning(),
      asked,
      stemsOf('Robots that learn again without a teacher, and others'),
    );
    expect(words.map(({ text }) => text)).toEqual(expect.arrayContaining(['robots']));
    for (const word of ['without', 'again', 'that', 'others', 'and'])
      expect(words.map(({ text }) => text)).not.toContain(word);
  });

  it('are none if no word is near', () => {
    expect(carryingWords(table, stars.slice(0, 1), tokensOf(cells))).toEqual([]);
  });
});
