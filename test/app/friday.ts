import { expect } from 'vitest';
import { startSampleSources } from '../../src/playground/sample-sources.ts';
import type { Instant } from '../../src/ports.ts';
import { utcDate } from '../../src/time.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { type RunningApp, type RunningAppOptions, runApp } from './running-app.ts';

/** Seven in the morning of a Friday, two hours before the digest. */
export const fridayMorning = Date.parse('2026-06-12T07:00:00Z');

/** The whole bot from that morning on. Its only papers are those that the test announces. */
export interface Friday extends AsyncDisposable {
  readonly running: RunningApp;
  now(): Instant;
  /** Moves the time on, for the bot and its sources. */
  pass(ms: number): void;
  wakeAfter(ms: number): Promise<void>;
  /** Follows `diffusion` in the channel, as a person does. */
  subscribe(): Promise<void>;
  /** Announces the given number of papers of that topic. */
  announce(papers: number): Promise<void>;
  /** The log lines of an event. */
  events(name: string): RunningApp['log']['lines'];
}

export async function startFriday(options: Pick<RunningAppOptions, 'timer' | 'config'> = {}): Promise<Friday> {
  await using opened = new AsyncDisposableStack();
  let now = fridayMorning;
  // These days have no papers, so everything posted was announced by the test.
  const sources = opened.use(await startSampleSources({ today: '2026-01-01' }));
  const pass = (ms: number) => {
    now += ms;
    sources.setDay(utcDate(now));
    running.setTime(now);
  };
  sources.setDay(utcDate(now));
  const running = opened.use(await runApp({ sourcesUrl: sources.url, now, categories: ['cs.CL'], ...options }));
  const closing = opened.move();
  return {
    running,
    now: () => now,
    pass,
    async wakeAfter(ms) {
      pass(ms);
      await running.app.wake();
    },
    async subscribe() {
      const preview = await running.manager.run('/subscribe', { topic: 'diffusion' });
      await running.manager.press(await preview.answered(), 'Subscribe');
      // The public line comes after the answer. Without it, a test's faults could meet it instead of the digest.
      await expect.poll(() => running.discord.messages(running.channelId).length).toBeGreaterThan(0);
    },
    async announce(papers) {
      const entries = inventPapers(papers, 'diffusion').map((paper) => ({ paper, announceType: 'new' as const }));
      const listing = { source: 'arxiv', date: utcDate(now), entries, skipped: [], etags: {}, isPartial: false };
      await running.app.store.recordListing(listing, now);
    },
    events: (name) => running.log.lines.filter(({ event }) => event === name),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
