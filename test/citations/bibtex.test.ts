import { describe, expect, it } from 'vitest';
import { cite } from '../../src/citations/registry.ts';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { readBibtex } from './read-citations.ts';

const bibtexOf = (known: Partial<Paper>): string => cite([inventPaper(known)], 'bibtex');
/** The value of a field as it is written. */
const field = (name: string, known: Partial<Paper>): string | undefined =>
  new RegExp(`^  ${name} += (.*?),?$`, 'm').exec(bibtexOf(known))?.[1];
const keysOf = (papers: readonly Partial<Paper>[]): readonly string[] =>
  readBibtex(
    cite(
      papers.map((known) => inventPaper(known)),
      'bibtex',
    ),
  ).map(({ key }) => key);

describe('an entry of BibTeX', () => {
  it('has what arXiv says of a preprint, with year and month by its id', () => {
    const authors = ['Ana Ruíz', 'Ben van der Sample, Jr.'];
    expect(bibtexOf({ id: '2606.00001', title: 'Kites for BERT', authors, categories: ['cs.LG', 'cs.CL'] })).toBe(
      `@misc{ruiz2026kites,
  title         = {Kites for {BERT}},
  author        = {Ru{\\'i}z, Ana and van der Sample, Jr., Ben},
  year          = {2026},
  month         = jun,
  eprint        = {2606.00001},
  archiveprefix = {arXiv},
  primaryclass  = {cs.LG},
  url           = {https://arxiv.org/abs/2606.00001}
}
`,
    );
  });

  it('takes the date of the first version, and without one that of the id', () => {
    const years = (known: Partial<Paper>) => [field('year', known), field('month', known)];
    expect(years({ id: '2601.00001', publishedAt: '2025-12-31T23:00:00.000Z' })).toEqual(['{2025}', 'dec']);
    expect(years({ id: 'math/0611800' })).toEqual(['{2006}', 'nov']);
    expect(years({ id: 'hep-th/9108001' })).toEqual(['{1991}', 'aug']);
    expect(years({ id: '10.1101/2026.03.02.123456', describedBy: 'biorxiv' })).toEqual(['{2026}', 'mar']);
    expect(years({ id: '10.5555/x.1', describedBy: 'crossref' })).toEqual([undefined, undefined]);
  });

  it('is an article where a journal is stated, with the year of the journal', () => {
    const known = { id: '2606.00001', doi: '10.5555/tides.7', journalReference: 'J. Tides 7(2), 104–117 (2027)' };
    expect(bibtexOf(known)).toContain('@article{');
    expect(field('journal', known)).toBe('{J. Tides}');
    expect(field('volume', known)).toBe('{7}');
    expect(field('number', known)).toBe('{2}');
    expect(field('pages', known)).toBe('{104--117}');
    expect([field('year', known), field('month', known)]).toEqual(['{2027}', undefined]);
    expect([field('doi', known), field('eprint', known)]).toEqual(['{10.5555/tides.7}', '{2606.00001}']);
  });

  it('is in proceedings where authors or services name a conference, and says if they only say so', () => {
    const accepted = { comment: '9 pages, accepted to ICML2027' };
    expect(bibtexOf(accepted)).toContain('@inproceedings{');
    expect([field('booktitle', accepted), field('year', accepted)]).toEqual(['{ICML 2027}', '{2027}']);
    expect(field('note', accepted)).toBe('{Accepted}');
    const venue = { extras: { ...noExtras, venue: 'Conference on Invented Tides' } };
    expect([field('booktitle', venue), field('note', venue)]).toEqual(['{Conference on Invented Tides}', undefined]);
  });

  it('keeps what may not be a journal as a note', () => {
    const known = { journalReference: 'A volume in honour of a person, edited by two others, 2026' };
    expect(bibtexOf(known)).toContain('@misc{');
    expect(field('note', known)).toBe(`{Published: ${known.journalReference}}`);
    expect(field('note', { extras: { ...noExtras, venue: 'Tides' } })).toBe('{Published in Tides}');
    expect(field('note', { extras: { ...noExtras, venue: 'arXiv.org' } })).toBeUndefined();
  });

  it('cites a preprint of another server by its own DOI', () => {
    const id = '10.1101/2026.01.02.123456';
    const known = { id, describedBy: 'biorxiv', doi: '10.5555/x.1', categories: ['biorxiv/genomics'] };
    expect(bibtexOf(known)).toContain('@misc{');
    expect([field('howpublished', known), field('doi', known)]).toEqual(['{bioRxiv}', `{${id}}`]);
    expect([field('eprint', known), field('primaryclass', known)]).toEqual([undefined, undefined]);
    expect(field('note', known)).toBe('{Published version: doi 10.5555/x.1}');
  });

  it('says of a paper that it is withdrawn', () => {
    expect(field('note', { statedStatus: 'withdrawn' })).toBe('{Withdrawn}');
  });

  it('is empty without papers', () => {
    expect(cite([], 'bibtex')).toBe('');
  });
});

