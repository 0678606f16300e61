import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AuthorFilter } from '../../../src/topics/index/author-filter.ts';
import { keysOfPrinted } from '../../../src/topics/names/name-keys.ts';
import { namePartsOf } from '../../../src/topics/names/name-parts.ts';
import { authorText } from '../arbitraries.ts';

/** The keys of a name that would not be found if a topic asked for them alone. */
const lostKeys = (name: string): readonly string[] =>
  keysOfPrinted(namePartsOf(name)).filter((key) => {
    const filter = new AuthorFilter();
    filter.add(key);
    return !filter.mayHave(name) || !filter.mayHaveKey(key);
  });

test.each([
  'JA Smith',
  'Smith JA',
  'II Smith',
  'J.A. Smith',
  'Mary Ann Smith',
  'Smith, Mary Ann',
  'Lopez Garcia, Maria',
  'Jean-Pierre Marie Dupont',
  'Mary Jing Yu Wang',
  'Omar Al Khatib Hassan Nasri',
  'Omar Al Khatib-Hassan',
  'Liu, Yang-Yu X.',
  'Yu- Liu',
  'Yu -Liu',
  'John Smith Jr.',
  'Smith, Jr., John',
  'Jr. John',
  "Conan O'Brien",
  'Conan O’Brien',
  'Conan OʼBrien',
  'Zoe\u0308 Mu\u0308ller',
  'Joe Bloggs',
  'Jo Eder',
  'ﬁnn Oﬃce',
  '𝐀da 𠮷田',
  '山田 太郎',
  '1st Author 2nd',
  'Jan van der Berg',
  `${'Mary '.repeat(30)}Smith`,
  `${'M'.repeat(5_000)} Smith`,
])('an author whom a topic may ask for is not ruled out: %s', (name) => {
  expect(lostKeys(name)).toEqual([]);
});

test('no key of any name is ruled out', () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...'Al al El Jing Yu Xiao Ming Mary Ann Jean Pierre Maria Garcia Lopez Smith Wang Li LI'.split(' '),
    ),
    fc.constantFrom(...'JA XM II ABC Jr. Sr III IV J. P. A.B. Y-M. van der de O’Brien D’Alo Müller Bloe'.split(' ')),
  );
  const gap = fc.constantFrom(' ', ' ', ' ', ' ', '-', ', ', '. ', ' -', '- ', '  ', '', '.');
  const name = fc.array(fc.tuple(part, gap), { minLength: 1, maxLength: 7 }).map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: name }, authorText, fc.string({ unit: 'grapheme' })), (text) => {
      expect(lostKeys(text)).toEqual([]);
    }),
    // Each key of each name takes a new filter.
    { numRuns: 250, seed: 12 },
  );
});
