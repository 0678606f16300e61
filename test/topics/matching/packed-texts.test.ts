import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPackedTexts } from '../../../src/topics/matching/packed-texts.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import { inventedPaper } from '../../store/invented-listings.ts';

const texts = ['Fine-tuning of α-nets: U.S.A.', 'The model’s k-means, i.i.d. x_t', '量子 computing', '', 'a  b\n\nc'];

test('a paper that is cut again has the same words, at the same places', () => {
  const text = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'grapheme', maxLength: 40 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (pairs) => {
      const textOf = createPackedTexts(2);
      const papers = pairs.map(([title, abstract], at) => inventedPaper(`2603.0000${at}`, { title, abstract }));
      for (const paper of [...papers, ...papers, ...papers.toReversed()]) {
        const [again, read] = [textOf(paper), readPaper(paper)];
        expect(again.title.tokens).toEqual(read.title.tokens);
        expect(again.abstract.tokens).toEqual(read.abstract.tokens);
        expect(again.title.casedWords.cased).toEqual(read.title.casedWords.cased);
        expect(again.paper).toBe(paper);
      }
    }),
  );
});
