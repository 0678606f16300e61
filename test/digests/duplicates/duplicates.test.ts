import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { duplicateGroups, matchKey } from '../../../src/digests/duplicates/duplicates.ts';
import type { Paper } from '../../../src/papers/paper.ts';
import { inventPaper } from '../../support/invented-papers.ts';

const title = 'The tides of small lakes';
const arxiv = (known: Partial<Paper> = {}) => inventPaper({ id: '2606.00001', title, ...known });
const preprint = (known: Partial<Paper> = {}) =>
  inventPaper({ id: '10.1101/2026.06.01.700001', describedBy: 'biorxiv', title, ...known });
const article = (known: Partial<Paper> = {}) =>
  inventPaper({ id: '10.5555/tides.1', doi: '10.5555/tides.1', describedBy: 'crossref', title, ...known });
const chemrxiv = (known: Partial<Paper> = {}) =>
  inventPaper({ id: '10.26434/chemrxiv-2026-abc', describedBy: 'preprint-servers', title, ...known });

const idsOf = (groups: readonly (readonly Paper[])[]) => groups.map((group) => group.map(({ id }) => id).toSorted());
const areDuplicates = (...papers: readonly Paper[]): boolean => {
  const keys = new Set(papers.map(matchKey));
  return keys.size === 1 && !keys.has(null) && duplicateGroups(papers)[0]?.length === papers.length;
};

describe('the title', () => {
  it.each([
    ['case', 'THE TIDES OF SMALL LAKES'],
    ['punctuation', '“The tides, of small lakes.”'],
    ['blanks', 'The  tides of small lakes '],
    ['accents', 'The tídes of small lakes'],
  ])('may differ in %s', (_what, other) => {
    expect(areDuplicates(arxiv(), preprint({ title: other }))).toBe(true);
  });

  it.each([
    ['Fine-tuning of $\\alpha$-nets in $H_2O$', 'Fine tuning of α‐nets in H₂O'],
    ['Finetuning: a survey – part II', 'Fine-Tuning—A Survey, Part II'],
    ['Groups and $\\mathbb{R}$ of \\emph{graphs}', 'Groups and ℝ of graphs'],
    ['氷の潮汐についての詳しい研究', '氷の潮汐についての 詳しい研究'],
  ])('may differ in TeX and dashes: %s', (one, other) => {
    expect(areDuplicates(arxiv({ title: one }), article({ title: other }))).toBe(true);
  });

  it.each([
    ['The tides of small lakes', 'The tides of large lakes'],
    ['The tides of small lakes, part I', 'The tides of small lakes, part II'],
    ['The tides of small lakes', 'The tides of small lakes: a survey'],
  ])('may not differ in a word: %s, %s', (one, other) => {
    expect(areDuplicates(arxiv({ title: one }), preprint({ title: other }))).toBe(false);
  });

  it.each([
    'Introduction',
    'Untitled',
    'Editorial',
    'Editorial: the year of the tides',
    'Guest Editorial to the Tides',
    'Preface to the Special Issue on Tides',
    'Introduction to the special issue on the tides',
    'Reply to Ruiz et al. on the tides',
    'Response to “The tides of small lakes”',
    'Authors’ reply to the letter on tides',
    'Correction to the tides of small lakes',
    'Erratum to the tides of small lakes',
    'Letter to the Editor on the Tides',
    'Olmo 3',
    '',
  ])('does not count if it is short or usual: %s', (usual) => {
    expect(matchKey({ title: usual, authors: ['Ada Example'] })).toBeNull();
    expect(duplicateGroups([arxiv({ title: usual }), preprint({ title: usual })])).toEqual([]);
  });
});

describe('the authors', () => {
  const withAuthors = (one: readonly string[], other: readonly string[]) =>
    areDuplicates(arxiv({ authors: one }), article({ authors: other }));

  it.each([
    [
      ['Ada Example', 'Ben Sample'],
      ['Ben Sample', 'Ada Example'],
    ],
    [
      ['Ada Example', 'Ben Sample'],
      ['Example, Ada', 'Sample, Ben'],
    ],
    [
      ['Ada Example', 'Ben Sample'],
      ['A. Example', 'B. Sample'],
    ],
    [
      ['Ada M. Example', 'Ben Sample'],
      ['A. Example', 'Sample B'],
    ],
    [
      ['Jean-Pierre Serre', 'Jing-Yu Li'],
      ['J.-P. Serre', 'Jingyu Li'],
    ],
    [
      ['Jürgen Müller', 'Søren Ørsted'],
      ['Jurgen Mueller', 'Soren Orsted'],
    ],
    [['Ada Example', 'Tides Collaboration'], ['Ada Example']],
    [['Tides Collaboration'], ['the Tides Collaboration']],
    [
      ['Wei Wang', 'Wen Wang'],
      ['Wang W', 'Wang W'],
    ],
    // The first of the others could be either of the two, the second only the latter.
    [
      ['Ada Example', 'Ann Example'],
      ['A. Example', 'Ada Example'],
    ],
  ])('may be written differently: %j, %j', (one, other) => {
    expect(withAuthors(one, other)).toBe(true);
    expect(withAuthors(other, one)).toBe(true);
  });

  it.each([
    [['Ada Example', 'Ben Sample'], ['Ada Example']],
    [
      ['Ada Example', 'Ben Sample'],
      ['Ada Example', 'Bo Sampson'],
    ],
    [
      ['Ada Example', 'Ben Sample'],
      ['Ada Example', 'Ben Sample', 'Cy Third'],
    ],
    [
      ['Ada Example', 'Ben Sample'],
      ['Ada Example', 'Sample'],
    ],
    [
      ['Ada Example', 'Ada Sample'],
      ['A. Example', 'A. Example'],
    ],
    [
      ['Ada Example', 'et al.'],
      ['Ada Example', 'et al.'],
    ],
    [[], []],
  ])('have to be the same: %j, %j', (one, other) => {
    expect(withAuthors(one, other)).toBe(false);
    expect(withAuthors(other, one)).toBe(false);
  });

  test('thousands of them are compared, in any order', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `A${index} Member${index}`);
    expect(withAuthors(many, many.toReversed())).toBe(true);
    expect(withAuthors(many, [...many.slice(1), 'Zoe Other'])).toBe(false);
  });
});

