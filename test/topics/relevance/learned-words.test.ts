import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type PaperText, readPaper } from '../../../src/topics/matching/paper-text.ts';
import { learnWords, raiseOf } from '../../../src/topics/relevance/learned-words.ts';
import { topicOf } from '../../digests/news.ts';
import { paper as anyPaper, topic as anyTopic } from '../arbitraries.ts';
import { inventPaper } from '../invented-paper.ts';

const robots = topicOf('robot');
const textOf = (title: string): PaperText => readPaper(inventPaper({ title: `Robots: ${title}`, abstract: '' }));
const more = (title: string, people = 1) => ({ text: textOf(title), more: people, less: 0 });
const less = (title: string, people = 1) => ({ text: textOf(title), more: 0, less: people });

function raises(marked: Parameters<typeof learnWords>[1], title: string): number {
  const learned = learnWords(robots, marked);
  return learned === null ? 1 : raiseOf(learned, robots, textOf(title));
}

describe('marks', () => {
  it('for more raise papers with the same words, and none without', () => {
    const marked = [more('a benchmark of grasping')];
    expect(raises(marked, 'grasping again')).toBeGreaterThan(1);
    expect(raises(marked, 'underwater locomotion')).toBe(1);
  });

  it('for less lower such papers, by less than those for more raise them', () => {
    const lowered = raises([less('a survey of grasping')], 'another survey');
    expect(lowered).toBeLessThan(1);
    expect(1 / lowered).toBeLessThan(raises([more('a survey of grasping')], 'another survey'));
  });

  it('move little while they are few, and more with each', () => {
    const marked = ['grasping cups', 'grasping eggs', 'grasping ropes'].map((title) => more(title));
    const steps = [1, 2, 3].map((count) => raises(marked.slice(0, count), 'grasping boxes'));
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    expect(new Set(steps).size).toBe(3);
  });

  it('of several people on one paper count together, and cancel each other out', () => {
    expect(raises([more('grasping', 3)], 'grasping eggs')).toBeGreaterThan(raises([more('grasping')], 'grasping eggs'));
    expect(learnWords(robots, [{ ...more('grasping', 2), less: 2 }])).toBeNull();
  });

  it('teach no words of the topic itself, and none of nearly every paper', () => {
    const learned = learnWords(topicOf('"robot arm" OR learning'), [
      more('the robot arm is learning a grasp with the hand'),
    ]);
    expect([...(learned?.words.keys() ?? [])].toSorted()).toEqual(['grasp', 'hand']);
  });

  it('count, and are null if there are none', () => {
    expect(learnWords(robots, [more('eggs', 2), less('ropes')])?.marks).toBe(3);
    expect(learnWords(robots, [])).toBeNull();
    expect(learnWords(robots, [more('')])).toBeNull();
  });
});

test('whatever is marked, no paper is raised or lowered more than some seven times, and the same marks give the same', () => {
  const marks = fc.array(fc.record({ paper: anyPaper, more: fc.nat(20), less: fc.nat(20) }), { maxLength: 8 });
  fc.assert(
    fc.property(anyTopic, marks, anyPaper, (topic, marked, paper) => {
      const texts = marked.map((mark) => ({ ...mark, text: readPaper(mark.paper) }));
      const learned = learnWords(topic, texts);
      expect(learnWords(topic, texts)).toEqual(learned);
      if (learned === null) return;
      expect(learned.words.size).toBeLessThanOrEqual(100);
      const raise = raiseOf(learned, topic, readPaper(paper));
      expect(raise).toBeGreaterThan(0.13);
      expect(raise).toBeLessThan(7.5);
    }),
  );
});
