import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullDueListings } from '../../src/jobs/pull.ts';
import type { SourceSet } from '../../src/sources/registry.ts';
import type { Store } from '../../src/store/store.ts';
import { addDays, type LocalDate, minuteMs } from '../../src/time.ts';
import { sourcesAt } from '../sources/contract.ts';
import { body, type FixtureServer, fixture, startFixtureServer, status } from '../sources/fixture-server.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';

const date = '2026-03-12';
const [template] = JSON.parse(fixture('daily-papers.json')) as { paper: Record<string, unknown> }[];

let server: FixtureServer;
let sources: SourceSet;
let store: Store;
let now: number;
let log: ReturnType<typeof createKeptLog>;
beforeEach(async () => {
  server = await startFixtureServer();
  now = Date.parse(`${date}T08:00Z`);
  store = await sqlitePlace().open();
  log = createKeptLog();
});
afterEach(async () => {
  await sources[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const open = (id: string) => {
  sources = sourcesAt(server.url, { sources: [id], clock: () => now, deadlineMs: 5_000 });
};
async function pull() {
  const tools = { store, clock: () => now, log, random: () => 0.5 };
  return await pullDueListings(sources.list, tools, new AbortController().signal);
}
const doubts = () => log.lines.flatMap(({ event, doubt }) => (event === 'pull.checked' ? [doubt] : []));

describe('a list of Hugging Face', () => {
  /** The papers of each day. The list of a week has them all. */
  let days: Map<LocalDate, readonly string[]>;
  let cut: boolean;
  const idsOf = (day: LocalDate, count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `2603.${day.slice(8)}${String(index).padStart(3, '0')}`);
  const itemsOf = (day: LocalDate, ids = days.get(day) ?? []) =>
    ids.map((id) => ({ ...template, paper: { ...template?.paper, id, submittedOnDailyAt: `${day}T03:00:00.000Z` } }));
  const listing = () => store.listing('huggingface', date);
  const paperCount = async () => (await listing())?.counts.pick;

  beforeEach(async () => {
    open('huggingface');
    cut = false;
    days = new Map();
    server.answer((seen, response) => {
      const query = new URL(seen.url ?? '', server.url).searchParams;
      const asked = query.get('date');
      const items = asked === null ? [...days.keys()].flatMap((day) => itemsOf(day)) : itemsOf(asked);
      const shown = asked === date && cut ? items.slice(0, Math.ceil(items.length / 3)) : items;
      const page = Number(query.get('p'));
      body(JSON.stringify(shown.slice(page * 100, page * 100 + 100)))(seen, response);
    });
    for (const before of [5, 4, 3, 2, 1]) {
      const day = addDays(date, -before);
      days.set(day, idsOf(day, 36));
      now = Date.parse(`${day}T20:00Z`);
      await pull();
    }
    now = Date.parse(`${date}T08:00Z`);
    days.set(date, idsOf(date, 36));
    log.lines.length = 0;
  });

  it('is taken as it is where it has its usual number of papers', async () => {
    await pull();
    expect([await paperCount(), doubts()]).toEqual([36, []]);
  });

  it('that is cut to a third is noticed, and completed from the list of the week', async () => {
    cut = true;
    expect(await pull()).toContainEqual(
      expect.objectContaining({
        date,
        outcome: 'partial',
        reason: 'its announcement lacked 24 papers that its list of the week finds',
      }),
    );
    expect(await paperCount()).toBe(36);
    now += 6 * minuteMs;
    await pull();
    expect(await listing()).toMatchObject({ state: 'listed', reason: null });
  });

  it('that shrinks is noticed, and costs nothing', async () => {
    days.set(date, idsOf(date, 24));
    await pull();
    cut = true;
    days.set(date, idsOf(date, 27));
    now += 40 * minuteMs;
    await pull();
    expect([await paperCount(), doubts()]).toEqual([27, ['shrunk']]);
    now += 40 * minuteMs;
    days.set(date, idsOf(date, 60));
    await pull();
    expect([await paperCount(), doubts()]).toEqual([60, ['shrunk', 'shrunk']]);
  });

  it('that is short in the morning is whole where the list of the week has no more', async () => {
    days.set(date, idsOf(date, 5));
    await pull();
    expect(doubts()).toEqual(['thin']);
    expect(await listing()).toMatchObject({ state: 'listed', reason: null });
  });

  it('says that it was not checked where the list of the week cannot be asked, and holds up no digest', async () => {
    const daily = itemsOf(date).slice(0, 12);
    server.answer((seen, response) =>
      seen.url?.includes('week=') ? status(503)(seen, response) : body(JSON.stringify(daily))(seen, response),
    );
    await pull();
    expect(await listing()).toMatchObject({
      state: 'listed',
      reason:
        'not checked: it has far fewer papers than usual; the check failed: Hugging Face answered 503 (service unavailable)',
    });
  });
});

it('a page of Crossref with 43 of 87 articles is a part of the day, and asked for again soon', async () => {
  open('crossref');
  const answer = JSON.parse(fixture('journal-articles.json'));
  const [article] = answer.message.items;
  const created = { 'date-time': `${date}T12:00:00Z` };
  const items = Array.from({ length: 87 }, (_, index) => ({ ...article, DOI: `10.5555/many.${index}`, created }));
  const show = (count: number) =>
    server.answer((seen, response) => {
      const isToday = seen.url?.includes(`from-created-date%3A${date}`) === true;
      const message = {
        ...answer.message,
        items: isToday ? items.slice(0, count) : [],
        'total-results': isToday ? 87 : 0,
      };
      body(JSON.stringify({ ...answer, message }))(seen, response);
    });
  show(43);
  expect(await pull()).toContainEqual(
    expect.objectContaining({ date, outcome: 'partial', new: 43, reason: 'Crossref states 87 articles and sent 43' }),
  );
  expect((await store.listing('crossref', date))?.nextPullAt).toBe(now + 5 * minuteMs);
  now += 5 * minuteMs;
  show(87);
  expect(await pull()).toMatchObject([{ date, outcome: 'pulled', new: 44 }]);
  expect(await store.listing('crossref', date)).toMatchObject({ state: 'listed', reason: null });
});
