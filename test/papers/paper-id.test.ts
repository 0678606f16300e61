import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDoi } from '../../src/papers/doi.ts';
import { idsOf, kindOfId, paperPage, parsePaperId, showPaperId } from '../../src/papers/paper-id.ts';

const preprint = '10.1101/2026.01.02.123456';

describe('the id of a paper', () => {
  it.each([
    ['2406.01234v2', '2406.01234', 2],
    ['https://arxiv.org/abs/math.CA/0611800', 'math/0611800', null],
    ['https://doi.org/10.48550/arXiv.2406.01234', '2406.01234', null],
    ['<https://arxiv.org/abs/2406.01234v2>', '2406.01234', 2],
    [` <https://www.biorxiv.org/content/${preprint}v2> `, preprint, 2],
    ['<https://doi.org/10.5555/tides.1>', '10.5555/tides.1', null],
    [preprint, preprint, null],
    [`${preprint}v3`, preprint, 3],
    [`doi:${preprint}`, preprint, null],
    [`https://doi.org/${preprint}`, preprint, null],
    [`https://www.biorxiv.org/content/${preprint}v2`, preprint, 2],
    [`https://www.biorxiv.org/content/${preprint}v2.full.pdf+html`, preprint, 2],
    [`https://www.biorxiv.org/content/biorxiv/${preprint}.full-text?x=1`, preprint, null],
    ['www.medrxiv.org/content/10.64898/2026.07.13.738145v1.abstract', '10.64898/2026.07.13.738145', 1],
    ['10.1101/001891', '10.1101/001891', null],
    ['10.1038/S41586-020-2012-7', '10.1038/s41586-020-2012-7', null],
    ['see doi.org', null, null],
    ['https://dx.doi.org/10.1016/S0140-6736%2826%2900001-1?via=home', '10.1016/s0140-6736(26)00001-1', null],
    ['10.5555/tides.v2', '10.5555/tides.v2', null],
    ['10.5555/tides.', '10.5555/tides', null],
    ['10.5555/tides)', '10.5555/tides', null],
    ['10.48550/arXiv.tides', null, null],
    ['10.55/tides', null, null],
    ['10.5555/', null, null],
    ['10.5555/a b', null, null],
    ['10.5555/`a`', null, null],
    [`10.5555/${'a'.repeat(300)}`, null, null],
    ['', null, null],
  ])('%s is %s, version %s', (text, id, version) => {
    expect(parsePaperId(text)).toEqual(id === null ? null : { id, version });
  });

  it('is read back as itself, and from its page', () => {
    const dois = fc
      .tuple(fc.integer({ min: 1000, max: 99_999 }), fc.stringMatching(/^[a-z0-9][a-z0-9()<>;._/-]{0,30}[a-z0-9]$/))
      .map(([prefix, suffix]) => `10.${prefix}/${suffix}`)
      .filter((doi) => parseDoi(doi)?.doi === doi);
    fc.assert(
      fc.property(dois, (id) => {
        expect(parsePaperId(id)?.id).toBe(id);
        expect(parsePaperId(encodeURI(paperPage({ id, version: null, describedBy: 'crossref' })))?.id).toBe(id);
      }),
    );
  });

  it('never reads a word of ordinary text as an id', () => {
    for (const word of ['and/or', '3.5/4', '10.1/x', 'v1.2', 'https://example.org/10.5555/x', 'α/β'])
      expect(parsePaperId(word)).toBeNull();
  });
});

describe('who gave an id', () => {
  it.each([
    ['2406.01234', 'arxiv'],
    ['math/0611800', 'arxiv'],
    [preprint, 'preprint'],
    ['10.64898/2026.07.13.738145', 'preprint'],
    ['10.1101/001891', 'preprint'],
    // Cold Spring Harbor's journals share the prefix.
    ['10.1101/gad.351234.123', 'publisher'],
    ['10.5555/tides.1', 'publisher'],
  ])('%s: %s', (id, kind) => {
    expect(kindOfId(id)).toBe(kind);
  });
});

describe('the ids that are stated for a paper', () => {
  it('are its id, its DOI and all other stated ids, each once and canonical', () => {
    const ids = idsOf({ id: '2406.01234', doi: '10.5555/Tides', sameAs: ['10.5555/tides', preprint] });
    expect(ids).toEqual(['2406.01234', '10.5555/tides', preprint]);
    expect(idsOf({ id: '2406.01234', doi: '10.48550/arXiv.2406.01234' })).toEqual(['2406.01234']);
    expect(idsOf({ id: '2406.01234', doi: 'see the journal' })).toEqual(['2406.01234']);
  });
});

describe('the page of a paper', () => {
  it.each([
    [{ id: '2406.01234', version: 2, describedBy: 'arxiv' }, 'https://arxiv.org/abs/2406.01234', 'arXiv 2406.01234'],
    [
      { id: preprint, version: 2, describedBy: 'biorxiv' },
      `https://www.biorxiv.org/content/${preprint}v2`,
      `bioRxiv ${preprint}`,
    ],
    [
      { id: preprint, version: null, describedBy: 'medrxiv' },
      `https://www.medrxiv.org/content/${preprint}`,
      `medRxiv ${preprint}`,
    ],
    [{ id: preprint, version: 1, describedBy: 'crossref' }, `https://doi.org/${preprint}`, `doi ${preprint}`],
    [{ id: '10.5555/t.1', version: null, describedBy: 'crossref' }, 'https://doi.org/10.5555/t.1', 'doi 10.5555/t.1'],
  ])('%j', (paper, page, shown) => {
    expect(paperPage(paper)).toBe(page);
    expect(showPaperId(paper)).toBe(shown);
  });
});
