import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/citations/reading/read-file.ts';
import type { GivenPaper } from '../../../src/papers/given-paper.ts';

async function read(content: string | Uint8Array) {
  const file = await readFile(typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  if (file.kind !== 'papers') throw new Error(file.why);
  return file;
}
const firstOf = async (content: string | Uint8Array): Promise<GivenPaper | undefined> =>
  (await read(content)).papers[0];

describe('BibTeX', () => {
  it('becomes text: TeX, braces, names, keywords and ids', async () => {
    const paper = await firstOf(String.raw`@STRING{acl = "ACL"}
      @InProceedings(key,
        title = {On $\alpha$-stable {BERT} at {\'E}cole with H$_2$O, \textit{in vitro}},
        author = "M{\"u}ller, Hans and van der Berg, Jan and {CMS Collaboration} and others",
        year = 2024, doi = {https://doi.org/10.1234/ABC}, eprint = {2401.01234}, archivePrefix = {arXiv},
        keywords = {graphs; deep learning}, abstract = {We show $x^2$ \& more.}, booktitle = acl # " 2024")`);
    expect(paper).toEqual({
      title: 'On α-stable BERT at École with H₂O, in vitro',
      authors: ['Hans Müller', 'Jan van der Berg', 'CMS Collaboration'],
      abstract: 'We show x² & more.',
      ids: ['10.1234/abc', '2401.01234'],
      keywords: ['deep learning', 'graphs'],
      year: 2024,
    });
  });

  it.each([
    ['journal = {arXiv preprint arXiv:1706.03762}', '1706.03762'],
    ['url = {https://arxiv.org/abs/1706.03762v5}', '1706.03762'],
    [String.raw`howpublished = {\url{https://arxiv.org/abs/1706.03762}}`, '1706.03762'],
    ['eprint = {9901001}, archiveprefix = {hep-th}', 'hep-th/9901001'],
    ['eprint = {1706.03762}, eprinttype = {arXiv}', '1706.03762'],
  ])('finds an id in %s', async (field, id) => {
    expect((await firstOf(`@article{a, title = {T}, ${field}}`))?.ids).toEqual([id]);
  });

  it('loses a damaged entry alone, and names it', async () => {
    const file = await read(
      '@article{a, title={One}}\n@article{b, title={Tw\n@article{c, title={Three}}\n@comment{x}\n@misc{d}',
    );
    expect(file.papers.map(({ title }) => title)).toEqual(['One', 'Three']);
    expect(file.skipped).toEqual([
      { name: 'b', reason: 'damaged' },
      { name: 'd', reason: 'no-title' },
    ]);
  });

  it('expands no abbreviation without end', async () => {
    const doubled = Array.from({ length: 60 }, (_, at) => `@string{a${at + 1} = a${at} # a${at}}`).join('\n');
    const paper = await firstOf(`@string{a0 = "word "}\n${doubled}\n@article{z, title = a3}`);
    expect(paper?.title).toBe('word '.repeat(8).trim());
  });
});

it('reads RIS with values that go on in the next line', async () => {
  const text = [
    'Provider: somebody',
    'TY  - JOUR',
    'T1  - On graphs',
    'and trees',
    'A1  - Müller, Hans, Jr.',
    'AU  - Li, Bo',
    'N2  - We show.',
    'KW  - graphs',
    'Y1  - 2020/05/01/',
    'DO  - 10.1234/X',
    'UR  - https://example.org/',
    'ER  - ',
    'TY  - BOOK',
    'ID  - untitled',
    'ER  -',
  ].join('\r\n');
  const file = await read(text);
  expect(file.papers).toEqual([
    {
      title: 'On graphs and trees',
      authors: ['Hans Müller Jr.', 'Bo Li'],
      abstract: 'We show.',
      ids: ['10.1234/x'],
      keywords: ['graphs'],
      year: 2020,
    },
  ]);
  expect(file.skipped).toEqual([{ name: 'untitled', reason: 'no-title' }]);
});

it('reads CSL-JSON, in which only the title must be right', async () => {
  const items = [
    {
      id: 1,
      title: '<i>On</i> graphs',
      author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, { literal: 'CERN' }, 7],
      abstract: '<jats:p>We show.</jats:p>',
      DOI: '10.1234/X',
      issued: { 'date-parts': [['2020', 5]] },
      keyword: 'a, b',
    },
    { id: 'x', title: 5, author: 'nobody' },
    null,
  ];
  const expected = {
    title: 'On graphs',
    authors: ['Jan van der Berg', 'CERN'],
    abstract: 'We show.',
    ids: ['10.1234/x'],
    keywords: ['a', 'b'],
    year: 2020,
  };
  for (const json of [items, { items }]) {
    const file = await read(JSON.stringify(json));
    expect(file.papers).toEqual([expected]);
    expect(file.skipped.map(({ reason }) => reason)).toEqual(['no-title', 'damaged']);
  }
});

describe('the encoding', () => {
  const text = '@article{a, title = {Größe – naïve 世界}}';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 with a mark, the high byte first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 without a mark, the high byte first', Buffer.from(text, 'utf16le').swap16()],
  ])('is %s', async (_name, bytes) => {
    expect((await firstOf(bytes))?.title).toBe('Größe – naïve 世界');
  });

  it('is Windows-1252, which has Latin-1 in it, where it cannot be UTF-8', async () => {
    expect((await firstOf(Buffer.from('@article{a, title = {Größe \x96 naïve}}', 'latin1')))?.title).toBe(
      'Größe – naïve',
    );
  });
});

it('reads the first 1,000 entries and counts the others', async () => {
  const file = await read(
    Array.from({ length: 10_000 }, (_, at) => `TY  - JOUR\nTI  - Paper ${at}\nER  - `).join('\n'),
  );
  expect(file.papers).toHaveLength(1_000);
  expect(file.further).toBe(9_000);
});
