import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '../../src/papers/paper.ts';
import { matches } from '../../src/topics/match.ts';
import { type PaperText, readPaper } from '../../src/topics/paper-text.ts';
import { parseTopic } from '../../src/topics/parse.ts';
import { inventPaper } from './invented-paper.ts';

const capture = new URL('../../../shared/data/arxiv_meta/cs_dev_2025-03-18_2026-02-28.jsonl.gz', import.meta.url);
const isThere = existsSync(capture);
if (!isThere) process.stderr.write('Skipped: the captured papers of ../shared are not here.\n');

const papersRead = 4_000;

async function capturedPapers(): Promise<Paper[]> {
  const papers: Paper[] = [];
  const lines = createInterface({ input: createReadStream(capture).pipe(createGunzip()) });
  for await (const line of lines) {
    const { id, title, abstract, authors, categories } = JSON.parse(line) as Paper;
    papers.push(inventPaper({ id, title, abstract, authors, categories }));
    if (papers.length === papersRead) break;
  }
  return papers;
}

/** Whole words of a text, found without any of the product's own code. */
const hasWord = (forms: string) => {
  const pattern = new RegExp(`(?<![a-z0-9])(?:${forms})(?![a-z0-9+#])`, 'i');
  return (text: string): boolean => pattern.test(text.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));
};

describe.skipIf(!isThere)('on captured papers', () => {
  let papers: readonly { readonly paper: Paper; readonly text: PaperText }[] = [];
  beforeAll(async () => {
    papers = (await capturedPapers()).map((paper) => ({ paper, text: readPaper(paper) }));
  });

  const found = (topicText: string): string[] => {
    const result = parseTopic(topicText);
    if (!result.ok) throw new Error(result.error.message);
    return papers.filter(({ text }) => matches(result.topic, text)).map(({ paper }) => paper.id);
  };
  const expected = (holds: (paper: Paper) => boolean): string[] =>
    papers.filter(({ paper }) => holds(paper)).map(({ paper }) => paper.id);

  const inTexts = (forms: string) => {
    const has = hasWord(forms);
    return ({ title, abstract }: Paper): boolean => has(title) || has(abstract);
  };

  test.each([
    ['lidar', 'lidars?'],
    ['transformer', 'transform(?:er|ers|s|ed|ing|ation|ations|ational|ative|able)?'],
    ['graph', 'graph(?:s|ed|ing)?'],
    ['BERT', 'berts?'],
    ['3D', '3d'],
    ['wasserstein', 'wasserstein'],
    ['"chain of thought"', 'chains?[^a-z0-9]+of[^a-z0-9]+thoughts?'],
    ['GPT-4o', 'gpt[^a-z0-9]+4o'],
    ['C++', 'c\\+\\+'],
    ["Alzheimer's", 'alzheimer[^a-z0-9]+s'],
    ['"Frechet distance"', 'frechet[^a-z0-9]+distances?'],
  ])('%s finds what a plain search finds', (topicText, forms) => {
    const wanted = expected(inTexts(forms));
    expect(wanted.length).toBeGreaterThan(0);
    expect(found(topicText)).toEqual(wanted);
  });

  test('words, alternatives and exclusions together find what plain searches find', () => {
    const [graph, lidar, survey] = [
      inTexts('graph(?:s|ed|ing)?'),
      inTexts('lidars?'),
      hasWord('surveys?|surveyed|surveying'),
    ];
    expect(found('(graph OR lidar) -title:survey cat:cs.LG')).toEqual(
      expected((paper) => (graph(paper) || lidar(paper)) && !survey(paper.title) && paper.categories.includes('cs.LG')),
    );
  });

  test('authors and archives find what the lists of the papers hold', () => {
    const wang = hasWord('wang');
    expect(found('author:wang')).toEqual(expected(({ authors }) => authors.some(wang)));
    expect(found('cat:eess')).toEqual(
      expected(({ categories }) => categories.some((category) => /^eess\.|^cs\.SY$/.test(category))),
    );
  });
});
