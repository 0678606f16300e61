import type { Place } from '../topics/operators/operator.ts';
import { placesInPlainLine } from './highlighted-places.ts';
import { cutAtWord, plainLine } from './plain-text.ts';

/** A piece of text with one style. Its text is literal: each place outside of Discord writes it in its own markup. */
export interface Span {
  readonly text: string;
  /** Where it links to. */
  readonly url?: string;
  readonly isBold?: true;
  readonly isItalic?: true;
  readonly isCode?: true;
}

/** A line of text as spans, none of which is empty. */
export type Spans = readonly Span[];

/** Foreign text, on one line and cut at a word. */
export function plain(text: string, limit = Number.POSITIVE_INFINITY): Spans {
  const line = plainLine(text);
  return filled([{ text: line.length <= limit ? line : cutAtWord(line, limit) }]);
}

/** Foreign text with some places in bold, as in the chat. */
export function highlighted(text: string, places: readonly Place[], limit: number): Spans {
  const line = plainLine(text);
  const cut = line.length <= limit ? line : cutAtWord(line, limit);
  // The ellipsis of a cut is not part of the text.
  const kept = cut === line ? line.length : Math.max(0, cut.length - 1);
  const spans: Span[] = [];
  let done = 0;
  for (const place of placesInPlainLine(text, places, line)) {
    const [start, end] = [Math.max(place.start, done), Math.min(place.end, kept)];
    if (start >= end) continue;
    spans.push({ text: cut.slice(done, start) }, { text: cut.slice(start, end), isBold: true });
    done = end;
  }
  return filled([...spans, { text: cut.slice(done) }]);
}

export const bold = (spans: Spans): Spans => spans.map((span) => ({ ...span, isBold: true }));

export const link = (url: string, spans: Spans): Spans => spans.map((span) => ({ ...span, url }));

/** Lines side by side. Empty ones are left out. */
export const joined = (lines: readonly Spans[], between: string): Spans =>
  lines.filter((line) => line.length > 0).flatMap((line, index) => (index === 0 ? line : [{ text: between }, ...line]));

/** The text alone. */
export const textOf = (spans: Spans): string => spans.map(({ text }) => text).join('');

const filled = (spans: Spans): Spans => spans.filter(({ text }) => text !== '');

/**
 * Reads the messages of a language, which have Discord's markup, as spans. What is put into a message is held back while
 * its markup is read, so that no foreign text is ever markup.
 */
export interface Reading {
  /** What to put into a message for the spans. */
  hold(spans: Spans): string;
  /** A message with what was held for it. */
  read(said: string): Spans;
}

/** Marks and slots. Foreign text has no slot, because a plain line is without private characters. */
const tokens = /(\*\*|\*|`|\ue000\d+\ue001)/;
const slot = /^\ue000(\d+)\ue001$/;
const styleOf = { '**': 'isBold', '*': 'isItalic', '`': 'isCode' } as const;
const isMark = (token: string): token is keyof typeof styleOf => Object.hasOwn(styleOf, token);

export function createReading(): Reading {
  const held: Spans[] = [];
  return {
    hold: (spans) => `\ue000${held.push(spans) - 1}\ue001`,
    read(said) {
      const spans: Span[] = [];
      let style: Omit<Span, 'text' | 'url'> = {};
      for (const token of said.replace(/^(?:#{1,3}|-#) /, '').split(tokens)) {
        if (isMark(token)) {
          style = toggled(style, styleOf[token]);
          continue;
        }
        const index = slot.exec(token)?.[1];
        const inside = index === undefined ? [{ text: token }] : (held[Number(index)] ?? []);
        spans.push(...inside.map((span) => ({ ...style, ...span })));
      }
      return filled(spans);
    },
  };
}

function toggled(style: Omit<Span, 'text' | 'url'>, key: keyof typeof style): typeof style {
  const { [key]: isOn, ...others } = style;
  return isOn === true ? others : { ...style, [key]: true };
}
