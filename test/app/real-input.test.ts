import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCategory } from '../../src/papers/categories.ts';
import { hasSharedData, readMetadata, readShared, skipped } from '../sources/shared-data.ts';
import { type Replay, startReplay } from '../support/replay.ts';
import { type RunningApp, runApp } from './running-app.ts';

interface CapturedPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly categories: readonly string[];
}

/** Topics, each with the same search by regular expressions. */
const topics: readonly { topic: string; finds: (paper: CapturedPaper) => boolean }[] = [
  { topic: '"video generation"', finds: inText(/\bvideo[\s-]+generation/i) },
  { topic: 'title:agents', finds: ({ title }) => /\bagents?\b/i.test(title) },
  {
    topic: 'quantization -diffusion',
    finds: (paper) => inText(/\bquanti[sz]ations?\b/i)(paper) && !inText(/\bdiffusions?\b/i)(paper),
  },
];

function inText(pattern: RegExp): (paper: CapturedPaper) => boolean {
  return ({ title, abstract }) => pattern.test(title) || pattern.test(abstract);
}

const foundIn = (papers: readonly CapturedPaper[], chosen = topics): string[] =>
  papers.filter((paper) => chosen.some(({ finds }) => finds(paper))).map(({ id }) => id);

async function subscribeToAll(running: RunningApp, chosen = topics): Promise<void> {
  await running.manager.run('/digest settings', { max: 30 });
  for (const { topic } of chosen) {
    const preview = await running.manager.run('/subscribe', { topic });
    await running.manager.press(await preview.answered(), 'Subscribe');
  }
}

describe.skipIf(!hasSharedData)(`a channel on captured days ${skipped}`, () => {
  let replay: Replay;
  beforeAll(async () => {
    replay = await startReplay('2026-02-16T12:00:00Z');
    await fetch(`${replay.url}/rss/quant-ph`); // Loads the metadata, which takes seconds.
  }, 60_000);
  afterAll(() => replay[Symbol.asyncDispose]());

  it('gets the Hugging Face papers of 2026-06-12 that a plain search finds, each once', async () => {
    const capture = (date: string): CapturedPaper[] =>
      JSON.parse(readShared(`data/hf/dev_recent/${date}.json`)).map(
        ({ paper }: { paper: { id: string; title: string; summary: string } }) => ({
          ...paper,
          abstract: paper.summary,
        }),
      );
    await replay.setTime('2026-06-11T20:00:00Z');
    await using running = await runApp({
      sourcesUrl: replay.url,
      now: Date.parse('2026-06-11T20:00:00Z'),
      categories: ['cs.CL'],
    });
    await running.app.wake();
    const earlier = ['2026-06-09', '2026-06-10', '2026-06-11'].flatMap(capture);
    expect((await running.app.store.counts()).papers).toBe(new Set(earlier.map(({ id }) => id)).size);
    await subscribeToAll(running);

    await replay.setTime('2026-06-12T06:00:00Z');
    running.setTime(Date.parse('2026-06-12T06:00:00Z'));
    await running.app.wake();
    expect(running.postedIds()).toEqual([]);
    const today = capture('2026-06-12');
    const fresh = today.filter(({ id }) => !earlier.some((paper) => paper.id === id));
    const { papers } = await running.app.store.counts();
    expect(papers).toBe(new Set([...earlier, ...today].map(({ id }) => id)).size);

    // arXiv's Friday was not captured, so the digest waits for the whole grace period.
    for (const time of ['2026-06-12T09:00:00Z', '2026-06-12T11:00:00Z']) {
      running.setTime(Date.parse(time));
      await running.app.wake();
    }
    const expected = foundIn(fresh);
    expect(expected.length).toBeGreaterThan(3);
    expect([...running.postedIds()].sort()).toEqual(expected.sort());

    await running.app.wake();
    await running.restart();
    await running.app.wake();
    expect(running.postedIds()).toHaveLength(expected.length);
    expect(running.discord.violations).toEqual([]);
  });

  it('gets the arXiv papers of 2026-02-18 that a plain search finds, and stores all of arXiv once', async () => {
    const known = (categories: readonly string[]) => categories.some((id) => findCategory(id) !== null);
    const announced = (date: string) =>
      [...readMetadata()].filter((paper) => paper.first_seen === date && known(paper.categories));
    await replay.setTime('2026-02-17T12:00:00Z');
    await using running = await runApp({ sourcesUrl: replay.url, now: Date.parse('2026-02-17T12:00:00Z') });
    await running.app.wake();
    const first = await running.app.store.listing('arxiv', '2026-02-17');
    expect(first?.counts.new).toBe(announced('2026-02-17').length);
    const { papers } = await running.app.store.counts();
    await subscribeToAll(running);

    // A second pull changes nothing.
    running.setTime(Date.parse('2026-02-17T20:00:00Z'));
    await running.app.wake();
    expect((await running.app.store.counts()).papers).toBe(papers);
    expect(running.log.lines.filter(({ event }) => event === 'pull.done').at(-1)).toMatchObject({ new: 0, updated: 0 });

    // The next day adds only what is new.
    await replay.setTime('2026-02-18T06:00:00Z');
    running.setTime(Date.parse('2026-02-18T06:00:00Z'));
    await running.app.wake();
    const second = await running.app.store.listing('arxiv', '2026-02-18');
    const fresh = announced('2026-02-18');
    expect(second?.counts.new).toBe(fresh.length);

    running.setTime(Date.parse('2026-02-18T09:00:00Z'));
    await running.app.wake();
    const expected = foundIn(fresh);
    expect(expected.length).toBeGreaterThan(3);
    expect([...running.postedIds()].sort()).toEqual(expected.sort());
  });

  it.each(['429', '503', 'html', 'empty', 'garbage', 'truncate', 'reset', 'bomb'])(
    'survives %s: nothing is stored, the reason is known, and the next wake-up brings everything',
    async (kind) => {
      await replay.setTime('2026-06-12T06:00:00Z');
      const now = Date.parse('2026-06-12T06:00:00Z');
      await using running = await runApp({ sourcesUrl: replay.url, now, categories: ['cs.CL'] });
      await replay.breakNext({ kind, match: 'date=2026-06-12' });
      await running.app.wake();
      const failed = await running.app.store.listing('huggingface', '2026-06-12');
      expect(failed).toMatchObject({ state: 'failed', counts: { pick: 0 } });
      expect(failed?.reason).toMatch(/Hugging Face/);

      running.setTime(now + 10 * 60_000);
      await running.app.wake();
      const repaired = await running.app.store.listing('huggingface', '2026-06-12');
      expect(repaired).toMatchObject({ state: 'listed', reason: null, counts: { pick: 35 } });
    },
  );
});
