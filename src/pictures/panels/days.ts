import type { DaysPanel } from '../picture.ts';
import { contentWidth } from '../svg/theme.ts';
import { barsIn, valueLines } from './day-bars.ts';
import { type DrawnPanel, dayLabels, heading, moved } from './panel.ts';

const chartHeight = 92;

/** Bars for the days of a window. */
export function drawDays({ title, note, values, ends }: DaysPanel): DrawnPanel {
  const top = heading(title, note);
  const most = Math.max(...values);
  const lines = valueLines(chartHeight, most, 0);
  const box = { x: lines.left, y: 0, width: contentWidth - lines.left, height: chartHeight };
  const labels = dayLabels(ends, lines.left, chartHeight + 15);
  const svg = `${top.svg}${moved(0, top.height + 4, `${lines.svg}${barsIn(box, values, most)}${labels}`)}`;
  return { svg, height: top.height + 4 + chartHeight + 18 };
}
