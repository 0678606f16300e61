import { describe, expect, test } from 'vitest';
import { noExtras, type Paper } from '../../../src/papers/paper.ts';
import { highlightsOf } from '../../../src/topics/matching/highlights.ts';
import { matches, matchTopic } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import type { Topic } from '../../../src/topics/topic.ts';
import { explainMatch, explainMiss } from '../../support/explanations.ts';
import { topicOf } from '../index/matching.ts';
import { inventPaper } from '../invented-paper.ts';

const editing: Paper = inventPaper({
  title: 'Locating and rewriting facts in language models',
  abstract:
    'We change a single parameter matrix so that a neural network recalls another fact. Fine-tuning the same parameters ' +
    'damages what the transformer knows, while our model editing keeps it.',
  extras: { ...noExtras, aiSummary: 'Facts are changed by editing parameters.' },
});
const tides: Paper = inventPaper({
  title: 'Tides of two moons',
  abstract: 'We observe the tides of a lake under two moons for a year, and find that the beach erodes.',
});

const asked = topicOf('about:"editing the weights of a trained model"');
const whyIn = (topic: Topic, paper: Paper): readonly string[] => {
  const match = matchTopic(topic, readPaper(paper));
  return match === null ? [] : explainMatch(match);
};

describe('a topic by meaning', () => {
  test('finds papers that say it in other words, and no others', () => {
    expect(matches(asked, readPaper(editing))).toBe(true);
    expect(matches(asked, readPaper(tides))).toBe(false);
  });

  test('finds fewer papers the stricter it is', () => {
    const found = ['1', '40'].map((strictness) =>
      matches(topicOf(`${asked.canonical.replace(/~.*/, '')}~${strictness}`), readPaper(editing)),
    );
    expect(found).toEqual([true, false]);
  });

  test('is a condition like any other', () => {
    const found = (text: string) => matches(topicOf(text), readPaper(editing));
    expect(found('~"editing model weights" parameters')).toBe(true);
    expect(found('~"editing model weights" protein')).toBe(false);
    expect(found('~"editing model weights" -transformer')).toBe(false);
    expect(found('~"tides of lakes" OR ~"editing model weights"')).toBe(true);
    expect(found('parameters -~"editing model weights"')).toBe(false);
  });
});

describe('the reason of a match by meaning', () => {
  test('names at most five words that carried it, as they stand in the paper', () => {
    const [why = '', ...others] = whyIn(asked, editing);
    expect(others).toEqual([]);
    const [, ...carriers] = Array.from(why.matchAll(/“([^”]*)”/g), ([, words = '']) => words);
    expect(why).toMatch(/^about “editing the weights of a trained model”: “/);
    expect(carriers.join(' ').split(/[ -]/).length).toBeLessThanOrEqual(5);
    for (const words of carriers) expect(`${editing.title} ${editing.abstract}`).toContain(words);
    expect(why).toMatch(/: .*editing”/);
  });

  test('highlights these words, also in the summary', () => {
    const match = matchTopic(asked, readPaper(editing));
    const { title, abstract, summary } = highlightsOf(match === null ? [] : [match], editing);
    const shown = (text: string | null, places: typeof title) =>
      places.map(({ start, end }) => (text ?? '').slice(start, end));
    expect(shown(editing.abstract, abstract)).toContain('editing');
    expect(shown(editing.extras.aiSummary, summary)).toContain('editing');
    expect(shown(editing.title, title)).not.toContain('and');
  });

  test('of a miss is the score, below the line', () => {
    expect(explainMiss(asked, readPaper(tides))).toMatch(
      /^not about “editing the weights of a trained model” \(it scores -?\d+\.\d, and the line is \d+\)$/,
    );
  });
});
