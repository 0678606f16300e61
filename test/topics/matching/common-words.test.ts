import { expect, it } from 'vitest';
import { commonWords } from '../../../src/topics/matching/common-words.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import { inventPaper } from '../invented-paper.ts';

it('two papers share telling words, in the forms of the second, and no numbers', () => {
  const one = readPaper(
    inventPaper({ title: 'Aquifers of Small Islands', abstract: 'We measure 10,000 aquifers with 17 lysimeters.' }),
  );
  const other = readPaper(
    inventPaper({
      title: 'An Aquifer in Spring',
      abstract: 'The aquifer took 17 hours; a lysimeter wrote 10,000 lines.',
    }),
  );
  const common = commonWords(one, other, 5);
  expect(common).toEqual(expect.arrayContaining(['aquifer', 'lysimeter']));
  expect(common.filter((word) => /\d/.test(word))).toEqual([]);
});
