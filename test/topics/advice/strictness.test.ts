import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countFrom,
  isStrictnessTyped,
  sentenceOf,
  stepsFrom,
  usualStrictness,
  volumes,
  withStrictness,
} from '../../../src/topics/advice/strictness.ts';
import { strictnessRange } from '../../../src/topics/matching/strictness.ts';
import { topicOf } from '../index/matching.ts';

const days = fc
  .record({
    scores: fc.array(fc.double({ min: -3, max: 45, noNaN: true }), { maxLength: 200 }),
    daysCovered: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ scores, daysCovered }) => ({ scores: scores.toSorted((one, other) => other - one), daysCovered }));
const strictness = fc.integer({ min: 100, max: 4_000 }).map((number) => number / 100);

describe('a step to fewer or more papers', () => {
  test('gives fewer or more, is in the range, and is a strictness that a topic can have', () => {
    fc.assert(
      fc.property(days, strictness, (stored, from) => {
        const current = countFrom(from, stored.scores);
        const { fewer, more } = stepsFrom(from, stored);
        if (fewer !== null) expect(countFrom(fewer.strictness, stored.scores)).toBeLessThan(current);
        if (more !== null) expect(countFrom(more.strictness, stored.scores)).toBeGreaterThan(current);
        for (const step of [fewer, more]) {
          if (step === null) continue;
          const wanted = Math.round(step.volume.perDay * stored.daysCovered);
          expect(countFrom(step.strictness, stored.scores)).toBeGreaterThanOrEqual(wanted);
          expect(topicOf(`about:"graphs"~${step.strictness}`).canonical).toBe(`about:"graphs"~${step.strictness}`);
          expect(step.strictness).toBeLessThanOrEqual(strictnessRange.most);
        }
      }),
    );
  });

  test('goes to the next volume', () => {
    const stored = { scores: Array.from({ length: 100 }, (_, index) => 30 - index / 4), daysCovered: 10 };
    const from = (perDay: number): number => stored.scores[perDay * 10 - 1] ?? 0;
    expect(stepsFrom(from(3), stored)).toMatchObject({
      fewer: { volume: { name: '1 a day' }, strictness: from(1) },
      more: { volume: { name: '5 a day' }, strictness: from(5) },
    });
    expect(stepsFrom(40, stored)).toMatchObject({ fewer: null, more: { volume: volumes[0] } });
    expect(stepsFrom(from(10), stored).more).toBeNull();
  });
});

describe('the strictness to begin with', () => {
  const sentence = sentenceOf(topicOf('about:"graphs"'));
  if (sentence === null) throw new Error('no sentence');
  const usual = sentence.subject.table.defaultStrictness;

  test('brings three papers a day where more are about the sentence', () => {
    const stored = { scores: Array.from({ length: 100 }, (_, index) => usual + 20 - index / 10), daysCovered: 10 };
    expect(countFrom(usualStrictness(sentence, stored), stored.scores)).toBe(30);
  });

  test('is the one of the table where fewer are, and without papers', () => {
    expect(usualStrictness(sentence, { scores: [usual + 1, usual - 1, 0], daysCovered: 10 })).toBe(usual);
    expect(usualStrictness(sentence, { scores: [], daysCovered: 0 })).toBe(usual);
  });
});

describe('the sentence that decides how many papers come', () => {
  test.each([
    ['about:"learning graphs"', true],
    ['~graphs cat:cs.LG -survey', true],
    ['(a OR b) ~graphs', true],
    ['graphs', false],
    ['~graphs OR survey', false],
    ['~graphs ~networks', false],
    ['graphs -~networks', false],
    ['~graphs -~networks', false],
  ])('%s', (text, isThere) => {
    expect(sentenceOf(topicOf(text)) !== null).toBe(isThere);
  });

  test('can be more or less strict, and the rest of the topic stays', () => {
    const topic = topicOf('~"learning graphs"~7.5 cat:cs.LG -survey');
    const sentence = sentenceOf(topic);
    if (sentence === null) throw new Error('no sentence');
    expect(withStrictness(topic, sentence, 9.25)?.canonical).toBe('about:"learning graphs"~9.25 cat:cs.LG -survey');
    for (const number of [0, 41, Number.NaN]) expect(withStrictness(topic, sentence, number)).toBeNull();
  });

  test.each([
    ['~"graphs"~7', true],
    ['cat:cs.LG about:"a b"~7.5', true],
    ['about:"a b" "graph net"~5', false],
    ['~graphs', false],
  ])('%s has a strictness that somebody typed: %s', (text, isTyped) => {
    expect(isStrictnessTyped(topicOf(text))).toBe(isTyped);
  });
});
