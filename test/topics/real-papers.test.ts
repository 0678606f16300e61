import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { createPercolator } from '../../src/topics/index/percolator.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { requiredTerms } from '../../src/topics/matching/candidates.ts';
import { explainMiss } from '../../src/topics/matching/explain.ts';
import { indexTokens } from '../../src/topics/matching/index-tokens.ts';
import { matches, matchTopic } from '../../src/topics/matching/match.ts';
import { type PaperText, readPaper } from '../../src/topics/matching/paper-text.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { tokenize } from '../../src/topics/words/tokens.ts';
import { foundByIndex } from './index/matching.ts';
import { inventPaper } from './invented-paper.ts';
import { finds } from './matching/token-search.ts';

const capture = new URL('../../../shared/data/arxiv_meta/cs_dev_2025-03-18_2026-02-28.jsonl.gz', import.meta.url);
const isThere = existsSync(capture);
if (!isThere) process.stderr.write('Skipped: the captured papers of ../shared are not here.\n');

const papersRead = 4_000;

async function capturedPapers(): Promise<Paper[]> {
  const papers: Paper[] = [];
  const lines = createInterface({ input: createReadStream(capture).pipe(createGunzip()) });
  for await (const line of lines) {
    const { id, title, abstract, authors, categories } = JSON.parse(line) as Paper;
    papers.push(inventPaper({ id, title, abstract, authors, categories, ...inventedFacts(papers.length) }));
    if (papers.length === papersRead) break;
  }
  return papers;
}

/** Properties that the capture lacks. Some papers get them, some do not. */
const inventedFacts = (index: number): Partial<Paper> => ({
  comment: index % 3 === 0 ? `${index % 20} pages, accepted at ACL` : null,
  sources: index % 5 === 0 ? ['arxiv', 'huggingface'] : ['arxiv'],
  announcedAs: index % 4 === 0 ? 'cross' : 'new',
  doi: index % 7 === 0 ? '10.1000/invented' : null,
  extras: {
    ...noExtras,
    upvotes: index % 5 === 0 ? index % 90 : null,
    codeUrl: index % 2 === 0 ? 'https://code.example/x' : null,
    organization: index % 6 === 0 ? 'Example Research' : null,
  },
});

/** Finds whole words of a text without any of the product's own code. */
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
    ['transformer', 'transformers?'],
    ['embedding', 'embed(?:s|ded|dings?)?'],
    ['matrix', 'matri(?:x|xes|ces)'],
    ['optimization', 'optimi[sz]ations?'],
    ['news', 'news'],
    ['graph', 'graph(?:s|ed|ing)?'],
    ['BERT', 'berts?'],
    ['3D', '3[-_]?d'],
    ['wasserstein', 'wasserstein'],
    ['"chain of thought"', 'chains?[^a-z0-9]+of[^a-z0-9]+thoughts?'],
    ['GPT-4o', 'gpt4o|gpt[^a-z0-9]+4-?o'],
    ['C++', 'c\\+\\+'],
    ["Alzheimer's", "alzheimer(?:['’]?s)?"],
    ['"Frechet distance"', 'frechet[^a-z0-9]+distances?'],
  ])('%s finds what a plain search finds', (topicText, forms) => {
    const wanted = expected(inTexts(forms));
    expect(wanted.length).toBeGreaterThan(0);
    expect(found(topicText)).toEqual(wanted);
  });

  /** Topics made from texts of the papers, in one spelling or another, so that many match. */
  const topicOfPapers = (): fc.Arbitrary<string> => {
    const paper = fc.nat({ max: papersRead - 1 }).map((index) => papers[index]?.paper ?? inventPaper());
    const run = (longest: number) =>
      fc.tuple(paper, fc.nat(), fc.integer({ min: 1, max: longest })).map(([{ abstract }, seed, length]) => {
        const words = tokenize(abstract);
        const from = seed % Math.max(1, words.length - length);
        return words.slice(from, from + length).map(({ text }) => text);
      });
    const leaf = fc.oneof(
      run(1).map((words) => words.join(' ')),
      run(2).map((words) => words.join('-')),
      run(2).map((words) => words.join('')),
      run(3).map((words) => `"${words.join(' ')}"`),
      run(2).map((words) => `="${words.join(' ')}"`),
      run(3).map((words) => `"${words.reverse().join(' ')}"~4`),
      run(1).map(([word = '']) => `${word.slice(0, 5)}*`),
      run(1).map((words) => `title:"${words.join(' ')}"`),
      paper.map(({ authors }) => `author:"${authors[0] ?? 'x y'}"`),
      paper.map(({ authors }) => `author:"${(authors[0] ?? 'x y').replace(/^(\p{L})\p{L}+/u, '$1.')}"`),
      paper.map(({ categories }) => `${categories.length > 1 ? 'cat' : 'primary'}:${categories[0] ?? 'cs.LG'}`),
      paper.map(({ id }) => `id:${id}`),
      fc.constantFrom('comment:acl', 'source:hf', 'org:example', 'has:code', 'has:doi', 'is:new', 'upvotes:>=20'),
    );
    return fc
      .array(fc.tuple(fc.constantFrom(' ', ' ', ' OR ', ' -'), leaf), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map(([joint, text], index) => (index === 0 ? text : joint + text)).join(''));
  };

  test('all ways to match agree on every paper', () => {
    const prepared = papers.slice(0, 200).map(({ paper, text }) => ({
      text,
      tokens: indexTokens(paper),
    }));
    const index = createPercolator();
    const expected = new Map<string, readonly number[]>();
    const topics: Topic[] = [];
    let matched = 0;
    const agree = (text: string): void => {
      const result = parseTopic(text);
      if (!result.ok) return;
      const { topic } = result;
      const query = requiredTerms(topic);
      const matching: number[] = [];
      index.add(topic);
      topics.push(topic);
      for (const [number, { text: paper, tokens }] of prepared.entries()) {
        const isMatch = matches(topic, paper);
        expect(matchTopic(topic, paper) !== null).toBe(isMatch);
        expect(explainMiss(topic, paper) === null).toBe(isMatch);
        if (!isMatch) continue;
        matched += 1;
        matching.push(number);
        expect(finds(query, tokens), `candidates of ${text}`).toBe(true);
      }
      if (matching.length > 0) expected.set(topic.canonical, matching);
    };
    fc.assert(fc.property(topicOfPapers(), agree), { numRuns: 200 });
    expect(matched).toBeGreaterThan(500);
    const batch = papers.slice(0, prepared.length).map(({ paper }) => paper);
    expect(foundByIndex(index, topics, batch)).toEqual(Object.fromEntries(expected));
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
    // Not of Jia-Wang Bian: a part of a given name is not a name.
    const hasWang = hasWord('wang');
    const wang = (name: string): boolean => hasWang(name.replace(/^\p{L}+-\p{L}+ /u, ''));
    expect(found('author:wang')).toEqual(expected(({ authors }) => authors.some(wang)));
    expect(found('cat:eess')).toEqual(
      expected(({ categories }) => categories.some((category) => /^eess\.|^cs\.SY$/.test(category))),
    );
  });
});
