import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAbout } from '../../src/digests/aboutness.ts';
import { matchTopic } from '../../src/topics/matching/match.ts';
import { readPaper } from '../../src/topics/matching/paper-text.ts';
import { isWordTerm, type Term, type TopicNode } from '../../src/topics/topic.ts';
import { paper, topic } from '../topics/arbitraries.ts';

/** The expected answer by the reasons of a match: one that is not in the abstract. */
function isToldBy(met: ReadonlySet<Term>, node: TopicNode): boolean {
  switch (node.kind) {
    case 'all': {
      const wordy = node.nodes.filter(asksForWords);
      return (wordy.length > 0 ? wordy : node.nodes).some((child) => isToldBy(met, child));
    }
    case 'any':
      return node.nodes.some((child) => isToldBy(met, child));
    case 'not':
      return false;
    default:
      return met.has(node);
  }
}

const asksForWords = (node: TopicNode): boolean =>
  node.kind === 'all' || node.kind === 'any' ? node.nodes.some(asksForWords) : isWordTerm(node);

test('a paper is about a topic where a reason beside the abstract says so', () => {
  let about = 0;
  fc.assert(
    fc.property(topic, paper, (anyTopic, anyPaper) => {
      const text = readPaper(anyPaper);
      const match = matchTopic(anyTopic, text);
      if (match === null) return;
      const met = new Set<Term>(match.reasons.filter(({ field }) => field !== 'abstract').map(({ term }) => term));
      const expected = isToldBy(met, anyTopic.root);
      if (expected) about += 1;
      expect(isAbout(anyTopic, text)).toBe(expected);
    }),
    { seed: 7, numRuns: 4_000 },
  );
  expect(about).toBeGreaterThan(100);
});
