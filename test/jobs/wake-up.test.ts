import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startWakeUps } from '../../src/jobs/wake-up.ts';
import { createKeptLog } from '../support/bot.ts';

it('a job does not run beside itself, not even when it is first woken just before a full minute', async () => {
  const running = { now: 0, most: 0, runs: 0 };
  const run = async () => {
    running.now += 1;
    running.runs += 1;
    running.most = Math.max(running.most, running.now);
    await sleep(1_100);
    running.now -= 1;
  };
  {
    await using wakeUps = startWakeUps([{ name: 'slow', run }], createKeptLog(), 'second');
    await expect.poll(() => running.runs, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(wakeUps).toBeDefined();
  }
  expect(running).toMatchObject({ now: 0, most: 1 });
});
