import { scaleLinear } from 'd3-scale';
import type { TrendsPanel } from '../picture.ts';
import { boxAt, textAt } from '../svg/elements.ts';
import { colors, contentWidth, theme } from '../svg/theme.ts';
import { curveIn } from './area.ts';
import { type DrawnPanel, moved } from './panel.ts';

const rowHeight = 36;
const chartWidth = 110;
const numberWidth = 20;
const curveHeight = 19;
const barHeight = 6;

/** A row for each paper: its place, its title, how much it grew in words and as a bar, and when as a curve above it. */
export function drawTrends({ rows }: TrendsPanel): DrawnPanel {
  const most = Math.max(1, ...rows.flatMap(({ gains }) => gains));
  const long = scaleLinear([0, Math.max(1, ...rows.map(({ gained }) => gained))], [0, chartWidth]);
  const textWidth = contentWidth - numberWidth - chartWidth - 10;
  const x = contentWidth - chartWidth;
  const drawn = rows.map(({ label, note, gained, gains }, index) => {
    const parts = [
      textAt(0, 14, String(index + 1), { color: colors.muted, isBold: true }),
      textAt(numberWidth, 14, label, { width: textWidth }),
      textAt(numberWidth, 29, note, { size: theme.small, color: colors.muted, width: textWidth }),
      gains.length < 2 ? '' : curveIn({ x, width: chartWidth, height: curveHeight }, gains, most),
      boxAt(x, curveHeight + 3, chartWidth, barHeight, colors.track),
      gained > 0 ? boxAt(x, curveHeight + 3, Math.max(2, long(gained)), barHeight, colors.bar) : '',
    ];
    return moved(0, index * rowHeight, parts.join(''));
  });
  return { svg: drawn.join(''), height: rows.length * rowHeight };
}
