/** Widths of characters in parts of the font's size, as Noto Sans has them. The first that fits counts. */
const widths: readonly (readonly [pattern: RegExp, width: number])[] = [
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u, 1],
  [/[ijlI.,:;'|!’‘]/, 0.28],
  [/[ frt()[\]{}"/\\“”-]/, 0.39],
  [/[mwMW@%—…]/, 0.94],
  [/[A-Z\p{Lu}]/u, 0.68],
  [/\p{M}/u, 0],
];
const usual = 0.58;
const boldFactor = 1.06;

interface Font {
  readonly size: number;
  readonly isBold: boolean;
}

/** About how wide a text is. */
export function textWidth(text: string, { size, isBold }: Font): number {
  let width = 0;
  for (const sign of text) width += widths.find(([pattern]) => pattern.test(sign))?.[1] ?? usual;
  return width * size * (isBold ? boldFactor : 1);
}

/** The text, cut with an ellipsis to about this width. */
export function fitText(text: string, width: number, font: Font): string {
  if (textWidth(text, font) <= width) return text;
  const signs = [...text.slice(0, 500)];
  while (signs.length > 0 && textWidth(`${signs.join('')}…`, font) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
