import { expect, it, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { listingOf, noon, topicOf } from '../invented-listings.ts';
import { serverOrSkip } from './server.ts';

it('a search thread of PostgreSQL finds what was recorded just before, and answers one request after another', async ({
  skip,
}) => {
  const server = await serverOrSkip(skip);
  const store = await openPostgresStore({ url: await server.newDatabase() });
  onTestFinished(() => store[Symbol.asyncDispose]());
  const total = async () => (await store.searchPapers({ topic: topicOf('tide'), offset: 0, limit: 9 })).total;
  expect(await total()).toBe(0);
  await store.recordListing(listingOf('a/1'), noon);
  const forecast = store.forecast(topicOf('tide'), { now: noon, days: 1, examples: 1 });
  const answers = await Promise.all([total(), forecast, store.nearestWord(topicOf('tidez')), total()]);
  expect(answers).toMatchObject([1, { matchedCount: 1 }, 'tides', 1]);
  await store[Symbol.asyncDispose]();
  await expect(total()).rejects.toMatchObject({ code: 'closed' });
});
