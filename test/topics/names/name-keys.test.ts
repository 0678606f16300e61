import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNamed } from '../../../src/topics/names/is-named.ts';
import { askedKeysOf, keysOfPrinted, tokensOfKey, tokensOfPrinted } from '../../../src/topics/names/name-keys.ts';
import { isInitial, type NamePart, namePartsOf, showName } from '../../../src/topics/names/name-parts.ts';
import { authorText } from '../arbitraries.ts';

const canBeTyped = (name: readonly NamePart[]): boolean => !name.every(({ words }) => words.every(isInitial));

test('every author so named has one of the keys, and nobody else where the keys decide', () => {
  const seen = { named: 0, decided: 0, other: 0 };
  fc.assert(
    fc.property(authorText, authorText, (printedText, typedText) => {
      const [printed, typed] = [namePartsOf(printedText), namePartsOf(typedText)];
      fc.pre(canBeTyped(typed));
      const { keys, isDecided } = askedKeysOf(typed);
      const asked = new Set(keys);
      const hasKey = keysOfPrinted(printed).some((key) => asked.has(key));
      const isSame = isNamed(printed, typed);
      expect(keys.length).toBeGreaterThan(0);
      expect(hasKey || !isSame).toBe(true);
      if (isDecided) expect(hasKey).toBe(isSame);
      seen[isSame ? 'named' : isDecided ? 'decided' : 'other']++;
    }),
    { numRuns: 5_000, seed: 12 },
  );
  // The test would show little if names were never the same.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(80);
});

test('a full-text store gets the words of all keys', () => {
  fc.assert(
    fc.property(authorText, (text) => {
      const parts = namePartsOf(text);
      expect(new Set(tokensOfPrinted(parts))).toEqual(new Set(keysOfPrinted(parts).flatMap(tokensOfKey)));
    }),
    { numRuns: 2_000 },
  );
  expect(tokensOfPrinted(namePartsOf('Jan Müller'))).toEqual(['jan', 'muller', 'mueller']);
});

test('what a topic shows of a name has the same parts', () => {
  const anyText = fc.oneof(authorText, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(anyText, (text) => {
      const parts = namePartsOf(text);
      expect(namePartsOf(showName(parts))).toEqual(parts);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['ʻ', 'ʼ', "'", 'ʼʻ'])('an apostrophe alone is not a name: %s', (name) => {
  expect(namePartsOf(name)).toEqual([]);
  expect(namePartsOf(`${name} Smith`)).toEqual(namePartsOf('Smith'));
});
