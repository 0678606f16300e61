import { moved } from './panels/panel.ts';
import { drawPanel } from './panels/registry.ts';
import type { Picture } from './picture.ts';
import { round, textAt } from './svg/elements.ts';
import { colors, contentWidth, theme } from './svg/theme.ts';

/** The picture as SVG. It names no file and no address. */
export function drawPicture({ title, subtitle, panels }: Picture): string {
  const parts = [
    textAt(0, theme.title, title, { size: theme.title, isBold: true, width: contentWidth }),
    textAt(0, theme.title + 18, subtitle, { size: theme.small, color: colors.muted, width: contentWidth }),
  ];
  let y = theme.title + (subtitle === '' ? 6 : 24);
  for (const panel of panels) {
    const { svg, height } = drawPanel(panel);
    y += theme.gap;
    parts.push(moved(0, round(y), svg));
    y += height;
  }
  const height = round(y + 2 * theme.padding);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${theme.width}" height="${height}" viewBox="0 0 ${theme.width} ${height}" font-family="Noto Sans">
<rect width="${theme.width}" height="${height}" fill="${colors.background}"/>
${moved(theme.padding, theme.padding, parts.join('\n'))}
</svg>`;
}
