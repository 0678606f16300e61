import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { noExtras } from '../../src/papers/paper.ts';
import { announcedOn } from '../../src/sources/arxiv/announced-on.ts';
import { readAnswer } from '../../src/sources/arxiv/oai.ts';
import type { PastPapers } from '../../src/sources/past.ts';
import { type OaiRecord, oaiAnswer, oaiError, oaiPage, oaiRecord } from '../support/invented-oai.ts';
import { body, reset, status } from './fixture-server.ts';
import { serveSources } from './served-sources.ts';
import { hasSharedData, readSharedBytes, skipped } from './shared-data.ts';

const day = '2026-03-04';
const lake: OaiRecord = {
  id: '2603.00001',
  day,
  title: 'Tides in $\\mathbb{R}^3$',
  authors: 'Ada Fjord (1), Beno\\^it Rive ((1) Lake Institute), The LAKE Collaboration',
  categories: 'physics.ao-ph cs.LG 86A05',
  comments: '9 pages, to appear in J. Lakes',
  doi: '10.5555/lake',
  versions: ['Mon, 2 Mar 2026 18:59:59 GMT', 'Tue, 3 Mar 2026 09:00:00 GMT'],
};

describe('arXiv’s past over OAI-PMH', async () => {
  const { server, sources } = await serveSources({ arxivCategories: ['physics.ao-ph', 'quant-ph', 'cs.LG'] });
  const past = (): PastPapers => {
    const found = sources.find('arxiv')?.past;
    if (found === undefined) throw new Error('arXiv has no past');
    return found;
  };
  const page = (resumeToken: string | null = null, signal = new AbortController().signal) =>
    past().page({ date: day, resumeToken, signal });

  it('lists whole papers, with the day that announced them', async () => {
    server.answer(body(oaiPage([lake])));
    const { entries, ...rest } = await page();
    expect(rest).toEqual({ source: 'arxiv', day, skipped: [], resumeToken: null });
    expect(entries).toEqual([
      {
        announceType: 'new',
        date: '2026-03-03',
        paper: {
          id: '2603.00001',
          version: 2,
          title: 'Tides in ℝ³',
          abstract: 'We measure how the water rises and falls.',
          authors: ['Ada Fjord', 'Benoît Rive', 'The LAKE Collaboration'],
          categories: ['physics.ao-ph', 'cs.LG'],
          describedBy: 'arxiv',
          publishedAt: '2026-03-02T18:59:59.000Z',
          doi: '10.5555/lake',
          journalReference: null,
          comment: '9 pages, to appear in J. Lakes',
          sources: [],
          announcedAs: null,
          extras: noExtras,
        },
      },
    ]);
  });

  it('asks for a day, then with its token alone', async () => {
    server.answer(body(oaiPage([lake], 'from=2026-03-04&skip=1|x%20y')));
    const { resumeToken } = await page();
    expect(resumeToken).toBe('from=2026-03-04&skip=1|x%20y');
    server.answer(body(oaiPage([{ ...lake, id: '2603.00002' }])));
    expect(await page(resumeToken)).toMatchObject({ resumeToken: null, entries: [{ paper: { id: '2603.00002' } }] });
    const queries = server.requests.map(({ path }) => Object.fromEntries(new URL(path, server.url).searchParams));
    expect(queries).toEqual([
      { verb: 'ListRecords', metadataPrefix: 'arXivRaw', from: day, until: day },
      { verb: 'ListRecords', resumptionToken: resumeToken },
    ]);
    expect(server.requests[0]?.path).toMatch(/^\/oai\?/);
  });

  it('asks for the set of the categories where one holds them all, and leaves out the others', async () => {
    server.answer(body(oaiPage([lake, { ...lake, id: '2603.00002', categories: 'hep-th' }])));
    const ids = async () => (await page()).entries.map(({ paper }) => paper.id);
    expect(await ids()).toEqual(['2603.00001']);
    await sources.reopen({ arxivCategories: ['hep-th', 'quant-ph'] });
    expect(await ids()).toEqual(['2603.00002']);
    const sets = server.requests.map(({ path }) => new URL(path, server.url).searchParams.get('set'));
    expect(sets).toEqual([null, 'physics']);
    await sources.reopen({ arxivCategories: [] });
    server.answer(body(oaiPage([{ ...lake, categories: 'astro-ph' }])));
    expect(await ids()).toEqual(['2603.00001']);
  });

  it('leaves out what cannot be read and what arXiv deleted, and says so', async () => {
    const told = [
      { ...lake, id: 'no id' },
      { ...lake, id: '2603.00003', isDeleted: true },
      { ...lake, id: '2603.00004', title: '' },
      lake,
    ];
    const broken = '<record><header><identifier>oai:arXiv.org:2603.00005</identifier></header></record>';
    server.answer(body(oaiAnswer(`<ListRecords>${told.map(oaiRecord).join('')}${broken}</ListRecords>`)));
    const { entries, skipped: left } = await page();
    expect(entries.map(({ paper }) => paper.id)).toEqual(['2603.00001']);
    expect(left).toEqual([
      { item: 'record 1', reason: 'its header has no arXiv id' },
      { item: '2603.00003', reason: 'arXiv deleted it' },
      { item: '2603.00004', reason: 'no title' },
      { item: '2603.00005', reason: 'it has no metadata' },
    ]);
  });

  it('takes the day of the last change where no version has a date', async () => {
    server.answer(body(oaiPage([{ ...lake, versions: [] }])));
    expect(await page()).toMatchObject({ entries: [{ date: day, paper: { version: null, publishedAt: null } }] });
  });

  it('knows a day without records, and one on which all were deleted', async () => {
    server.answer(body(oaiError('noRecordsMatch', 'nothing')));
    expect(await page()).toEqual({ source: 'arxiv', day, entries: [], skipped: [], resumeToken: null });
    server.answer(body(oaiPage([{ ...lake, isDeleted: true }])));
    expect(await page()).toMatchObject({ entries: [], skipped: [{ reason: 'arXiv deleted it' }] });
  });

  it.each([
    ['a token that expired', oaiError('badResumptionToken', 'gone'), 'expired'],
    ['another error', oaiError('badArgument', 'from is odd'), 'refused'],
    ['a web page', '<!DOCTYPE html><html><body>Sorry</body></html>', 'malformed'],
    ['nothing', '', 'malformed'],
    ['half an answer', oaiPage([lake]).slice(0, 700), 'malformed'],
    ['another document', '<feed xmlns="http://www.w3.org/2005/Atom"/>', 'malformed'],
    ['an answer that says nothing', oaiAnswer(''), 'malformed'],
    ['nothing but odd records', oaiPage([{ ...lake, title: '' }]), 'malformed'],
    ['the same token again', oaiPage([lake], 'token'), 'malformed'],
    ['a token beyond measure', oaiPage([lake], 'x'.repeat(3_000)), 'malformed'],
  ])('says what is wrong with %s', async (_name, answer, code) => {
    server.answer(body(answer));
    await expect(page('token')).rejects.toMatchObject({ name: 'SourceError', code });
  });

  it('reports how long arXiv asks to wait', async () => {
    server.answer(status(503, { 'retry-after': '240' }));
    await expect(page()).rejects.toMatchObject({ code: 'refused', retryAfterMs: 240_000 });
    server.answer(reset(oaiPage([lake])));
    await expect(page()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('shares the lane of all requests to arXiv', async () => {
    await sources.reopen({ arxivSpacingMs: 60 });
    server.answer(body(oaiPage([lake])));
    const arxiv = sources.find('arxiv');
    await Promise.allSettled([page(), arxiv?.lookUp?.('2603.00001', new AbortController().signal), page()]);
    expect(server.requests).toHaveLength(3);
    expect(server.peakConnections()).toBe(1);
    const [one, two, three] = server.requests.map(({ at }) => at);
    expect(Math.min((two ?? 0) - (one ?? 0), (three ?? 0) - (two ?? 0))).toBeGreaterThanOrEqual(59);
  });

  it('is stopped at once', async () => {
    server.answer(() => undefined);
    const stop = new AbortController();
    const asked = page(null, stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('the day that announced a paper', () => {
  it.each([
    ['Monday before two in New York', '2026-03-02T18:59:59Z', '2026-03-03'],
    ['Monday at two in New York', '2026-03-02T19:00:00Z', '2026-03-04'],
    ['Thursday morning', '2026-03-05T12:00:00Z', '2026-03-06'],
    ['Thursday evening', '2026-03-05T22:00:00Z', '2026-03-09'],
    ['Friday evening', '2026-03-06T22:00:00Z', '2026-03-10'],
    ['Saturday', '2026-03-07T12:00:00Z', '2026-03-10'],
    ['Sunday', '2026-03-08T12:00:00Z', '2026-03-10'],
    ['in summer, an hour earlier', '2026-07-06T18:00:00Z', '2026-07-08'],
    ['the day before Thanksgiving', '2026-11-25T12:00:00Z', '2026-11-26'],
    ['Thanksgiving', '2026-11-26T12:00:00Z', '2026-11-30'],
    ['long ago', '1995-01-10T12:00:00Z', '1995-01-11'],
  ])('%s', (_name, submitted, announced) => {
    expect(announcedOn(Date.parse(submitted))).toBe(announced);
  });
});

describe.skipIf(!hasSharedData)(`captured answers of OAI-PMH ${skipped}`, () => {
  it.each([
    ['listrecords_arXivRaw_47001.xml.gz', 1_000, '496549|47001'],
    ['listrecords_arXivRaw_2014-01-16.xml.gz', 1_000, '496549|96001'],
  ])('%s is read whole', async (name, count, token) => {
    const answer = await readAnswer(gunzipSync(readSharedBytes(`data/arxiv_oai/${name}`)));
    expect(answer.token).toBe(token);
    expect(answer.entries.length + answer.skipped.length).toBe(count);
    // The first record of one capture was edited, and has an id that arXiv never gave.
    expect(answer.skipped.length).toBeLessThanOrEqual(1);
    // `astro-ph` alone, as many papers had it before 2009, is not a category any more.
    const categorized = answer.entries.filter(({ paper }) => paper.categories.length > 0);
    expect(categorized.length).toBeGreaterThan(count / 2);
    for (const { paper, date } of answer.entries) {
      expect(paper.authors.length).toBeGreaterThan(0);
      expect(paper.version).toBeGreaterThanOrEqual(1);
      expect(Date.parse(date)).toBeGreaterThan(Date.parse(paper.publishedAt ?? '') - 1);
      expect(Date.parse(date)).toBeLessThan(Date.parse(paper.publishedAt ?? '') + 6 * 86_400_000);
    }
  });

  it('the format without versions, which is not requested, is refused', async () => {
    const bytes = gunzipSync(readSharedBytes('data/arxiv_oai/listrecords_cs_50.xml.gz'));
    await expect(readAnswer(bytes)).rejects.toMatchObject({ code: 'malformed' });
  });
});
