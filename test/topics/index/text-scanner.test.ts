import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextScanner, createWordStream, gaps } from '../../../src/topics/index/text-scanner.ts';
import { areJoinable, createVocabulary, wordsAtMost } from '../../../src/topics/index/vocabulary.ts';
import { isJoinable } from '../../../src/topics/words/compounds.ts';
import { tokenize } from '../../../src/topics/words/tokens.ts';

/** Parts of texts that are easily cut in the wrong place. */
const bit = fc.oneof(
  fc.constantFrom(' ', '\n', '\u00a0', '-', '–', '_', "'", '’', '.', ',', '(', ')', '"', '+', '#', '/', '$', '\\'),
  fc.constantFrom('\u0301', '\u200b', '\u00ad', 'ﬁ', '½', '…', '¨', 'ß', 'İ', 'α', 'ΔΣ', '数', '𝐱', '\ud800', '²'),
  fc.constantFrom('a', 'The', 'graph', 'C++', 'C#', 'k-means', "o'brien", 'x', '1', '2-3', 'of', 'network'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
const text = fc.array(bit, { maxLength: 12 }).map((bits) => bits.join(''));

test('texts are cut as the tokenizer cuts them, whether new or seen before', () => {
  const vocabulary = createVocabulary(wordsAtMost);
  const scanner = createTextScanner(vocabulary.formOf);
  const read = (written: string) => {
    const stream = createWordStream();
    scanner.scan(written, stream);
    return Array.from({ length: stream.end }, (_, at) => ({
      text: vocabulary.forms.textOf(stream.forms[at] ?? 0),
      stem: vocabulary.stems.textOf(vocabulary.stemOfForm[stream.forms[at] ?? 0] ?? 0),
      gap: stream.gaps[at],
    }));
  };
  fc.assert(
    fc.property(text, (written) => {
      const expected = tokenize(written).map(({ text: word, stem, gap }) => ({ text: word, stem, gap: gaps[gap] }));
      expect(read(written)).toEqual(expected);
      expect(read(written)).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});

test('two words can be joined exactly if the language says so', () => {
  const word = fc.constantFrom(
    'a',
    'the',
    'x',
    'graph',
    'c++',
    'c#',
    '1',
    '2x',
    'x2',
    'x1x',
    'not',
    '数',
    '٣',
    'α',
    's',
  );
  fc.assert(
    fc.property(word, word, fc.constantFrom('space', 'hyphen', 'other'), (first, second, gap) => {
      const vocabulary = createVocabulary(wordsAtMost);
      const joinFlag = (text: string) => vocabulary.joinFlagsOfForm[vocabulary.formOf(text)] ?? 0;
      const expected = isJoinable({ text: first, stem: first, gap: 'other' }, { text: second, stem: second, gap });
      expect(gap !== 'other' && areJoinable(joinFlag(first), joinFlag(second), gaps[gap])).toBe(expected);
    }),
    { numRuns: 500 },
  );
});
