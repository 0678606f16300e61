import { describe, expect, test } from 'vitest';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { matches, matchTopic } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import type { Topic } from '../../../src/topics/topic.ts';
import { explainMatch, explainMiss } from '../../support/explanations.ts';
import { inventPaper } from '../invented-paper.ts';

function parsed(text: string): Topic {
  const result = parseTopic(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.topic;
}

const isFound = (topic: string, text: string): boolean =>
  matches(parsed(topic), readPaper(inventPaper({ abstract: text })));

describe('an exact word with a capital', () => {
  test.each([
    ['=IT', 'The IT of banks', 'It is, said it'],
    ['=SAM', 'SAM segments', 'Sam said'],
    ['="Segment Anything"', 'We use Segment Anything.', 'We segment anything.'],
    ['="the SAM model"', 'The SAM Model', 'the Sam model'],
    ['=LLMs', 'LLMs help', 'llms help, or an LLM'],
    ['=CAFÉ', 'a CAFE', 'a Café'],
    ['=Δ', 'a Delta or Δ', 'a delta or δ'],
    ['=ＳＡＭ', '𝐒𝐀𝐌 or SAM', 'sam'],
    ["=O'Brien", 'O’BRIEN, O’Brien’s', "O’BRIEN, o'brien"],
    ['=A.I.', 'AI', 'ai, a.i.'],
    ['title:=IT OR =AI', 'A.I.', 'it'],
  ])('%s finds “%s” and not “%s”', (topic, found, missed) => {
    expect(isFound(topic, found)).toBe(true);
    expect(isFound(topic, missed)).toBe(false);
  });

  test.each([
    ['=it', 'IT'],
    ['=it', 'It is'],
    ['="segment anything"', 'Segment Anything'],
    ['=café', 'CAFE'],
    ['SAM', 'sam'],
    ['"SAM model"', 'sam models'],
    ['sam*', 'SAMS'],
  ])('is the only one that minds case: %s finds “%s”', (topic, text) => {
    expect(isFound(topic, text)).toBe(true);
  });

  test('stands on the card as it was typed, in found papers and in missed ones', () => {
    const found = readPaper(inventPaper({ title: 'SAM again' }));
    const match = matchTopic(parsed('=SAM'), found);
    expect(match === null ? null : explainMatch(match)).toEqual(['“SAM” in the title']);
    expect(explainMiss(parsed('=SAM'), readPaper(inventPaper({ title: 'Sam' })))).toBe('no “SAM” in title or abstract');
  });
});

describe('an acronym with dots', () => {
  test.each([
    ['AI', 'on A.I. systems'],
    ['A.I.', 'on AI systems'],
    ['a.i.', 'on A.I.'],
    ['U.S.A.', 'in the USA'],
    ['"us census"', 'the U.S. census'],
    ['us-based', 'U.S.-based'],
    ['iid', 'i.i.d. noise, or i.i.d noise'],
    ['x.y', 'at x.y the'],
    ['author:"J. A. Smith"', ''],
  ])('is one word: %s finds “%s”', (topic, text) => {
    const paper = readPaper(inventPaper({ abstract: text, authors: ['J.A. Smith'] }));
    expect(matches(parsed(topic), paper)).toBe(true);
  });

  test.each([
    ['AI', 'as in A. In B'],
    ['xy', 'at x.y the'],
    ['ja', 'J. A. Smith'],
    ['v12', 'v1.2'],
    ['abcd', 'a.b.cd'],
  ])('is not made of letters that stand apart: %s does not find “%s”', (topic, text) => {
    expect(isFound(topic, text)).toBe(false);
  });
});
