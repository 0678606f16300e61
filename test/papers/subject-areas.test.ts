import { describe, expect, it } from 'vitest';
import { findCategory } from '../../src/papers/categories.ts';
import { findSubjectArea, hasSubjectAreas, subjectAreas, subjectCategory } from '../../src/papers/subject-areas.ts';

describe('the subject areas of bioRxiv and medRxiv', () => {
  it.each([
    ['biorxiv/cell-biology', 'biorxiv/cell-biology'],
    ['bioRxiv/Cell Biology', 'biorxiv/cell-biology'],
    ['medrxiv/hiv_aids', 'medrxiv/hiv-aids'],
    [' medRxiv/Epidemiology ', 'medrxiv/epidemiology'],
  ])('finds %s', (text, id) => {
    expect(findSubjectArea(text)?.id).toBe(id);
  });

  it.each([
    '',
    'cell-biology',
    'biorxiv',
    'biorxiv/',
    'biorxiv/*',
    'arxiv/cs.LG',
    'biorxiv/cell-biology/x',
    '__proto__/x',
  ])('finds nothing for %j', (text) => {
    expect(findSubjectArea(text)).toBeNull();
  });

  it('are each one category, and none is arXiv’s', () => {
    const ids = subjectAreas.map(({ id }) => id);
    expect(new Set(ids).size).toBe(78);
    for (const { id, archive, name } of subjectAreas) {
      expect(id).toMatch(/^(?:bio|med)rxiv\/[a-z]+(?:-[a-z]+)*$/);
      expect(findSubjectArea(`${archive}/${name}`)?.id).toBe(id);
      expect(findCategory(id)).toBeNull();
    }
  });

  it('give a new area a category, and any other text none', () => {
    expect(subjectCategory('biorxiv', 'Quantum Zoology & more')).toBe('biorxiv/quantum-zoology-more');
    expect(subjectCategory('biorxiv', ' – ')).toBeNull();
    expect(subjectCategory('biorxiv', 'x'.repeat(200))).toBeNull();
  });

  it('of servers that Crossref has can be any', () => {
    expect(findSubjectArea('ChemRxiv/Organic Chemistry')?.id).toBe('chemrxiv/organic-chemistry');
    expect(findSubjectArea('ssrn/')).toBeNull();
  });

  it('belong to some servers', () => {
    const servers = ['bioRxiv', 'medrxiv', 'ChemRxiv', 'arxiv', 'toString'];
    expect(servers.map(hasSubjectAreas)).toEqual([true, true, true, false, false]);
  });
});
