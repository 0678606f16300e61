import { memoOnce } from '../../memo.ts';
import type { TopicError } from '../topic.ts';

/** The most characters of a text that are shown. A longer text is cut around the error. */
const widest = 60;
/** How many characters before the error are kept. */
const before = 20;

/**
 * The text, a line that marks the error in it, and the message, for a fixed-width font. The text takes one line,
 * whatever it contains.
 */
export function showTopicError(text: string, error: TopicError): string {
  const characters = visibleCharacters(text);
  const start = indexAt(characters, error.position);
  const length = Math.max(1, indexAt(characters, error.position + error.length) - start);
  const from = characters.length <= widest ? 0 : Math.max(0, Math.min(start - before, characters.length - widest));
  const shown = characters.slice(from, from + widest);
  const head = from > 0 ? '…' : '';
  const tail = from + widest < characters.length ? '…' : '';
  const indent = ' '.repeat(head.length + start - from);
  const mark = '^'.repeat(Math.min(length, Math.max(1, widest - (start - from))));
  return `${head}${shown.map(({ shownAs }) => shownAs).join('')}${tail}\n${indent}${mark}\n${error.message}`;
}

interface VisibleCharacter {
  readonly shownAs: string;
  /** Where it starts in the text, in UTF-16 units. */
  readonly position: number;
}

const graphemes = memoOnce(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/**
 * The text in characters of one column each: letters with their accents together, line breaks and controls as spaces.
 */
const visibleCharacters = (text: string): readonly VisibleCharacter[] =>
  Array.from(graphemes().segment(text), ({ segment, index }) => ({
    shownAs: /[\p{C}\p{Z}]/u.test(segment) && !/[^\p{C}\p{Z}]/u.test(segment) ? ' ' : segment,
    position: index,
  }));

/** The index of the character at a position of the text, or the number of characters if the text ends before it. */
function indexAt(characters: readonly VisibleCharacter[], position: number): number {
  const index = characters.findIndex((character) => character.position >= position);
  return index === -1 ? characters.length : index;
}
