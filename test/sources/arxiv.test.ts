import { describe, expect, it } from 'vitest';
import { categories } from '../../src/papers/categories.ts';
import { requestGroups } from '../../src/sources/arxiv/request-groups.ts';
import type { PaperSource } from '../../src/sources/source.ts';
import { oaiPage } from '../support/invented-oai.ts';
import { countTurns } from '../support/turns.ts';
import { listed, request } from './contract.ts';
import { body, fixture, type Responder, status } from './fixture-server.ts';
import { serveSources } from './served-sources.ts';
import { describeSourceContract } from './source-contract.ts';

const goodDay = fixture('announcement.rss.xml');
const atomDay = fixture('announcement.atom.xml');
const date = '2026-03-10';
const yesterday = (text: string): string =>
  text.replaceAll('Tue, 10 Mar 2026', 'Mon, 09 Mar 2026').replaceAll('2026-03-10T', '2026-03-09T');
const emptied = goodDay.replace(/ {4}<item>[\s\S]*<\/item>\n/, '');

const ids = ['2603.01001', '2603.01002', '2511.07777', 'quant-ph/0601234'];

describeSourceContract({
  id: 'arxiv',
  date,
  goodDay,
  goodPast: oaiPage(ids.map((id) => ({ id, day: date, categories: 'quant-ph' }))),
  ids,
  oneBadItem: goodDay.replace('oai:arXiv.org:2603.01001v1', 'oai:arXiv.org:nothing'),
  onlyBadItems: goodDay.replaceAll('oai:arXiv.org:', 'urn:'),
  otherDay: yesterday(goodDay),
  quietDay: emptied,
  newVersion: goodDay.replaceAll('2603.01001v1', '2603.01001v2'),
  wrongShapes: [
    '<opml version="2.0"><body/></opml>',
    '<rss version="2.0"/>',
    '<rss version="2.0"><channel/></rss>',
    '<feed><title>of no namespace</title></feed>',
    emptied.replace(/<pubDate>[^<]*<\/pubDate>/, ''),
    emptied.replace('quant-ph updates on arXiv.org', 'Feed error for query: http://rss.arxiv.org/rss/quant-phy'),
    goodDay.replace('</channel>', ''),
    `<rss>${'<a>'.repeat(40)}${'</a>'.repeat(40)}</rss>`,
    '{"items":[]}',
    goodDay.replace('<rss ', '<!DOCTYPE rss>\n<rss '),
  ],
});

