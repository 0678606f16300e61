import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type BackfillProgress, type BackfillSpan, backfill } from '../../src/jobs/backfill.ts';
import type { SourceSet } from '../../src/sources/registry.ts';
import type { Store } from '../../src/store/store.ts';
import { minuteMs } from '../../src/time.ts';
import { sourcesAt } from '../sources/contract.ts';
import { body, type FixtureServer, startFixtureServer, status } from '../sources/fixture-server.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';
import { type OaiService, oaiPage, oaiRecords, serveOai } from '../support/invented-oai.ts';

const days = ['2026-03-02', '2026-03-03', '2026-03-04'] as const;
const span: BackfillSpan = { from: days[0], to: days[2], isAgain: false };
/** The pages of three days: three, none, two. */
const records = [...oaiRecords(days[0], 5), ...oaiRecords(days[2], 3)];
const pages: OaiService = { pageSize: 2 };
const later = Date.parse('2026-03-10T00:00Z');

let server: FixtureServer;
let sources: SourceSet;
beforeAll(async () => {
  server = await startFixtureServer();
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => {
  server.requests.length = 0;
  serveOai(server, records, pages);
  sources = sourcesAt(server.url, { arxivCategories: [] });
});
afterEach(() => sources[Symbol.asyncDispose]());

/** The requests since the last call, by what each asked for. */
function asked(): readonly string[] {
  const queries = server.requests.map(({ path }) => new URL(path, server.url).searchParams);
  server.requests.length = 0;
  return queries.map((query) => query.get('resumptionToken') ?? query.get('from') ?? query.get('date') ?? '?');
}

interface Told {
  readonly store: Store;
  readonly span?: BackfillSpan;
  readonly sourceId?: string;
  readonly now?: number;
  readonly signal?: AbortSignal;
  /** Called while it waits. */
  readonly onSleep?: (ms: number) => void;
  readonly onProgress?: (progress: BackfillProgress) => void;
}

async function run(told: Told) {
  const { store, sourceId = 'arxiv', now = later, signal = new AbortController().signal } = told;
  const source = sources.find(sourceId);
  if (source?.past === undefined) throw new Error(`${sourceId} has no past`);
  const slept: number[] = [];
  const sleep = async (ms: number) => {
    slept.push(ms);
    told.onSleep?.(ms);
    signal.throwIfAborted();
  };
  const { onProgress = () => undefined } = told;
  const tools = { store, clock: () => now, log: createKeptLog(), sleep, onProgress };
  const report = await backfill({ ...source, past: source.past }, told.span ?? span, tools, signal);
  return { ...report, slept };
}

describe('a backfill', () => {
  it('stores every page of every day, the newest day first, and posts nothing', async () => {
    const store = await sqlitePlace().open();
    const seen: BackfillProgress[] = [];
    const report = await run({ store, onProgress: (progress) => seen.push(progress) });
    expect(report).toEqual({
      ...{ source: 'arxiv', from: days[0], to: days[2], outcome: 'done', days: 3, daysStoredBefore: 0, daysStored: 3 },
      ...{ announced: 8, new: 8, updated: 0, unchanged: 0, skipped: 0, slept: [] },
    });
    expect(asked()).toEqual([
      days[2],
      `today|${days[2]}|2`,
      days[1],
      days[0],
      `today|${days[0]}|2`,
      `today|${days[0]}|4`,
    ]);
    expect(seen.map(({ date, daysDone, papers }) => [date, daysDone, papers])).toEqual([
      [days[2], 0, 2],
      [days[2], 1, 3],
      [days[1], 2, 3],
      [days[0], 2, 5],
      [days[0], 2, 7],
      [days[0], 3, 8],
    ]);
    expect((await store.counts()).papers).toBe(8);
    expect(await store.lastNewsNumber()).toBe(0);
    expect(await store.newsSince(0, 20)).toHaveLength(8);
  });

  it('does not fetch stored days again unless asked to', async () => {
    const store = await sqlitePlace().open();
    await run({ store });
    asked();
    expect(await run({ store })).toMatchObject({ outcome: 'done', daysStoredBefore: 3, daysStored: 0, announced: 0 });
    expect(asked()).toEqual([]);
    const anew = await run({ store, span: { ...span, isAgain: true } });
    expect(anew).toMatchObject({ daysStoredBefore: 0, daysStored: 3, new: 0, unchanged: 8 });
    const wider = await run({ store, span: { ...span, from: '2026-03-01' } });
    expect(wider).toMatchObject({ days: 4, daysStoredBefore: 3, daysStored: 1 });
  });

  it('fetches a day again that was not over when it was stored', async () => {
    const store = await sqlitePlace().open();
    await run({ store, now: Date.parse('2026-03-05T12:00Z') });
    asked();
    expect(await run({ store })).toMatchObject({ daysStoredBefore: 2, daysStored: 1 });
    expect(asked()).toEqual([days[2], `today|${days[2]}|2`]);
  });

  it.each([1, 2, 4])('continues after it was killed while page %i was stored', async (page) => {
    const place = sqlitePlace();
    await killedAfter(page, place.path);
    const firstRun = asked();
    const store = await place.open();
    const report = await run({ store });
    expect(report).toMatchObject({ outcome: 'done', announced: expect.any(Number) });
    expect((await store.counts()).papers).toBe(8);
    expect(await store.newsSince(0, 20)).toHaveLength(8);
    // Only the interrupted page may be fetched again.
    const both = [...firstRun, ...asked()];
    expect(new Set(both).size).toBe(6);
    expect(both.length).toBeLessThanOrEqual(7);
    expect(report.new + report.updated).toBeLessThan(8);
  });

  it('restarts a day whose resume token has expired', async () => {
    const store = await sqlitePlace().open();
    const stop = new AbortController();
    const stopped = await run({ store, signal: stop.signal, onProgress: () => stop.abort() });
    expect(stopped).toMatchObject({ outcome: 'stopped', announced: 2 });
    asked();
    serveOai(server, records, { ...pages, era: 'tomorrow' });
    expect(await run({ store })).toMatchObject({ outcome: 'done', announced: 8, new: 6, unchanged: 2 });
    expect(asked().slice(0, 3)).toEqual([`today|${days[2]}|2`, days[2], `tomorrow|${days[2]}|2`]);
  });

  it('waits for a failing source as long as the source asks', async () => {
    const store = await sqlitePlace().open();
    const breakOff = ({ daysDone }: BackfillProgress) => {
      if (daysDone === 1) server.answer(status(503, { 'retry-after': '240' }));
    };
    const mend = () => serveOai(server, records, pages);
    const report = await run({ store, onProgress: breakOff, onSleep: mend });
    expect(report).toMatchObject({ outcome: 'done', announced: 8, slept: [4 * minuteMs] });
  });

  it('gives up in the end, keeps what it stored, and continues next time', async () => {
    const store = await sqlitePlace().open();
    const breakOff = ({ daysDone }: BackfillProgress) => {
      if (daysDone === 1) server.answer(status(500));
    };
    const report = await run({ store, onProgress: breakOff });
    expect(report.slept).toEqual([minuteMs, 5 * minuteMs, 15 * minuteMs, 30 * minuteMs]);
    expect(report).toMatchObject({ outcome: 'failed', daysStored: 1, announced: 3 });
    expect(report.reason).toContain('arXiv answered 500');
    serveOai(server, records, pages);
    expect(await run({ store })).toMatchObject({ outcome: 'done', daysStoredBefore: 1, announced: 5 });
  });

  it('leaves out an unreadable day, says so, and fetches it next time', async () => {
    const store = await sqlitePlace().open();
    server.answer((request, response) => {
      const day = new URL(request.url ?? '', server.url).searchParams.get('from');
      body(day === days[1] ? '<odd/>' : oaiPage(oaiRecords(day ?? '', 2)))(request, response);
    });
    const report = await run({ store });
    expect(report).toMatchObject({ outcome: 'failed', daysStored: 2, announced: 4 });
    expect(report.reason).toMatch(`a day of arXiv could not be read: ${days[1]}: arXiv sent XML that is not OAI-PMH`);
    expect(report.slept).toHaveLength(4);
    asked();
    serveOai(server, records, pages);
    expect(await run({ store })).toMatchObject({ outcome: 'done', daysStoredBefore: 2, daysStored: 1 });
    expect(asked()).toEqual([days[1]]);
  });

  it('ends if every day is unreadable', async () => {
    const store = await sqlitePlace().open();
    const week = { from: '2026-02-20', to: days[2], isAgain: false };
    const breakOff = () => server.answer(body('<odd/>'));
    const report = await run({ store, span: week, onProgress: breakOff });
    expect(report).toMatchObject({ outcome: 'failed', days: 13, daysStored: 0, announced: 2 });
    expect(report.slept).toHaveLength(3 * 4);
  });

  it('fails at once if the source never answered, because a person waits for the command', async () => {
    const store = await sqlitePlace().open();
    server.answer(body('<!DOCTYPE html><html></html>'));
    const report = await run({ store });
    expect(report).toMatchObject({ outcome: 'failed', announced: 0, slept: [] });
    expect(report.reason).toContain('web page');
  });

  it('stops while it waits', async () => {
    const store = await sqlitePlace().open();
    const stop = new AbortController();
    server.answer(status(429, { 'retry-after': '60' }));
    expect(await run({ store, signal: stop.signal, onSleep: () => stop.abort() })).toMatchObject({
      outcome: 'stopped',
    });
  });

  it('fetches the days of a source that lists by date', async () => {
    const store = await sqlitePlace().open();
    const day = (date: string) => [
      {
        paper: {
          id: `2603.0000${date.at(-1)}`,
          title: 'Tides',
          summary: 'They rise and fall.',
          upvotes: 3,
          submittedOnDailyAt: `${date}T01:00:00.000Z`,
          authors: [{ name: 'Ada Fjord' }],
        },
        title: 'Tides',
      },
    ];
    server.answer((request, response) => {
      const date = new URL(request.url ?? '', server.url).searchParams.get('date') ?? '';
      body(JSON.stringify(date === days[1] ? [] : day(date)))(request, response);
    });
    const report = await run({ store, sourceId: 'huggingface' });
    expect(report).toMatchObject({ outcome: 'done', daysStored: 3, new: 2 });
    expect(asked()).toEqual([days[2], days[1], days[0]]);
    expect(await store.paperTrail('channel', '2603.00002')).toMatchObject({
      listings: [],
      news: null,
      pastDate: days[0],
    });
    expect(await store.paper('2603.00002')).toMatchObject({ announcedAs: 'pick', sources: ['huggingface'] });
  });

  it('stores a page that comes twice only once', async () => {
    const store = await sqlitePlace().open();
    server.answer(body(oaiPage(oaiRecords(days[0], 2))));
    expect(await run({ store })).toMatchObject({ announced: 6, new: 2, unchanged: 4 });
    expect(await store.newsSince(0, 20)).toHaveLength(2);
  });
});

/** Runs a separate process and kills it once it has stored the given number of pages. */
async function killedAfter(page: number, databasePath: string): Promise<void> {
  const script = fileURLToPath(new URL('backfill-child.ts', import.meta.url));
  const child = spawn(process.execPath, [script, databasePath, server.url, days[0], days[2]], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let stored = 0;
  for await (const _line of createInterface({ input: child.stdout })) {
    stored += 1;
    if (stored === page) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
}
