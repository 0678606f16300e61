import { expect, test } from 'vitest';
import { selectPapers } from '../../src/digests/selection.ts';
import { newsOf, topicOf } from './news.ts';

const follow = (text: string, newsAfter = 0) => ({ topic: topicOf(text), newsAfter });

const selected = (input: Partial<Parameters<typeof selectPapers>[0]>): [string, string[]][] =>
  selectPapers({ subscriptions: [], news: [], ...input })
    .toSorted((one, other) => one.news.newsNumber - other.news.newsNumber)
    .map(({ news, topics }) => [news.paper.id, topics.map(({ canonical }) => canonical)]);

test('each matching paper comes once, naming all the topics it matched', () => {
  const news = [
    newsOf({ id: '1', title: 'Graphs of Robots' }),
    newsOf({ id: '2', title: 'Robots' }),
    newsOf({ id: '3', title: 'Oceans' }),
  ];
  expect(selected({ subscriptions: [follow('robot'), follow('graph'), follow('whale')], news })).toEqual([
    ['1', ['robot', 'graph']],
    ['2', ['robot']],
  ]);
});

test('a topic gets only papers that became news after its subscription', () => {
  const news = [1, 2, 3].map((newsNumber) => newsOf({ id: `${newsNumber}`, title: 'Robot Graphs', newsNumber }));
  expect(selected({ subscriptions: [follow('robot', 1), follow('graph', 2)], news })).toEqual([
    ['2', ['robot']],
    ['3', ['robot', 'graph']],
  ]);
});

test('the same topic twice is one, followed since the earlier subscription', () => {
  const news = [newsOf({ id: '1', title: 'Robots', newsNumber: 5 })];
  expect(selected({ subscriptions: [follow('Robots', 9), follow('robots', 4)], news })).toEqual([['1', ['robots']]]);
});
