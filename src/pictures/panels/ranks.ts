import { scaleLinear } from 'd3-scale';
import type { RanksPanel } from '../picture.ts';
import { boxAt, textAt } from '../svg/elements.ts';
import { colors, contentWidth } from '../svg/theme.ts';
import { type DrawnPanel, heading, moved } from './panel.ts';

const rowHeight = 21;
const labelWidth = 168;
const valueWidth = 46;

/** Named bars, the longest first, each with its number. */
export function drawRanks({ title, bars }: RanksPanel): DrawnPanel {
  const top = heading(title);
  const x = labelWidth + 8;
  const long = scaleLinear([0, Math.max(1, ...bars.map(({ value }) => value))], [0, contentWidth - x - valueWidth]);
  const rows = bars.map(({ label, value, shown }, index) => {
    const width = Math.max(2, long(value));
    const row = [
      textAt(0, 14, label, { width: labelWidth }),
      boxAt(x, 4, width, 13, colors.bar),
      textAt(x + width + 6, 15, shown, { color: colors.muted }),
    ];
    return moved(0, index * rowHeight, row.join(''));
  });
  const height = bars.length * rowHeight;
  return { svg: `${top.svg}${moved(0, top.height, rows.join(''))}`, height: top.height + height };
}
