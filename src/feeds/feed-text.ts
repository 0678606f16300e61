import { plainLine } from '../wording/plain-text.ts';

/** A text as one line of characters that every format can hold. XML forbids these two. */
export const plainText = (text: string): string => plainLine(text.replace(/[\ufffe\uffff]/g, ''));

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text in HTML, in an element or in an attribute with quotes. It is shown literally. */
export const htmlText = (text: string): string =>
  plainText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
