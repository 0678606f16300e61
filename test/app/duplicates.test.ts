import { afterEach, beforeEach, expect, it } from 'vitest';
import { body, type FixtureServer, fixture, startFixtureServer } from '../sources/fixture-server.ts';
import { runApp } from './running-app.ts';

const none = JSON.stringify({ messages: [{ status: 'no posts found' }], collection: [] });
/** The day of bioRxiv, where the first preprint is the first paper of the arXiv feed, as bioRxiv writes it. */
const preprints = JSON.parse(fixture('preprints.json'));
Object.assign(preprints.collection[0], {
  title: 'Sandcastles at low tide — <i>O</i>(<i>n</i> log <i>n</i>) erosion for CO<sub>2</sub>-poor beaches',
  authors: 'Sunny; Arenal, J.; Dovzan, M. ',
});
const preprintDay = 'details/biorxiv/2026-03-10/2026-03-10/0';

let server: FixtureServer;
let answers: Record<string, string>;
beforeEach(async () => {
  answers = { rss: fixture('announcement.rss.xml') };
  server = await startFixtureServer();
  server.answer((seen, response) => {
    const path = Object.keys(answers).find((one) => seen.url?.startsWith(`/${one}`)) ?? '';
    body(answers[path] ?? none)(seen, response);
  });
});
afterEach(() => server[Symbol.asyncDispose]());

const arxivPage = 'https://arxiv.org/abs/2603.01001';
const biorxivPage = 'https://www.biorxiv.org/content/10.64898/2026.03.08.700101v1';

it.each([
  ['before the digest', '2026-03-10T08:50Z', 'Wed', true],
  ['after it', '2026-03-10T10:00Z', 'every day', false],
])('a paper that arXiv announces, and bioRxiv %s, comes once', async (_when, announcedAt, days, isOneDigest) => {
  const config = { sources: ['arxiv', 'biorxiv'], biorxivUrl: server.url };
  const now = Date.parse('2026-03-10T08:00Z');
  await using running = await runApp({ sourcesUrl: server.url, now, categories: ['quant-ph'], config });
  const preview = await running.manager.run('/subscribe', { topic: 'sandcastles' });
  await running.manager.press(await preview.answered(), 'Subscribe');
  await running.manager.run('/digest settings', { days });
  const cards = () => running.discord.messages(running.channelId).flatMap(({ embeds }) => embeds);
  for (const time of ['10T08:10', '10T08:50', '10T09:01', '11T09:01', '11T15:00', '12T09:01', '13T09:01']) {
    const at = Date.parse(`2026-03-${time}Z`);
    running.setTime(at);
    if (at >= Date.parse(announcedAt)) answers[preprintDay] = JSON.stringify(preprints);
    await running.app.wake();
    await running.restart();
  }
  expect(cards().map(({ url }) => url)).toEqual([arxivPage]);
  expect(cards()[0]?.description?.includes(`Same title and authors as [bioRxiv`)).toBe(isOneDigest);

  const show = async (paper: string) => (await running.manager.run('/papers show', { paper })).embeds[0];
  expect(await show(biorxivPage)).toMatchObject({
    url: biorxivPage,
    description: expect.stringContaining(`Same title and authors as [arXiv 2603.01001](${arxivPage})`),
  });
  const { content } = await running.manager.run('/digest why', { paper: arxivPage });
  expect(content).toMatch(/^This paper was posted in/);
  const { content: ofDuplicate } = await running.manager.run('/digest why', { paper: biorxivPage });
  expect(ofDuplicate).toContain('arXiv 2603.01001, which has the same title and authors, was posted in');
});
