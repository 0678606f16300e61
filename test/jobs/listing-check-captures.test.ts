import { expect, it } from 'vitest';
import { pullDueListings } from '../../src/jobs/pull.ts';
import { sourcesAt } from '../sources/contract.ts';
import { hasSharedData, skipped } from '../sources/shared-data.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';
import { startReplay } from '../support/replay.ts';

/** Captured feeds of cs.CV, replacements included: a week in April 2026. */
const days = ['2026-04-17', '2026-04-18', '2026-04-20', '2026-04-21', '2026-04-22', '2026-04-23'];
const last = '2026-04-24';

it.skipIf(!hasSharedData)(
  `a captured week of cs.CV is as it should be, and a third of its Friday is a part ${skipped}`,
  async () => {
    await using replay = await startReplay(`${days[0]}T10:00:00Z`);
    let now = 0;
    await using sources = sourcesAt(replay.url, { arxivCategories: ['cs.CV'], clock: () => now, deadlineMs: 60_000 });
    const store = await sqlitePlace().open();
    const tools = { store, clock: () => now, log: createKeptLog(), random: () => 0.5 };
    const pull = async (day: string, fault?: string) => {
      await replay.setTime(`${day}T10:00:00Z`);
      if (fault !== undefined) await replay.breakNext({ kind: fault, match: '/rss/' });
      now = Date.parse(`${day}T10:00:00Z`);
      return await pullAgain(day);
    };
    const pullAgain = async (day: string) => {
      await pullDueListings(
        sources.list.filter(({ id }) => id === 'arxiv'),
        tools,
        new AbortController().signal,
      );
      return await store.listing('arxiv', day);
    };
    for (const day of days) {
      await pull(day);
      now += 10 * 60_000;
      const { state } = (await pullAgain(day)) ?? {};
      expect([day, state]).toEqual([day, day === '2026-04-18' ? 'quiet' : 'listed']);
    }
    // Only the first days were in doubt, before the usual number was known. No busy or calm day was.
    const checked = tools.log.lines.filter(({ event }) => event === 'pull.checked');
    expect(new Set(checked.map(({ date }) => date))).toEqual(new Set(['2026-04-17', '2026-04-20', '2026-04-21']));

    const part = await pull(last, 'partial');
    expect(part).toMatchObject({
      state: 'partial',
      reason: expect.stringMatching(/lacked \d+ papers that its search finds/),
    });
    now += 10 * 60_000;
    expect(await pullAgain(last)).toMatchObject({ state: 'listed', reason: null });
  },
  120_000,
);

it.skipIf(!hasSharedData)(
  `a captured list of Hugging Face that is cut to a third is completed from the list of the week ${skipped}`,
  async () => {
    const [before, day] = ['2026-06-11', '2026-06-12'];
    await using replay = await startReplay(`${before}T20:00:00Z`);
    let now = Date.parse(`${before}T20:00:00Z`);
    await using sources = sourcesAt(replay.url, { sources: ['huggingface'], clock: () => now, deadlineMs: 60_000 });
    const store = await sqlitePlace().open();
    const tools = { store, clock: () => now, log: createKeptLog(), random: () => 0.5 };
    const pull = () => pullDueListings(sources.list, tools, new AbortController().signal);
    await pull();
    await replay.setTime(`${day}T20:00:00Z`);
    now = Date.parse(`${day}T20:00:00Z`);
    await replay.breakNext({ kind: 'partial', match: `date=${day}` });
    await pull();
    expect(await store.listing('huggingface', day)).toMatchObject({
      state: 'partial',
      counts: { pick: 35 },
      reason: expect.stringMatching(/lacked \d+ papers that its list of the week finds/),
    });
    now += 10 * 60_000;
    await pull();
    expect(await store.listing('huggingface', day)).toMatchObject({ state: 'listed', reason: null });
  },
  60_000,
);
