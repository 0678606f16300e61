import { afterAll, beforeAll, expect, it } from 'vitest';
import { post } from '../../src/playground/discord/interactions-endpoint.ts';
import { type SampleSources, startSampleSources } from '../../src/playground/sample-sources.ts';
import { type RunningApp, runApp } from './running-app.ts';

const now = Date.parse('2026-06-12T07:00:00Z');

let sources: SampleSources;
let app: RunningApp;
let url: string;

beforeAll(async () => {
  sources = await startSampleSources({ today: '2026-01-01' });
  app = await runApp({
    sourcesUrl: sources.url,
    now,
    config: ({ endpoint }) => ({ interactionsPort: 0, discordPublicKey: endpoint.publicKey }),
  });
  const line = app.log.lines.find(({ event }) => event === 'interactions.ready');
  url = `${line?.['url']}/interactions`;
  await app.discord.endpoint.save(url);
});
afterAll(async () => {
  expect(app.discord.violations).toEqual([]);
  await app[Symbol.asyncDispose]();
  await sources[Symbol.asyncDispose]();
});

it('commands, suggestions, buttons and forms are answered as over the gateway', async () => {
  const { manager, discord, channelId } = app;
  const zones = await manager.complete('/digest settings', 'zone', 'Ber');
  expect(zones.map(({ value }) => value)).toContain('Europe/Berlin');
  const broken = await manager.run('/subscribe', { topic: 'graphs (trees' });
  const form = await manager.press(broken, 'Edit');
  // A busy machine defers an answer first.
  const preview = await (await manager.submit(form, { topic: 'graphs trees' })).answered();
  const done = await (await manager.press(preview, 'Subscribe')).answered();
  expect(done.content).toContain('Done');
  await expect.poll(() => discord.messages(channelId), { timeout: 10_000 }).toHaveLength(1);
  const picture = await (await manager.run('/papers stats')).answered();
  expect(picture.content).not.toBe('');
});

it('what Discord did not sign, or signed before, is refused and changes nothing', async () => {
  const { endpoint } = app.discord;
  const ping = endpoint.sign('{"type":1}');
  expect((await post(url, { ...ping, signature: '0'.repeat(128) })).status).toBe(401);
  expect((await post(url, endpoint.sign('{"type":1}', String(now / 1000 - 400)))).status).toBe(401);
  expect((await fetch(url, { method: 'POST', body: '{"type":1}' })).status).toBe(401);
  expect(await (await post(url, ping)).json()).toEqual({ type: 1 });
  const old = endpoint.sign('{"type":99,"id":"1"}');
  expect([(await post(url, old)).status, (await post(url, old)).status]).toEqual([202, 401]);
});

it('bodies that are too long or no interaction are refused with a reason', async () => {
  const { endpoint } = app.discord;
  const long = await post(url, endpoint.sign(`{"type":2,"text":"${'x'.repeat(300_000)}"}`));
  expect([long.status, await long.text()]).toEqual([413, 'The request is too long.']);
  for (const body of ['', 'null', '[]', '{"type":']) expect((await post(url, endpoint.sign(body))).status).toBe(400);
  // Discord signs nothing like this. The bot goes on if it does.
  expect((await post(url, endpoint.sign('{"type":2,"id":"5"}'))).status).toBe(202);
  const zones = await app.manager.complete('/digest settings', 'zone', 'Ber');
  expect(zones.length).toBeGreaterThan(0);
  expect((await fetch(url)).status).toBe(405);
  expect((await fetch(url.replace('/interactions', '/'))).status).toBe(404);
});
