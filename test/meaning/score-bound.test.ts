import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareQuery, scorePaper } from '../../src/meaning/meaning-query.ts';
import { meaningOf } from '../../src/meaning/paper-meaning.ts';
import { boundScore } from '../../src/meaning/score-bound.ts';
import { meaning } from '../support/shipped-meaning.ts';

const stems = fc.array(fc.constantFrom('graph', 'network', 'learn', 'edit', 'weight', 'the', 'of', 'zyxwv', 'tide'), {
  minLength: 1,
  maxLength: 12,
});

test('no paper scores more than the bound of its vector and of the words that it has', () => {
  const { table } = meaning;
  if (table === null) throw new Error('there is no table');
  fc.assert(
    fc.property(stems, stems, stems, (asked, title, abstract) => {
      const query = prepareQuery(table, asked);
      const paper = meaningOf(table, { title, abstract });
      const share = query.words.reduce((sum, { stem, weight }) => sum + (paper.words.has(stem) ? weight : 0), 0);
      expect(scorePaper(query, paper)).toBeLessThanOrEqual(boundScore(query, share, paper.vector));
      const all = query.words.reduce((sum, { weight }) => sum + weight, 0);
      expect(boundScore(query, share, paper.vector)).toBeLessThanOrEqual(boundScore(query, all, paper.vector));
    }),
  );
});
