import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionedPapers } from '../../src/papers/paper-mentions.ts';

describe('the papers that a text names', () => {
  it.each([
    ['an id by itself: 2406.01234', ['2406.01234']],
    ['arXiv:2406.01234v2, and (2406.01235).', ['2406.01234', '2406.01235']],
    ['old ones: hep-th/9901001 and math.CA/0611800v3', ['hep-th/9901001', 'math/0611800']],
    ['https://arxiv.org/abs/2406.01234v3?context=cs', ['2406.01234']],
    ['https://arxiv.org/pdf/2406.01234.pdf!', ['2406.01234']],
    ['<https://www.alphaxiv.org/abs/2406.01234v1>', ['2406.01234']],
    ['https://alphaxiv.org/en/overview/2406.01234', ['2406.01234']],
    ['https://huggingface.co/papers/2406.01234#community', ['2406.01234']],
    [
      '[paper](https://arxiv.org/abs/2406.01234) and **https://arxiv.org/abs/2406.01235**',
      ['2406.01234', '2406.01235'],
    ],
    ['https://www.biorxiv.org/content/10.1101/2026.03.01.700001v2.full', ['10.1101/2026.03.01.700001']],
    ['https://doi.org/10.1145/3544548.3581', ['10.1145/3544548.3581']],
    [
      'doi:10.1145/3544548.3581; 10.1016/s0140-6736(20)30183-5.',
      ['10.1145/3544548.3581', '10.1016/s0140-6736(20)30183-5'],
    ],
    ['(see 10.1145/3544548.3581)', ['10.1145/3544548.3581']],
    ['https://dl.acm.org/doi/abs/10.1145/3544548.3581?casa_token=x', ['10.1145/3544548.3581']],
    ['https://onlinelibrary.wiley.com/doi/full/10.1002/anie.202400001', ['10.1002/anie.202400001']],
    ['https://link.springer.com/content/pdf/10.1007/s00222-024-01234-5.pdf', ['10.1007/s00222-024-01234-5']],
    ['10.48550/arXiv.2406.01234', ['2406.01234']],
    ['the same twice: 2406.01234, https://arxiv.org/abs/2406.01234v2', ['2406.01234']],
    ['in their order: https://arxiv.org/abs/2406.00002 2406.00001', ['2406.00002', '2406.00001']],
  ])('%s', (text, ids) => {
    expect(mentionedPapers(text)).toEqual(ids);
  });

  it.each([
    'a price of 1234.5678, version 1.2406.01234, 2406.1',
    'https://example.org/2406.01234/photos and https://openreview.net/forum?id=abc',
    'a date 2026/0611800 and a path /tmp/0611800',
    '',
  ])('are none in “%s”', (text) => {
    expect(mentionedPapers(text)).toEqual([]);
  });

  it('are found in any text, quickly', () => {
    const unit = fc.constantFrom(...'10.24/:()[]<> vabchttps://arxiv.org/abs/doi');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 4_000 }), (text) => {
        const start = performance.now();
        expect(mentionedPapers(`${text} 2406.01234`)).toContain('2406.01234');
        expect(performance.now() - start).toBeLessThan(500);
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});
