import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseCanonical } from '../../../src/topics/language/parse.ts';
import { matches } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import { bestRelevance, relevance } from '../../../src/topics/relevance/relevance.ts';
import { rarityOf } from '../../../src/topics/words/rarity-table.ts';
import { topicOf } from '../../digests/news.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { paper, topic } from '../arbitraries.ts';
import { inventPaper } from '../invented-paper.ts';

describe('the table of rare words', () => {
  it('is found by binary search, whole', () => {
    const lines = readFileSync(new URL('../../../src/topics/words/word-rarity.tsv', import.meta.url), 'latin1')
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(lines.length).toBeGreaterThan(20_000);
    for (const line of lines.slice(1)) {
      const [stem = '', rarity] = line.split('\t');
      expect(rarityOf(stem)).toBe(Number(rarity));
    }
  });

  it('says that a word of every paper is not rare, and that an unknown one is the rarest', () => {
    expect(rarityOf('the')).toBe(0);
    expect(rarityOf('hippocampus')).toBeGreaterThan(rarityOf('model'));
    for (const unknown of ['zzyzx', '', '~', 'привет']) expect(rarityOf(unknown)).toBeGreaterThan(10);
  });
});

test('relevance is above zero, the same each time, and depends on nothing but topic and paper', () => {
  fc.assert(
    fc.property(topic, paper, (anyTopic, anyPaper) => {
      const first = relevance(anyTopic, readPaper(anyPaper));
      expect(first).toBeGreaterThan(0);
      const again = parseCanonical(anyTopic.canonical, meaning);
      if (!again.ok) throw new Error(again.error.message);
      expect(relevance(again.topic, readPaper({ ...anyPaper }))).toBe(first);
      expect(bestRelevance(anyTopic)).toBeGreaterThan(0);
    }),
    { seed: 11, numRuns: 500 },
  );
});

test('a match by words is more relevant than a paper without them', () => {
  fc.assert(
    fc.property(topic, paper, (anyTopic, anyPaper) => {
      const text = readPaper(anyPaper);
      const isByWords =
        anyTopic.root.kind === 'text' || anyTopic.root.kind === 'near' || anyTopic.root.kind === 'exact';
      if (!isByWords || !matches(anyTopic, text)) return;
      const without = readPaper(inventPaper({ title: '', abstract: '', comment: null }));
      expect(relevance(anyTopic, text)).toBeGreaterThanOrEqual(relevance(anyTopic, without));
    }),
    { seed: 12, numRuns: 1_000 },
  );
});

test('a paper with all words in the title has about the best relevance that there is', () => {
  const best = readPaper(inventPaper({ title: 'The robot arm of a graph', abstract: 'Nothing.' }));
  for (const text of ['robot', '"robot arm"', 'robot arm', 'robot arm graph']) {
    const share = relevance(topicOf(text), best) / bestRelevance(topicOf(text));
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1.2);
  }
});
