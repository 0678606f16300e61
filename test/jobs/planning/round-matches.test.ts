import { expect, test } from 'vitest';
import { createNewsReader, type NewsPaper } from '../../../src/digests/news.ts';
import { createRoundMatches, type RoundMatches } from '../../../src/jobs/planning/round-matches.ts';
import type { Topic } from '../../../src/topics/topic.ts';
import { inventedListing, inventedPaper, listed, noon, topicOf } from '../../store/invented-listings.ts';
import { sqlitePlace } from '../../store/opened-store.ts';

const titles = ['On Whales', 'On Seals', 'Whales and Seals', 'Gulls'];
const topics = ['whales', 'seals', '"whales and seals"', 'gulls -whales', 'narwhals'].map(topicOf);

async function openDesk() {
  const store = await sqlitePlace().open();
  const papers = titles.map((title, at) => listed(inventedPaper(`2603.0000${at + 1}`, { title })));
  await store.recordListing(inventedListing(papers), noon);
  return createRoundMatches(store);
}

async function match(desk: RoundMatches, topics: readonly Topic[]): Promise<void> {
  await desk.matchTopics(topics);
  await desk.weighMatches(topics);
}

const numbersOf = (news: readonly NewsPaper[]) =>
  news.map(({ newsNumber }) => newsNumber).sort((one, other) => one - other);

test('the desk matches what each paper by itself matches, and weighs it alike', async () => {
  const desk = await openDesk();
  const reader = createNewsReader(await desk.newsAfter(0));
  await match(desk, topics);
  for (const topic of topics) {
    const [{ about, others }, alone] = [desk.matchesOf(topic), reader.matchesOf(topic)];
    expect(numbersOf(about)).toEqual(numbersOf(alone.about));
    expect(numbersOf(others)).toEqual(numbersOf(alone.others));
  }
});

test('topics that come later are matched with all news, and older news with all topics', async () => {
  const desk = await openDesk();
  const [whales, seals] = [topicOf('whales'), topicOf('seals')];
  const numbers = (topic: Topic) => numbersOf([...desk.matchesOf(topic).about, ...desk.matchesOf(topic).others]);
  await desk.newsAfter(1);
  await match(desk, [whales]);
  expect(numbers(whales)).toEqual([3]);
  await match(desk, [whales, seals]);
  expect(numbers(seals)).toEqual([2, 3]);
  expect((await desk.newsAfter(2)).map(({ newsNumber }) => newsNumber)).toEqual([3, 4]);
  await desk.newsAfter(0);
  await match(desk, [seals, whales]);
  expect([numbers(whales), numbers(seals)]).toEqual([
    [1, 3],
    [2, 3],
  ]);
});

test('a topic that was not matched is no topic without matches', async () => {
  const desk = await openDesk();
  await desk.newsAfter(0);
  await match(desk, [topicOf('seals')]);
  await expect(desk.weighMatches([topicOf('whales')])).rejects.toThrow('has not been matched');
  expect(() => desk.matchesOf(topicOf('whales'))).toThrow('have not been weighed');
});
