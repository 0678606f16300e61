import { expect, it } from 'vitest';
import { type CountedTerm, coverPapers, writeCover } from '../../../src/topics/proposal/cover.ts';

const term = (text: string, found: readonly number[], perDay: number): CountedTerm => ({
  ...{ text, found, perDay },
  central: found,
  rarity: 5,
});
const cover = (terms: readonly CountedTerm[], given: number): string => writeCover(coverPapers(terms, given));

it('takes the terms that find most for the papers that they bring, and none that finds nothing new', () => {
  const terms = [
    term('broad', [0, 1, 2, 3, 4, 5], 4.9),
    term('narrow', [0, 1, 2], 0.2),
    term('same', [1, 2], 0.1),
    term('other', [3, 4], 0.5),
  ];
  expect(cover(terms, 6)).toBe('narrow OR other');
});

it('stays within five papers a day', () => {
  expect(cover([term('a', [0, 1], 3), term('b', [2, 3], 2.5), term('c', [4], 1.5)], 5)).toBe('b OR c');
});

it('takes the best term even if each of them brings more', () => {
  expect(cover([term('a', [0], 40), term('b', [0, 1], 50)], 2)).toBe('b');
});

it('counts a paper less that has the term in passing', () => {
  const passing = { ...term('passing', [0, 1], 1), central: [] };
  expect(cover([passing, term('central', [0, 1], 1)], 2)).toBe('central');
});

it('is empty without terms', () => {
  expect(cover([], 3)).toBe('');
});
