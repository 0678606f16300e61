import { cutAtWord } from '../wording/plain-text.ts';
import type { Spans } from '../wording/spans.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Foreign text as Slack wants it in a text: literal, so that it cannot mention anybody or link anywhere. Slack's mentions
 * and links all begin with `<`.
 */
export const escapeSlack = (text: string): string => text.replace(/[&<>]/g, (character) => entities[character] ?? '');

/** Spans as an escaped text with links. Other styles are left out. */
export const writeText = (spans: Spans): string =>
  spans
    .map(({ text, url }) => (url === undefined ? escapeSlack(text) : `<${escapeSlack(url)}|${escapeSlack(text)}>`))
    .join('');

/** Foreign text, escaped and cut so that the result has at most `limit` characters. */
export function escapeToFit(text: string, limit: number): string {
  for (let length = limit; ; length -= Math.max(1, escapeSlack(cutAtWord(text, length)).length - limit)) {
    const escaped = escapeSlack(cutAtWord(text, Math.max(0, length)));
    if (escaped.length <= limit || length <= 0) return escaped;
  }
}
