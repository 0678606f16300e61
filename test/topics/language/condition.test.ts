import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../src/papers/paper.ts';
import { publicationStatus } from '../../../src/papers/publication-status.ts';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { matches, matchTopic } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import { explainMatch, explainMiss } from '../../support/explanations.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { paper, topicText } from '../arbitraries.ts';
import { topicOf } from '../index/matching.ts';
import { inventPaper } from '../invented-paper.ts';

const tides: Partial<Paper> = { title: 'Tides of invented seas', abstract: 'We weigh tides.' };
const papers = {
  research: inventPaper(tides),
  'withdrawn by its title': inventPaper({ ...tides, title: 'WITHDRAWN: Tides of invented seas' }),
  'withdrawn by its abstract': inventPaper({ ...tides, abstract: 'This paper has been withdrawn.' }),
  'withdrawn by its comment': inventPaper({ ...tides, comment: 'This paper has been withdrawn by the authors' }),
  'withdrawn by its publisher': inventPaper({ ...tides, statedStatus: 'withdrawn' }),
  notice: inventPaper({ ...tides, title: 'Correction to: Tides of invented seas' }),
};
const withdrawn = Object.keys(papers).filter((name) => name.startsWith('withdrawn'));

const matching = (text: string): string[] =>
  Object.entries(papers).flatMap(([name, each]) => (matches(topicOf(text), readPaper(each)) ? [name] : []));

describe('a topic leaves out withdrawn papers and notices unless it asks for them', () => {
  test.each([
    ['tides', ['research']],
    ['tides OR lakes', ['research']],
    ['author:example', ['research']],
    ['tides -is:new', ['research']],
    ['tides is:withdrawn', withdrawn],
    ['is:withdrawn', withdrawn],
    ['is:notice', ['notice']],
    ['tides is:(withdrawn, notice)', [...withdrawn, 'notice']],
    ['tides OR is:withdrawn', ['research', ...withdrawn]],
    ['tides -is:withdrawn', ['research']],
    ['tides -is:notice', ['research']],
    ['tides -(lakes is:withdrawn)', ['research']],
    ['tides -(lakes OR -is:withdrawn)', withdrawn],
  ])('%s', (text, expected) => {
    expect(matching(text)).toEqual(expected);
  });

  test('whatever else the topic and the paper are', () => {
    fc.assert(
      fc.property(topicText, paper, (text, each) => {
        fc.pre(!text.includes('is:withdrawn') && !text.includes('is:notice'));
        const parsed = parseTopic(text, meaning);
        if (parsed.ok && publicationStatus(each) !== null) expect(matches(parsed.topic, readPaper(each))).toBe(false);
      }),
    );
  });

  test('and says so', () => {
    expect(explainMiss(topicOf('tides'), readPaper(papers.notice))).toBe('a notice, which only is:notice asks for');
    expect(explainMiss(topicOf('tides is:notice'), readPaper(papers['withdrawn by its title']))).toBe('not a notice');
    expect(explainMiss(topicOf('tides'), readPaper(papers['withdrawn by its title']))).toBe(
      'withdrawn, which only is:withdrawn asks for',
    );
    expect(explainMiss(topicOf('lakes'), readPaper(papers.notice))).toBe('no “lakes” in title or abstract');
    expect(explainMiss(topicOf('tides is:withdrawn'), readPaper(papers.research))).toBe('not withdrawn');
  });

  test('and names the status as a reason where it asks for it', () => {
    const match = matchTopic(topicOf('tides is:notice'), readPaper(papers.notice));
    expect(match === null ? [] : explainMatch(match)).toEqual(['“Tides” in the title', 'a notice']);
  });
});
