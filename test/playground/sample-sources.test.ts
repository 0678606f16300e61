import { afterEach, describe, expect, test } from 'vitest';
import {
  type SampleSources,
  type SampleSourcesOptions,
  startSampleSources,
} from '../../src/playground/sample-sources.ts';
import { createSources } from '../../src/sources/registry.ts';
import { sourceDefaults } from '../support/source-defaults.ts';

const today = '2026-11-24';
const yesterday = '2026-11-23';
let sources: SampleSources | undefined;

const start = async (options: Partial<SampleSourcesOptions> = {}) => {
  sources = await startSampleSources({ today, ...options });
  return sources;
};

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${sources?.url}${path}`, { headers });
const dailyIds = async (path: string) => {
  const items = (await (await get(path)).json()) as { paper: { id: string } }[];
  return items.map(({ paper }) => paper.id);
};

afterEach(async () => {
  await sources?.[Symbol.asyncDispose]();
  sources = undefined;
});

describe('sample sources', () => {
  test('page through the Daily Papers of a day as the service does', async () => {
    await start();
    const whole = await dailyIds(`/api/daily_papers?date=${today}&limit=100`);
    const first = await get(`/api/daily_papers?date=${today}&limit=15`);
    const next = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1];
    const second = await fetch(next ?? '');
    const paged = [...((await first.json()) as []), ...((await second.json()) as [])];
    expect(paged.map(({ paper }: { paper: { id: string } }) => paper.id)).toEqual(whole);
    expect(second.headers.get('link')).toBeNull();
    expect(await dailyIds(`/api/daily_papers?date=${today}&limit=100&p=1`)).toEqual([]);
    const both = [...whole, ...(await dailyIds(`/api/daily_papers?date=${yesterday}&limit=100`))];
    expect((await dailyIds(`/api/daily_papers?month=${today.slice(0, 7)}&limit=100`)).toSorted()).toEqual(
      both.toSorted(),
    );
    expect(await dailyIds('/api/daily_papers?week=2026-W02&limit=100')).toEqual([]);
  });

  test('serve empty lists on days without papers, and refuse bad and future dates', async () => {
    await start();
    expect(await dailyIds('/api/daily_papers?date=2026-11-20')).toEqual([]);
    for (const query of ['date=2026-11-25', 'date=2026-02-30', `date=${today}&limit=101`, `date=${today}&p=-1`]) {
      expect((await get(`/api/daily_papers?${query}`)).status, query).toBe(400);
    }
  });

  test('can change the day, and hide the papers of later days', async () => {
    const running = await start();
    const todaysFeed = await (await get('/atom/cs')).text();
    running.setDay(yesterday);
    const yesterdaysFeed = await (await get('/atom/cs')).text();
    expect(yesterdaysFeed).toContain('<published>2026-11-23T00:00:00-05:00</published>');
    expect(yesterdaysFeed).not.toContain('Tidepool');
    expect((await get(`/api/daily_papers?date=${today}`)).status).toBe(400);
    expect((await dailyIds(`/api/daily_papers?date=${yesterday}`)).length).toBeGreaterThan(10);
    running.setDay(today);
    expect(await (await get('/atom/cs')).text()).toBe(todaysFeed);
    expect(() => running.setDay('tomorrow')).toThrow(RangeError);
  });

  test('let their two days take turns after today, with other ids, if they are asked to', async () => {
    const running = await start({ isRepeated: true });
    const before = await dailyIds(`/api/daily_papers?date=${yesterday}&limit=100`);
    running.setDay('2026-11-25');
    const after = await dailyIds('/api/daily_papers?date=2026-11-25&limit=100');
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
    expect(await (await get('/atom/cs')).text()).toContain('<published>2026-11-25T00:00:00-05:00</published>');
  });

  test('can be down', async () => {
    const running = await start();
    running.setDown(true);
    expect((await get('/atom/cs')).status).toBe(503);
    running.setDown(false);
    expect((await get('/atom/cs')).status).toBe(200);
  });

  test('use the date in New York if it differs', async () => {
    const running = await start({ easternToday: yesterday });
    expect(await (await get('/rss/math')).text()).toContain('<pubDate>Mon, 23 Nov 2026 00:00:00 -0500</pubDate>');
    running.setDay(yesterday);
    expect(await (await get('/rss/math')).text()).toContain('<pubDate>Sun, 22 Nov 2026 00:00:00 -0500</pubDate>');
  });

  test('answer 304 to a known ETag, until the day changes', async () => {
    const running = await start();
    const etag = (await get('/atom/math+stat')).headers.get('etag') ?? '';
    const again = await get('/atom/math+stat', { 'If-None-Match': `"${etag}"` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    running.setDay(yesterday);
    expect((await get('/atom/math+stat', { 'If-None-Match': etag })).status).toBe(200);
  });

  test('look up single papers, and refuse other paths', async () => {
    await start();
    const [id] = await dailyIds(`/api/daily_papers?date=${today}`);
    expect(await (await get(`/api/papers/${id}`)).json()).toMatchObject({
      id,
      title: expect.stringContaining('Tidepool'),
    });
    expect(await (await get(`/api/query?id_list=${id}`)).text()).toContain(`<id>http://arxiv.org/abs/${id}v1</id>`);
    expect((await get('/api/papers/2611.00001')).status).toBe(404);
    expect((await get('/list/cs/new')).status).toBe(404);
    expect((await get('/atom/%')).status).toBe(400);
  });

  test('free their port', async () => {
    const running = await start();
    await running[Symbol.asyncDispose]();
    sources = undefined;
    await expect(fetch(`${running.url}/atom/cs`)).rejects.toThrow();
  });

  test('know the papers of one author, in the format of OpenAlex', async () => {
    const { url } = await start();
    const options = { ...sourceDefaults, openAlexUrl: url, openAlexSpacingMs: 0, version: '1.0.0', clock: Date.now };
    await using opened = createSources(options);
    const openAlex = opened.authors.find(({ name }) => name === 'OpenAlex');
    const { signal } = new AbortController();
    const found = await openAlex?.papersOf({ registry: 'orcid', id: '0000-0002-1825-0097' }, signal);
    expect(found?.name).toBe('Ottilie Brandmoor');
    expect(found?.papers.length).toBeGreaterThan(3);
    expect(found?.papers.every(({ abstract, ids }) => abstract !== null && ids.length === 1)).toBe(true);
    expect(await openAlex?.papersOf({ registry: 'openalex', id: 'A1111' }, signal)).toBeNull();
  });
});
