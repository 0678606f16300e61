import { describe, expect, it } from 'vitest';
import type { SkippedItem } from '../../src/papers/listing.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { cleanTexText } from '../../src/papers/text.ts';
import { readItem as readPreprint } from '../../src/sources/biorxiv/item.ts';
import { readItem as readArticle } from '../../src/sources/crossref/item.ts';
import { partHeadings } from '../../src/sources/headings.ts';
import { readRealTexts } from '../papers/real-texts.ts';
import { hasSharedData, readShared, skipped } from './shared-data.ts';

type Item = Record<string, unknown>;

interface Read {
  readonly item: Item;
  readonly paper: Paper;
}

const parse = (path: string) => JSON.parse(readShared(`data/${path}`));
const parseLines = (path: string): Item[] =>
  readShared(`data/${path}`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const preprints = (): Item[] => [
  ...parseLines('biorxiv/hard_abstracts_2026.jsonl'),
  ...parseLines('biorxiv/paperscraper_dump_3.jsonl').map((item) => ({ version: '1', ...item })),
  ...parse('biorxiv/details_2026-07-15_3.json').collection,
];
const articles = (): Item[] =>
  ['hard_items', 'works_cursor_first_20', 'works_cursor_second_20', 'works_select_3']
    .flatMap((name) => parse(`crossref/${name}.json`).message.items as Item[])
    .map((item) => ({ created: { 'date-time': '2026-03-10T00:00:00Z' }, ...item }));

const readAll = (items: readonly Item[], read: (item: Item) => { paper: Paper } | SkippedItem): Read[] =>
  items.flatMap((item) => {
    const result = read(item);
    return 'paper' in result ? [{ item, paper: result.paper }] : [];
  });

const read: Read[] = hasSharedData
  ? [
      ...readAll(preprints(), (item) => readPreprint(item, 'biorxiv', 'an item')),
      ...readAll(articles(), (item) => readArticle(item, 'an item')),
    ]
  : [];
const texts = read.flatMap(({ item, paper }) => [
  { given: `${item['title']} ${item['subtitle'] ?? ''}`, text: paper.title },
  { given: String(item['abstract'] ?? ''), text: paper.abstract },
  { given: JSON.stringify(item['authors'] ?? item['author'] ?? ''), text: paper.authors.join('; ') },
]);

/** The pieces of the texts that match, with what is around them. */
const found = (pattern: RegExp): string[] =>
  texts.flatMap(({ text }) =>
    Array.from(text.matchAll(pattern), ({ index }) => text.slice(Math.max(0, index - 20), index + 40)),
  );

const lettersOf = (text: string): string => text.normalize('NFKD').replace(/[^a-zA-Z]/g, '');

/** The first letters of one text that are not in the other in the same order. */
function firstMissing(part: string, whole: string): string | null {
  let at = 0;
  for (let index = 0; index < part.length; index++) {
    at = whole.indexOf(part.charAt(index), at) + 1;
    if (at === 0) return part.slice(Math.max(0, index - 20), index + 20);
  }
  return null;
}

describe.skipIf(!hasSharedData)(`the real texts of bioRxiv and Crossref ${skipped}`, () => {
  it('are read', () => {
    expect(read.length).toBeGreaterThan(80);
  });

  it('have no markup left', () => {
    expect(found(/<\/?[a-z][\w:-]*(?:\s[^<>]*)?\/?>|&[a-z]{2,8};|&#\d+;|xmlns|\ue000|[\ue010-\ue01f]/gi)).toEqual([]);
  });

  it('have no code of the service left', () => {
    expect(found(/[OCM]_[A-Z]{2}|org\.highwire|_HPS_|\{[a-zA-Z+/-]+\}|\[(?:&|[~<>=-]+\])/g)).toEqual([]);
  });

  it('have no heading or sentence glued to the next word', () => {
    expect(
      found(/\b(?:Background|Methods?|Results?|Conclusions?|Motivation|Summary|Availability|Adds|Known)[A-Z]/g),
    ).toEqual([]);
    expect(found(/[a-z]{3}[.?!](?:The|We|This|In|Our)\s/g)).toEqual([]);
  });

  it('have no word glued to a formula or an italic word', () => {
    const names =
      /(?:in|the|with|of|and|function|weights|spaces|nucleus)(?:<mml:math|<math|<[\w:]*italic>)|(?:math>|italic>)(?:[a-z]{4,})/;
    const glued = texts.filter(({ given }) => names.test(given));
    expect(glued.length).toBeGreaterThan(2);
    for (const { text } of glued)
      expect(text).not.toMatch(/\b(?:inN|theN|88nucleus|function?ρ|weights?ω|withl|of[A-Z][a-z]{5})/);
  });

  it('keep every letter of the prose', () => {
    const lost = read.flatMap(({ item, paper }) => {
      const prose = String(item['abstract'] ?? '')
        .replace(/<(?:mml:)?math[\s\S]*?<\/(?:mml:)?math>|<[^<>]*>|O_FIG[\s\S]*?C_FIG|[OC]_(?:SCPLOW|ST_ABS|LI)/g, '')
        .replace(/\{[a-zA-Z]+\}|&[a-z]+;|^\s*(?:abstract|summary)/gi, '');
      const missing = firstMissing(lettersOf(prose), lettersOf(paper.abstract));
      return missing === null ? [] : [missing];
    });
    expect(lost).toEqual([]);
  });

  it('are the same when they are read again', () => {
    for (const { paper } of read) {
      const again = cleanTexText(partHeadings(paper.abstract, paper.title));
      expect(again).toBe(paper.abstract);
      expect(cleanTexText(paper.title)).toBe(paper.title);
    }
  });

  it('name each author once', () => {
    for (const { paper } of read) expect(new Set(paper.authors).size).toBe(paper.authors.length);
  });
});

describe.skipIf(!hasSharedData)(`a heading ${skipped}`, () => {
  it('is found in hardly any text of arXiv, and names such as GraphSAGE are not headings', () => {
    const arxiv = readRealTexts().texts.filter(({ field }, index) => field === 'title' || index % 20 === 0);
    const parted = arxiv.flatMap(({ text }) => {
      const line = text.replace(/\s+/g, ' ').trim();
      const out = partHeadings(line, '');
      return out === line ? [] : [`${out.slice(0, 60)}`];
    });
    process.stdout.write(
      `headings parted in ${parted.length} of ${arxiv.length} texts of arXiv: ${parted.join(' | ')}\n`,
    );
    expect(parted.length).toBeLessThan(arxiv.length / 10_000);
  });
});
