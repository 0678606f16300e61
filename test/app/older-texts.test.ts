import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Listing } from '../../src/papers/listing.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { dayMs, minuteMs } from '../../src/time.ts';
import { listed, request, sourcesAt } from '../sources/contract.ts';
import { body, type FixtureServer, fixture, startFixtureServer } from '../sources/fixture-server.ts';
import { runApp } from './running-app.ts';

const date = '2026-03-10';
const none = JSON.stringify({ messages: [{ status: 'no posts found' }], collection: [] });
const answers: Readonly<Record<string, string>> = {
  rss: fixture('announcement.rss.xml'),
  [`details/biorxiv/${date}/${date}/0`]: fixture('preprints.json'),
};

let server: FixtureServer;
beforeEach(async () => {
  server = await startFixtureServer();
  server.answer((seen, response) => {
    const path = Object.keys(answers).find((one) => seen.url?.startsWith(`/${one}`)) ?? '';
    body(answers[path] ?? none)(seen, response);
  });
});
afterEach(() => server[Symbol.asyncDispose]());

/** The day's listing of a source as older rules stored it, with codes of the service in its texts. */
async function olderListing(id: string): Promise<Listing> {
  await using sources = sourcesAt(server.url, { sources: [id], arxivCategories: ['quant-ph'] });
  const listing = listed((await sources.find(id)?.pull(request(date))) ?? { kind: 'unchanged' });
  const older = (paper: Paper): Paper => ({
    ...paper,
    title: `${paper.title} of {beta}`,
    abstract: `AO_SCPLOWBSTRACTC_SCPLOW${paper.abstract}`,
    authors: [...paper.authors, 'Schi{ö}berg'],
  });
  return { ...listing, etags: {}, entries: listing.entries.map((entry) => ({ ...entry, paper: older(entry.paper) })) };
}

it.each([
  ['arxiv', '2026-03-10T08:59Z', '2603.01001'],
  ['biorxiv', '2026-03-11T08:59Z', '10.64898/2026.03.08.700101'],
])('%s: texts that newer rules clean are updated, and nothing is posted again', async (id, storedAt, paperId) => {
  const start = Date.parse(storedAt);
  const config = { sources: [id], biorxivUrl: server.url };
  await using running = await runApp({ sourcesUrl: server.url, now: start, categories: ['quant-ph'], config });
  const { store } = running.app;
  const preview = await running.manager.run('/subscribe', { topic: 'sandcastles' });
  await running.manager.press(await preview.answered(), 'Subscribe');
  await store.recordListing(await olderListing(id), start);
  const wakeAfter = async (ms: number): Promise<void> => {
    running.setTime(start + ms);
    await running.app.wake();
  };
  const cards = () => running.discord.messages(running.channelId).flatMap(({ embeds }) => embeds);
  const newsIds = async () => (await store.newsAfter(0, 99)).map(({ newsNumber, paper }) => [newsNumber, paper.id]);

  await wakeAfter(minuteMs);
  expect(cards().map(({ title }) => title)).toEqual([expect.stringContaining('{beta}')]);
  const news = await newsIds();

  for (const days of [0.2, 1, 2, 3]) await wakeAfter(days * dayMs + minuteMs);
  expect(await store.paper(paperId)).toMatchObject({
    title: expect.not.stringContaining('{beta}'),
    abstract: expect.not.stringContaining('SCPLOW'),
    authors: expect.not.arrayContaining(['Schi{ö}berg']),
  });
  expect(cards()).toHaveLength(1);
  expect(await newsIds()).toEqual(news);
  expect(await store.listing(id, date)).toMatchObject({ state: 'listed' });
});
