import { describe, expect, it } from 'vitest';
import { preprintServers } from '../../src/papers/preprint-servers.ts';
import { publicationStatus } from '../../src/papers/publication-status.ts';
import { answerLikeCrossref, type Work } from '../support/crossref-server.ts';
import { listed, request, sourcesAt } from './contract.ts';
import { body, fixture } from './fixture-server.ts';
import { serveSources } from './served-sources.ts';
import { describeSourceContract } from './source-contract.ts';

type Item = Record<string, unknown>;

interface Answer {
  readonly message: { readonly items: readonly Item[] };
}

const goodDay = fixture('posted-content.json');
const answer = (): Answer => JSON.parse(goodDay);
const items = (): readonly Item[] => answer().message.items;
const works = (): Work[] => items() as unknown as Work[];
const articles = (): Work[] =>
  (JSON.parse(fixture('journal-articles.json')) as Answer).message.items as unknown as Work[];
const date = '2026-03-10';

const withItems = (given: readonly unknown[]): string =>
  JSON.stringify({ ...answer(), message: { ...answer().message, items: given, 'total-results': given.length } });
const firstWith = (known: Item): string => withItems([{ ...items()[0], ...known }, ...items().slice(1)]);

describeSourceContract({
  id: 'preprint-servers',
  date,
  goodDay,
  ids: [
    '10.26434/chemrxiv-2026-tide1',
    '10.21203/rs.3.rs-7000001/v1',
    '10.2139/ssrn.7000002',
    '10.31234/osf.io/t1des_v1',
  ],
  oneBadItem: firstWith({ title: [] }),
  onlyBadItems: withItems(items().map((item) => String(item))),
  otherDay: withItems(items().map((item) => ({ ...item, created: { 'date-time': '2026-03-09T12:00:00Z' } }))),
  quietDay: withItems([]),
  newVersion: firstWith({ DOI: '10.26434/chemrxiv-2026-tide1-v2', title: ['Foam as a slower solvent'] }),
  wrongShapes: ['[]', 'null', '{"status":"ok","message-type":"work-list","message":{"items":{}}}'],
});

