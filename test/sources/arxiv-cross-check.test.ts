import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CrossCheck } from '../../src/sources/source.ts';
import { type InventedArxiv, inventItems, startInventedArxiv } from '../support/invented-arxiv.ts';
import { startReplay } from '../support/replay.ts';
import { sourcesAt } from './contract.ts';
import { body, status } from './fixture-server.ts';
import { hasSharedData, readMetadata, skipped } from './shared-data.ts';

const never = new AbortController().signal;
const day = '2026-03-11';
const morning = `${day}T10:00Z`;

let arxiv: InventedArxiv;
beforeEach(async () => {
  arxiv = await startInventedArxiv(day);
  arxiv.announce('2026-03-10', inventItems(3, '2603', 1, 'kites'));
  arxiv.announce(day, inventItems(4, '2603', 11, 'kettles'));
});
afterEach(() => arxiv[Symbol.asyncDispose]());

async function check(now = morning, arxivCategories = ['cs.CL']): Promise<CrossCheck> {
  await using sources = sourcesAt(arxiv.url, { arxivCategories, deadlineMs: 10_000 });
  const source = sources.find('arxiv');
  if (source?.crossCheck === undefined) throw new Error('arXiv cannot be asked in a second way');
  return await source.crossCheck({ date: day, now: Date.parse(now), signal: never });
}
const ids = ({ entries }: CrossCheck) => entries.map(({ paper }) => paper.id);
const asked = () => arxiv.server.requests.map(({ path }) => new URL(path, 'http://localhost').searchParams);

describe('arXiv, asked in a second way', () => {
  it('lists the papers of its search that were submitted for the day, as a feed does', async () => {
    arxiv.announce(day, [
      ...inventItems(1, '2603', 11, 'kettles'),
      { id: '2603.00021', title: 'Both', categories: ['math.AG', 'cs.CL'] },
      { id: '2603.00022', title: 'Elsewhere', categories: ['math.AG'] },
    ]);
    const { entries, canStillCome, categories } = await check();
    expect(entries.map(({ paper, announceType }) => [paper.id, announceType])).toEqual([
      ['2603.00011', 'new'],
      ['2603.00021', 'cross'],
    ]);
    expect([canStillCome, categories]).toEqual([true, ['cs.CL']]);
    expect(Object.fromEntries(asked()[0] ?? [])).toEqual({
      search_query: '(cat:cs.CL) AND submittedDate:[202603091800 TO 202603112359]',
      start: '0',
      max_results: '1000',
      sortBy: 'submittedDate',
      sortOrder: 'ascending',
    });
  });

  it('asks for all categories at once where they are many', async () => {
    await check(morning, []);
    expect(asked()[0]?.get('search_query')).toBe('submittedDate:[202603091800 TO 202603112359]');
  });

  it('leaves out the papers of the next announcement, once that is made', async () => {
    await check(`${day}T23:59Z`);
    await check('2026-03-12T00:10Z');
    const queries = asked().map((query) => query.get('search_query'));
    expect(queries.map((query) => query?.slice(-13, -1))).toEqual(['202603112359', '202603101800']);
  });

  it('distinguishes a day without papers in a few categories from one that was not announced', async () => {
    const isQuiet = async (categories: string[]) => (await check(morning, categories)).isQuiet;
    expect([await isQuiet(['cs.CL']), await isQuiet(['math.CT'])]).toEqual([false, true]);
    arxiv.setApiDay('2026-03-10');
    expect([await isQuiet(['math.CT']), await isQuiet([])]).toEqual([false, false]);
  });

  it('expects no announcement after noon in New York', async () => {
    expect((await check('2026-03-11T16:00Z')).canStillCome).toBe(false);
  });

  it('reads all pages of a large day', async () => {
    arxiv.announce(day, inventItems(1_203, '2603', 1_001, 'kettles'));
    expect(new Set(ids(await check())).size).toBe(1_203);
    expect(asked().map((query) => query.get('start'))).toEqual(['0', '1000']);
  });

  it.each([
    ['an empty page of many papers', 0],
    ['a part of a page', 3],
  ])('does not take %s for the end', async (_name, kept) => {
    const whole = await (
      await fetch(`${arxiv.url}/api/query?search_query=[202603091800 TO 202603112359]&start=0&max_results=9`)
    ).text();
    const entries = whole.split('<entry>');
    arxiv.breakDown(
      '/api/query',
      body(
        `${entries
          .slice(0, kept + 1)
          .join('<entry>')
          .replace('</feed>', '')}</feed>`,
      ),
    );
    expect(entries).toHaveLength(5);
    await expect(check()).rejects.toMatchObject({ name: 'SourceError', code: 'malformed' });
  });

  it.each([
    ['a refusal', status(429, {}, 'Rate exceeded.'), 'refused'],
    ['a web page', body('<!DOCTYPE html><html><body>Later.<br></body></html>'), 'malformed'],
  ] as const)('fails on %s', async (_name, responder, code) => {
    arxiv.breakDown('/api/query', responder);
    await expect(check()).rejects.toMatchObject({ name: 'SourceError', code });
  });
});

describe.skipIf(!hasSharedData)(`arXiv’s search on a captured day ${skipped}`, () => {
  it('knows every paper that the feeds of 2026-02-17 announce as new', async () => {
    await using replay = await startReplay('2026-02-17T12:00:00Z');
    await using sources = sourcesAt(replay.url, { arxivCategories: [], deadlineMs: 30_000 });
    const now = Date.parse('2026-02-17T12:00:00Z');
    const answer = await sources.find('arxiv')?.crossCheck?.({ date: '2026-02-17', now, signal: never });
    const known = new Set(answer?.entries.map(({ paper }) => paper.id));
    const announced = [...readMetadata()].filter((paper) => paper.first_seen === '2026-02-17').map(({ id }) => id);
    expect(announced.length).toBeGreaterThan(300);
    expect(announced.filter((id) => !known.has(id))).toEqual([]);
  }, 60_000);
});
