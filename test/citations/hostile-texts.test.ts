import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cite } from '../../src/citations/registry.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { nameLetters, readBibtex, readCsl, visible } from './read-citations.ts';

const nasty = [
  ...['{', '}', '\\', '%', '$', '&', '#', '_', '~', '^', '"', "'", '`', '@', ',', '=', '<', '>', '|', '-', '--', '?`'],
  ...[
    '\n',
    '\r\n',
    '\t',
    '\u2028',
    '\u202e',
    '\u200b',
    '\ufeff',
    '😀',
    '👩‍🔬',
    'שלום',
    'مرحبا',
    'é',
    'e\u0301',
    'ệ',
    'ß',
    'İ',
    'ı',
  ],
  ...[
    'α',
    'Δ',
    '≤',
    '₂',
    '²',
    '中文',
    '한글',
    'ก็',
    '\\"o',
    '{\\',
    '\\}',
    '}}',
    '@misc{x,',
    'ER  - ',
    '\nTY  - ',
    '```',
    '"},',
  ],
  ...[' and ', ' others', 'A', 'GPT-4', 'word', ' '],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 10,
  })
  .map((parts) => parts.join(''));
const title = text.map((each) => `a ${each} z`);
const papers = fc.array(
  fc.record({
    title,
    authors: fc.array(title, { maxLength: 3 }),
    journalReference: fc.option(text),
    comment: fc.option(text),
  }),
  { minLength: 1, maxLength: 3 },
);
const inventAll = (known: readonly object[]) =>
  known.map((each, index) => inventPaper({ ...each, id: `2606.${10_000 + index}` }));

describe('citations of papers with any texts', () => {
  it('in BibTeX are as many entries as papers, each with its title', () => {
    fc.assert(
      fc.property(papers, (known) => {
        const all = inventAll(known);
        const entries = readBibtex(cite(all, 'bibtex'));
        expect(entries.map(({ eprint }) => eprint)).toEqual(all.map(({ id }) => id));
        expect(entries.map((entry) => visible(entry.title))).toEqual(all.map((paper) => visible(paper.title)));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('in BibTeX never leave a brace or a quote open, and have one line a field', () => {
    fc.assert(
      fc.property(papers, (known) => {
        const bibtex = cite(inventAll(known), 'bibtex');
        // BibTeX counts every brace, an escaped one as well.
        let depth = 0;
        for (const sign of bibtex) {
          if (sign === '{') depth += 1;
          if (sign === '}') depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        const lines = bibtex.split('\n').filter((line) => !/^(?:@\w+\{[a-z\d]+,|\}|)$/.test(line));
        expect(lines.filter((line) => !/^ {2}[a-z]+ += (?:\{.*\}|[a-z]{3}),?$/u.test(line))).toEqual([]);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('in RIS and CSL-JSON are as many as papers, each with its title and authors', () => {
    fc.assert(
      fc.property(papers, (known) => {
        const all = inventAll(known);
        const items = readCsl(cite(all, 'csl-json'));
        expect(items.map((item) => visible(item.title))).toEqual(all.map((paper) => visible(paper.title)));
        const lines = cite(all, 'ris').split('\r\n');
        expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(all.length);
        expect(lines.filter((line) => line !== '' && !/^[A-Z][A-Z\d] {2}- .*$/u.test(line))).toEqual([]);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('in plain text and Markdown are one line a paper', () => {
    fc.assert(
      fc.property(papers, (known) => {
        const all = inventAll(known);
        const breaks = /[\n\r\u2028\u2029]/;
        for (const format of ['plain', 'markdown'] as const) {
          const lines = cite(all, format).split('\n').filter(Boolean);
          expect(lines).toHaveLength(all.length);
          expect(lines.filter((line) => breaks.test(line))).toEqual([]);
        }
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('in BibTeX keep the letters of names in many scripts', () => {
    const letters = fc.constantFrom(...'aÄéñøłßđýŽőąçệİıŭΩЖ中한'.split('').map((letter) => `X${letter}bc`));
    const name = fc.tuple(letters, letters).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (authors) => {
        const [entry] = readBibtex(cite([inventPaper({ authors })], 'bibtex'));
        expect(nameLetters(entry?.authors ?? [])).toBe(nameLetters(authors));
      }),
      { numRuns: 100, seed: 5 },
    );
  });
});
