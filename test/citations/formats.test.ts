import { describe, expect, it } from 'vitest';
import { type CitationFormatName, citationFormats, cite } from '../../src/citations/registry.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { readCsl } from './read-citations.ts';

const preprint = inventPaper({
  id: '2606.00001',
  title: 'Kites at dawn',
  authors: ['Ana Ruíz', 'Ben van der Sample, Jr.'],
});
const article = inventPaper({
  id: '10.5555/tides.7',
  title: 'Tides',
  authors: ['Kite Collaboration', 'Cy Third'],
  categories: [],
  describedBy: 'crossref',
  doi: '10.5555/tides.7',
  publishedAt: '2026-03-09T00:00:00.000Z',
  journalReference: 'J. Tides 7(2), 104-117 (2026)',
});
const of = (format: CitationFormatName, ...papers: readonly Paper[]) => cite(papers, format);

describe('RIS', () => {
  it('has a record for each paper, whose lines end as its programs expect', () => {
    expect(of('ris', preprint, article).split('\r\n')).toEqual([
      'TY  - UNPB',
      'AU  - Ruíz, Ana',
      'AU  - van der Sample, Ben, Jr.',
      'TI  - Kites at dawn',
      'PB  - arXiv',
      'PY  - 2026',
      'DA  - 2026/06//',
      'AN  - arXiv:2606.00001',
      'UR  - https://arxiv.org/abs/2606.00001',
      'ER  - ',
      '',
      'TY  - JOUR',
      'AU  - Kite Collaboration',
      'AU  - Third, Cy',
      'TI  - Tides',
      'T2  - J. Tides',
      'VL  - 7',
      'IS  - 2',
      'SP  - 104',
      'EP  - 117',
      'PY  - 2026',
      'DA  - 2026/03/09/',
      'DO  - 10.5555/tides.7',
      'UR  - https://doi.org/10.5555/tides.7',
      'ER  - ',
      '',
    ]);
  });

  it('is what another program reads', () => {
    const [first, second] = readCsl(of('ris', preprint, article));
    expect(first).toMatchObject({ type: 'manuscript', title: 'Kites at dawn', year: '2026' });
    expect(first?.authors).toEqual(['Ana Ruíz', 'Ben van der Sample Jr.']);
    expect(second).toMatchObject({ type: 'article-journal', doi: '10.5555/tides.7' });
    expect(second?.fields).toMatchObject({ 'container-title': 'J. Tides', volume: '7', issue: '2', page: '104-117' });
    expect(second?.fields['issued']).toEqual({ 'date-parts': [[2026, 3, 9]] });
  });
});

describe('CSL-JSON', () => {
  it('has an item for each paper', () => {
    expect(JSON.parse(of('csl-json', preprint, article))).toEqual([
      {
        id: 'ruiz2026kites',
        'citation-key': 'ruiz2026kites',
        type: 'article',
        title: 'Kites at dawn',
        author: [
          { family: 'Ruíz', given: 'Ana' },
          { family: 'Sample', given: 'Ben', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
        ],
        issued: { 'date-parts': [[2026, 6]] },
        publisher: 'arXiv',
        archive: 'arXiv',
        number: 'arXiv:2606.00001',
        URL: 'https://arxiv.org/abs/2606.00001',
      },
      {
        id: 'kite2026tides',
        'citation-key': 'kite2026tides',
        type: 'article-journal',
        title: 'Tides',
        author: [{ literal: 'Kite Collaboration' }, { family: 'Third', given: 'Cy' }],
        issued: { 'date-parts': [[2026, 3, 9]] },
        'container-title': 'J. Tides',
        volume: '7',
        issue: '2',
        page: '104-117',
        DOI: '10.5555/tides.7',
        URL: 'https://doi.org/10.5555/tides.7',
      },
    ]);
  });

  it('is what another program reads, unchanged', () => {
    const text = of('csl-json', preprint, article);
    expect(readCsl(text).map(({ fields }) => fields)).toEqual(JSON.parse(text));
  });
});

describe('plain text', () => {
  it('is one sentence a paper', () => {
    expect(of('plain', preprint, article)).toBe(
      `Ana Ruíz and Ben van der Sample Jr., “Kites at dawn”, arXiv 2606.00001 (2026). https://arxiv.org/abs/2606.00001

Kite Collaboration and Cy Third, “Tides”, J. Tides 7(2), 104-117 (2026). https://doi.org/10.5555/tides.7
`,
    );
  });

  it('names three of many authors', () => {
    const authors = Array.from({ length: 9 }, (_, index) => `A. Writer${index}`);
    expect(of('plain', inventPaper({ authors }))).toMatch(/^A\. Writer0, A\. Writer1, A\. Writer2 et al\., “/);
    expect(of('plain', inventPaper({ authors: ['A. One', 'et al.'] }))).toMatch(/^A\. One et al\., “/);
    expect(of('plain', inventPaper({ authors: [] }))).toMatch(/^“On the Slow Growth/);
  });
});

describe('Markdown', () => {
  it('is a list of links in which nothing of a paper is markup', () => {
    const title = '*Kites* [a](http://x.y) `b` <i>';
    expect(of('markdown', inventPaper({ title, authors: ['A_B C'] }), article)).toBe(
      String.raw`- [\*Kites\* \[a\]\(http\://x.y\) \`b\` \<i\>](https://arxiv.org/abs/2606.00001): A\_B C, arXiv 2606.00001, 2026
- [Tides](https://doi.org/10.5555/tides.7): Kite Collaboration and Cy Third, J. Tides 7\(2\), 104-117, 2026
`,
    );
  });
});

describe('each format', () => {
  it.each(citationFormats)('$shown is empty without papers, and ends with a line break', ({ name, fileName }) => {
    expect(of(name)).toBe('');
    expect(of(name, preprint, article)).toMatch(/[^\s]\s*\n$/);
    expect(fileName).toMatch(/^papers\.[a-z]+$/);
  });
});
