import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import type { AreaPanel } from '../picture.ts';
import { colors, contentWidth } from '../svg/theme.ts';
import { valueLines } from './day-bars.ts';
import { type DrawnPanel, dayLabels, heading, moved } from './panel.ts';

const chartHeight = 62;

/** A line over time, with the area below it. */
export function drawArea({ title, note, values, ends }: AreaPanel): DrawnPanel {
  const top = heading(title, note);
  const most = Math.max(1, ...values);
  const lines = valueLines(chartHeight, most, 0);
  const curve = curveIn({ x: lines.left, width: contentWidth - lines.left, height: chartHeight }, values, most);
  const labels = dayLabels(ends, lines.left, chartHeight + 15);
  const svg = `${top.svg}${moved(0, top.height + 4, `${lines.svg}${curve}${labels}`)}`;
  return { svg, height: top.height + 4 + chartHeight + 18 };
}

/** The curve through the values, from the left edge of a box to the right one. */
export function curveIn(
  { x, width, height }: { readonly x: number; readonly width: number; readonly height: number },
  values: readonly number[],
  most: number,
): string {
  const across = scaleLinear([0, Math.max(1, values.length - 1)], [x, x + width]);
  const up = scaleLinear([0, Math.max(1, most)], [height, 2]);
  const at = (_: number, index: number): number => across(index);
  const below = area<number>(at, height, up).curve(curveMonotoneX)([...values]) ?? '';
  const above = line<number>(at, up).curve(curveMonotoneX)([...values]) ?? '';
  const fill = `<path d="${below}" fill="${colors.area}" fill-opacity="0.28"/>`;
  return `${fill}<path d="${above}" fill="none" stroke="${colors.area}" stroke-width="2" stroke-linejoin="round"/>`;
}
