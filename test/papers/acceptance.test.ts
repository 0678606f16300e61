import { describe, expect, it } from 'vitest';
import { readAcceptance } from '../../src/papers/acceptance.ts';
import { hasSharedData, readMetadata, skipped } from '../sources/shared-data.ts';

const told = (comment: string): string | null => {
  const found = readAcceptance(comment);
  return found === null ? null : `${found.how}: ${found.venue}`;
};

describe('where a paper was accepted', () => {
  it.each([
    ['Accepted at NeurIPS 2026', 'accepted: NeurIPS 2026'],
    ['12 pages, 3 figures, accepted to ICML2026', 'accepted: ICML 2026'],
    ["to appear in ICML'26. Code: https://example.org/tides", 'accepted: ICML 2026'],
    ['Accepted by IEEE TPAMI', 'accepted: IEEE TPAMI'],
    ['accepted at neurips 2026 (oral), 9 pages', 'accepted: NeurIPS 2026 (oral)'],
    ['This work has been accepted for publication in the Proceedings of SIGIR 2026', 'accepted: SIGIR 2026'],
    ['Accepted for oral presentation at Interspeech 2026; 5 pages', 'accepted: Interspeech 2026'],
    [
      'Accepted to the 29th European Conference on Invented Tidal Studies (ECITS 2026), Lake City',
      'accepted: ECITS 2026',
    ],
    ['Accepted to the Workshop on Slow Tides at ICLR 2026', 'accepted: Workshop on Slow Tides at ICLR 2026'],
    ['Will appear in IEEE Transactions on Sand, in press', 'accepted: IEEE Transactions on Sand'],
    ['Published in Journal of Sand and Water. 20 pages', 'published: Journal of Sand and Water'],
    ['In Proceedings of BEACH 2026, arXiv:2601.00001', 'published: BEACH 2026'],
    ['Presented at the 3rd Tide Days 2026', 'presented: 3rd Tide Days 2026'],
    ['NeurIPS 2026 Poster', 'accepted: NeurIPS 2026'],
    ['Camera-ready version for ACL 2026', 'accepted: ACL 2026'],
  ])('%s → %s', (comment, expected) => {
    expect(told(comment)).toBe(expected);
  });

  it.each([
    '12 pages, 3 figures',
    'Submitted to NeurIPS 2026',
    'Under review at ICML 2026. Code will be released upon acceptance',
    'An extended version of a paper accepted at AAAI 2026',
    'Part of this work was accepted at AAAI 2026',
    'A preliminary version appeared in AAMAS 2026',
    'Not accepted at ICLR 2026',
    'Accepted in 2026',
    'Published by Springer',
    'This is the accepted manuscript of an article published by an important journal',
    'Paper accepted for publication',
    'accepted, write to tides@example.org',
    '',
  ])('gives null where the text is not about this paper, or does not say where: %s', (comment) => {
    expect(told(comment)).toBeNull();
  });

  it('takes little time for a text made to be slow', () => {
    const start = performance.now();
    for (const piece of ['accepted for ', 'in the ', '(', '1 pages ', 'A ', 'CVPR ', 'for oral and ', "' "]) {
      readAcceptance(piece.repeat(3_000));
    }
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

describe.skipIf(!hasSharedData)(`real comments ${skipped}`, () => {
  it('finds nearly all acceptances, in few words, and prints them', () => {
    const venues = new Map<string, number>();
    const counts = { comments: 0, sayIt: 0, read: 0 };
    for (const { comment } of readMetadata()) {
      if (typeof comment !== 'string') continue;
      counts.comments += 1;
      const saysIt = /\b(?:accepted|to appear|will appear|published (?:in|at))\b/i.test(comment);
      const found = readAcceptance(comment);
      if (saysIt) counts.sayIt += 1;
      if (found === null) continue;
      if (saysIt) counts.read += 1;
      expect(found.venue).toMatch(/^.{2,90}$/u);
      venues.set(found.venue, (venues.get(found.venue) ?? 0) + 1);
    }
    const most = [...venues].sort(([, one], [, other]) => other - one).slice(0, 12);
    const seldom = [...venues].filter(([, papers]) => papers === 1).map(([venue]) => venue);
    const table = [
      `${counts.comments} comments, ${counts.sayIt} with a word of it, ${counts.read} of them read; most often:`,
      ...most.map(([venue, papers]) => `${String(papers).padStart(6)}  ${venue}`),
      `read once: ${seldom.length}, such as`,
      ...seldom.filter((_, index) => index % 150 === 0).map((venue) => `        ${venue}`),
    ];
    process.stdout.write(`\n${table.join('\n')}\n`);
    expect(counts.read / counts.sayIt).toBeGreaterThan(0.9);
    expect(venues.get('CVPR 2025')).toBeGreaterThan(300);
  });
});
