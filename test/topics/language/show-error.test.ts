import { expect, test } from 'vitest';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { showTopicError } from '../../../src/topics/language/show-error.ts';

function shown(text: string): string[] {
  const result = parseTopic(text);
  if (result.ok) throw new Error(`${text} is a topic`);
  return showTopicError(text, result.error).split('\n');
}

test('the mark stands under the error, with the message below', () => {
  expect(shown('graphs titel:networks')).toEqual([
    'graphs titel:networks',
    '       ^^^^^^',
    'There is no field “titel:”. Did you mean title:? To search for the text, put it in quotes.',
  ]);
});

test('something missing at the end is marked after the end', () => {
  expect(shown('graphs OR').slice(0, 2)).toEqual(['graphs OR', '         ^']);
  expect(shown('').slice(0, 2)).toEqual(['', '^']);
});

test('a long text is cut around the error', () => {
  const [text, mark] = shown(`${'before '.repeat(20)}titel:networks ${'after '.repeat(20)}`);
  expect(text).toBe('…efore before before titel:networks after after after after a…');
  expect(text?.slice(mark?.indexOf('^'), (mark?.lastIndexOf('^') ?? 0) + 1)).toBe('titel:');
});

test('an error at the end of a long text shows the end', () => {
  const [text, mark] = shown(`${'word '.repeat(20)}OR`);
  expect(text).toMatch(/^….{58,60}OR$/);
  expect(mark).toHaveLength((text?.length ?? 0) + 1);
});

test('a mark never runs past what is shown', () => {
  const [text, mark] = shown(`${'-word '.repeat(50)}`);
  expect(text).toHaveLength(61);
  expect(mark?.length).toBeLessThanOrEqual(60);
});

test('line breaks and controls are spaces, and a letter with its accents takes one column', () => {
  expect(shown('a\nb\u0000e\u0301 titel:c').slice(0, 2)).toEqual(['a b e\u0301 titel:c', '      ^^^^^^']);
});
