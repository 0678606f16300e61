import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHashTable } from '../../../src/topics/index/hash-table.ts';
import { createNumberedTexts } from '../../../src/topics/index/numbered-texts.ts';

// Hashes that fall on few cells of one table, so that they collide.
const hash = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 2 })).map(([low, high]) => (high << 20) | low);

test('a table has the values that were added and not removed, twice if they were added twice', () => {
  const step = fc.record({ isAdded: fc.boolean(), hash, value: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200, size: 'max' }), (steps) => {
      const table = createHashTable();
      const expected = new Map<number, number[]>();
      for (const { isAdded, hash: under, value } of steps) {
        const values = expected.get(under) ?? [];
        if (isAdded) {
          table.add(under, value);
          expected.set(
            under,
            [...values, value].sort((one, other) => one - other),
          );
        } else {
          table.remove(under, value);
          const at = values.indexOf(value);
          if (at >= 0) expected.set(under, values.toSpliced(at, 1));
        }
        for (const [each, filed] of expected) expect(table.all(each).toSorted()).toEqual(filed);
      }
    }),
    { numRuns: 100 },
  );
});

test('texts have distinct numbers, which are reused', () => {
  const texts = createNumberedTexts();
  const names = Array.from({ length: 5_000 }, (_, at) => `text ${at}`);
  const numbers = names.map(texts.add);
  expect(new Set(numbers).size).toBe(names.length);
  for (const number of numbers.slice(0, 2_500)) texts.remove(number);
  expect(names.slice(0, 2_500).map(texts.numberOf)).toEqual(Array(2_500).fill(0));
  expect(names.slice(2_500).map(texts.numberOf)).toEqual(numbers.slice(2_500));
  names.slice(0, 2_500).map(texts.add);
  expect(texts.end).toBe(Math.max(...numbers) + 1);
  expect(names.map((name) => texts.textOf(texts.numberOf(name)))).toEqual(names);
});
