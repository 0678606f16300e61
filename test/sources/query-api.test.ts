import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/sources/arxiv/query-api.ts';
import { body, fixture } from './fixture-server.ts';
import { serveSources } from './served-sources.ts';

const known = fixture('query-api-new.xml');
const unknown = known.replace(/ {2}<entry>[\s\S]*<\/entry>\n/, '');
const failed = known
  .replace('http://arxiv.org/abs/2603.01001v2', 'https://arxiv.org/api/errors#incorrect_id_format_for_abc')
  .replace('<title>Sandcastles', '<title>Error');
const never = new AbortController().signal;

describe('looking up a paper', async () => {
  const { server, sources } = await serveSources();
  const lookUp = (id: string) => sources.find('arxiv')?.lookUp?.(id, never);

  it('finds a known paper', async () => {
    server.answer(body(known));
    expect(await lookUp('2603.01001')).toEqual({
      id: '2603.01001',
      version: 2,
      title: 'Sandcastles at Low Tide: Erosion for Poor Beaches',
      abstract: 'We build castles of wet sand and watch them fall.',
      authors: ['Mira Dovžan', 'Sunny'],
      categories: ['quant-ph', 'math-ph'],
      describedBy: 'arxiv',
      publishedAt: '2026-03-09T15:44:29.000Z',
      doi: '10.1234/sand.42',
      journalReference: null,
      comment: '12 pages, 3 figures. Accepted at the Café of Tides 2026',
      sources: [],
      announcedAs: null,
      extras: expect.objectContaining({ upvotes: null }),
    });
    expect(server.requests[0]?.path).toBe('/api/query?id_list=2603.01001&max_results=1');
  });

  it('reads the old and the new format alike', async () => {
    const [old] = await readAnswer(Buffer.from(fixture('query-api-old.xml')));
    const [current] = await readAnswer(Buffer.from(known));
    expect(old).toEqual(current);
  });

  it('gives null for an unknown id, and for a paper that was not requested', async () => {
    server.answer(body(unknown));
    expect(await lookUp('2603.99999')).toBeNull();
    server.answer(body(known));
    expect(await lookUp('2603.99999')).toBeNull();
  });

  it('makes no request for a text that is not an id', async () => {
    expect(lookUp('cats" OR all:*')).toBeNull();
    expect(server.requests).toEqual([]);
  });

  it('fails where arXiv reports an error, or sends something else', async () => {
    server.answer(body(failed));
    await expect(lookUp('2603.01001')).rejects.toMatchObject({ code: 'refused' });
    server.answer(body(fixture('announcement.rss.xml')));
    await expect(lookUp('2603.01001')).rejects.toMatchObject({ code: 'malformed' });
  });
});
