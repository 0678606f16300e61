import { describe, expect, it } from 'vitest';
import type { RankingKind } from '../../src/papers/ranking.ts';
import { isoWeek } from '../../src/sources/huggingface/iso-week.ts';
import { listed, request } from './contract.ts';
import { body, fixture, type Responder, status } from './fixture-server.ts';
import { serveSources } from './served-sources.ts';

const never = new AbortController().signal;
const goodDay = fixture('daily-papers.json');
const [template] = JSON.parse(goodDay) as { paper: Record<string, unknown> }[];
/** Serves that many items. Each page has an ETag, and is answered with 304 where the request has it. */
const itemsOf = (amount: number, first = 0) =>
  Array.from({ length: amount }, (_, index) => ({
    ...template,
    paper: { ...template?.paper, id: `2603.1${String(first + index).padStart(4, '0')}` },
  }));
const pagesOf =
  (pages: readonly (readonly unknown[])[], versions: readonly string[]): Responder =>
  (seen, response) => {
    const page = Number(new URL(seen.url ?? '', 'http://localhost').searchParams.get('p'));
    const etag = `W/"${page}-${versions[page] ?? ''}"`;
    if (seen.headers['if-none-match'] === etag) return status(304, { etag })(seen, response);
    return body(JSON.stringify(pages[page] ?? []), { etag })(seen, response);
  };

const { server, sources } = await serveSources();

const paths = () => server.requests.map(({ path }) => path);
async function rank(kind: RankingKind, period: string, etags: Readonly<Record<string, string>> = {}) {
  const pulled = await sources.rankings[0]?.pull({ kind, period, etags, signal: never });
  if (pulled === undefined) throw new Error('no source ranks papers');
  return pulled;
}
async function ranked(kind: RankingKind, period: string, etags: Readonly<Record<string, string>> = {}) {
  const pulled = await rank(kind, period, etags);
  if (pulled.kind === 'unchanged') throw new Error('unchanged, where a ranking was expected');
  return pulled.ranking;
}

describe('the rankings of Hugging Face', () => {
  it('are requested by week and by month, whole, in their order', async () => {
    server.answer(pagesOf([itemsOf(100), itemsOf(30, 100)], []));
    const week = await ranked('week', '2026-W11');
    expect(week).toMatchObject({ source: 'huggingface', kind: 'week', period: '2026-W11', skipped: [] });
    expect(week.papers).toHaveLength(130);
    expect(week.papers.map(({ paper }) => paper.id).slice(0, 2)).toEqual(['2603.10000', '2603.10001']);
    expect(week.papers[0]?.listedOn).toBe('2026-03-10');
    await ranked('month', '2026-03');
    expect(paths()).toEqual([
      '/api/daily_papers?week=2026-W11&limit=100&p=0',
      '/api/daily_papers?week=2026-W11&limit=100&p=1',
      '/api/daily_papers?month=2026-03&limit=100&p=0',
      '/api/daily_papers?month=2026-03&limit=100&p=1',
    ]);
  });

  it('have what is trending in one page', async () => {
    server.answer(pagesOf([itemsOf(100)], []));
    expect((await ranked('trending', '')).papers).toHaveLength(100);
    expect(paths()).toEqual(['/api/daily_papers?sort=trending&limit=100&p=0']);
  });

  it('cost the service nothing where nothing changed', async () => {
    server.answer(pagesOf([itemsOf(100), itemsOf(30, 100)], ['a', 'a']));
    const { etags } = await ranked('week', '2026-W11');
    expect(Object.keys(etags)).toHaveLength(2);
    expect(await rank('week', '2026-W11', etags)).toEqual({ kind: 'unchanged' });
    expect(server.requests).toHaveLength(4);
  });

  it('are fetched whole where a page of them changed', async () => {
    server.answer(pagesOf([itemsOf(100), itemsOf(30, 100)], ['a', 'a']));
    const { etags } = await ranked('week', '2026-W11');
    server.answer(pagesOf([itemsOf(100), itemsOf(31, 100)], ['a', 'b']));
    expect((await ranked('week', '2026-W11', etags)).papers).toHaveLength(131);
  });

  it('have a paper once that moved to the next page meanwhile, in its better place', async () => {
    server.answer(pagesOf([itemsOf(100), itemsOf(20, 90)], []));
    const { papers } = await ranked('week', '2026-W11');
    expect(papers).toHaveLength(110);
    expect(papers[95]?.paper.id).toBe('2603.10095');
  });

  it('leave out unreadable items, and fail where all are', async () => {
    server.answer(body(JSON.stringify(['no paper', ...itemsOf(2)])));
    expect(await ranked('trending', '')).toMatchObject({ papers: { length: 2 }, skipped: [{ item: 'item 1' }] });
    server.answer(body(JSON.stringify(['no paper'])));
    await expect(rank('trending', '')).rejects.toMatchObject({ code: 'malformed' });
    server.answer(body('{"error":"✖ Invalid"}'));
    await expect(rank('trending', '')).rejects.toMatchObject({ code: 'malformed' });
    server.answer(status(429, { ratelimit: '"api";r=0;t=55' }));
    await expect(rank('trending', '')).rejects.toMatchObject({ code: 'refused', status: 429, retryAfterMs: 55_000 });
  });

  it('cover the last seven and thirty days at any time, and no more', () => {
    const wanted = (at: string) =>
      sources.rankings[0]?.rankingsToPull(Date.parse(at)).map(({ kind, period }) => `${kind} ${period}`.trim());
    expect(wanted('2026-06-10T12:00Z')).toEqual([
      'trending',
      'week 2026-W24',
      'week 2026-W23',
      'month 2026-06',
      'month 2026-05',
    ]);
    expect(wanted('2026-07-31T12:00Z')).toEqual(['trending', 'week 2026-W31', 'week 2026-W30', 'month 2026-07']);
  });

  it.each([
    ['2026-01-01', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2026-06-14', '2026-W24'],
    ['2026-06-15', '2026-W25'],
  ])('take %s for the ISO week %s', (date, week) => {
    expect(isoWeek(Date.parse(`${date}T23:59Z`))).toBe(week);
  });
});

describe('a day of Hugging Face that is pulled again', () => {
  const pull = (etags: Readonly<Record<string, string>>) =>
    sources.find('huggingface')?.pull(request('2026-03-10', { etags })) ?? Promise.reject(new Error('no source'));

  it('is unchanged where its pages are', async () => {
    server.answer(pagesOf([itemsOf(40)], ['a']));
    const { etags } = listed(await pull({}));
    expect(await pull(etags)).toEqual({ kind: 'unchanged' });
  });

  it('brings the pages that changed, and is partial', async () => {
    server.answer(pagesOf([itemsOf(100), itemsOf(5, 100)], ['a', 'a']));
    const { etags } = listed(await pull({}));
    server.answer(pagesOf([itemsOf(100), itemsOf(9, 100)], ['a', 'b']));
    const more = listed(await pull(etags));
    expect(more).toMatchObject({ isPartial: true, entries: { length: 9 } });
    expect(await pull({ ...etags, ...more.etags })).toEqual({ kind: 'unchanged' });
  });

  it('grows by a page that was not there before', async () => {
    server.answer(pagesOf([itemsOf(99)], ['a']));
    const { etags } = listed(await pull({}));
    server.answer(pagesOf([itemsOf(100), itemsOf(3, 100)], ['b', 'a']));
    expect(listed(await pull(etags)).entries).toHaveLength(103);
  });
});
