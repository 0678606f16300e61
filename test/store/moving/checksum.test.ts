import { expect, it } from 'vitest';
import { rowChecksum } from '../../../src/store/moving/checksum.ts';
import type { Row } from '../../../src/store/moving/table-rows.ts';

const sumOf = (...pieces: readonly (readonly Row[])[]): string => {
  const checksum = rowChecksum();
  for (const piece of pieces) checksum.add(piece);
  return checksum.end();
};

it('does not depend on the pieces, nor on how a driver gives bytes', () => {
  const rows: readonly Row[] = [
    [1, 'é 中 😀', null],
    [2, '', 'x'],
    [-3, '\0', null],
  ];
  expect(sumOf(rows)).toBe(sumOf(rows.slice(0, 1), [], rows.slice(1)));
  const bytes = Buffer.from('some bytes of a blob').subarray(5, 10);
  expect(sumOf([[bytes]])).toBe(sumOf([[new Uint8Array([...bytes])]]));
  expect(sumOf()).toMatch(/^[\da-f]{64}$/);
});

it.each<[string, Row[], Row[]]>([
  ['kinds', [[1]], [['1']]],
  ['null and the text', [[null]], [['null']]],
  ['a blob and its text', [[Buffer.from('a')]], [['YQ==']]],
  ['where a value ends', [['ab', 'c']], [['a', 'bc']]],
  ['where a row ends', [['a', 'b']], [['a'], ['b']]],
  ['the order', [['a'], ['b']], [['b'], ['a']]],
  ['numbers', [[1]], [[-1]]],
])('tells apart %s', (_, rows, others) => {
  expect(sumOf(rows)).not.toBe(sumOf(others));
});
