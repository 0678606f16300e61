import type { TopicsPanel } from '../picture.ts';
import { lineAt, textAt } from '../svg/elements.ts';
import { textWidth } from '../svg/text-width.ts';
import { colors, contentWidth, theme } from '../svg/theme.ts';
import { barsIn } from './day-bars.ts';
import { type DrawnPanel, dayLabels, heading, moved } from './panel.ts';

const labelWidth = 138;
/** Few topics have more room each. */
const rowHeight = (rows: number): number => Math.min(36, Math.max(21, 156 / rows));

/** A row of small bars for each topic. */
export function drawTopics({ title, rows, ends }: TopicsPanel): DrawnPanel {
  const top = heading(title);
  const tall = rowHeight(rows.length);
  const most = Math.max(...rows.flatMap(({ values }) => values));
  const x = labelWidth + 8;
  const noteWidth = Math.max(...rows.map(({ note }) => textWidth(note, { size: theme.small, isBold: false })));
  const width = Math.max(60, contentWidth - x - noteWidth - 10);
  const drawn = rows.map(({ label, note, values }, index) => {
    const box = { x, y: 2, width, height: tall - 7 };
    const base = tall - 5;
    const texts = [
      textAt(0, tall / 2 + 3, label, { width: labelWidth }),
      textAt(contentWidth, tall / 2 + 3, note, { color: colors.muted, size: theme.small, anchor: 'end' }),
    ].join('');
    return moved(0, index * tall, `${texts}${lineAt(x, x + width, base)}${barsIn(box, values, most)}`);
  });
  const height = rows.length * tall;
  const labels = dayLabels(ends, x, height + 11).replace(`x="${contentWidth}"`, `x="${x + width}"`);
  return { svg: `${top.svg}${moved(0, top.height, `${drawn.join('')}${labels}`)}`, height: top.height + height + 14 };
}
