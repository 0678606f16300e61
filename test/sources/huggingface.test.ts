import { describe, expect, it } from 'vitest';
import { httpsUrl } from '../../src/sources/huggingface/https-url.ts';
import { listed, request } from './contract.ts';
import { body, fixture, status } from './fixture-server.ts';
import { serveSources } from './served-sources.ts';
import { describeSourceContract } from './source-contract.ts';

interface Item {
  paper: Record<string, unknown>;
  [field: string]: unknown;
}

const goodDay = fixture('daily-papers.json');
const items = (): Item[] => JSON.parse(goodDay);
const date = '2026-03-10';
const onDay = (day: string): string => goodDay.replaceAll('"2026-03-10T00:00:00.000Z"', `"${day}T00:00:00.000Z"`);
const withFirst = (item: unknown): string => JSON.stringify([item, ...items().slice(1)]);

describeSourceContract({
  id: 'huggingface',
  date,
  goodDay,
  ids: ['2603.01001', '2602.20002', '2603.03003'],
  oneBadItem: withFirst("{'paper': {'id': '2603.01001'}}"),
  onlyBadItems: JSON.stringify(items().map((item) => String(item))),
  otherDay: onDay('2026-03-09'),
  quietDay: '[]',
  wrongShapes: ['{"status":"success","data":[]}', 'null', '"papers"', '{"error":"Not found"}'],
});

describe('Hugging Face Daily Papers', async () => {
  const { server, sources } = await serveSources();
  const pull = async () => listed((await sources.find('huggingface')?.pull(request(date))) ?? { kind: 'unchanged' });
  const firstPaper = async () => (await pull()).entries[0]?.paper;

  it('reads a paper of the day’s list', async () => {
    server.answer(body(goodDay));
    const { entries } = await pull();
    expect(entries[0]).toEqual({
      announceType: 'pick',
      paper: {
        id: '2603.01001',
        version: null,
        title: 'Sandcastles at Low Tide: Erosion for Poor Beaches',
        abstract: 'We build castles of wet sand and watch them fall.',
        authors: ['Mira Dovžan', 'Sunny'],
        categories: [],
        describedBy: 'huggingface',
        publishedAt: '2026-03-09T00:00:00.000Z',
        doi: null,
        journalReference: null,
        comment: null,
        sources: [],
        announcedAs: null,
        extras: {
          upvotes: 41,
          codeUrl: 'https://github.com/tides/castles',
          codeStars: 12,
          projectUrl: 'https://castles.example.org/',
          aiSummary: 'Castles of wet sand fall.',
          thumbnailUrl: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2603.01001.png',
          organization: 'Institute of Tides',
          citations: null,
          venue: null,
          tldr: null,
        },
      },
    });
  });

  it('takes only plain web addresses, http as https, and thumbnails from their host only', async () => {
    server.answer(body(goodDay));
    expect((await pull()).entries[1]?.paper.extras).toEqual({
      upvotes: 3,
      codeUrl: null,
      codeStars: null,
      projectUrl: 'https://kettle.example.org/',
      aiSummary: null,
      thumbnailUrl: null,
      organization: null,
      citations: null,
      venue: null,
      tldr: null,
    });
  });

  it('requests whole pages until one is not full', async () => {
    const [template] = items();
    const all = Array.from({ length: 230 }, (_, i) => ({
      ...template,
      paper: { ...template?.paper, id: `2603.1${String(i).padStart(4, '0')}` },
    }));
    server.answer((seen, response) => {
      const query = new URL(seen.url ?? '', server.url).searchParams;
      const [page, limit] = [Number(query.get('p')), Number(query.get('limit') ?? 50)];
      body(JSON.stringify(all.slice(page * limit, (page + 1) * limit)))(seen, response);
    });
    expect((await pull()).entries).toHaveLength(230);
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/api/daily_papers?date=2026-03-10&limit=100&p=0',
      '/api/daily_papers?date=2026-03-10&limit=100&p=1',
      '/api/daily_papers?date=2026-03-10&limit=100&p=2',
    ]);
  });

  it('keeps the pages that came where a later one fails, and says what is missing', async () => {
    const hundred = JSON.stringify(
      items()
        .slice(0, 1)
        .flatMap((item) =>
          Array.from({ length: 100 }, (_, i) => ({ ...item, paper: { ...item.paper, id: `2603.${20_000 + i}` } })),
        ),
    );
    server.answer((seen, response) =>
      seen.url?.endsWith('p=0') ? body(hundred)(seen, response) : status(500)(seen, response),
    );
    const listing = await pull();
    expect(listing.entries).toHaveLength(100);
    expect(listing).toMatchObject({ isPartial: true, lacks: expect.stringContaining('answered 500') });
  });

  it('counts a paper once that moved to the next page meanwhile', async () => {
    const hundred = JSON.stringify(Array.from({ length: 100 }, (_, i) => items()[i % 3]));
    const next = goodDay.replace('"upvotes": 41', '"upvotes": 42');
    server.answer((seen, response) => body(seen.url?.endsWith('p=0') ? hundred : next)(seen, response));
    const { entries } = await pull();
    expect(entries.map(({ paper }) => paper.extras.upvotes)).toEqual([42, 3, null]);
  });

  it('skips an item of another day, although its outer date is right', async () => {
    const [item] = items();
    server.answer(
      body(withFirst({ ...item, paper: { ...item?.paper, submittedOnDailyAt: '2026-03-09T00:00:00.000Z' } })),
    );
    expect((await pull()).skipped).toEqual([{ item: '2603.01001', reason: 'it belongs to 2026-03-09' }]);
  });

  it('reads the items of earlier years, which did not name their day', async () => {
    const [item] = items();
    const { submittedOnDailyAt: _, ...paper } = item?.paper ?? {};
    server.answer(body(withFirst({ ...item, paper })));
    expect((await pull()).entries).toHaveLength(3);
  });

  it('keeps a paper with an extra of the wrong type', async () => {
    const [item] = items();
    const odd = {
      upvotes: 'many',
      githubStars: -1,
      ai_summary: 7,
      organization: 'MIT',
      authors: [null, { name: 'Sunny' }],
    };
    server.answer(body(withFirst({ ...item, thumbnail: 5, paper: { ...item?.paper, ...odd } })));
    expect(await firstPaper()).toMatchObject({
      id: '2603.01001',
      authors: ['Sunny'],
      extras: { upvotes: null, codeStars: null, aiSummary: null, organization: null, thumbnailUrl: null },
    });
  });

  it.each([
    ['no id', { id: undefined }, 'item 1'],
    ['an id that is none', { id: 'my-paper' }, 'item 1'],
    ['no title', { title: ' ' }, '2603.01001'],
    ['an endless title', { title: 'x'.repeat(5_000) }, '2603.01001'],
    ['an endless abstract', { summary: 'x'.repeat(50_000) }, '2603.01001'],
  ])('skips an item with %s', async (_name, damage, place) => {
    const [item] = items();
    server.answer(body(withFirst({ ...item, paper: { ...item?.paper, ...damage } })));
    const { entries, skipped } = await pull();
    expect(entries).toHaveLength(2);
    expect(skipped.map(({ item: where }) => where)).toEqual([place]);
  });

  it('pulls the days that still grow, in UTC, oldest first', () => {
    const source = sources.find('huggingface');
    expect(source?.datesToPull(Date.parse('2026-03-01T23:59:00-01:00'))).toEqual([
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
  });
});

