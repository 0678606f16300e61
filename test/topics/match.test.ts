import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainMatch } from '../../src/topics/explain.ts';
import { type Match, matches, matchTopic } from '../../src/topics/match.ts';
import { readPaper } from '../../src/topics/paper-text.ts';
import { parseTopic } from '../../src/topics/parse.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { paper, topic } from './arbitraries.ts';
import { inventPaper } from './invented-paper.ts';

function parsed(text: string): Topic {
  const result = parseTopic(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.topic;
}

const invented = inventPaper({
  title: 'Diffusion Models for Poincaré Graphs in C++',
  abstract: 'We train graph neural networks. Graphs are fine-tuned, and GPT-4o helps. O’Brien’s diffusion is not used.',
  authors: ['Yann LeCun', 'Łukasz Kaiser', 'Conan O’Brien', 'Maria Garcia', 'Jose Lopez'],
  categories: ['cs.IT', 'stat.ML', 'hep-th'],
});

const matchOf = (text: string): Match | null => matchTopic(parsed(text), readPaper(invented));
const why = (text: string): readonly string[] | null => {
  const match = matchOf(text);
  return match === null ? null : explainMatch(match);
};

describe('a paper matches', () => {
  test.each<[string, readonly string[]]>([
    ['diffusion', ['“diffusion” in the title']],
    ['DIFFUSE', ['“diffuse” in the title']],
    ['training', ['“training” in the abstract']],
    ['model graph', ['“model” in the title', '“graph” in the title']],
    ['"graph neural network"', ['“graph neural network” in the abstract']],
    ['poincare', ['“poincare” in the title']],
    ['C++', ['“c++” in the title']],
    ['fine-tuning', ['“fine-tuning” in the abstract']],
    ["o'brien", ["“o'brien” in the abstract"]],
    ['title:diffusion', ['“diffusion” in the title']],
    ['absent OR gpt-4o', ['“gpt-4o” in the abstract']],
    ['diffusion -absent', ['“diffusion” in the title']],
    ['diffusion -title:"graph neural"', ['“diffusion” in the title']],
    ['graph (absent OR -missing)', ['“graph” in the title']],
    ['author:lecun', ['by Yann LeCun']],
    ['author:"LeCun, Yann"', ['by Yann LeCun']],
    ['author:lukasz', ['by Łukasz Kaiser']],
    ["author:o'brien", ['by Conan O’Brien']],
    ['author:(garcia lopez)', ['by Maria Garcia', 'by Jose Lopez']],
    ['cat:cs.IT', ['in cs.IT']],
    ['cat:math.IT', ['in cs.IT']],
    ['cat:cs.*', ['in cs.IT']],
    ['cat:math', ['in cs.IT']],
    ['cat:stat', ['in stat.ML']],
    ['cat:hep-th', ['in hep-th']],
    ['diffusion diffusion', ['“diffusion” in the title']],
  ])('%s', (text, reasons) => {
    expect(why(text)).toEqual(reasons);
  });
});

describe('a paper does not match', () => {
  test.each([
    ['absent'],
    ['diffusion absent'],
    ['"models diffusion"'],
    ['"graphs in c++ we train"'],
    ['title:train'],
    ['title:"graph neural network"'],
    ['C'],
    ['C#'],
    ['diff'],
    ['diffusion -graph'],
    ['diffusion -(graph train)'],
    ['diffusion -author:lecun'],
    ['author:lecunha'],
    ['author:le'],
    ['author:"Maria Lopez"'],
    ['author:diffusion'],
    ['lecun'],
    ['cat:cs.LG'],
    ['cat:math.CO'],
    ['cat:physics'],
  ])('%s', (text) => {
    expect(why(text)).toBeNull();
  });

  test('where only the ends of title and abstract together hold the phrase', () => {
    expect(why('"c++ we"')).toBeNull();
  });
});

describe('a match', () => {
  test('tells every place in the original text', () => {
    const reasons = matchOf('graph')?.reasons ?? [];
    const quoted = reasons.flatMap((reason) =>
      reason.field === 'title' || reason.field === 'abstract'
        ? reason.places.map(({ start, end }) => `${reason.field}: ${invented[reason.field].slice(start, end)}`)
        : [],
    );
    expect(quoted).toEqual(['title: Graphs', 'abstract: graph', 'abstract: Graphs']);
  });

  test('tells the whole phrase, with what stands between its words', () => {
    const [reason] = matchOf("o'brien's")?.reasons ?? [];
    if (reason?.field !== 'abstract') throw new Error('It is in the abstract.');
    expect(reason.places.map(({ start, end }) => invented.abstract.slice(start, end))).toEqual(['O’Brien’s']);
  });

  test('is given exactly where the quick form says so, and always has a reason', () => {
    fc.assert(
      fc.property(topic, paper, (anyTopic, anyPaper) => {
        const text = readPaper(anyPaper);
        const match = matchTopic(anyTopic, text);
        expect(matches(anyTopic, text)).toBe(match !== null);
        if (match !== null) expect(explainMatch(match).length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is of both sides of AND, of either side of OR, and of no side of an exclusion', () => {
    fc.assert(
      fc.property(topic, topic, paper, (one, other, anyPaper) => {
        const text = readPaper(anyPaper);
        const [a, b] = [matches(one, text), matches(other, text)];
        const combined: [string, boolean][] = [
          [`(${one.canonical}) (${other.canonical})`, a && b],
          [`(${one.canonical}) OR (${other.canonical})`, a || b],
          [`(${one.canonical}) -(${other.canonical})`, a && !b],
        ];
        for (const [topicText, expected] of combined) {
          const result = parseTopic(topicText);
          // The caps may refuse what two topics make together.
          if (result.ok) expect(matches(result.topic, text)).toBe(expected);
        }
      }),
      { numRuns: 500 },
    );
  });
});
