import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../../src/topics/language/nearest.ts';

test.each([
  ['title', 'title', 0],
  ['titel', 'title', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['ab', 'ba', 1],
])('from %j to %j it takes %i edits', (from, to, edits) => {
  expect(editDistance(from, to)).toBe(edits);
});

test('the nearest is found in any case', () => {
  expect(nearest('CS.LF', ['cs.CV', 'cs.LG', 'math.AG'])).toBe('cs.LG');
});

test('the first of two equally near candidates is returned', () => {
  expect(nearest('cs.LX', ['cs.LG', 'cs.LO'])).toBe('cs.LG');
});

test('nothing is returned if all candidates are too far', () => {
  expect(nearest('https', ['title', 'author', 'cat'])).toBeNull();
  expect(nearest('', ['title'])).toBeNull();
  expect(nearest('x'.repeat(500), ['title'])).toBeNull();
});
