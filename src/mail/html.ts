import type { Span, Spans } from '../wording/spans.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text in HTML, in an element or in a quoted attribute. It is shown literally. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** A line in HTML. */
export const htmlOf = (spans: Spans): string => spans.map(spanHtml).join('');

function spanHtml({ text, url, isBold, isItalic, isCode }: Span): string {
  let html = escapeHtml(text);
  if (isCode === true) html = `<code>${html}</code>`;
  if (isItalic === true) html = `<em>${html}</em>`;
  if (isBold === true) html = `<strong>${html}</strong>`;
  return url === undefined ? html : `<a href="${escapeHtml(url)}" style="color:inherit">${html}</a>`;
}