describe('the places', () => {
  test('more than two are one group', () => {
    const papers = [arxiv(), preprint(), article(), chemrxiv()];
    expect(areDuplicates(...papers)).toBe(true);
    expect(idsOf(duplicateGroups([...papers, arxiv({ id: '2606.00009', title: 'Something else' })]))).toEqual([
      papers.map(({ id }) => id).toSorted(),
    ]);
  });

  it.each([
    ['arXiv', arxiv(), arxiv({ id: '2606.00002' })],
    ['bioRxiv', preprint(), preprint({ id: '10.1101/2026.06.01.700002' })],
    ['a publisher', article(), article({ id: '10.5555/tides.2', doi: '10.5555/tides.2' })],
    ['a preprint server of Crossref', chemrxiv(), chemrxiv({ id: '10.26434/chemrxiv-2026-abd' })],
  ])('two papers of %s are not duplicates, and a third that looks like both has none', (_place, one, other) => {
    expect(duplicateGroups([one, other])).toEqual([]);
    const third = one.describedBy === 'arxiv' ? preprint() : arxiv();
    expect(duplicateGroups([one, other, third])).toEqual([]);
  });

  test('bioRxiv and medRxiv are two', () => {
    const other = preprint({ id: '10.1101/2026.06.01.700002', describedBy: 'medrxiv' });
    expect(areDuplicates(preprint(), other)).toBe(true);
  });
});

test('if one of three cannot be the work of another, none has duplicates', () => {
  const papers = [
    arxiv({ authors: ['A. Example'] }),
    preprint({ authors: ['Ada Example'] }),
    article({ authors: ['Ann Example'] }),
  ];
  expect(duplicateGroups(papers.slice(0, 2))).toHaveLength(1);
  for (const order of [papers, papers.toReversed()]) expect(duplicateGroups(order)).toEqual([]);
});

describe('a stated id', () => {
  it.each([
    ['another article', arxiv({ doi: '10.7777/other' }), article()],
    ['another preprint', article({ sameAs: ['2606.00002'] }), arxiv()],
    ['the same article as the other paper', arxiv({ doi: '10.7777/x' }), preprint({ doi: '10.7777/x' })],
  ])('overrules title and authors: one paper states %s', (_what, one, other) => {
    expect(areDuplicates(one, other)).toBe(false);
  });

  test('of a third kind says nothing', () => {
    expect(areDuplicates(arxiv({ doi: '10.7777/x' }), preprint())).toBe(true);
  });
});

test('withdrawn papers and notices have no duplicates, and leave the others alone', () => {
  const withdrawn = article({ statedStatus: 'withdrawn' });
  expect(areDuplicates(arxiv(), withdrawn)).toBe(false);
  expect(idsOf(duplicateGroups([arxiv(), preprint(), withdrawn]))).toEqual([[preprint().id, arxiv().id].toSorted()]);
});

test('groups do not depend on the order of the papers, and no paper is in two', () => {
  const paper = fc
    .record({
      place: fc.constantFrom(arxiv, preprint, article, chemrxiv),
      n: fc.nat(1),
      authors: fc.constantFrom(['A. Example'], ['Ada Example'], ['Ann Example'], ['Ada Example', 'Ben Sample']),
    })
    .map(({ place, n, authors }) => {
      const { id } = place();
      return place({ id: n === 0 ? id : `${id}9`, doi: null, authors });
    });
  const property = fc.property(fc.uniqueArray(paper, { selector: ({ id }) => id, maxLength: 8 }), (papers) => {
    const groups = idsOf(duplicateGroups(papers));
    expect(idsOf(duplicateGroups(papers.toReversed())).toSorted()).toEqual(groups.toSorted());
    expect(new Set(groups.flat()).size).toBe(groups.flat().length);
  });
  fc.assert(property, { numRuns: 300, seed: 13 });
});
