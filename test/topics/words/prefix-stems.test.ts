import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stemsBesides } from '../../../src/topics/words/prefix-stems.ts';
import { stemWord } from '../../../src/topics/words/stem.ts';

test.each([
  ['robot', []],
  ['neighbours', ['neighbor']],
  ['matrices', ['matrix']],
  ['gpt4', []],
  ['αβγ', []],
])('the stems of what begins with %s are also %j', (prefix, stems) => {
  expect(stemsBesides(prefix)).toEqual(stems);
});

const beginning = fc.constantFrom(
  ...'matri vert embedd colou behaviou oestr wen be goo plann encod fin tun xyz foc bia lens gras stud t'.split(' '),
);
const letter = fc.constantFrom(...'abcdeghilmnoprstuvyz');
const ending = fc.constantFrom(...'s es ies ed ied eed ing ings sses ces r isation ising x e y ye'.split(' '));

test('every word that begins with a prefix has one of its stems', () => {
  const word = fc
    .tuple(beginning, fc.array(letter, { maxLength: 4 }), fc.array(ending, { maxLength: 3 }))
    .map(([start, letters, endings]) => start + letters.join('') + endings.join(''));
  fc.assert(
    fc.property(word, fc.nat({ max: 12 }), (whole, length) => {
      const prefix = whole.slice(0, length + 1);
      const stem = stemWord(whole);
      expect(stem.startsWith(prefix) || stemsBesides(prefix).includes(stem), `${prefix}|${whole}|${stem}`).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});
