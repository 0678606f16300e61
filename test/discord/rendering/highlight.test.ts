import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, escapeToFit, plainLine } from '../../../src/discord/rendering/escape.ts';
import { highlightToFit } from '../../../src/discord/rendering/highlight.ts';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { highlightsOf } from '../../../src/topics/matching/highlights.ts';
import { matchTopic } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import type { Place } from '../../../src/topics/operators/operator.ts';
import { inventPaper } from '../../support/invented-papers.ts';

const far = 10_000;

/** A title with the words that the topic finds in bold. */
function highlighted(title: string, topicText: string, limit = far): string {
  const parsed = parseTopic(topicText);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const paper = inventPaper({ title });
  const match = matchTopic(parsed.topic, readPaper(paper));
  return highlightToFit(title, match === null ? [] : highlightsOf([match], paper).title, limit);
}

interface Run {
  readonly text: string;
  readonly isBold: boolean;
}

/** Reads bold and escapes as Discord's client does, which tries its expression for bold text at each position. */
function readBold(markdown: string): readonly Run[] {
  const bold = /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y;
  const escaped = /\\([^\p{L}\p{N}\s])/uy;
  const runs: Run[] = [];
  let position = 0;
  while (position < markdown.length) {
    bold.lastIndex = position;
    escaped.lastIndex = position;
    const found = bold.exec(markdown);
    const mark = escaped.exec(markdown);
    if (found !== null) runs.push({ text: shown(found[1] ?? ''), isBold: true });
    else runs.push({ text: mark?.[1] ?? markdown.charAt(position), isBold: false });
    position += found?.[0].length ?? mark?.[0].length ?? 1;
  }
  return runs;
}

const shown = (markdown: string): string => markdown.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

describe('highlightToFit', () => {
  it.each([
    ['Graph neural networks', 'graph', '**Graph** neural networks'],
    ['On Graphs, and on trees', 'graph trees', 'On **Graphs**, and on **trees**'],
    ['A survey of graph neural networks', '"graph neural network"', 'A survey of **graph neural networks**'],
    ['Graph neural networks', 'neural networks graph', '**Graph neural networks**'],
    [
      'Overlapping diffusion models',
      '"diffusion model" OR "overlapping diffusion"',
      '**Overlapping diffusion models**',
    ],
    ['What *is* a graph_net?', 'is', 'What \\***is**\\* a graph\\_net?'],
    ['1. Introduction', 'introduction', '1\\. **Introduction**'],
    ['  A  graph\u200b \n of things', 'graph things', 'A **graph** of **things**'],
    ['Über Graphen', 'uber', '**Über** Graphen'],
    ['No such word', 'graph', 'No such word'],
  ])('of %j for %j is %j', (title, topic, expected) => {
    expect(highlighted(title, topic)).toBe(expected);
  });

  it('cuts at a word, and leaves no bold open', () => {
    expect(highlighted('Attention is all that a graph needs', 'attention graph', 24)).toBe('**Attention** is all…');
    expect(highlighted('Attention is all that a graph needs', 'attention', 16)).toBe('**Attention**…');
    expect(highlighted('Incomprehensibilities', 'incomprehensibilities', 12)).toBe('**Incompr**…');
    expect(highlighted('Incomprehensibilities', 'incomprehensibilities', 1)).toBe('…');
  });

  const hostile = fc.string({
    unit: fc.constantFrom(
      ...'[]()<>@#*_~`|\\-+1.: />\n',
      'graph',
      'graph ',
      ' graph',
      '://',
      '**',
      '\u202e',
      '\u200b',
      '😀',
    ),
    maxLength: 80,
  });
  /** Places in a text that split no character. */
  const withPlaces = hostile.chain((text) => {
    const bounds = Array.from(text.matchAll(/(?=.)|$/gsu), ({ index }) => index);
    const bound = fc.constantFrom(...bounds);
    const places = fc.array(fc.record({ start: bound, end: bound }), { maxLength: 6 });
    return places.map((found): readonly [string, readonly Place[]] => [text, found]);
  });

  it('shows the same text, wherever it is bold', () => {
    fc.assert(
      fc.property(withPlaces, ([text, places]) => {
        const marked = highlightToFit(text, places, far);
        expect(textOf(readBold(marked))).toBe(plainLine(text));
        expect(marked.isWellFormed()).toBe(true);
        if (places.every(({ start, end }) => start >= end)) expect(marked).toBe(escapeText(text));
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('leaves nothing that pings, links or formats, except its bold', () => {
    fc.assert(
      fc.property(withPlaces, fc.integer({ min: 1, max: 120 }), ([text, places], limit) => {
        const marked = highlightToFit(text, places, limit);
        expect(marked.length).toBeLessThanOrEqual(limit);
        const bare = marked.replace(/\\[\s\S]/g, 'x');
        expect(bare).not.toMatch(/[\\[\]()<>@#_~`|\n]|:\/\/|\*{3}/);
        expect((bare.match(/\*\*/g)?.length ?? 0) % 2).toBe(0);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('shows in bold what a topic finds in a hostile text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const bold = readBold(highlighted(text, 'graph')).filter(({ isBold }) => isBold);
        for (const run of bold) expect(run.text).toMatch(/^graph(?:[ -]+graph)*$/);
        const alone = plainLine(text).match(/(?<=^| )graph(?= |$)/g) ?? [];
        expect(bold.flatMap((run) => run.text.match(/graph/g) ?? []).length).toBeGreaterThanOrEqual(alone.length);
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it('shows as much as without bold if nothing is found', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 120 }), (text, limit) => {
        expect(highlightToFit(text, [], limit)).toBe(escapeToFit(text, limit));
      }),
      { seed: 9 },
    );
  });
});
