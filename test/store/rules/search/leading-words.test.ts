import { expect, test } from 'vitest';
import { leadingTopic } from '../../../../src/store/rules/search/leading-words.ts';
import { topicOf } from '../../invented-listings.ts';

const leadOf = (text: string, papers: number) => leadingTopic(topicOf(text), papers)?.canonical ?? null;

test('papers are looked for by the rarest alternatives, as far as these are in few enough papers', () => {
  expect(leadOf('the OR hippocampus OR model', 1_000_000)).toBe('hippocampus');
  expect(leadOf('model OR "neural model" OR hippocampus', 1_000_000)).toBe('hippocampus OR "neural model"');
  expect(leadOf('the OR of', 1_000_000)).toBe('the');
});

test('all alternatives are looked for where the papers are few, and by every other topic', () => {
  expect(leadOf('the OR hippocampus OR model', 10_000)).toBeNull();
  expect(leadOf('the model', 1_000_000)).toBeNull();
  expect(leadOf('hippocampus OR amygdala OR author:hinton', 1_000_000)).toBeNull();
});
