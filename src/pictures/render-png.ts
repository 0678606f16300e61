import { Resvg } from '@resvg/resvg-js';
import { drawPicture } from './draw-picture.ts';
import { fontFilesFor } from './fonts.ts';
import type { Picture } from './picture.ts';

/** Points of a picture are drawn larger, because phones have several dots a point. */
const dotsPerPoint = 2.5;

/** Draws a picture as PNG. It takes about 50 ms, and 150 ms with Chinese characters. */
export function renderPng(picture: Picture): Uint8Array {
  const svg = drawPicture(picture);
  const fonts = { fontFiles: fontFilesFor(svg), loadSystemFonts: false, defaultFontFamily: 'Noto Sans' };
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: dotsPerPoint }, font: fonts }).render().asPng();
}
