import { describe, expect, it } from 'vitest';
import { arxivUrl, parseArxivId } from '../../src/papers/arxiv-id.ts';

describe('an arXiv id', () => {
  it.each([
    ['2406.01234', '2406.01234', null],
    [' 2406.01234v3 ', '2406.01234', 3],
    ['1501.00001', '1501.00001', null],
    ['1412.9999v12', '1412.9999', 12],
    ['0704.0001', '0704.0001', null],
    ['2601.00010', '2601.00010', null],
    ['math/0611800', 'math/0611800', null],
    ['math.CA/0611800v2', 'math/0611800', 2],
    ['cond-mat.str-el/0203001', 'cond-mat/0203001', null],
    ['hep-th/9108001', 'hep-th/9108001', null],
    ['CMP-LG/9404001', 'cmp-lg/9404001', null],
    ['arXiv:2406.01234v2', '2406.01234', 2],
    ['ARXIV: 2406.01234', '2406.01234', null],
    ['arXiv:0706.0001v1 [q-bio.CB] 1 Jun 2007', '0706.0001', 1],
    ['oai:arXiv.org:2406.01234v1', '2406.01234', 1],
    ['oai:arXiv.org:quant-ph/0601234v5', 'quant-ph/0601234', 5],
    ['https://arxiv.org/abs/2406.01234v2', '2406.01234', 2],
    ['http://arxiv.org/abs/math/0611800', 'math/0611800', null],
    ['arxiv.org/pdf/2406.01234', '2406.01234', null],
    ['https://www.arxiv.org/pdf/2406.01234v2.pdf', '2406.01234', 2],
    ['https://export.arxiv.org/abs/2406.01234?context=cs', '2406.01234', null],
    ['https://arxiv.org/html/2406.01234v1#S1', '2406.01234', 1],
    ['https://huggingface.co/papers/2406.01234', '2406.01234', null],
    ['https://hf.co/papers/2406.01234/', '2406.01234', null],
    ['https://doi.org/10.48550/arXiv.2406.01234', '2406.01234', null],
  ])('is read from %s', (text, id, version) => {
    expect(parseArxivId(text)).toEqual({ id, version });
  });

  it.each([
    '',
    'hello',
    '2406.1234', // five digits since 2015
    '1412.00001', // four until then
    '2413.00001', // there is no month 13
    '2400.00001',
    '0703.0001', // before the new style
    '2406.00000',
    '2406.01234v0',
    '2406.01234v',
    '2406.01234 and more',
    '12406.01234',
    'math/0704001', // after the old style
    'math/9013001',
    'cooking/0611800',
    'math/061180',
    'https://example.org/abs/2406.01234',
    'https://arxiv.org.example.org/abs/2406.01234',
    'https://arxiv.org/list/cs.CL/new',
    '2406.01234\n2406.01235',
    '２４０６.01234',
  ])('is not found in %j', (text) => {
    expect(parseArxivId(text)).toBeNull();
  });

  it('leads to the page of the paper', () => {
    expect(arxivUrl('math/0611800')).toBe('https://arxiv.org/abs/math/0611800');
  });
});
