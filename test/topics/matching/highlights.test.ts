import { describe, expect, test } from 'vitest';
import { noExtras } from '../../../src/papers/paper.ts';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { highlightsOf } from '../../../src/topics/matching/highlights.ts';
import { matchTopic } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import { inventPaper } from '../invented-paper.ts';

const paper = inventPaper({
  title: 'Learning on Graphs',
  abstract: 'A graph is learned; graphs are everywhere.',
  categories: ['cs.LG'],
  extras: { ...noExtras, aiSummary: 'Graphs help learning in robots.' },
});

/** The words that are highlighted for these topics, by their place in the text. */
function wordsFor(...topics: readonly string[]) {
  const matches = topics.map((text) => {
    const parsed = parseTopic(text);
    const match = parsed.ok ? matchTopic(parsed.topic, readPaper(paper)) : null;
    if (match === null) throw new Error(`“${text}” does not match`);
    return match;
  });
  const { title, abstract, summary } = highlightsOf(matches, paper);
  const words = (text: string, places: typeof title) => places.map(({ start, end }) => text.slice(start, end));
  return {
    title: words(paper.title, title),
    abstract: words(paper.abstract, abstract),
    summary: words(paper.extras.aiSummary ?? '', summary),
  };
}

describe('highlights', () => {
  test('are every occurrence of the words that matched', () => {
    expect(wordsFor('graph')).toEqual({ title: ['Graphs'], abstract: ['graph', 'graphs'], summary: ['Graphs'] });
  });

  test('cover all topics together', () => {
    expect(wordsFor('graph', 'learning').title).toEqual(['Graphs', 'Learning']);
  });

  test('are whole phrases, and only in the field that the term names', () => {
    expect(wordsFor('"learning on graphs"').title).toEqual(['Learning on Graphs']);
    expect(wordsFor('title:graph')).toEqual({ title: ['Graphs'], abstract: [], summary: [] });
  });

  test('leave out exclusions and everything outside of the texts', () => {
    expect(wordsFor('cat:cs.LG -robots')).toEqual({ title: [], abstract: [], summary: [] });
  });
});
