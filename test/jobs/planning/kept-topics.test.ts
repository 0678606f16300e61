import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewsPaper } from '../../../src/digests/news.ts';
import { createKeptTopics } from '../../../src/jobs/planning/kept-topics.ts';
import { createMatchedNews } from '../../../src/jobs/planning/matched-news.ts';
import { withoutMeaning } from '../../../src/meaning/meaning.ts';
import type { Paper } from '../../../src/papers/paper.ts';
import { dayMs } from '../../../src/time.ts';
import { createPercolator, type Percolator } from '../../../src/topics/index/percolator.ts';
import type { Topic } from '../../../src/topics/topic.ts';
import { noon } from '../../store/invented-listings.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { paper, topic } from '../../topics/arbitraries.ts';
import { topicOf } from '../../topics/index/matching.ts';
import { inventPaper } from '../../topics/invented-paper.ts';

/** What is new on one day, and the topics of the channels that are planned together, a list for each group. */
const day = fc.record({
  papers: fc.array(paper, { maxLength: 4 }),
  groups: fc.array(fc.array(topic, { maxLength: 6 }), { maxLength: 3 }),
});

const newsOf = (papers: readonly Paper[]) => ({
  newsAfter: async (after: number, limit: number): Promise<readonly NewsPaper[]> =>
    papers
      .map((each, index) => ({ paper: each, announceType: 'new' as const, newsNumber: index + 1 }))
      .slice(after, after + limit),
});

/** What a round finds, by group and topic. Sentences leave after each group. */
async function runRound(papers: readonly Paper[], groups: readonly (readonly Topic[])[], index: Percolator) {
  const matched = createMatchedNews(newsOf(papers), index);
  await matched.fetch(0);
  const found: (readonly number[])[][] = [];
  for (const group of groups) {
    await matched.match(group);
    found.push(group.map((each) => matched.of(each).map(({ newsNumber }) => newsNumber)));
    for (const _ of index.removeSentences());
  }
  return found;
}

test('rounds with a kept index find what rounds with a new one find', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(day, { maxLength: 4 }), fc.constantFrom(1, 4), async (days, fewest) => {
      const kept = createKeptTopics(meaning, noon, fewest);
      for (const [at, { papers, groups }] of days.entries()) {
        const found = await runRound(papers, groups, await kept.indexAt(noon + at * 5 * dayMs));
        kept.endRound();
        expect(found).toEqual(await runRound(papers, groups, createPercolator(meaning)));
      }
    }),
    { numRuns: 60 },
  );
});

test('topics stay for a week without a digest, and leave when nobody asks for them any more', async () => {
  const kept = createKeptTopics(meaning, noon);
  const runDay = async (at: number, ...texts: readonly string[]) => {
    const index = await kept.indexAt(noon + at * dayMs);
    await runRound([inventPaper()], [texts.map(topicOf)], index);
    return ['whales', 'seals', 'gulls'].filter(index.has);
  };
  expect(await runDay(0, 'whales', 'seals')).toEqual(['whales', 'seals']);
  expect(await runDay(7, 'seals')).toEqual(['whales', 'seals']);
  expect(await runDay(8, 'seals', 'gulls')).toEqual(['whales', 'seals', 'gulls']);
  expect(await runDay(16, 'gulls')).toEqual(['seals', 'gulls']);
});

test('an index of few topics is given up after its round', async () => {
  const kept = createKeptTopics(meaning, noon, 3);
  const sizeAfter = async (...texts: readonly string[]) => {
    await runRound([inventPaper()], [texts.map(topicOf)], await kept.indexAt(noon));
    kept.endRound();
    return (await kept.indexAt(noon)).size;
  };
  expect(await sizeAfter('whales', 'seals')).toBe(0);
  expect(await sizeAfter('whales', 'seals', 'gulls')).toBe(3);
});

test('topics with a sentence leave after their group', async () => {
  const index = await createKeptTopics(meaning, noon).indexAt(noon);
  await runRound([inventPaper()], [[topicOf('about:"learning graphs"'), topicOf('whales')]], index);
  expect([index.size, index.has('whales')]).toEqual([1, true]);
});

test('a topic that cannot be added takes no other topic with it', async () => {
  const index = await createKeptTopics(withoutMeaning, noon).indexAt(noon);
  const papers = [inventPaper({ title: 'Whales' })];
  const whales = topicOf('whales');
  await expect(runRound(papers, [[whales, topicOf('about:"learning graphs"')]], index)).rejects.toThrow(
    'another table',
  );
  expect(await runRound(papers, [[whales]], index)).toEqual([[[1]]]);
});
