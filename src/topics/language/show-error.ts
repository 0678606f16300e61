import type { TopicError } from '../topic.ts';

/** The widest that a text may be shown, in characters; what is longer is cut around the place. */
const widest = 60;
/** How much of a long text is left before the place. */
const before = 20;

/**
 * The text with a mark under the place of the error, and below it the message, for a fixed-width font. Two lines for
 * the text and the mark, one for the message; no other line breaks, whatever the text holds.
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

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What takes one place each on a line: letters with their marks together, line breaks and controls as spaces. */
const visibleCharacters = (text: string): readonly VisibleCharacter[] =>
  Array.from(segmenter.segment(text), ({ segment, index }) => ({
    shownAs: /[\p{C}\p{Z}]/u.test(segment) && !/[^\p{C}\p{Z}]/u.test(segment) ? ' ' : segment,
    position: index,
  }));

/** The index of the character at that position of the text; past the last one where the text ends before it. */
function indexAt(characters: readonly VisibleCharacter[], position: number): number {
  const index = characters.findIndex((character) => character.position >= position);
  return index === -1 ? characters.length : index;
}