describe('an untrusted address', () => {
  it.each([
    [' https://example.org/a b', 'https://example.org/a%20b'],
    ['https://github.com/RED/Qilin/', 'https://github.com/RED/Qilin/'],
    ['http://example.org', 'https://example.org/'],
    ['HTTP://www.example.org/a?b=http://c', 'https://www.example.org/a?b=http://c'],
    ['www.example.org/a b', 'https://www.example.org/a%20b'],
    ['//example.org', 'https://example.org/'],
    ['example.org@evil.example', null],
    ['node.js is here', null],
    ['http://example.org:80/', 'https://example.org/'],
    ['http://example.org:443/', null],
    ['http://example.org:8080/', null],
    ['http://localhost/', null],
    ['http://10.0.0.1/', null],
    ['http://user@example.org', null],
    ['javascript:alert(1)', null],
    ['https://user:secret@example.org', null],
    ['https://localhost/', null],
    ['https://127.0.0.1/', null],
    ['https://[::1]/', null],
    ['https://example.org:8443/', null],
    [`https://example.org/${'x'.repeat(600)}`, null],
    ['', null],
    [undefined, null],
  ])('%s → %s', (text, expected) => {
    expect(httpsUrl(text)).toBe(expected);
  });

  it('is held to the named hosts and their subdomains', () => {
    expect(httpsUrl('https://cdn.hf.co/x.png', ['hf.co'])).toBe('https://cdn.hf.co/x.png');
    expect(httpsUrl('https://evilhf.co/x.png', ['hf.co'])).toBeNull();
  });
});
