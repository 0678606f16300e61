import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTopicIndex } from '../../../src/topics/index/topic-index.ts';
import { paper, topic } from '../arbitraries.ts';
import { inventPaper } from '../invented-paper.ts';
import { finish, foundByIndex, foundByOracle, topicOf } from './matching.ts';

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: topic.map((each) => ({ kind: 'add', topic: each }) as const) },
    { weight: 1, arbitrary: fc.nat().map((number) => ({ kind: 'remove', number }) as const) },
    { weight: 1, arbitrary: fc.array(paper, { maxLength: 5 }).map((papers) => ({ kind: 'match', papers }) as const) },
  ),
  { maxLength: 40, size: 'max' },
);

describe('an index of topics', () => {
  test('finds what holding every topic against every paper finds, whatever was added and removed before', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const index = createTopicIndex();
        const topics = new Map<string, ReturnType<typeof topicOf>>();
        for (const step of taken) {
          if (step.kind === 'add') {
            expect(index.add(step.topic)).toBe(!topics.has(step.topic.canonical));
            topics.set(step.topic.canonical, step.topic);
          } else if (step.kind === 'remove') {
            const canonical = [...topics.keys()][step.number % (topics.size + 1)] ?? 'no such topic';
            expect(index.remove(canonical)).toBe(topics.delete(canonical));
          } else {
            expect(foundByIndex(index, step.papers)).toEqual(foundByOracle([...topics.values()], step.papers));
          }
          expect(index.size).toBe(topics.size);
        }
      }),
      { numRuns: 400 },
    );
  });
});
