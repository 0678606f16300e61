import { describe, expect, it } from 'vitest';
import { listed, request } from './contract.ts';
import { body, fixture, type Responder, status } from './fixture-server.ts';
import { serveSources } from './served-sources.ts';
import { describeSourceContract } from './source-contract.ts';

type Item = Record<string, unknown>;

interface Answer {
  messages: Record<string, unknown>[];
  collection: Item[];
}

const goodDay = fixture('preprints.json');
const answer = (): Answer => JSON.parse(goodDay);
const date = '2026-03-10';
const none = JSON.stringify({ messages: [{ status: 'no posts found' }], collection: [] });

const withItems = (items: readonly unknown[], message: Record<string, unknown> = {}): string =>
  JSON.stringify({
    messages: [{ ...answer().messages[0], count: items.length, total: String(items.length), ...message }],
    collection: items,
  });
const withFirst = (item: unknown): string => withItems([item, ...answer().collection.slice(1)]);
const firstWith = (known: Item): string => withFirst({ ...answer().collection[0], ...known });
const inPast = (): string => withItems(answer().collection.map((item) => ({ ...item, date: '2026-03-09' })));

for (const id of ['biorxiv', 'medrxiv']) {
  describeSourceContract({
    id,
    date,
    goodDay,
    ids: ['10.64898/2026.03.08.700101', '10.1101/2026.02.01.600202', '10.64898/2026.03.09.700303'],
    oneBadItem: withFirst({ doi: '10.64898/2026.03.08.700101' }),
    onlyBadItems: withItems(answer().collection.map((item) => String(item))),
    otherDay: inPast(),
    quietDay: none,
    newVersion: firstWith({ version: '2', title: 'Sandcastles, revised' }),
    wrongShapes: ['[]', 'null', '{"messages":[]}', '{"messages":[{"status":"ok"}],"collection":{}}', '"papers"'],
  });
}

