import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startSampleSources } from '../../src/playground/sample-sources.ts';
import { runApp } from './running-app.ts';

it('a bot that is stopped while it reconnects can be started again at once, and answers once', async () => {
  await using sources = await startSampleSources({ today: '2026-01-01' });
  await using running = await runApp({ sourcesUrl: sources.url, now: Date.parse('2026-06-12T07:00:00Z') });
  running.discord.gateway.breakConnections();
  await expect.poll(() => running.log.lines.some(({ event }) => event === 'gateway.closed')).toBe(true);
  const late = sleep(5_000, 'late', { ref: false });
  expect(await Promise.race([running.restart().then(() => 'started'), late])).toBe('started');
  expect((await running.manager.run('/papers help')).content).toContain('/subscribe');
  expect(running.discord.gateway.connected()).toBe(1);
  expect(running.log.lines.filter(({ event }) => event === 'gateway.unreachable')).toEqual([]);
});
