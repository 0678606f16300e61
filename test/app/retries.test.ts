import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Timer } from '../../src/jobs/alarm.ts';
import { type SampleSources, startSampleSources } from '../../src/playground/sample-sources.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { type RunningApp, runApp } from './running-app.ts';

const hour = 3_600_000;
/** A Friday. */
const start = Date.parse('2026-06-12T07:00:00Z');
let now = start;
let sources: SampleSources;
let running: RunningApp;
/** What the bot waits for before the next minute. */
let timers: { readonly ms: number; readonly ring: () => void }[] = [];
const timer: Timer = (ms, ring) => {
  const one = { ms, ring };
  timers.push(one);
  return {
    [Symbol.dispose]: () => {
      timers = timers.filter((other) => other !== one);
    },
  };
};

beforeEach(async () => {
  now = start;
  timers = [];
  sources = await startSampleSources({ today: '2026-01-01' });
  sources.setDay('2026-06-12');
  running = await runApp({ sourcesUrl: sources.url, now, categories: ['cs.CL'], timer });
  const preview = await running.manager.run('/subscribe', { topic: 'diffusion' });
  await running.manager.press(await preview.answered(), 'Subscribe');
  // The public line, after which nothing else is posted but the digest.
  await expect.poll(() => running.discord.messages(running.channelId)).toHaveLength(1);
  const entries = inventPapers(2, 'diffusion').map((paper) => ({ paper, announceType: 'new' as const }));
  const listing = { source: 'arxiv', date: '2026-06-12', entries, skipped: [], etags: {}, isPartial: false };
  await running.app.store.recordListing(listing, now);
});
afterEach(async () => {
  await running[Symbol.asyncDispose]();
  await sources[Symbol.asyncDispose]();
});

function setTime(at: number): void {
  now = at;
  running.setTime(now);
}

/** Lets the bot's next timer go off, and says how long it was for. */
async function nextTimer(): Promise<number> {
  await expect.poll(() => timers.length, { timeout: 5_000 }).toBeGreaterThan(0);
  const [one] = timers.splice(0, 1);
  setTime(now + (one?.ms ?? 0));
  one?.ring();
  return one?.ms ?? 0;
}

it('what is to be tried again in five seconds is tried then, not at the next minute, and the next time later', async () => {
  const posts = { method: 'POST', path: new RegExp(running.channelId) } as const;
  running.discord.faults.add({ kind: 'unavailable', ...posts, times: 3 });
  setTime(start + 2 * hour);
  await running.app.wake();
  const waits: number[] = [];
  while (running.postedIds().length === 0 && waits.length < 20) {
    const ms = await nextTimer();
    if (ms > 100) waits.push(ms);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(waits).toEqual([5_000, 10_000, 20_000]);
  await expect.poll(() => running.postedIds().length).toBe(2);
});

it('nothing that waits for a minute or more, and nothing that is quiet, is polled for', async () => {
  running.discord.faults.add({
    kind: 'rate-limited',
    method: 'POST',
    path: new RegExp(running.channelId),
    retryAfterMs: 90_000,
  });
  setTime(start + 2 * hour);
  await running.app.wake();
  while (timers.length > 0) {
    expect(timers[0]?.ms).toBeLessThan(100); // That there may be something new to send; never that there may be later.
    await nextTimer();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(running.postedIds()).toEqual([]);
});
