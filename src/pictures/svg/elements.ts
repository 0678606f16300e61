import { fitText } from './text-width.ts';
import { colors, theme } from './theme.ts';

/** Characters that XML does not allow, or that turn text around. */
const forbidden = /[\p{Cc}\p{Cs}\p{Cn}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Foreign text as XML shows it literally, on one line. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(forbidden, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

export interface TextStyle {
  readonly size?: number;
  readonly color?: string;
  readonly isBold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** The text is cut to this width. */
  readonly width?: number;
}

/** A line of text. `y` is its baseline. */
export function textAt(x: number, y: number, text: string, style: TextStyle = {}): string {
  const { size = theme.label, color = colors.text, isBold = false, anchor = 'start', width } = style;
  const shown = width === undefined ? text : fitText(text, width, { size, isBold });
  const weight = isBold ? ' font-weight="600"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${color}" text-anchor="${anchor}"${weight}>${escapeXml(shown)}</text>`;
}

/** A box. Its corners are round where there is room. */
export function boxAt(x: number, y: number, width: number, height: number, fill: string, radius = 2): string {
  const corner = Math.min(radius, width / 2, height / 2);
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${round(corner)}" fill="${fill}"/>`;
}

export const lineAt = (x1: number, x2: number, y: number): string =>
  `<line x1="${round(x1)}" x2="${round(x2)}" y1="${round(y)}" y2="${round(y)}" stroke="${colors.line}"/>`;

export const round = (value: number): number => Math.round(value * 100) / 100;
