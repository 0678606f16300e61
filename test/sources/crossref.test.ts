import { describe, expect, it } from 'vitest';
import { listed, request, sourcesAt } from './contract.ts';
import { body, fixture, status } from './fixture-server.ts';
import { serveSources } from './served-sources.ts';
import { describeSourceContract } from './source-contract.ts';

type Item = Record<string, unknown>;

interface Answer {
  message: { items: Item[]; [field: string]: unknown };
  [field: string]: unknown;
}

const goodDay = fixture('journal-articles.json');
const answer = (): Answer => JSON.parse(goodDay);
const items = (): Item[] => answer().message.items;
const date = '2026-03-10';

const withItems = (given: readonly unknown[], message: Item = {}): string =>
  JSON.stringify({
    ...answer(),
    message: { ...answer().message, items: given, 'total-results': given.length, ...message },
  });
const firstWith = (known: Item): string => withItems([{ ...items()[0], ...known }, ...items().slice(1)]);
const onDay = (day: string): Item => ({ created: { 'date-time': `${day}T12:00:00Z` } });

describeSourceContract({
  id: 'crossref',
  date,
  goodDay,
  ids: ['10.5555/beaches.2026.7', '10.5555/beaches.2026.8', '10.5555/beaches.2026.9'],
  oneBadItem: firstWith({ title: [] }),
  onlyBadItems: withItems(items().map((item) => String(item))),
  otherDay: withItems(items().map((item) => ({ ...item, ...onDay('2026-03-09') }))),
  quietDay: withItems([]),
  wrongShapes: [
    '[]',
    'null',
    '{"status":"ok","message-type":"work-list","message":{"items":{}}}',
    '{"status":"failed","message-type":"validation-failure","message":[{"type":"parameter-not-found"}]}',
  ],
});

