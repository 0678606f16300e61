import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stemWord } from '../../../src/topics/words/stem.ts';
import { stemPrefix } from '../../../src/topics/words/stem-prefix.ts';

test.each([
  ['robot', 'robo'],
  ['quantum', 'quant'],
  ['transformer', 'transfor'],
  ['happy', 'hap'],
  ['gpt4', 'gpt4'],
  ['αβγ', 'αβγ'],
  ['ing', 'in'],
  ['essa', ''],
])('of every stem of what begins with %s is %j', (prefix, expected) => {
  expect(stemPrefix(prefix)).toBe(expected);
});

const letter = fc.constantFrom(...'abcdeghilmnoprstuvyz');
const ending = fc.constantFrom(
  ...'s es ies sses ed eed ing ating bling izing ational tional enci ancy izer ably ally ently ely ously ization'.split(
    ' ',
  ),
  ...'ation ator alism iveness fulness ousness ality ivity ibility logy icate ative alize icity ical ful ness'.split(
    ' ',
  ),
  ...'al ance ence er ic able ible ant ement ment ent sion tion ou ism ate ity ous ive ize e ll y ying yed'.split(' '),
);

test('begins the stem of each word', () => {
  const word = fc
    .tuple(fc.array(letter, { minLength: 1, maxLength: 6 }), fc.array(ending, { maxLength: 3 }))
    .map(([letters, endings]) => letters.join('') + endings.join(''));
  fc.assert(
    fc.property(word, fc.nat({ max: 12 }), (whole, length) => {
      const prefix = whole.slice(0, length + 3);
      expect(stemWord(whole).startsWith(stemPrefix(prefix)), `${prefix}|${whole}`).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});