describe('bioRxiv and medRxiv', async () => {
  const { server, sources } = await serveSources();
  const pulled = async (id = 'biorxiv') =>
    (await sources.find(id)?.pull(request(date))) ?? { kind: 'unchanged' as const };
  const pull = async () => listed(await pulled());
  const firstPaper = async () => (await pull()).entries[0]?.paper;
  const paths = () => server.requests.map(({ path }) => path);

  it('read a preprint of the API', async () => {
    server.answer(body(goodDay));
    const { entries } = await pull();
    expect(entries[0]).toEqual({
      announceType: 'new',
      paper: {
        id: '10.64898/2026.03.08.700101',
        version: 1,
        title: 'Sandcastles as extended phenotypes: Homo ludens at low tide',
        abstract: 'Background: Castles fall. Results: In ~40 tides, ≥2 towers stood.',
        authors: ['M. Dovžan', "D. P. O'Mara", 'Tidal Flat Consortium', 'Sunny'],
        categories: ['biorxiv/animal-behavior-and-cognition'],
        describedBy: 'biorxiv',
        publishedAt: '2026-03-10T00:00:00.000Z',
        doi: null,
        journalReference: null,
        comment: null,
        sources: [],
        announcedAs: null,
        extras: expect.objectContaining({ upvotes: null, codeUrl: null }),
      },
    });
  });

  it('take a later version for a replacement, and the DOI of the published paper', async () => {
    server.answer(body(goodDay));
    const revised = (await pull()).entries[1];
    expect(revised).toMatchObject({
      announceType: 'replace',
      paper: { version: 2, title: 'Salt & sand: a meta-analysis', doi: '10.5555/beaches.2026.7', publishedAt: null },
    });
  });

  it.each([
    ['biorxiv', 'biorxiv/ecology'],
    ['medrxiv', 'medrxiv/ecology'],
  ])('%s asks for its own papers, and knows their areas', async (id, category) => {
    server.answer(body(goodDay));
    const { entries } = listed(await pulled(id));
    expect(paths()).toEqual([`/details/${id}/${date}/${date}/0/json`]);
    expect(entries[1]?.paper).toMatchObject({ describedBy: id, categories: [category] });
  });

  it('report how completely each area was read, new ones too', async () => {
    const [first, ...others] = answer().collection;
    server.answer(body(withItems([{ ...first, category: 'Marine Astrology' }, ...others, { doi: 'none' }])));
    const receipts = new Map((await pull()).receipts?.map(({ category, ...counts }) => [category, counts]));
    expect(receipts.get('biorxiv/zoology')).toEqual({ announced: 2, fetched: 1 });
    expect(receipts.get('biorxiv/marine-astrology')).toEqual({ announced: 2, fetched: 1 });
    // The other version is a later one, and not news.
    expect(receipts.get('biorxiv/*')).toEqual({ announced: 3, fetched: 2 });
    expect(receipts.get('biorxiv/genetics')).toEqual({ announced: 1, fetched: 0 });
    expect(receipts.size).toBe(29);
  });

  describe('pages', () => {
    /** Serves the papers page by page, with that page size at a cursor. */
    const serve = (papers: readonly unknown[], total: number, pageSize: (cursor: number) => number): Responder => {
      return (seen, response) => {
        const cursor = Number(/\/(\d+)\/json$/.exec(seen.url ?? '')?.[1]);
        const page = papers.slice(cursor, cursor + pageSize(cursor));
        const text = page.length === 0 ? none : withItems(page, { cursor, total: String(total) });
        body(text)(seen, response);
      };
    };
    const many = (count: number): Item[] =>
      Array.from({ length: count }, (_, index) => ({
        ...answer().collection[0],
        doi: `10.64898/2026.03.08.${String(700_000 + index)}`,
      }));

    it.each([30, 100])('of %i are read to the end, each from the number of papers before it', async (size) => {
      server.answer(serve(many(230), 230, () => size));
      expect((await pull()).entries).toHaveLength(230);
      expect(paths()).toHaveLength(Math.ceil(230 / size));
    });

    it('may be of any size, and shorter than before', async () => {
      server.answer(serve(many(90), 90, (cursor) => (cursor === 0 ? 50 : 7)));
      expect((await pull()).entries).toHaveLength(90);
    });

    it('may be fewer than the total, which counts missing records', async () => {
      server.answer(serve(many(60), 61, () => 30));
      expect((await pull()).entries).toHaveLength(60);
    });

    it('that end far too soon are an outage: the papers before it count, and the listing lacks others', async () => {
      server.answer(serve(many(30), 500, () => 30));
      expect(await pull()).toMatchObject({ lacks: 'bioRxiv stopped after 30 of 500 papers' });
      expect((await pull()).entries).toHaveLength(30);
    });

    it('that fail later cost themselves only, and a past day is not stored in part', async () => {
      server.answer((seen, response) =>
        seen.url?.includes(`${date}/30/`)
          ? status(503, { 'retry-after': '60' })(seen, response)
          : serve(many(90), 90, () => 30)(seen, response),
      );
      const lacks =
        'only 30 items came before a page failed: bioRxiv answered 503 (service unavailable), and asked to wait 60 s';
      expect(await pulled()).toMatchObject({ kind: 'listed', retryAfterMs: 60_000, listing: { lacks } });
      expect((await pull()).entries).toHaveLength(30);
      const page = sources
        .find('biorxiv')
        ?.past?.page({ date, resumeToken: null, signal: new AbortController().signal });
      await expect(page).rejects.toMatchObject({ code: 'malformed', message: lacks });
    });

    it('that are empty despite the total are not a quiet day', async () => {
      server.answer(body(withItems([], { total: '12' })));
      await expect(pull()).rejects.toMatchObject({ code: 'malformed' });
    });

    it('that never end are given up', async () => {
      server.answer(body(withItems(answer().collection, { total: '1000000' })));
      await expect(pull()).rejects.toMatchObject({ code: 'malformed' });
      expect(paths().length).toBeLessThan(100);
    });
  });

  it('have a paper once that was posted twice in a day: as new, in its last version', async () => {
    const [first, ...others] = answer().collection;
    const revised = { ...first, version: '2', title: 'Revised at once' };
    for (const items of [
      [first, ...others, revised],
      [revised, ...others, first],
    ]) {
      server.answer(body(withItems(items)));
      const { entries } = await pull();
      expect(entries).toHaveLength(3);
      expect(entries[0]).toMatchObject({ announceType: 'new', paper: { version: 2, title: 'Revised at once' } });
    }
  });

  it.each([
    [{ version: '0' }, 'version'],
    [{ version: 'two' }, 'version'],
    [{ doi: '10.5555/not-theirs' }, 'DOI'],
    [{ doi: 'NA' }, 'DOI'],
    [{ date: '2026-02-31' }, 'date'],
    [{ date: 'yesterday' }, 'date'],
    [{ date: '2026-03-09' }, 'belongs to 2026-03-09'],
    [{ title: '   ' }, 'no title'],
    [{ title: 'x'.repeat(2_000) }, 'a title of 2000'],
    [{ abstract: 'x'.repeat(30_000) }, 'an abstract of'],
    [{ title: null }, 'its title is missing'],
  ])('leave out %j', async (known, reason) => {
    server.answer(body(firstWith(known)));
    const { entries, skipped } = await pull();
    expect(entries).toHaveLength(2);
    expect(skipped[0]?.reason).toContain(reason);
  });

  it.each([
    [{ authors: null }, { authors: [] }],
    [{ authors: ' ; ,;Ng; Smith, J., Jr.' }, { authors: ['Ng', 'J. Smith, Jr.'] }],
    [{ category: 42 }, { categories: [] }],
    [{ category: 'Marine Astrology' }, { categories: ['biorxiv/marine-astrology'] }],
    [{ published: 'soon' }, { doi: null }],
    [{ published: '10.64898/2026.03.08.700101' }, { doi: null }],
    [{ abstract: undefined }, { abstract: '' }],
    [{ date: '2026-3-10 00:00:00' }, { publishedAt: '2026-03-10T00:00:00.000Z' }],
    [{ version: 1 }, { version: 1 }],
  ])('keep a paper with %j', async (known, expected) => {
    server.answer(body(firstWith(known)));
    expect(await firstPaper()).toMatchObject(expected);
  });

  it('distinguish an answer with an error from a quiet day', async () => {
    server.answer(body('{"messages":[{"status":"Error: database unavailable"}],"collection":[]}'));
    await expect(pulled()).rejects.toMatchObject({ code: 'refused' });
  });

  it('look at the last three days of New York, and count on yesterday’s', () => {
    const source = sources.find('biorxiv');
    const morning = Date.parse('2026-03-10T03:30:00Z');
    expect(source?.datesToPull(morning)).toEqual(['2026-03-07', '2026-03-08', '2026-03-09']);
    expect(source?.expects?.(morning)).toEqual({ date: '2026-03-08', isWhole: false });
  });

  it('do not skip the Sunday on which clocks change', () => {
    const source = sources.find('medrxiv');
    const justAfterMidnight = Date.parse('2026-03-09T04:30:00Z');
    expect(source?.datesToPull(justAfterMidnight)).toEqual(['2026-03-07', '2026-03-08', '2026-03-09']);
    expect(source?.expects?.(justAfterMidnight)).toEqual({ date: '2026-03-08', isWhole: false });
  });

  it('do not serve categories of another server', () => {
    const source = sources.find('biorxiv');
    expect(['biorxiv/ecology', 'biorxiv/*', 'medrxiv/surgery', 'cs.LG'].map((id) => source?.canHave?.(id))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  describe('one paper', () => {
    const never = new AbortController().signal;
    const lookUp = (doi: string) => sources.find('biorxiv')?.lookUp?.(doi, never);

    it('is looked up by its DOI, in its last version', async () => {
      const [first] = answer().collection;
      server.answer(
        body(
          withItems([
            first,
            { ...first, version: '3', date: '2026-04-01', title: 'Third' },
            { ...first, version: '2' },
          ]),
        ),
      );
      expect(await lookUp('10.64898/2026.03.08.700101')).toMatchObject({ version: 3, title: 'Third' });
      expect(paths()).toEqual(['/details/biorxiv/10.64898/2026.03.08.700101/na/json']);
    });

    it('is unknown where the server lacks it, and not requested where the server cannot have it', async () => {
      server.answer(body(none));
      expect(await lookUp('10.64898/2026.03.08.700999')).toBeNull();
      expect(lookUp('2406.01234')).toBeNull();
      expect(lookUp('10.5555/beaches.2026.7')).toBeNull();
      expect(paths()).toHaveLength(1);
    });
  });
});