describe('the keys of BibTeX', () => {
  it('have family name, year and the first word that tells something', () => {
    expect(keysOf([{ authors: ['Ashish Vaswani'], title: 'Attention Is All You Need' }])).toEqual([
      'vaswani2026attention',
    ]);
    expect(keysOf([{ authors: ['Aaron van den Oord'], title: 'On the 3D world' }])).toEqual(['vandenoord2026world']);
    expect(keysOf([{ authors: ['Łukasz Groß'], title: 'α-synuclein' }])).toEqual(['gross2026synuclein']);
    expect(keysOf([{ authors: ['ATLAS Collaboration'], title: 'Top quarks' }])).toEqual(['atlas2026top']);
  });

  it('are made of what there is in other scripts', () => {
    expect(keysOf([{ authors: ['张三'], title: '基于扩散模型的图像生成' }])).toEqual(['paper2026']);
    expect(keysOf([{ authors: ['3D Team'], title: '?' }])).toEqual(['paper3d2026']);
  });

  it('are each once in an export', () => {
    const same = Array.from({ length: 29 }, (_, index) => ({
      id: `2606.${10_000 + index}`,
      authors: ['A. Lee'],
      title: 'Tides',
    }));
    const keys = keysOf([...same, { authors: ['A. Lee'], title: 'Tides!' }]);
    expect(keys.slice(0, 4)).toEqual(['lee2026tides', 'lee2026tidesa', 'lee2026tidesb', 'lee2026tidesc']);
    expect(keys.slice(26)).toEqual(['lee2026tidesz', 'lee2026tidesaa', 'lee2026tidesab', 'lee2026tidesac']);
    expect(new Set(keys).size).toBe(30);
  });
});

describe('TeX', () => {
  const title = (text: string) => field('title', { title: text })?.slice(1, -1);

  it.each([
    ['Ångström, Erdős, Škoda, Żółw', '{\\r{A}}ngstr{\\"o}m, Erd{\\H{o}}s, {\\v{S}}koda, {\\.Z}{\\\'o}{\\l}w'],
    ['Việt', 'Vi{\\^{\\d{e}}}t'],
    ['naïve café', 'na{\\"i}ve caf{\\\'e}'],
    ['100 % & $5 #1 a_b', '100 \\% \\& \\$5 \\#1 a\\_b'],
    ['a\\b {c} ~ ^', 'a{\\textbackslash}b {\\textbraceleft}c{\\textbraceright} {\\textasciitilde} {\\textasciicircum}'],
    ['p < 0.05', 'p {\\textless} 0.05'],
    ['α-particles', '{$\\alpha$}-particles'],
    ['a -- b', 'a -{}- b'],
    ['water h₂o', 'water h{\\textsubscript{2}}o'],
    ['图像 生成 😀', '图像 生成 😀'],
  ])('writes %s so that every reader has the same', (text, tex) => {
    expect(title(text)).toBe(tex);
  });

  it.each([
    ['Attention Is All You Need', 'Attention Is All You Need'],
    ['A New View of GPT-4, mRNA and C++', 'A New View of {GPT-4}, {mRNA} and {C++}'],
    [
      'Traces of the class of Frobenius: Dirichlet and others',
      'Traces of the class of {Frobenius}: Dirichlet and others',
    ],
    ['A T cell and an X-ray', 'A {T} cell and an {X-ray}'],
    ['(LLMs) in the wild', '({LLMs}) in the wild'],
  ])('keeps the capitals of %s that a style must not write small', (text, tex) => {
    expect(title(text)).toBe(tex);
  });
});

describe('names of authors', () => {
  it.each([
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['Luc Van Gool', 'Van Gool, Luc'],
    ['Nguyen Van Minh', 'Minh, Nguyen Van'],
    ['María de los Ángeles', "de los {\\'A}ngeles, Mar{\\'i}a"],
    ['Martin Luther King III', 'King, III, Martin Luther'],
    ['Ana Ruiz, Jr.', 'Ruiz, Jr., Ana'],
    ['Ruiz, Ana', 'Ruiz, Ana'],
    ['Y.-W.Chang', 'Chang, Y.-W.'],
    ['Plato', '{Plato}'],
    ['张三', '{张三}'],
    ['ATLAS Collaboration', '{ATLAS Collaboration}'],
    ['Sand and Gravel', '{Sand and Gravel}'],
    ['deepmind', '{deepmind}'],
    ['bell hooks', '{hooks}, bell'],
  ])('%s', (name, tex) => {
    expect(field('author', { authors: [name] })).toBe(`{${tex}}`);
  });

  it('keep their order, with collaborations among them', () => {
    const authors = ['H.E.S.S. Collaboration: F. Aharonian', 'A. B. Ruiz on behalf of the Kite Team', 'et al.'];
    expect(field('author', { authors })).toBe(
      '{{H.E.S.S. Collaboration} and Aharonian, F. and Ruiz, A. B. and {Kite Team} and others}',
    );
  });
});
