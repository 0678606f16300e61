import { textAt } from '../svg/elements.ts';
import { textWidth } from '../svg/text-width.ts';
import { colors, contentWidth, theme } from '../svg/theme.ts';

/** A drawn panel, with its top left corner at the origin. */
export interface DrawnPanel {
  readonly svg: string;
  readonly height: number;
}

const headingHeight = 22;

/** The title of a panel, and a note at its right. */
export function heading(title: string, note = ''): DrawnPanel {
  const noteWidth = note === '' ? 0 : textWidth(note, { size: theme.label, isBold: false }) + 10;
  const width = contentWidth - noteWidth;
  const svg = [
    textAt(0, theme.heading, title, { size: theme.heading, isBold: true, width }),
    note === '' ? '' : textAt(contentWidth, theme.heading, note, { color: colors.muted, anchor: 'end' }),
  ].join('');
  return { svg, height: headingHeight };
}

/** The first and the last day under a chart from `x` on. */
export function dayLabels([first, last]: readonly [string, string], x: number, y: number): string {
  const style = { size: theme.small, color: colors.muted } as const;
  return `${textAt(x, y, first, style)}${textAt(contentWidth, y, last, { ...style, anchor: 'end' })}`;
}

/** A part of a drawing, moved. */
export const moved = (x: number, y: number, svg: string): string => `<g transform="translate(${x} ${y})">${svg}</g>`;
