import { expect, it } from 'vitest';
import { parseIssn } from '../../src/papers/issn.ts';

it.each([
  ['2049-3630', '2049-3630'],
  [' 0317-8471 ', '0317-8471'],
  ['2434-561x', '2434-561X'],
  ['2049-3631', null],
  ['20493630', null],
  ['2049-36300', null],
  ['X049-3630', null],
  ['', null],
])('%s is the ISSN %s', (text, issn) => {
  expect(parseIssn(text)).toBe(issn);
});
