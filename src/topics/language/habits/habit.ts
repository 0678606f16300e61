import type { Saying } from '../../../language/saying.ts';

/** A way to write a query that works elsewhere and means nothing here. */
export interface Habit {
  /** Found in the text with masked phrases (`maskPhrases`). It has the flags `d` and `u`. */
  readonly pattern: RegExp;
  /** What it is, and how to write it here with the user's own words. Null where it is another thing after all. */
  explain(found: Found): Saying | null;
}

export interface Found {
  /** What a named group found, as the user typed it; empty if it found nothing. */
  part(name: string): string;
  /** The whole text, as the user typed it, and where the habit starts and ends in it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One word or one phrase, for use in a pattern. */
export const operand = '(?:"\\uE000*"|[^\\s()|",;]+)';

/** The beginning of a term, also after a field or a minus. */
export const begins = '(?<![^\\s(|,;:\\-–—−])';
/** The end of a term. */
export const ends = '(?![^\\s)|,;])';

/** The words of an operand, without its quotation marks. */
export const unquoted = (typed: string): string => typed.replace(/["“”„‟«»「」『』]/g, '').trim();

/** The words as one operand: in quotes if they are several. */
export const asOperand = (typed: string): string => {
  const words = unquoted(typed);
  return /\s/.test(words) ? `"${words}"` : words;
};

/** What stands in the group that is open at this position, up to its parenthesis or the end of the text. */
export function insideGroup(text: string, from: number): string {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0) return text.slice(from, at).trim();
  }
  return text.slice(from).trim();
}

/** `title:word`, `title:(two words)`, or the words alone for an empty field. */
export function inField(field: string, typed: string): string {
  const isOne = /^(?:"[^"]*"|[^\s()|]+)$/.test(typed);
  if (field === '') return isOne ? typed : `(${typed})`;
  return `${field}:${isOne ? typed : `(${typed})`}`;
}
