import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Timer } from '../../src/jobs/alarm.ts';
import { hourMs } from '../../src/time.ts';
import { type Friday, startFriday } from './friday.ts';
import type { RunningApp } from './running-app.ts';

let friday: Friday;
let running: RunningApp;
/** The timers of the bot within a minute. */
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
  timers = [];
  friday = await startFriday({ timer });
  ({ running } = friday);
  await friday.subscribe();
  // The public line. After it, only the digest is posted.
  await expect.poll(() => running.discord.messages(running.channelId)).toHaveLength(1);
  await friday.announce(2);
});
afterEach(() => friday[Symbol.asyncDispose]());

/** Fires the bot's next timer and returns its duration. Null if the digest is posted without a timer. */
async function nextTimer(): Promise<number | null> {
  const canGoOn = () => timers.length > 0 || running.postedIds().length > 0;
  await expect.poll(canGoOn, { timeout: 5_000 }).toBe(true);
  const [one] = timers.splice(0, 1);
  if (one === undefined) return null;
  friday.pass(one.ms);
  one.ring();
  return one.ms;
}

it('a retry comes when it is due, in five seconds, and the next one later', async () => {
  const posts = { method: 'POST', path: new RegExp(running.channelId) } as const;
  running.discord.faults.add({ kind: 'unavailable', ...posts, times: 3 });
  await friday.wakeAfter(2 * hourMs);
  const waits: number[] = [];
  while (running.postedIds().length === 0 && waits.length < 20) {
    const ms = await nextTimer();
    if (ms !== null && ms > 100) waits.push(ms);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(waits).toEqual([5_000, 10_000, 20_000]);
  await expect.poll(() => running.postedIds().length).toBe(2);
});

it('the bot does not poll while it waits or has no work', async () => {
  running.discord.faults.add({
    kind: 'rate-limited',
    method: 'POST',
    path: new RegExp(running.channelId),
    retryAfterMs: 90_000,
  });
  await friday.wakeAfter(2 * hourMs);
  while (timers.length > 0) {
    expect(timers[0]?.ms).toBeLessThan(100); // A timer for new work, never one for later work.
    await nextTimer();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(running.postedIds()).toEqual([]);
});
