import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { matches } from '../../../src/topics/matching/match.ts';
import { readPaper, readWithTokens } from '../../../src/topics/matching/paper-text.ts';
import { isPlainText } from '../../../src/topics/matching/plain-text.ts';
import { tokenize } from '../../../src/topics/words/tokens.ts';
import { inventPaper } from '../invented-paper.ts';

const pieces = [
  'ab',
  'AB',
  'a',
  'c',
  'C',
  'b2',
  '2',
  ' ',
  '  ',
  '\n',
  '-',
  '_',
  '.',
  ',',
  '+',
  '++',
  '#',
  "'",
  '`',
  '’',
  'é',
  '\u212a',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
const form = fc.constantFrom(
  'ab',
  'AB',
  'a',
  'c',
  'b2',
  '2',
  'abc',
  'c++',
  'c#',
  'k',
  'é',
  'ab c',
  'a-c',
  'AB a',
  'a.b.c',
);
const asked = fc.tuple(form, fc.constantFrom('', 'title:', 'abstract:')).map(([word, field]) => `${field}="${word}"`);

test.each([
  ['Plain words, $x_t + 2$ (k-means).', true],
  ['', true],
  ['an author’s', false],
  ["an author's", false],
  ['naïve', false],
  ['C++', false],
  ['C#', false],
  ['the U.S. of', false],
])('%j is plain: %s', (written, isPlain) => {
  expect(isPlainText(written)).toBe(isPlain);
});

test('is searched for exact forms with the same result as its words', () => {
  fc.assert(
    fc.property(asked, text, text, (typed, title, abstract) => {
      const parsed = parseTopic(typed);
      if (!parsed.ok) throw new Error(parsed.error.message);
      const paper = inventPaper({ title, abstract });
      const cut = readWithTokens(paper, { title: tokenize(title), abstract: tokenize(abstract) });
      expect(matches(parsed.topic, readPaper(paper))).toBe(matches(parsed.topic, cut));
    }),
    { numRuns: 3_000 },
  );
});
