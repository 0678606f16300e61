import { scaleBand, scaleLinear } from 'd3-scale';
import { boxAt, lineAt, textAt } from '../svg/elements.ts';
import { colors, contentWidth, theme } from '../svg/theme.ts';

export interface BarBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Few days would have bars like blocks. */
const widestBar = 36;

/** A bar for each value, from the lower edge of a box on. A value above 0 has a bar that can be seen. */
export function barsIn({ x, y, width, height }: BarBox, values: readonly number[], most: number): string {
  const across = scaleBand<number>(values.keys(), [x, x + width]).paddingInner(values.length > 45 ? 0.15 : 0.25);
  const up = scaleLinear([0, Math.max(1, most)], [0, height]);
  return values
    .map((value, index) => {
      if (value <= 0) return '';
      const tall = Math.max(1.5, up(value));
      const wide = Math.min(across.bandwidth(), widestBar);
      const left = (across(index) ?? x) + (across.bandwidth() - wide) / 2;
      return boxAt(left, y + height - tall, wide, tall, colors.bar);
    })
    .join('');
}

/** Lines at round values, with the values at their left. Returns the room that they take at the left. */
export function valueLines(height: number, most: number, y: number): { readonly svg: string; readonly left: number } {
  const up = scaleLinear([0, Math.max(1, most)], [height, 0]);
  const ticks = up.ticks(3).filter((tick) => Number.isInteger(tick));
  const left = 10 + 7 * Math.max(...ticks.map((tick) => up.tickFormat(3, 'd')(tick).length));
  const style = { size: theme.small, color: colors.muted, anchor: 'end' } as const;
  const svg = ticks.map(
    (tick) =>
      `${lineAt(left, contentWidth, y + up(tick))}${textAt(left - 6, y + up(tick) + 4, up.tickFormat(3, 'd')(tick), style)}`,
  );
  return { svg: svg.join(''), left };
}
