import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  archives,
  categories,
  findCategory,
  hadArchive,
  isArchive,
  sameCategories,
} from '../../src/papers/categories.ts';

const taxonomyFile = new URL('../../../shared/data/arxiv_taxonomy/categories.json', import.meta.url);

interface TaxonomyRow {
  id: string;
  full_name: string;
  is_active: boolean;
  alt_name?: string;
  in_archive?: string;
}

describe('arXiv’s categories', () => {
  it.each([
    ['cs.CL', 'cs.CL'],
    ['CS.cl', 'cs.CL'],
    [' quant-PH ', 'quant-ph'],
    ['cond-mat.STR-EL', 'cond-mat.str-el'],
    ['cmp-lg', 'cs.CL'],
    ['alg-geom', 'math.AG'],
  ])('finds %s', (text, id) => {
    expect(findCategory(text)?.id).toBe(id);
  });

  it.each(['', 'cs', 'cs.XX', 'cs.*', '81P45', 'astro-ph'])('finds nothing for %j', (text) => {
    expect(findCategory(text)).toBeNull();
  });

  it('names them, with their archive', () => {
    expect(findCategory('cs.CL')).toEqual({ id: 'cs.CL', name: 'Computation and Language', archive: 'cs' });
    expect(findCategory('hep-th')).toMatchObject({ archive: 'hep-th' });
  });

  it('knows which are the same, both ways', () => {
    expect(sameCategories('cs.IT')).toEqual(['cs.IT', 'math.IT']);
    expect(sameCategories('math.IT')).toEqual(['math.IT', 'cs.IT']);
    expect(sameCategories('q-fin.EC')).toEqual(['q-fin.EC', 'econ.GN']);
    expect(sameCategories('cs.CL')).toEqual(['cs.CL']);
  });

  it('knows the archives', () => {
    expect(isArchive('CS')).toBe(true);
    expect(isArchive('quant-ph')).toBe(true);
    expect(isArchive('cs.CL')).toBe(false);
    expect(isArchive('cmp-lg')).toBe(false);
    expect(hadArchive('cmp-lg')).toBe(true);
    expect(hadArchive('cooking')).toBe(false);
  });

  it('gives every category an existing archive', () => {
    expect(categories).toHaveLength(155);
    for (const { archive } of categories) expect(isArchive(archive)).toBe(true);
  });
});

describe.skipIf(!existsSync(taxonomyFile))('against arXiv’s taxonomy (skipped: ../shared is not there)', () => {
  const taxonomy: { categories: TaxonomyRow[]; archives: TaxonomyRow[] } = existsSync(taxonomyFile)
    ? JSON.parse(readFileSync(taxonomyFile, 'utf8'))
    : { categories: [], archives: [] };
  const active = taxonomy.categories.filter((row) => row.is_active);

  it('has the same active categories, by the same names, in the same archives', () => {
    const expected = active.map((row) => ({ id: row.id, name: row.full_name, archive: row.in_archive }));
    expect([...categories].sort(byId)).toEqual(expected.sort(byId));
  });

  it('has the same active archives', () => {
    const expected = taxonomy.archives.filter((row) => row.is_active && row.id !== 'test');
    expect([...archives].sort(byId)).toEqual(expected.map((row) => ({ id: row.id, name: row.full_name })).sort(byId));
  });

  it('has the same twins, and the same successors of retired archives', () => {
    const ids = new Set(active.map((row) => row.id));
    for (const { id, alt_name: alias } of active) {
      const isTwin = alias !== undefined && ids.has(alias);
      expect(sameCategories(id)).toEqual(isTwin ? [id, alias] : [id]);
      if (alias !== undefined && !isTwin) expect(findCategory(alias)?.id).toBe(id);
    }
  });
});

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
