import { expect, test } from 'vitest';
import { createNewsReader } from '../../src/digests/selection.ts';
import { createNewsDesk } from '../../src/jobs/news-desk.ts';
import { inventedListing, inventedPaper, listed, noon, topicOf } from '../store/invented-listings.ts';
import { sqlitePlace } from '../store/opened-store.ts';

const titles = ['On Whales', 'On Seals', 'Whales and Seals', 'Gulls'];
const topics = ['whales', 'seals', '"whales and seals"', 'gulls -whales', 'narwhals'].map(topicOf);

async function openDesk() {
  const store = await sqlitePlace().open();
  const papers = titles.map((title, at) => listed(inventedPaper(`2603.0000${at + 1}`, { title })));
  await store.recordListing(inventedListing(papers), noon);
  return createNewsDesk(store);
}

test('the desk matches what each paper by itself matches', async () => {
  const desk = await openDesk();
  const news = await desk.newsAfter(0);
  await desk.matchTopics(topics);
  for (const topic of topics) {
    expect(desk.matchesOf(topic)).toEqual(createNewsReader(news).matchesOf(topic));
  }
});

test('topics that come later are matched with all news, and older news with all topics', async () => {
  const desk = await openDesk();
  const [whales, seals] = [topicOf('whales'), topicOf('seals')];
  const numbers = (topic: typeof whales) => desk.matchesOf(topic).map(({ news }) => news.newsNumber);
  await desk.newsAfter(1);
  await desk.matchTopics([whales]);
  expect(numbers(whales)).toEqual([3]);
  await desk.matchTopics([whales, seals]);
  expect(numbers(seals)).toEqual([2, 3]);
  expect((await desk.newsAfter(2)).map(({ newsNumber }) => newsNumber)).toEqual([3, 4]);
  await desk.newsAfter(0);
  await desk.matchTopics([seals, whales]);
  expect([numbers(whales), numbers(seals)]).toEqual([
    [1, 3],
    [2, 3],
  ]);
});

test('a topic that was not matched is no topic without matches', async () => {
  const desk = await openDesk();
  await desk.newsAfter(0);
  await desk.matchTopics([topicOf('seals')]);
  expect(() => desk.matchesOf(topicOf('whales'))).toThrow('has not been matched');
});
