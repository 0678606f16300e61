import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/papers/paper.ts';
import {
  countRecords,
  formerIds,
  mergedPapers,
  numberedPapers,
  type PaperForm,
} from '../../../src/store/rules/recorded-papers.ts';
import { inventedPaper } from '../invented-listings.ts';

interface Row {
  readonly id: string;
  readonly number: number;
  readonly paper: Paper;
}

/** A database that stores all fields but the comment. */
const form: PaperForm<Row> = { paperOf: ({ paper }) => paper, asStored: (paper) => ({ ...paper, comment: null }) };

const row = (number: number, paper: Paper): Row => ({ id: paper.id, number, paper: form.asStored(paper) });

const lake = inventedPaper('2603.00001', { title: 'Lakes' });
const river = inventedPaper('2603.00002', { title: 'Rivers' });
const nothing: ReadonlyMap<string, Row> = new Map();

describe('a paper that is recorded', () => {
  it('is fresh if it is not stored, and the same paper again in a step is unchanged', () => {
    const { papers, changes } = mergedPapers([lake, river, lake], nothing, form);
    expect(changes).toEqual(['fresh', 'fresh', 'unchanged']);
    expect([...papers.keys()]).toEqual([lake.id, river.id]);
  });

  it('is updated if it says something new, and is then compared with that', () => {
    const stored = new Map([[lake.id, row(5, lake)]]);
    const corrected = { ...lake, title: 'Deep lakes' };
    const { papers, changes } = mergedPapers([corrected, corrected], stored, form);
    expect(changes).toEqual(['updated', 'unchanged']);
    expect(papers.get(lake.id)).toMatchObject({ stored: { number: 5 }, paper: { title: 'Deep lakes' } });
  });

  it('is unchanged if only a field differs that the database does not store', () => {
    const stored = new Map([[lake.id, row(5, lake)]]);
    expect(mergedPapers([{ ...lake, comment: '9 pages' }], stored, form).changes).toEqual(['unchanged']);
  });

  it('is one paper under two of its ids', () => {
    const doi = inventedPaper('10.5555/lake', { title: 'Lakes' });
    const stored = row(5, lake);
    const { papers } = mergedPapers(
      [lake, doi],
      new Map([
        [lake.id, stored],
        [doi.id, stored],
      ]),
      form,
    );
    expect(papers.get(lake.id)).toBe(papers.get(doi.id));
  });
});

describe('the numbers of recorded papers', () => {
  const { papers } = mergedPapers([lake, river], new Map([[lake.id, row(5, lake)]]), form);
  const numbersOf = (end: 'above' | 'below', range: { lowest: number; highest: number }, of = papers) =>
    [...numberedPapers(of.values(), end, range)].map(([{ paper }, number]) => [paper.id, number]);

  it('stay for stored papers, and are above all others for new ones', () => {
    const numbers = [
      [lake.id, 5],
      [river.id, 10],
    ];
    expect(numbersOf('above', { lowest: -2, highest: 9 })).toEqual(numbers);
  });

  it('are below all others for papers of the past, and never 0', () => {
    const fresh = mergedPapers([lake, river], nothing, form).papers;
    const first = [
      [lake.id, -2],
      [river.id, -1],
    ];
    expect(numbersOf('below', { lowest: 0, highest: 9 }, fresh)).toEqual(first);
    const further = [
      [lake.id, -4],
      [river.id, -3],
    ];
    expect(numbersOf('below', { lowest: -2, highest: 9 }, fresh)).toEqual(further);
  });
});

describe('the former ids of a recorded paper', () => {
  const doi = inventedPaper('10.5555/lake', { describedBy: 'crossref', sources: ['crossref'], title: 'Lakes' });

  it('are those by which it was given and stored', () => {
    const { papers } = mergedPapers([lake], new Map([[lake.id, row(5, doi)]]), form);
    const { paper } = papers.get(lake.id) ?? {};
    const ids = formerIds(papers).map(([id]) => id);
    expect([...ids, paper?.id].toSorted()).toEqual([doi.id, lake.id].toSorted());
  });

  it('are none if it kept its id', () => {
    expect(formerIds(mergedPapers([lake], new Map([[lake.id, row(5, lake)]]), form).papers)).toEqual([]);
    expect(formerIds(mergedPapers([lake], nothing, form).papers)).toEqual([]);
  });
});

describe('the counts of recorded papers', () => {
  const record = (change: 'fresh' | 'updated' | 'unchanged') => ({ number: 1, change, keptApart: [] });

  it('add up to what was announced', () => {
    const records = [record('fresh'), record('fresh'), record('updated'), record('unchanged')];
    expect(countRecords(records, 3)).toEqual({ announced: 7, fresh: 2, updated: 1, unchanged: 1, skipped: 3 });
  });

  it('name the papers that were kept apart', () => {
    const apart = { id: 'a/1', other: 'a/2', stated: '10.5555/lake' };
    expect(countRecords([{ ...record('fresh'), keptApart: [apart] }], 0).keptApart).toEqual([apart]);
  });
});
