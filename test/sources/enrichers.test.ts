import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/papers/paper.ts';
import type { Enricher } from '../../src/sources/enricher.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { body, fixture, status } from './fixture-server.ts';
import { serveSources } from './served-sources.ts';

const { server, sources } = await serveSources();

function enricher(id: string): Enricher {
  const found = sources.enrichers.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}
const tell = (id: string, papers: readonly Paper[]) => enricher(id).tell(papers, new AbortController().signal);
const castles = inventPaper({ id: '2603.01001' });

describe('Hugging Face, asked about one paper', () => {
  const [{ paper: details }] = JSON.parse(fixture('daily-papers.json')) as [{ paper: Record<string, unknown> }];

  it('gives its code, stars and upvotes', async () => {
    server.answer(body(JSON.stringify(details)));
    expect([...(await tell('huggingface', [castles]))]).toEqual([
      [
        '2603.01001',
        {
          upvotes: 41,
          codeUrl: 'https://github.com/tides/castles',
          codeStars: 12,
          projectUrl: 'https://castles.example.org/',
          aiSummary: 'Castles of wet sand fall.',
          organization: 'Institute of Tides',
        },
      ],
    ]);
    expect(server.requests.map(({ path }) => path)).toEqual(['/api/papers/2603.01001']);
  });

  it('does not know it: 404', async () => {
    server.answer(status(404, {}, '{"error":"Paper not found"}'));
    expect([...(await tell('huggingface', [castles]))]).toEqual([]);
  });

  it.each([
    ['another paper', JSON.stringify({ ...details, id: '2603.09999' })],
    ['no paper', '{"error":"Sorry"}'],
    ['a list', '[]'],
    ['a web page', '<html></html>'],
    ['nothing', ''],
  ])('is refused where it answers with %s', async (_name, answer) => {
    server.answer(body(answer));
    await expect(tell('huggingface', [castles])).rejects.toMatchObject({ code: 'malformed' });
  });

  it('is refused', async () => {
    server.answer(status(429, { ratelimit: '"api";r=0;t=55' }));
    await expect(tell('huggingface', [castles])).rejects.toMatchObject({ code: 'refused', retryAfterMs: 55_000 });
    server.answer(status(503));
    await expect(tell('huggingface', [castles])).rejects.toMatchObject({ code: 'refused', status: 503 });
  });

  it('is asked only about papers with an arXiv id that its lists do not have', () => {
    const { canTell } = enricher('huggingface');
    expect(canTell(castles)).toBe(true);
    expect(canTell(inventPaper({ id: 'math/0611800' }))).toBe(true);
    expect(canTell({ ...castles, sources: ['arxiv', 'huggingface'] })).toBe(false);
    expect(canTell(inventPaper({ id: '10.1101/2026.01.02.123456' }))).toBe(false);
  });
});

describe('arXiv, asked for the comments of authors', () => {
  const entry = (id: string, comment: string) => `<entry>
    <id>http://arxiv.org/abs/${id}v2</id><title>On ${id}</title><summary>Of tides.</summary>
    <published>2026-03-09T10:00:00Z</published><author><name>Ada Fjord</name></author>${comment}
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/></entry>`;
  const feed = (...entries: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">${entries.join('')}</feed>`;
  const papers = ['2603.01001', '2603.01002', '2603.01003'].map((id) => inventPaper({ id }));

  it('gives many at once', async () => {
    const said = '<arxiv:comment>9 pages, accepted at TIDES 2026</arxiv:comment>';
    server.answer(body(feed(entry('2603.01001', said), entry('2603.01002', ''), entry('2603.99999', said))));
    const told = await tell('arxiv-comments', papers);
    expect([...told]).toEqual([
      ['2603.01001', { comment: '9 pages, accepted at TIDES 2026' }],
      ['2603.01002', {}],
    ]);
    const query = new URLSearchParams(server.requests[0]?.path.split('?')[1]);
    expect(query.get('id_list')).toBe('2603.01001,2603.01002,2603.01003');
    expect(query.get('max_results')).toBe('3');
  });

  it('is refused where it answers with an empty page, an error or a web page', async () => {
    server.answer(body(feed()));
    await expect(tell('arxiv-comments', papers)).rejects.toMatchObject({ code: 'malformed' });
    server.answer(body('<html><body/></html>'));
    await expect(tell('arxiv-comments', papers)).rejects.toMatchObject({ code: 'malformed' });
    server.answer(status(429, { 'content-type': 'text/html' }, 'Rate exceeded.'));
    await expect(tell('arxiv-comments', papers)).rejects.toMatchObject({ code: 'refused', retryAfterMs: null });
  });

  it('is asked only where the comment is unknown', () => {
    const { canTell } = enricher('arxiv-comments');
    expect(canTell(castles)).toBe(true);
    expect(canTell({ ...castles, comment: '9 pages' })).toBe(false);
    expect(canTell(inventPaper({ id: '10.1101/2026.01.02.123456' }))).toBe(false);
  });
});
