import type { TrendsPanel } from '../picture.ts';
import { lineAt, textAt } from '../svg/elements.ts';
import { colors, contentWidth, theme } from '../svg/theme.ts';
import { curveIn } from './area.ts';
import { type DrawnPanel, moved } from './panel.ts';

const rowHeight = 36;
const chartWidth = 110;
const numberWidth = 20;

/** A row for each paper: its place, its title, how it grew in words, and as a curve. */
export function drawTrends({ rows }: TrendsPanel): DrawnPanel {
  const most = Math.max(1, ...rows.flatMap(({ gains }) => gains));
  const textWidth = contentWidth - numberWidth - chartWidth - 10;
  const drawn = rows.map(({ label, note, gains }, index) => {
    const texts = [
      textAt(0, 14, String(index + 1), { color: colors.muted, isBold: true }),
      textAt(numberWidth, 14, label, { width: textWidth }),
      textAt(numberWidth, 29, note, { size: theme.small, color: colors.muted, width: textWidth }),
    ].join('');
    return moved(0, index * rowHeight, `${texts}${curveOf(gains, most)}`);
  });
  return { svg: drawn.join(''), height: rows.length * rowHeight };
}

function curveOf(gains: readonly number[], most: number): string {
  const x = contentWidth - chartWidth;
  const height = rowHeight - 8;
  const base = lineAt(x, contentWidth, height);
  return gains.length < 2 ? base : `${base}${curveIn({ x, width: chartWidth, height }, gains, most)}`;
}
