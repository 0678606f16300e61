import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SampleSources, startSampleSources } from '../../src/playground/sample-sources.ts';
import { status } from '../sources/fixture-server.ts';
import { type ScholarServer, startScholarServer } from '../support/scholar-server.ts';
import { type RunningApp, runApp } from './running-app.ts';

const key = 'k-canary-4711';
const today = '2026-11-24';

let sources: SampleSources;
let scholar: ScholarServer;
let running: RunningApp;
beforeEach(async () => {
  sources = await startSampleSources({ today });
  scholar = await startScholarServer();
  const now = Date.parse(`${today}T06:00Z`);
  const config = { semanticScholarUrl: scholar.url, semanticScholarKey: key };
  running = await runApp({ sourcesUrl: sources.url, now, categories: ['cs.CL', 'quant-ph'], config });
});
afterEach(async () => {
  await running[Symbol.asyncDispose]();
  await scholar[Symbol.asyncDispose]();
  await sources[Symbol.asyncDispose]();
});

const down = status(500, {}, '{"message":"Internal Server Error"}');

async function subscribe(topic: string): Promise<void> {
  const preview = await running.manager.run('/subscribe', { topic });
  await running.manager.press(await preview.answered(), 'Subscribe');
}
const cards = () => running.discord.messages(running.channelId).flatMap(({ embeds }) => embeds);
const logged = () =>
  JSON.stringify(running.log.lines, (_name, value) =>
    value instanceof Error ? [value.message, value.stack, value.cause] : value,
  );

it('the whole bot adds what services know before the digest goes out, and never reveals its key', async () => {
  scholar.fault = down;
  await subscribe('cat:quant-ph');
  await running.app.wake();
  scholar.fault = null;
  for (const { id } of await running.app.store.newsSince(0, 500).then((news) => news.map((one) => one.paper))) {
    scholar.papers.set(`ARXIV:${id}`, { externalIds: { ArXiv: id }, citationCount: 6, venue: '', tldr: null });
  }
  running.setTime(Date.parse(`${today}T08:30Z`));
  await running.app.wake();
  running.setTime(Date.parse(`${today}T09:00Z`));
  await running.app.wake();
  expect(cards().length).toBeGreaterThan(2);
  expect(cards().every(({ footer }) => footer?.text?.includes('6 citations'))).toBe(true);
  expect(cards().some(({ description }) => description?.includes('Accepted by Annals of Patient Physics'))).toBe(true);
  expect(scholar.questions.every(({ headers }) => headers['x-api-key'] === key)).toBe(true);
  expect(logged()).not.toContain(key);
});

it('the whole bot posts its digest in time while every service is down', async () => {
  scholar.fault = down;
  await subscribe('cat:quant-ph');
  await running.app.wake();
  running.setTime(Date.parse(`${today}T09:00Z`));
  await running.app.wake();
  expect(cards().length).toBeGreaterThan(2);
  const failed = running.log.lines.filter(({ event }) => event === 'enrichment.failed');
  expect(failed).toHaveLength(2);
  for (const line of failed) {
    expect(line).toMatchObject({ level: 'warn', service: 'semantic-scholar', reason: expect.stringContaining('500') });
  }
  expect(logged()).not.toContain(key);
});