describe('preprint servers by Crossref', async () => {
  const { server, sources } = await serveSources();
  const pull = async () =>
    listed((await sources.find('preprint-servers')?.pull(request(date))) ?? { kind: 'unchanged' });
  const firstEntry = async () => (await pull()).entries[0];

  it('read a preprint with its server and its subject area', async () => {
    server.answer(body(goodDay));
    const { entries } = await pull();
    expect(entries[0]).toEqual({
      announceType: 'new',
      paper: {
        id: '10.26434/chemrxiv-2026-tide1',
        version: 1,
        title: 'Foam as a slow solvent',
        abstract: 'We dissolve 300 castles in foam.',
        authors: ['Ana B. Ruiz', 'Łucja Śnieg'],
        categories: ['chemrxiv/organic-chemistry'],
        describedBy: 'preprint-servers',
        publishedAt: '2026-03-10T00:00:00.000Z',
        doi: '10.5555/beaches.2026.11',
        journalReference: null,
        comment: null,
        sources: [],
        announcedAs: null,
        extras: expect.objectContaining({ upvotes: null }),
      },
    });
    expect(entries.slice(1).map(({ paper }) => paper.categories)).toEqual([['researchsquare'], ['ssrn'], ['psyarxiv']]);
    expect(entries[1]?.paper.doi).toBeNull();
  });

  it('are requested by prefix and day, as Crossref accepts it, and beside the journals', async () => {
    server.answer(answerLikeCrossref([...works(), ...articles().map((work) => ({ ...work, ISSN: ['2049-3630'] }))]));
    expect((await pull()).entries).toHaveLength(4);
    expect(listed((await sources.find('crossref')?.pull(request(date))) ?? { kind: 'unchanged' }).entries).toHaveLength(
      3,
    );
    const filters = server.requests.map(({ path }) => new URL(path, 'http://localhost').searchParams.get('filter'));
    expect(filters).toEqual([
      `${preprintServers.map(({ prefix }) => `prefix:${prefix}`).join(',')},type:posted-content,from-created-date:2026-03-10,until-created-date:2026-03-10`,
      'issn:2049-3630,type:journal-article,from-created-date:2026-03-10,until-created-date:2026-03-10',
    ]);
  });

  it('bring only the named servers, also those without a name here', async () => {
    const other = { ...works()[1], DOI: '10.59999/other.1' } as Work;
    server.answer(answerLikeCrossref([...works(), other]));
    await using two = sourcesAt(server.url, { crossrefPrefixes: ['10.2139', '10.59999'] });
    const { entries } = listed((await two.find('preprint-servers')?.pull(request(date))) ?? { kind: 'unchanged' });
    expect(entries.map(({ paper }) => [paper.id, paper.categories, paper.describedBy])).toEqual([
      ['10.2139/ssrn.7000002', ['ssrn'], 'preprint-servers'],
      ['10.59999/other.1', [], 'preprint-servers'],
    ]);
    expect(two.find('preprint-servers')?.canHave?.('ssrn/*')).toBe(true);
    expect(two.find('preprint-servers')?.canHave?.('chemrxiv/*')).toBe(false);
  });

  it('are read page by page', async () => {
    const many = Array.from(
      { length: 450 },
      (_, index) => ({ ...works()[2], DOI: `10.2139/ssrn.${index + 1}` }) as Work,
    );
    server.answer(answerLikeCrossref(many));
    expect((await pull()).entries).toHaveLength(450);
    expect(server.requests).toHaveLength(3);
  });

  describe('have receipts', () => {
    const receiptsOf = async (text: string) => {
      server.answer(body(text));
      return new Map((await pull()).receipts?.map(({ category, ...counts }) => [category, counts]));
    };

    it('of each server that was asked for, and of the areas that preprints state', async () => {
      const receipts = await receiptsOf(goodDay);
      expect(receipts.get('chemrxiv/organic-chemistry')).toEqual({ announced: 1, fetched: 1 });
      expect(receipts.get('chemrxiv/*')).toEqual({ announced: 1, fetched: 1 });
      expect(receipts.get('ssrn/*')).toEqual({ announced: 1, fetched: 1 });
      expect(receipts.get('techrxiv/*')).toEqual({ announced: 0, fetched: 0 });
      expect(receipts.size).toBe(preprintServers.length + 1);
    });

    it('that count an unreadable preprint at its server alone', async () => {
      const receipts = await receiptsOf(firstWith({ title: [''] }));
      expect(receipts.get('chemrxiv/*')).toEqual({ announced: 1, fetched: 0 });
      expect(receipts.get('ssrn/*')).toEqual({ announced: 1, fetched: 1 });
    });

    it('that say so where Crossref states more preprints than it sent', async () => {
      const cut = { ...answer(), message: { ...answer().message, 'total-results': 9 } };
      const receipts = await receiptsOf(JSON.stringify(cut));
      expect(receipts.get('ssrn/*')).toEqual({ announced: 1, fetched: 1, doubt: 'partly-unread' });
      expect((await pull()).lacks).toBe('Crossref states 9 preprints and sent 4');
    });
  });

  it.each([
    ['10.26434/chemrxiv-2026-tide1-v3', '10.26434/chemrxiv-2026-tide1', 3],
    ['10.26434/chemrxiv.15000001/v2', '10.26434/chemrxiv.15000001/v1', 2],
    ['10.21203/rs.3.rs-7000009/v2', '10.21203/rs.3.rs-7000009/v1', 2],
    ['10.20944/preprints202603.0001.v4', '10.20944/preprints202603.0001.v1', 4],
    ['10.31234/OSF.IO/F0AM5_v2', '10.31234/osf.io/f0am5_v1', 2],
  ])('a later version %s is a replacement of its first', async (DOI, id, version) => {
    server.answer(body(firstWith({ DOI })));
    expect(await firstEntry()).toMatchObject({ announceType: 'replace', paper: { id, version } });
  });

  it('a preprint that came in two versions on a day is new, and shown as the later one', async () => {
    const second = { ...items()[1], DOI: '10.21203/rs.3.rs-7000001/v2', title: ['Gulls remember better'] };
    server.answer(body(withItems([second, ...items()])));
    const entry = (await pull()).entries.find(({ paper }) => paper.id === '10.21203/rs.3.rs-7000001/v1');
    expect(entry).toMatchObject({ announceType: 'new', paper: { version: 2, title: 'Gulls remember better' } });
  });

  it('a preprint is looked up by its DOI', async () => {
    server.answer(answerLikeCrossref(works()));
    const lookUp = (doi: string) => sources.find('preprint-servers')?.lookUp?.(doi, new AbortController().signal);
    expect(await lookUp('10.2139/ssrn.7000002')).toMatchObject({ title: 'The price of sand', categories: ['ssrn'] });
    expect(await lookUp('10.2139/ssrn.1')).toBeNull();
    expect(lookUp('10.5555/beaches.2026.7')).toBeNull();
    expect(lookUp('2406.01234')).toBeNull();
  });

  it('a withdrawn preprint is known by its title', async () => {
    server.answer(body(firstWith({ title: ['WITHDRAWN: Foam as a slow solvent'], 'group-title': ' ' })));
    const paper = (await firstEntry())?.paper;
    expect(paper?.categories).toEqual(['chemrxiv']);
    expect(paper && publicationStatus(paper)).toBe('withdrawn');
  });

  it.each([{ crossrefPrefixes: [] }, { contact: null }, { sources: ['arxiv'] }])('are off with %j', async (options) => {
    await using none = sourcesAt(server.url, options);
    expect(none.find('preprint-servers')).toBeUndefined();
  });
});
