import { expect, test } from 'vitest';
import { createNewsReader, type NewsPaper, type TopicNews } from '../../../src/digests/news.ts';
import { createRoundMatches, type RoundMatches } from '../../../src/jobs/planning/round-matches.ts';
import type { Topic } from '../../../src/topics/topic.ts';
import { inventedListing, inventedPaper, listed, noon, topicOf } from '../../store/invented-listings.ts';
import { sqlitePlace } from '../../store/opened-store.ts';

const titles = ['On Whales', 'On Seals', 'Whales and Seals', 'Gulls'];
const topics = ['whales', 'seals', '"whales and seals"', 'gulls -whales', 'narwhals'].map(topicOf);

async function openRound() {
  const store = await sqlitePlace().open();
  const papers = titles.map((title, at) => listed(inventedPaper(`2603.0000${at + 1}`, { title })));
  await store.recordListing(inventedListing(papers), noon);
  return createRoundMatches(store);
}

async function match(round: RoundMatches, topics: readonly Topic[]): Promise<void> {
  await round.matchTopics(topics);
  await round.weighMatches(topics);
}

const numbersOf = (news: readonly NewsPaper[]) =>
  news.map(({ newsNumber }) => newsNumber).sort((one, other) => one - other);

const weightsOf = ({ news, relevance }: TopicNews) =>
  new Map(news.map(({ paper }, index) => [paper.id, relevance[index]]));

test('a round finds and weighs the same matches as paper by paper', async () => {
  const round = await openRound();
  const reader = createNewsReader(await round.newsAfter(0));
  await match(round, topics);
  for (const topic of topics) {
    const [together, alone] = [round.matchesOf(topic), reader.matchesOf(topic)];
    expect(numbersOf(together.news)).toEqual(numbersOf(alone.news));
    expect(weightsOf(together)).toEqual(weightsOf(alone));
  }
});

test('later topics are matched with all news, and older news with all topics', async () => {
  const round = await openRound();
  const [whales, seals] = [topicOf('whales'), topicOf('seals')];
  const numbers = (topic: Topic) => numbersOf(round.matchesOf(topic).news);
  await round.newsAfter(1);
  await match(round, [whales]);
  expect(numbers(whales)).toEqual([3]);
  await match(round, [whales, seals]);
  expect(numbers(seals)).toEqual([2, 3]);
  expect((await round.newsAfter(2)).map(({ newsNumber }) => newsNumber)).toEqual([3, 4]);
  await round.newsAfter(0);
  await match(round, [seals, whales]);
  expect([numbers(whales), numbers(seals)]).toEqual([
    [1, 3],
    [2, 3],
  ]);
});

test('a topic that was not matched is an error, not a topic without matches', async () => {
  const round = await openRound();
  await round.newsAfter(0);
  await match(round, [topicOf('seals')]);
  await expect(round.weighMatches([topicOf('whales')])).rejects.toThrow('has not been matched');
  expect(() => round.matchesOf(topicOf('whales'))).toThrow('have not been weighed');
});