describe('the arXiv feeds', async () => {
  const { server, sources } = await serveSources();
  const arxiv = (): PaperSource => {
    const source = sources.find('arxiv');
    if (source === undefined) throw new Error('no arXiv');
    return source;
  };
  const pull = async (more = {}) => listed(await arxiv().pull(request(date, more)));
  const use = (arxivCategories: string[]) => sources.reopen({ arxivCategories, deadlineMs: 10_000 });

  it('reads a paper of an announcement, its TeX as Unicode', async () => {
    server.answer(body(goodDay));
    const { entries } = await pull();
    expect(entries[0]).toEqual({
      announceType: 'new',
      paper: {
        id: '2603.01001',
        version: 1,
        title: 'Sandcastles at Low Tide: O(n log n) Erosion for CO₂-Poor Beaches',
        abstract:
          "We build castles of wet sand and watch them fall. With Schrödinger's bucket the fall takes n² waves ± three.",
        authors: ['Mira Dovžan', 'Sunny', 'José Arenal Jr.'],
        categories: ['quant-ph', 'math-ph'],
        describedBy: 'arxiv',
        publishedAt: null,
        doi: null,
        journalReference: null,
        comment: null,
        sources: [],
        announcedAs: null,
        extras: expect.objectContaining({ upvotes: null }),
      },
    });
    expect(entries[1]?.paper.authors).toEqual(['KETTLE Collaboration', 'Ada Brewer', 'Tom Stove']);
    expect(entries[2]?.paper).toMatchObject({
      version: 3,
      doi: '10.1234/stairs.2026.17',
      journalReference: "Annales de l'Éscalier, 17 (2026), pp. 1–12",
    });
    expect(entries.map(({ announceType }) => announceType)).toEqual(['new', 'cross', 'replace', 'replace-cross']);
  });

  it('reads Atom as it reads RSS', async () => {
    server.answer(body(goodDay));
    const rss = await pull();
    server.answer(body(atomDay));
    const atom = await pull();
    expect(atom.date).toBe(date);
    expect(atom.entries[0]).toEqual(rss.entries[0]);
    expect(atom.entries[1]?.paper.id).toBe('2511.07777');
  });

  it.each([
    "&lt;a href=\"https://arxiv.org/a/dovzan_m_1\"&gt;Mira Dovžan&lt;/a&gt;, &lt;a href='x'&gt;Jos\\'e Arenal&lt;/a&gt; (1)",
    '<a href="https://arxiv.org/a/dovzan_m_1">Mira Dovžan</a>, <a href="x">José Arenal</a>',
    '<![CDATA[<a href="x?a=1&b=2">Mira Dovžan</a>,<a href="x">José Arenal</a>]]>',
    '&lt;a href="x"&gt;Mira Dovžan&lt;/a&gt; &lt;a href="x"&gt;José Arenal&lt;/a&gt;',
  ])('shows names in links as text: %s', async (creators) => {
    server.answer(body(goodDay.replace(/(<dc:creator>)[\s\S]*?(?=<\/dc:creator>)/, `$1${creators}`)));
    expect((await pull()).entries[0]?.paper.authors).toEqual(['Mira Dovžan', 'José Arenal']);
  });

  it('reports how completely each category was pulled, and each archive of several', async () => {
    await use(['quant-ph', 'math-ph', 'cs.CL']);
    const unread = goodDay.replace(/Sandcastles[^<]*/, ' ');
    server.answer((seen, response) => body(seen.url?.includes('cs.CL') ? emptied : unread)(seen, response));
    const { receipts, skipped } = await pull();
    expect(skipped).toMatchObject([{ item: '2603.01001', reason: 'no title', categories: ['quant-ph', 'math-ph'] }]);
    expect(receipts?.toSorted((a, b) => a.category.localeCompare(b.category))).toEqual([
      { category: 'cs.*', announced: 0, fetched: 0 },
      { category: 'cs.CL', announced: 0, fetched: 0 },
      { category: 'math-ph', announced: 1, fetched: 0 },
      { category: 'quant-ph', announced: 2, fetched: 1 },
    ]);
  });

  it('expects a listing on working days, and none on weekends and after holidays', () => {
    const expected = (time: string) => arxiv().expects?.(Date.parse(time));
    expect(expected('2026-03-10T09:00Z')).toEqual({ date: '2026-03-10', isWhole: true });
    expect(expected('2026-03-10T03:00Z')).toEqual({ date: '2026-03-09', isWhole: true });
    expect([expected('2026-03-14T09:00Z'), expected('2026-09-08T09:00Z')]).toEqual([null, null]);
  });

  it('answers with the day it has where any day will do', async () => {
    server.answer(body(yesterday(goodDay)));
    expect(await pull({ isExact: false })).toMatchObject({ date: '2026-03-09' });
  });

  it('refuses a feed made today with the papers of yesterday', async () => {
    server.answer(body(atomDay.replaceAll('<published>2026-03-10', '<published>2026-03-09')));
    await expect(pull({ isExact: false })).rejects.toMatchObject({ code: 'other-date' });
  });

  it('does not read the categories that still show another day than the requested one', async () => {
    await use(['quant-ph', 'cs.CL']);
    server.answer((seen, response) => body(seen.url?.includes('cs.CL') ? yesterday(goodDay) : goodDay)(seen, response));
    expect(await pull({ isExact: false })).toMatchObject({
      date,
      isPartial: true,
      unread: [{ categories: ['cs.CL'], reason: 'arXiv shows 2026-03-09 there, not 2026-03-10' }],
    });
  });

  it('fails where its feeds are of several other days', async () => {
    await use(['quant-ph', 'cs.CL']);
    const before = goodDay.replaceAll('Tue, 10 Mar 2026', 'Fri, 06 Mar 2026');
    server.answer((seen, response) => body(seen.url?.includes('cs.CL') ? yesterday(goodDay) : before)(seen, response));
    await expect(pull({ isExact: false })).rejects.toMatchObject({ code: 'other-date' });
  });

  it('lists a paper of several requests once, as what counts most, with its newest version', async () => {
    await use(['cs.CL', 'quant-ph']);
    const crossed = goodDay.replaceAll('>new<', '>cross<').replace('2603.01001v1</guid>', '2603.01001v2</guid>');
    const later = goodDay.replace('2511.07777v3</guid>', '2511.07777v4</guid>');
    server.answer((seen, response) => body(seen.url?.includes('cs.CL') ? crossed : later)(seen, response));
    const { entries } = await pull();
    expect(entries).toHaveLength(4);
    expect(entries[0]).toMatchObject({ announceType: 'new', paper: { id: '2603.01001', version: 2 } });
    expect(entries[2]).toMatchObject({ announceType: 'replace', paper: { id: '2511.07777', version: 4 } });
  });

  it.each([
    ['no title', goodDay.replace(/Sandcastles[^<]*/, ' ')],
    ['an unknown announce type', goodDay.replace('>new<', '>retracted<')],
    ['a guid without an id', goodDay.replace('oai:arXiv.org:2603.01001v1', 'https://example.org/1')],
    ['an id that arXiv never gave', goodDay.replace('oai:arXiv.org:2603.01001v1', 'oai:arXiv.org:2613.01001v1')],
  ])('skips an item with %s', async (_name, text) => {
    server.answer(body(text));
    const { entries, skipped } = await pull();
    expect(entries.map(({ paper }) => paper.id)).toEqual(['2603.01002', '2511.07777', 'quant-ph/0601234']);
    expect(skipped).toHaveLength(1);
  });

  describe('with ETags', () => {
    const tagged: Responder = (seen, response) => {
      const tag = `tag-of-${seen.url}`;
      if (seen.headers['if-none-match'] === tag) return status(304, { etag: tag })(seen, response);
      return body(goodDay, { etag: tag })(seen, response);
    };

    it('remembers them by request, and is unchanged where all are', async () => {
      await use(['quant-ph', 'cs.CL']);
      server.answer(tagged);
      const { etags } = await pull();
      expect(etags).toEqual({ '/rss/quant-ph': 'tag-of-/rss/quant-ph', '/rss/cs.CL': 'tag-of-/rss/cs.CL' });
      expect(await arxiv().pull(request(date, { etags }))).toEqual({ kind: 'unchanged' });
    });

    it('is partial where some are, and keeps every tag for the next pull', async () => {
      await use(['quant-ph', 'cs.CL']);
      server.answer(tagged);
      const { etags } = await pull();
      const listing = await pull({ etags: { '/rss/cs.CL': etags['/rss/cs.CL'] } });
      expect(listing).toMatchObject({ isPartial: true, etags });
      expect(listing.entries).toHaveLength(4);
    });

    it('does not mix unchanged feeds with another day', async () => {
      await use(['quant-ph', 'cs.CL']);
      server.answer((seen, response) =>
        seen.url?.includes('cs.CL') ? status(304)(seen, response) : body(yesterday(goodDay))(seen, response),
      );
      const stale = pull({ isExact: false, etags: { '/rss/cs.CL': 'x' } });
      await expect(stale).rejects.toMatchObject({ code: 'other-date' });
    });

    it('refuses a 304 without an ETag', async () => {
      server.answer(status(304));
      await expect(pull()).rejects.toMatchObject({ code: 'refused' });
    });
  });

  describe('at the cap of 2,000 items', () => {
    const item = /<item>[\s\S]*?<\/item>/.exec(goodDay)?.[0] ?? '';
    const feedOf = (ids: readonly string[]): string =>
      emptied.replace('</channel>', `${ids.map((id) => item.replaceAll('2603.01001', id)).join('\n')}</channel>`);
    const idsOf = (category: string, count: number): string[] =>
      Array.from({ length: count }, (_, i) => `2603.${category === 'math.AG' ? 1 : 2}${String(i).padStart(4, '0')}`);
    /** Answers as the real service does: the papers of all requested categories, cut off at 2,000. */
    const cutOff =
      (counts: Readonly<Record<string, number>>): Responder =>
      (seen, response) => {
        const asked = (seen.url ?? '').replace('/rss/', '').split('+');
        const ids = asked.flatMap((category) => idsOf(category, counts[category] ?? 0)).slice(0, 2_000);
        body(feedOf(ids), { etag: 'x' })(seen, response);
      };

    it('asks again in halves, so that no new paper is lost', async () => {
      await use(['math.AG', 'math.CO']);
      server.answer(cutOff({ 'math.AG': 1_500, 'math.CO': 1_400 }));
      const { entries, etags } = await pull();
      expect(server.requests.map(({ path }) => path)).toEqual(['/rss/math.AG+math.CO', '/rss/math.AG', '/rss/math.CO']);
      expect(new Set(entries.map(({ paper }) => paper.id)).size).toBe(2_900);
      expect(Object.keys(etags)).toEqual(['/rss/math.AG', '/rss/math.CO']);
    });

    it('fails where a single category reaches it', async () => {
      await use(['math.AG']);
      server.answer(cutOff({ 'math.AG': 2_000 }));
      await expect(pull()).rejects.toMatchObject({ code: 'truncated' });
    });
  });

  it('asks for the present day of New York', () => {
    expect(arxiv().datesToPull(Date.parse('2026-03-10T03:59:00Z'))).toEqual(['2026-03-09']);
    expect(arxiv().datesToPull(Date.parse('2026-03-10T04:01:00Z'))).toEqual(['2026-03-10']);
  });

  it('reads a long feed with room for other work in between', async () => {
    const items = Array.from({ length: 1_500 }, (_, i) =>
      goodDay.split('<item>')[1]?.replaceAll('01001', String(10_000 + i)),
    );
    const long = emptied.replace('</channel>', `${items.map((text) => `<item>${text}`).join('')}</channel>`);
    server.answer(body(long));
    await use(['quant-ph']);
    const { result, turns } = await countTurns(() => pull());
    expect(result.entries).toHaveLength(1_500);
    expect(turns).toBeGreaterThan(long.length / 65_536);
  });
});

describe('the requests to the feeds', () => {
  const all = categories.map(({ id }) => id);

  it('cover every category once, in few requests of few categories', () => {
    const groups = requestGroups(all);
    expect(groups.flat().sort()).toEqual([...all].sort());
    expect(groups.length).toBeLessThanOrEqual(18);
    expect(Math.max(...groups.map(({ length }) => length))).toBeLessThanOrEqual(20);
  });

  it('ask for the largest categories by themselves', () => {
    for (const large of ['cs.CV', 'cs.LG', 'cs.AI', 'cs.CL']) expect(requestGroups(all)).toContainEqual([large]);
  });
});