describe('journals by Crossref', async () => {
  const { server, sources } = await serveSources();
  const source = () => sources.find('crossref');
  const pull = async () => listed((await source()?.pull(request(date))) ?? { kind: 'unchanged' });
  const firstPaper = async () => (await pull()).entries[0]?.paper;
  const asked = () => server.requests.map(({ path }) => new URL(path, 'http://localhost'));

  it('read an article of a publisher', async () => {
    server.answer(body(goodDay));
    const { entries } = await pull();
    expect(entries[0]).toEqual({
      announceType: 'new',
      paper: {
        id: '10.5555/beaches.2026.7',
        version: null,
        title: 'Salt & sand: H₂O at the edge',
        abstract: 'Aims: We weigh 300 buckets (p < 0.05).',
        authors: ['Ana B. Ruiz', 'Tidal Flat Consortium', 'Sunny'],
        categories: [],
        describedBy: 'crossref',
        publishedAt: '2026-03-09T00:00:00.000Z',
        doi: '10.5555/beaches.2026.7',
        sameAs: ['10.1101/2026.02.01.600202', '2602.01001'],
        journalReference: 'Journal of Beaches 7(2) (2026)',
        comment: null,
        sources: [],
        announcedAs: null,
        extras: expect.objectContaining({ upvotes: null, codeUrl: null }),
      },
    });
    expect(entries[1]?.paper).toMatchObject({ abstract: '', publishedAt: '2026-04-01T00:00:00.000Z' });
    expect(entries[1]?.paper).not.toHaveProperty('sameAs');
  });

  it('are requested by ISSN and day, with the fields that are read and the contact', async () => {
    await using two = sourcesAt(server.url, { crossrefIssns: ['2049-3630', '0317-8471'] });
    server.answer(body(goodDay));
    await two.find('crossref')?.pull(request(date));
    const [url] = asked();
    expect(url?.pathname).toBe('/works');
    expect(url?.searchParams.get('filter')).toBe(
      'issn:2049-3630,issn:0317-8471,type:journal-article,from-created-date:2026-03-10,until-created-date:2026-03-10',
    );
    expect(url?.searchParams.get('select')).not.toContain('reference');
    expect(url?.searchParams.get('mailto')).toBe('host@example.org');
    expect(url?.searchParams.get('cursor')).toBe('*');
  });

  it('send a web page as contact in the User-Agent only', async () => {
    await using other = sourcesAt(server.url, { contact: 'https://example.org/bot' });
    server.answer(body(goodDay));
    await other.find('crossref')?.pull(request(date));
    expect(asked()[0]?.searchParams.has('mailto')).toBe(false);
    expect(server.requests[0]?.headers['user-agent']).toContain('https://example.org/bot');
  });

  it.each([{ crossrefIssns: [] }, { contact: null }, { sources: ['arxiv'] }])('are off with %j', async (options) => {
    await using none = sourcesAt(server.url, options);
    expect(none.find('crossref')).toBeUndefined();
  });

  it('take a second for each request, and one at a time', async () => {
    const sleeps: number[] = [];
    let now = 0;
    const sleep = async (ms: number) => {
      sleeps.push(ms);
      now += ms;
    };
    await using polite = sourcesAt(server.url, { crossrefSpacingMs: 1_000, clock: () => now, sleep });
    server.answer(body(goodDay));
    await Promise.all([request(date), request(date), request(date)].map((one) => polite.find('crossref')?.pull(one)));
    expect(sleeps).toEqual([1_000, 1_000]);
    expect(server.peakConnections()).toBe(1);
  });

  describe('pages', () => {
    const full = (from: number): Item[] =>
      Array.from({ length: 200 }, (_, index) => ({ ...items()[1], DOI: `10.5555/many.${from + index}` }));

    it('are read by cursor to one that is not full', async () => {
      const pages: Record<string, string> = {
        '*': withItems(full(0), { 'next-cursor': 'a+b/c=' }),
        'a+b/c=': withItems(full(200), { 'next-cursor': 'last' }),
        last: withItems(items(), { 'next-cursor': 'last' }),
      };
      server.answer((seen, response) => {
        const cursor = new URL(seen.url ?? '', 'http://localhost').searchParams.get('cursor') ?? '';
        body(pages[cursor] ?? '{}')(seen, response);
      });
      expect((await pull()).entries).toHaveLength(403);
      expect(asked().map((url) => url.searchParams.get('cursor'))).toEqual(['*', 'a+b/c=', 'last']);
    });

    it('that have fewer articles than the stated total are a part of the day', async () => {
      server.answer(body(withItems(full(0).slice(0, 43), { 'total-results': 87 })));
      const listing = await pull();
      expect(listing).toMatchObject({ lacks: 'Crossref states 87 articles and sent 43' });
      expect(listing.entries).toHaveLength(43);
      server.answer(body(withItems(full(0).slice(0, 43), { 'total-results': 'many' })));
      expect(await pull()).not.toHaveProperty('lacks');
      server.answer(body(withItems([], { 'total-results': 12 })));
      expect(await source()?.pull(request(date))).toMatchObject({ kind: 'listed' });
    });

    it('that fail later cost themselves only', async () => {
      server.answer((seen, response) =>
        seen.url?.includes('cursor=*') || seen.url?.includes('cursor=%2A')
          ? body(withItems(full(0), { 'next-cursor': 'a', 'total-results': 201 }))(seen, response)
          : body('<html>busy</html>')(seen, response),
      );
      const listing = await pull();
      expect(listing).toMatchObject({ lacks: expect.stringContaining('only 200 items came before a page failed: ') });
      expect(listing.entries).toHaveLength(200);
    });

    it('that are full and have no cursor are an error', async () => {
      server.answer(body(withItems(full(0), { 'next-cursor': undefined })));
      await expect(pull()).rejects.toMatchObject({ code: 'malformed' });
    });

    it('that never end are given up', async () => {
      server.answer(body(withItems(full(0))));
      await expect(pull()).rejects.toMatchObject({ code: 'malformed' });
      expect(asked().length).toBeLessThan(100);
    });
  });

  it.each([
    [{ DOI: 'none' }, 'DOI'],
    [{ DOI: 7 }, 'DOI'],
    [{ title: ['  '] }, 'no title'],
    [{ title: undefined }, 'its title is missing'],
    [{ created: { 'date-time': 'soon' } }, 'date'],
    [onDay('2026-03-11'), 'belongs to 2026-03-11'],
    [{ abstract: 'x'.repeat(30_000) }, 'an abstract of'],
  ])('leave out %j', async (known, reason) => {
    server.answer(body(firstWith(known)));
    const { entries, skipped } = await pull();
    expect(entries).toHaveLength(2);
    expect(skipped[0]?.reason).toContain(reason);
  });

  const twin = (type: string, id: unknown) => ({ 'id-type': type, id, 'asserted-by': 'subject' });
  it.each([
    [{ relation: {} }, undefined],
    [{ relation: { 'has-preprint': twin('doi', '10.1101/2026.02.01.600202') } }, ['10.1101/2026.02.01.600202']],
    [{ relation: { 'has-preprint': [twin('arxiv', 'arXiv:2602.01001v3')] } }, ['2602.01001']],
    [{ relation: { 'has-preprint': [twin('uri', 'https://arxiv.org/abs/2602.01001')] } }, ['2602.01001']],
    [{ relation: { 'is-same-as': [twin('doi', '10.5555/BEACHES.2026.7')] } }, undefined],
    [{ relation: { 'has-preprint': [twin('issn', '2049-3630'), twin('doi', 'nothing'), 7, null] } }, undefined],
    [{ relation: { 'has-review': [twin('doi', '10.5555/review.1')], cites: [twin('doi', '10.5555/x.1')] } }, undefined],
    [
      { relation: { 'has-preprint': [twin('doi', '10.21203/rs.3.rs-1/v1'), twin('doi', '10.21203/rs.3.rs-1/v2')] } },
      ['10.21203/rs.3.rs-1/v1'],
    ],
    [{ relation: 'none' }, undefined],
  ])('read the ids of the same work from %j', async (known, sameAs) => {
    server.answer(body(firstWith(known)));
    expect((await firstPaper())?.sameAs).toEqual(sameAs);
  });

  it.each([
    [{ title: ['Tides'], subtitle: ['A review'] }, 'Tides: A review'],
    [{ title: ['Do castles fall?'], subtitle: ['Yes'] }, 'Do castles fall? Yes'],
    [{ title: ['Tides: a review'], subtitle: ['A Review.'] }, 'Tides: a review'],
    [{ title: ['Tides'], subtitle: ['Tides: a review'] }, 'Tides: a review'],
    [{ title: ['Tides:'], subtitle: [': <i>Salt &amp;amp; sand</i>'] }, 'Tides: Salt & sand'],
    [{ title: ['Gezeiten', 'Tides'], subtitle: ['Ein Überblick', 'A review'] }, 'Gezeiten: Ein Überblick'],
    [{ title: ['Tides'], subtitle: [] }, 'Tides'],
    [{ title: ['Tides'], subtitle: 'none' }, 'Tides'],
  ])('a subtitle is a part of the title, once: %j', async (known, title) => {
    server.answer(body(firstWith(known)));
    expect(await firstPaper()).toMatchObject({ title });
    expect(asked()[0]?.searchParams.get('select')).toContain('subtitle');
  });

  it.each([
    ['<jats:p><jats:bold>Background</jats:bold>The sand.</jats:p>', 'Background: The sand.'],
    ['<jats:p>AIMS:To dig.</jats:p><jats:p>RESULTSWe fall.</jats:p>', 'AIMS: To dig. RESULTS: We fall.'],
  ])('headings are parted in abstracts of publishers, too: %s', async (abstract, expected) => {
    server.answer(body(firstWith({ abstract })));
    expect(await firstPaper()).toMatchObject({ abstract: expected });
  });

  const updates = (...types: unknown[]) => types.map((type) => ({ type, DOI: '10.5555/beaches.2025.1', label: 'x' }));
  it.each([
    [{ 'update-to': updates('correction') }, 'notice'],
    [{ 'update-to': updates('new_version', 'erratum') }, 'notice'],
    [{ 'update-to': updates('retraction') }, 'notice'],
    [{ 'update-to': updates('expression_of_concern') }, 'notice'],
    [{ 'update-to': updates('Expression of Concern') }, 'notice'],
    [{ 'update-to': updates('new_version') }, undefined],
    [{ 'update-to': updates(7, null) }, undefined],
    [{ 'update-to': 'correction' }, undefined],
    [{ 'updated-by': updates('retraction') }, 'withdrawn'],
    [{ 'updated-by': updates('correction', 'withdrawal') }, 'withdrawn'],
    [{ 'updated-by': updates('correction') }, undefined],
    [{ 'updated-by': [null] }, undefined],
  ])('what a publisher registered as an update is its status: %j', async (known, statedStatus) => {
    server.answer(body(firstWith(known)));
    expect((await firstPaper())?.statedStatus).toBe(statedStatus);
    expect(asked()[0]?.searchParams.get('select')).toContain('update-to,updated-by');
  });

  it('authors are named once, without braces', async () => {
    const author = [
      { given: 'A.', family: 'Schi{ö}berg' },
      { given: 'A.', family: 'Schiöberg' },
      { name: 'Tides Group' },
    ];
    server.answer(body(firstWith({ author })));
    expect(await firstPaper()).toMatchObject({ authors: ['A. Schiöberg', 'Tides Group'] });
  });

  it.each([
    [{ author: 'A. Ruiz' }, { authors: [] }],
    [
      {
        author: [
          { given: 'Ana', family: 'Ruiz1,2*' },
          { given: 'https://orcid.org/0000-0001', family: '' },
          { name: 'H2O Team' },
        ],
      },
      { authors: ['Ana Ruiz', 'H2O Team'] },
    ],
    [{ author: [null, { family: '<b>Ng</b>' }, { given: ' ' }] }, { authors: ['Ng'] }],
    [{ 'container-title': undefined }, { journalReference: null }],
    [{ published: undefined }, { publishedAt: null, journalReference: 'Journal of Beaches 7(2)' }],
    [{ published: { 'date-parts': [[2026, 13, 40]] } }, { publishedAt: null }],
    [{ published: { 'date-parts': [[null]] } }, { publishedAt: null }],
    [{ abstract: null }, { abstract: '' }],
  ])('keep a paper with %j', async (known, expected) => {
    server.answer(body(firstWith(known)));
    expect(await firstPaper()).toMatchObject(expected);
  });

  describe('one article', () => {
    const lookUp = (doi: string) => source()?.lookUp?.(doi, new AbortController().signal);
    const work = JSON.stringify({ status: 'ok', 'message-type': 'work', message: items()[0] });

    it('is looked up by its DOI', async () => {
      server.answer(body(work));
      expect(await lookUp('10.5555/beaches.2026.7')).toMatchObject({ title: 'Salt & sand: H₂O at the edge' });
      expect(asked()[0]?.pathname).toBe('/works/10.5555%2Fbeaches.2026.7');
    });

    it('is unknown where Crossref lacks it, and not requested where it is a preprint', async () => {
      server.answer(status(404, {}, 'Resource not found.'));
      expect(await lookUp('10.5555/beaches.2026.10')).toBeNull();
      expect(lookUp('2406.01234')).toBeNull();
      expect(lookUp('10.1101/2026.02.01.600202')).toBeNull();
      expect(server.requests).toHaveLength(1);
      server.answer(status(503));
      await expect(lookUp('10.5555/beaches.2026.10')).rejects.toMatchObject({ code: 'refused' });
    });
  });
});
