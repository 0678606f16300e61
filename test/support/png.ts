import { Resvg } from '@resvg/resvg-js';

/** A PNG as pixels, four bytes each. */
export function pixelsOf(png: Uint8Array): {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
} {
  const buffer = Buffer.from(png);
  const [width, height] = [buffer.readUInt32BE(16), buffer.readUInt32BE(20)];
  const href = `data:image/png;base64,${buffer.toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`;
  return { width, height, bytes: new Resvg(svg).render().pixels };
}

/** How many pixels are as light as text. A font that cannot be read leaves none, without an error. */
export function inkOf(png: Uint8Array): number {
  const { bytes } = pixelsOf(png);
  let ink = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    if (Math.min(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0) > 150) ink += 1;
  }
  return ink;
}
