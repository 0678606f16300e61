import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../src/pictures/draw-picture.ts';
import type { Panel, Picture } from '../../src/pictures/picture.ts';
import { renderPng } from '../../src/pictures/render-png.ts';
import { fitText, textWidth } from '../../src/pictures/svg/text-width.ts';
import { colors } from '../../src/pictures/svg/theme.ts';
import { inkOf, pixelsOf } from '../support/png.ts';

const ends = ['14 May', '12 Jun'] as const;
const values = [3, 0, 5, 8];
const row = { label: 'kites', note: '+3', values, gained: 16, gains: values };
const panels: { readonly [Kind in Panel['kind']]: Extract<Panel, { readonly kind: Kind }> } = {
  days: { kind: 'days', title: 'Papers a day', note: '4 a day', values, ends },
  topics: { kind: 'topics', title: 'Papers a day', rows: [row, { ...row, values: [0, 0, 0, 1] }], ends },
  area: { kind: 'area', title: 'Upvotes a day', note: '16 upvotes', values, ends },
  ranks: { kind: 'ranks', title: 'Authors', bars: [{ label: 'Ada Example', value: 7, shown: '7' }] },
  trends: { kind: 'trends', rows: [row, { ...row, gains: [] }] },
};
const pictureOf = (panel: Panel, title = 'Kites'): Picture => ({ title, subtitle: '16 papers', panels: [panel] });

/** The texts and the elements of a drawing, read by an XML parser. It throws if the XML is not well-formed. */
function read(svg: string) {
  const texts: string[] = [];
  const elements = new Set<string>();
  const attributes: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes: own }) => {
    elements.add(name);
    attributes.push(...Object.values(own).map(String));
  });
  parser.on('text', (text) => texts.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { texts: texts.map((text) => text.trim()).filter(Boolean), elements, attributes };
}

describe('a picture', () => {
  it.each(Object.values(panels))('of $kind has text and shapes of colour, larger than a phone shows it', (panel) => {
    const png = renderPng(pictureOf(panel));
    const { width, height, bytes } = pixelsOf(png);
    expect(width).toBe(1_000);
    expect(inkOf(png)).toBeGreaterThan(2_000);
    const wanted = [colors.bar, colors.area].map((color) => Number.parseInt(color.slice(1), 16));
    let drawn = 0;
    for (let at = 0; at < bytes.length; at += 4) {
      const color = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
      if (wanted.includes(color)) drawn += 1;
    }
    expect(drawn).toBeGreaterThan(300);
    // Discord shrinks what is higher than 350 points to fit.
    expect(height / 2.5).toBeLessThan(350);
  });

  it('is hardly higher than Discord shows in full, with as much as a command puts in', () => {
    const heightOf = (picture: Picture) => Number(/height="([\d.]+)"/.exec(drawPicture(picture))?.[1]);
    const bars = Array.from({ length: 5 }, () => ({ label: 'Ada', value: 1, shown: '1' }));
    expect(heightOf({ ...pictureOf(panels.days), panels: [panels.days, panels.area] })).toBeLessThan(350);
    const ranks = { ...panels.ranks, bars };
    expect(heightOf({ ...pictureOf(ranks), panels: [ranks, ranks] })).toBeLessThan(400);
    const topics = { ...panels.topics, rows: Array.from({ length: 7 }, () => row) };
    expect(heightOf({ ...pictureOf(topics), panels: [topics, panels.area] })).toBeLessThan(400);
    const trends = { ...panels.trends, rows: Array.from({ length: 8 }, () => row) };
    expect(heightOf(pictureOf(trends))).toBeLessThan(400);
  });

  it.each([
    ['Latin', 'é', 'ł'],
    ['Greek', 'α', 'Ω'],
    ['Cyrillic', 'Ж', 'ф'],
    ['Chinese', '扩', '散'],
    ['Japanese', 'ひ', 'カ'],
  ])('draws letters that are %s', (_, one, other) => {
    const inked = (title: string) => Buffer.from(renderPng(pictureOf(panels.ranks, title)));
    // Signs that a font lacks would all be the same box.
    expect(inked(one).equals(inked(other))).toBe(false);
    expect(inkOf(inked(one.repeat(9)))).toBeGreaterThan(inkOf(inked('')) + 300);
  });

  it('shows zeros as nothing, and a single paper so that it can be seen', () => {
    const barsOf = (given: readonly number[]) =>
      drawPicture(pictureOf({ ...panels.days, values: given })).match(new RegExp(`fill="${colors.bar}"`, 'g'))
        ?.length ?? 0;
    expect(barsOf([0, 0, 0])).toBe(0);
    expect(barsOf([0, 1, 10_000])).toBe(2);
  });

  it('is well-formed and has no link with any texts, and shows them literally', () => {
    const nasty = fc.constantFrom(
      '<script>',
      '&amp;',
      '"',
      "'",
      ']]>',
      '\0',
      '\ud800',
      '\u202e',
      '\n',
      '<image href="http://x"/>',
      'שלום',
      '😀',
    );
    const text = fc
      .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 6 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(fc.nat({ max: 1e9 }), { minLength: 1, maxLength: 90 }),
        (label, note, numbers) => {
          const hostile = { label, note, values: numbers, gained: numbers[0] ?? 0, gains: numbers };
          const all: Picture = {
            title: label,
            subtitle: note,
            panels: [
              { kind: 'days', title: label, note, values: numbers, ends: [label, note] },
              { kind: 'topics', title: label, rows: [hostile], ends: [label, note] },
              { kind: 'area', title: label, note, values: numbers, ends: [label, note] },
              { kind: 'ranks', title: label, bars: [{ label, value: numbers[0] ?? 0, shown: note }] },
              { kind: 'trends', rows: [hostile] },
            ],
          };
          const { elements, attributes } = read(drawPicture(all));
          expect([...elements].filter((name) => !['svg', 'g', 'rect', 'text', 'line', 'path'].includes(name))).toEqual(
            [],
          );
          expect(attributes.filter((value) => /NaN|Infinity|undefined|http:\/\/x/.test(value))).toEqual([]);
        },
      ),
      { numRuns: 150, seed: 1 },
    );
    expect(read(drawPicture(pictureOf(panels.days, '<b>&"'))).texts).toContain('<b>&"');
  });

  it('cuts labels to their room', () => {
    const { texts } = read(
      drawPicture(pictureOf({ ...panels.ranks, bars: [{ label: 'Kite'.repeat(30), value: 1, shown: '1' }] })),
    );
    expect(texts.filter((text) => text.startsWith('Kite'))).toEqual([
      'Kites',
      expect.stringMatching(/^(?:Kite){2,6}.{0,3}…$/),
    ]);
    const font = { size: 13, isBold: false };
    expect(fitText('short', 100, font)).toBe('short');
    expect(textWidth(fitText('扩散模型'.repeat(20), 100, font), font)).toBeLessThanOrEqual(100);
  });
});
