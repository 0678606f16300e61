import type { Place } from '../topics/operators/operator.ts';
import { placesInPlainLine } from '../wording/highlighted-places.ts';
import { cutAtWord, plainLine } from '../wording/plain-text.ts';

/** A text in both forms of an email. */
export interface Phrase {
  readonly html: string;
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text in HTML, in an element or in a quoted attribute. It is shown literally. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** Foreign text, on one line and cut at a word. */
export function plain(text: string, limit = Number.POSITIVE_INFINITY): Phrase {
  const line = plainLine(text);
  const cut = line.length <= limit ? line : cutAtWord(line, limit);
  return { html: escapeHtml(cut), text: cut };
}

/** Foreign text with some places in bold, as in the chat. Plain text shows them without a mark. */
export function highlighted(text: string, places: readonly Place[], limit: number): Phrase {
  const line = plainLine(text);
  const cut = line.length <= limit ? line : cutAtWord(line, limit);
  // The ellipsis of a cut is not part of the text.
  const kept = cut === line ? line.length : Math.max(0, cut.length - 1);
  let html = '';
  let done = 0;
  for (const place of placesInPlainLine(text, places, line)) {
    const [start, end] = [Math.max(place.start, done), Math.min(place.end, kept)];
    if (start >= end) continue;
    html += `${escapeHtml(cut.slice(done, start))}<strong>${escapeHtml(cut.slice(start, end))}</strong>`;
    done = end;
  }
  return { html: html + escapeHtml(cut.slice(done)), text: cut };
}

export const strong = ({ html, text }: Phrase): Phrase => ({ html: `<strong>${html}</strong>`, text });

export const link = (url: string, { html, text }: Phrase): Phrase => ({
  html: `<a href="${escapeHtml(url)}" style="color:inherit">${html}</a>`,
  text: `${text} (${url})`,
});

/** Phrases side by side. */
export const joined = (phrases: readonly Phrase[], between: string): Phrase => ({
  html: phrases.map(({ html }) => html).join(escapeHtml(between)),
  text: phrases.map(({ text }) => text).join(between),
});

/**
 * Reads the messages of a language, which have Discord's markup, as phrases. What is put into a message is held back while
 * its markup is read, so that no foreign text is ever markup.
 */
export interface Reading {
  /** What to put into a message for the phrase. */
  hold(phrase: Phrase): string;
  /** A message with what was held for it. */
  read(said: string): Phrase;
}

/** Foreign text has none of these characters: a plain line is without private ones. */
const slot = /\ue000(\d+)\ue001/g;

export function createReading(): Reading {
  const held: Phrase[] = [];
  return {
    hold: (phrase) => `\ue000${held.push(phrase) - 1}\ue001`,
    read(said) {
      const message = said.replace(/^(?:#{1,3}|-#) /, '');
      const fill = (form: keyof Phrase) => (_: string, index: string) => held[Number(index)]?.[form] ?? '';
      return {
        html: readMarkup(escapeHtml(message)).replace(slot, fill('html')),
        text: message.replace(/\*\*?|`/g, '').replace(slot, fill('text')),
      };
    },
  };
}

const readMarkup = (escaped: string): string =>
  escaped
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>')
    .replace(/`(.+?)`/g, '<code>$1</code>');
