import { describe, expect, it } from 'vitest';
import { createAnswerCache } from '../../src/feeds/answer-cache.ts';
import { feedRoutes } from '../../src/feeds/feed-routes.ts';
import { createWorkQueue } from '../../src/feeds/work-queue.ts';
import type { Store } from '../../src/store/store.ts';
import { minuteMs } from '../../src/time.ts';
import { listingOf, noon } from '../store/invented-listings.ts';
import { request } from '../store/invented-requests.ts';
import { sqlitePlace } from '../store/opened-store.ts';

/** The routes over a real store, with a count of the searches. */
async function startFeeds(topics: number) {
  const store = await sqlitePlace().open();
  for (let topic = 1; topic <= topics; topic++) await store.subscribe(request(`lake ${topic}`));
  let made = 0;
  const newSecret = () => {
    made += 1;
    return `secret-${made}`;
  };
  await store.openFeeds({ guildId: 'guild', channelId: 'channel', at: noon, newSecret });
  let now = noon;
  let searches = 0;
  const forecast: Store['forecast'] = (...search) => {
    searches += 1;
    return store.forecast(...search);
  };
  const [atom] = feedRoutes({ store: { ...store, forecast }, clock: () => now });
  if (atom === undefined) throw new TypeError('there is no route');
  const base = 'https://papers.example';
  return {
    store,
    /** Asks for the feed of a topic, counted from 1. */
    ask: async (topic: number, headers: Readonly<Record<string, string>> = {}) =>
      atom.answer({
        base,
        parameters: { secret: `secret-${topic + 1}` },
        query: new URLSearchParams(),
        headers,
        body: Buffer.alloc(0),
      }),
    pass(ms: number) {
      now += ms;
    },
    searches: () => searches,
  };
}

describe('feeds', () => {
  it('are made once for those who ask together, and again only for news or after some time', async () => {
    const feeds = await startFeeds(1);
    const answers = await Promise.all(Array.from({ length: 10 }, () => feeds.ask(1)));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers?.['ETag']}`)).size).toBe(1);
    expect(feeds.searches()).toBe(1);
    const etag = answers[0]?.headers?.['ETag'] ?? '';
    feeds.pass(9 * minuteMs);
    expect(await feeds.ask(1)).toMatchObject({ status: 200, body: answers[0]?.body });
    expect(await feeds.ask(1, { 'if-none-match': etag })).toMatchObject({ status: 304 });
    expect(feeds.searches()).toBe(1);
    feeds.pass(minuteMs);
    expect(await feeds.ask(1, { 'if-none-match': etag })).toMatchObject({ status: 304 });
    expect(feeds.searches()).toBe(2);
    await feeds.store.recordListing(listingOf('a/1'), noon);
    await feeds.ask(1);
    expect(feeds.searches()).toBe(3);
  });

  it('are refused for a while if too many wait', async () => {
    const feeds = await startFeeds(25);
    const answers = await Promise.all(Array.from({ length: 25 }, (_, index) => feeds.ask(index + 1)));
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy).toHaveLength(4);
    expect(busy[0]).toMatchObject({ headers: { 'Retry-After': '60' } });
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(21);
    expect(await feeds.ask(25)).toMatchObject({ status: 200 });
  });
});

describe('the queue', () => {
  it('runs one piece of work at a time, and goes on after a failure', async () => {
    const queue = createWorkQueue(5);
    let running = 0;
    const work = (fails: boolean) => async () => {
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (fails) throw new Error('broken');
      return 'done';
    };
    const [one, two, three] = [queue.run('a', work(false)), queue.run('b', work(true)), queue.run('c', work(false))];
    expect(await one).toBe('done');
    await expect(two).rejects.toThrow('broken');
    expect(await three).toBe('done');
    expect(await queue.run('b', work(false))).toBe('done');
  });
});

describe('the memory of answers', () => {
  const answer = (bytes: number) => ({
    state: '',
    madeAt: 0,
    etag: `"${bytes}"`,
    modifiedAt: 0,
    body: Buffer.alloc(bytes),
  });

  it('forgets the bodies first that nobody asked for, and keeps their tags', () => {
    const cache = createAnswerCache({ answers: 3, bytes: 100 });
    cache.put('a', answer(60));
    cache.put('b', answer(40));
    cache.get('a');
    cache.put('c', answer(30));
    expect(cache.get('b')).toMatchObject({ etag: '"40"', body: null });
    expect(cache.get('a')?.body).toHaveLength(60);
    cache.put('d', answer(10));
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key) !== undefined)).toEqual(['a', 'b', 'd']);
    cache.put('e', answer(500));
    expect(cache.get('e')).toMatchObject({ etag: '"500"', body: null });
  });
});
