import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Enricher } from '../../src/sources/enricher.ts';
import type { SourceSet } from '../../src/sources/registry.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { type ScholarServer, startScholarServer } from '../support/scholar-server.ts';
import { sourcesAt } from './contract.ts';
import { body, drip, gzipBomb, reset, startFixtureServer, status } from './fixture-server.ts';

const key = 'k-canary-4711';
let scholar: ScholarServer;
let sources: SourceSet;
let enricher: Enricher;
beforeEach(async () => {
  scholar = await startScholarServer();
  const place = { semanticScholarUrl: scholar.url, semanticScholarKey: key, semanticScholarSpacingMs: 0 };
  sources = sourcesAt('http://127.0.0.1:9', place);
  const found = sources.enrichers.find(({ id }) => id === 'semantic-scholar');
  if (found === undefined) throw new Error('Semantic Scholar is not there');
  enricher = found;
});
afterEach(async () => {
  await sources[Symbol.asyncDispose]();
  await scholar[Symbol.asyncDispose]();
});

const papers = ['2606.00001', '2606.00002', 'math/0611800', '10.1101/2026.01.02.123456'].map((id) =>
  inventPaper({ id }),
);
const tell = (asked = papers) => enricher.tell(asked, new AbortController().signal);

describe('Semantic Scholar', () => {
  it('is asked about all papers at once, in order, with the key in a header', async () => {
    scholar.papers.set('ARXIV:2606.00002', {
      externalIds: { ArXiv: '2606.00002', CorpusId: 77 },
      citationCount: 12,
      venue: ' Annual Meeting of\nTides ',
      tldr: { model: 'tldr@v2.0.0', text: 'Tides rise by $2$ metres.' },
    });
    scholar.papers.set('DOI:10.1101/2026.01.02.123456', { citationCount: 0, venue: '', tldr: null });
    expect([...(await tell())]).toEqual([
      ['2606.00002', { citations: 12, venue: 'Annual Meeting of Tides', tldr: 'Tides rise by 2 metres.' }],
      ['10.1101/2026.01.02.123456', { citations: 0, venue: null, tldr: null }],
    ]);
    expect(scholar.questions).toMatchObject([
      {
        path: 'POST /graph/v1/paper/batch?fields=externalIds,citationCount,venue,tldr',
        headers: { 'x-api-key': key, 'content-type': 'application/json' },
        ids: ['ARXIV:2606.00001', 'ARXIV:2606.00002', 'ARXIV:math/0611800', 'DOI:10.1101/2026.01.02.123456'],
      },
    ]);
  });

  it('knows none of them: 400', async () => {
    expect([...(await tell())]).toEqual([]);
  });

  it('does not take arXiv for a venue, and leaves out fields of the wrong type', async () => {
    scholar.papers.set('ARXIV:2606.00001', { venue: 'arXiv.org', citationCount: -3, tldr: 'no object' as never });
    expect([...(await tell())]).toEqual([['2606.00001', { citations: null, venue: null, tldr: null }]]);
  });

  it('loses one place of 500 that names another paper, and no other', async () => {
    const many = Array.from({ length: 500 }, (_, index) => inventPaper({ id: `2606.${10_000 + index}` }));
    const answers = many.map(({ id }) => ({ externalIds: { ArXiv: id }, citationCount: 3 }));
    scholar.fault = body(JSON.stringify(answers.with(17, { externalIds: { ArXiv: '1706.03762' }, citationCount: 9 })));
    const told = await tell(many);
    expect(told.size).toBe(499);
    expect(told.has('2606.10017')).toBe(false);
    expect(new Set([...told.values()].map(({ citations }) => citations))).toEqual(new Set([3]));
  });

  it('loses one place that is not a paper, and no other', async () => {
    const many = Array.from({ length: 4 }, (_, index) => inventPaper({ id: `2606.1000${index}` }));
    const answers: unknown[] = many.map(({ id }) => ({ externalIds: { ArXiv: id }, citationCount: 3 }));
    scholar.fault = body(JSON.stringify(answers.with(1, 'not found').with(2, { citationCount: '7', externalIds: [] })));
    const told = await tell(many);
    expect([...told.keys()]).toEqual(['2606.10000', '2606.10002', '2606.10003']);
    expect(told.get('2606.10002')).toEqual({ citations: null, venue: null, tldr: null });
  });

  it('cannot be trusted where most places are of other papers', async () => {
    const many = Array.from({ length: 9 }, (_, index) => inventPaper({ id: `2606.1000${index}` }));
    const shifted = many.map(({ id }) => ({ externalIds: { ArXiv: id } }));
    scholar.fault = body(JSON.stringify([null, ...shifted.slice(0, 8)]));
    await expect(tell(many)).rejects.toMatchObject({ code: 'malformed' });
  });

  it.each([
    ['an answer of fewer papers', body('[null]')],
    ['an answer of more papers', body('[null,null,null,null,null]')],
    ['no list', body('{"data":[]}')],
    ['a list of something else', body('["a","b","c","d"]')],
    ['an empty answer', body('')],
    ['a web page', body('<html>Sorry</html>')],
    ['half an answer', body('[null,nul')],
    ['places that are mixed up', body('[{"externalIds":{"ArXiv":"2606.00002"}},null,null,null]')],
  ])('gives a wrong answer: %s', async (_name, answer) => {
    scholar.fault = answer;
    await expect(tell()).rejects.toMatchObject({ name: 'SourceError', code: 'malformed' });
  });

  it('refuses, with and without a wait', async () => {
    const words = '{"message": "Too Many Requests. Please wait and try again.", "code": "429"}';
    scholar.fault = status(429, { 'content-type': 'application/json' }, words);
    await expect(tell()).rejects.toMatchObject({ code: 'refused', status: 429, retryAfterMs: null });
    scholar.fault = status(429, { 'retry-after': '9' });
    await expect(tell()).rejects.toMatchObject({ code: 'refused', retryAfterMs: 9_000 });
    for (const code of [500, 502, 503, 504]) {
      scholar.fault = status(code, {}, '{"message": "Internal Server Error"}');
      await expect(tell()).rejects.toMatchObject({ code: 'refused', status: code });
    }
  });

  it('reports that the key is refused, without repeating it', async () => {
    scholar.fault = status(403, {}, `{"message":"Forbidden ${key}"}`);
    const error = await tell().catch((caught: Error) => caught);
    expect(String(error)).toContain('check SEMANTIC_SCHOLAR_API_KEY');
    expect(JSON.stringify(error) + String((error as Error).cause)).not.toContain(key);
  });

  it('fails: a drip, a broken connection, a bomb, no answer', async () => {
    for (const fault of [drip, reset('[null'), () => undefined]) {
      scholar.fault = fault;
      await expect(tell()).rejects.toMatchObject({ code: 'unreachable' });
    }
    scholar.fault = gzipBomb(1_000_000);
    await expect(tell()).rejects.toMatchObject({ name: 'SourceError' });
  });

  it('does not follow to another host, and does not send it the key', async () => {
    await using other = await startFixtureServer();
    scholar.fault = status(307, { location: `${other.url}/graph/v1/paper/batch` });
    await expect(tell()).rejects.toMatchObject({ code: 'refused' });
    expect(other.requests).toEqual([]);
  });

  it('is not used without a key', async () => {
    await using set = sourcesAt(scholar.url, { semanticScholarUrl: scholar.url });
    expect(set.enrichers.map(({ id }) => id)).toEqual(['huggingface', 'arxiv-comments']);
  });
});
