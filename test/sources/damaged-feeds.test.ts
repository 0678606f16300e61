import { describe, expect, it } from 'vitest';
import { oaiPage } from '../support/invented-oai.ts';
import { countTurns } from '../support/turns.ts';
import { listed, request } from './contract.ts';
import { body, fixture } from './fixture-server.ts';
import { serveSources } from './served-sources.ts';
import { hasSharedData, readSharedBytes, sharedFiles, skipped } from './shared-data.ts';

const date = '2026-03-10';
const goodDay = fixture('announcement.rss.xml');
const atomDay = fixture('announcement.atom.xml');
const ids = ['2603.01001', '2603.01002', '2511.07777', 'quant-ph/0601234'];
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** What can stand in a text of a feed and must not, and the text that it becomes in the title after `Marbles`. */
const damages: readonly (readonly [string, string, string])[] = [
  ['a control character', 'Mar\u0008bles', 'Marbles'],
  ['a control character between words', 'Marbles\u000bRolled', 'Marbles Rolled'],
  ['a NUL', 'Marbles\u0000', 'Marbles'],
  ['a noncharacter', 'Marbles\uffff', 'Marbles'],
  ['a bare &', 'Marbles & Stairs', 'Marbles & Stairs'],
  ['a bare & before a word', 'R&D Marbles', 'R&D Marbles'],
  ['an undefined entity', 'Marbles&nbsp;&unheardof;', 'Marbles &unheardof;'],
  ['a reference to a control character', 'Marbles&#8;&#x1f;', 'Marbles'],
  ['a reference to half a character', 'Marbles&#xD800;', 'Marbles'],
  ['a bare <', 'Marbles p < 0.05', 'Marbles p < 0.05'],
  ['a bare < before a number', 'Marbles p<0.05', 'Marbles p<0.05'],
  ['a bare < before a word', 'Marbles a<b and', 'Marbles a<b and'],
  ['what looks like a tag', 'Marbles a<b>c', 'Marbles a<b>c'],
  ['what looks like a closing tag', 'Marbles</i> c', 'Marbles</i> c'],
  ['what looks like an attribute', 'Marbles <a href="x', 'Marbles <a href="x'],
  ['the end of a CDATA section', 'Marbles ]]> Stairs', 'Marbles Stairs'],
  ['markup', '<i>Mar</i>bles <p>of H<sub>2</sub>O</p>', 'Marbles of H₂O'],
  ['a tag that is never closed', 'Marbles<br>of H<sub>2</sub>O', 'Marbles of H₂O'],
];

/** What can be wrong around the items. */
const frames: readonly (readonly [string, (text: string) => string | Buffer])[] = [
  ['blank lines before the prolog', (text) => `\n\r\n  ${text}`],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['a byte order mark after a blank line', (text) => `\n\ufeff${text}`],
  ['a bare & in the title of the feed', (text) => text.replace('updates on arXiv.org', 'updates & news')],
  ['a control character in the description of the feed', (text) => text.replace('e-print', 'e\u0001-print')],
  ['a warning of the server after its end', (text) => `${text}\nWarning: out of <b>memory</b> & so on`],
  ['prefixes that it does not declare', (text) => text.replace(/ xmlns:(?:dc|arxiv)="[^"]*"/g, '')],
  ['a NUL at the end', (text) => `${text}\u0000`],
  ['an undefined entity between two items', (text) => text.replace('</item>', '</item>&nbsp;')],
];

describe('a damaged feed of arXiv costs what is damaged', async () => {
  const { server, sources } = await serveSources();
  const pull = async () => listed((await sources.find('arxiv')?.pull(request(date))) ?? { kind: 'unchanged' });
  const shown = async () => {
    const { entries, skipped: left } = await pull();
    return { ids: entries.map(({ paper }) => paper.id), left };
  };

  it.each(damages)('repairs %s in a title', async (_name, damaged, title) => {
    server.answer(body(goodDay.replace('Marbles', damaged)));
    const { entries, skipped: left } = await pull();
    expect(entries.map(({ paper }) => paper.id)).toEqual(ids);
    expect(left).toEqual([]);
    expect(entries[2]?.paper.title).toBe(`${title} Down a Staircase, Revisited`);
  });

  it.each(damages)('keeps every paper with %s in an abstract, in RSS and in Atom', async (_name, damaged) => {
    server.answer(body(goodDay.replace('Steam', damaged)));
    expect(await shown()).toEqual({ ids, left: [] });
    server.answer(body(atomDay.replace(/<summary[^>]*>/, (tag) => `${tag}${damaged} `)));
    const { ids: ofAtom, left } = await shown();
    expect(ofAtom.length + left.length).toBe(atomDay.split('<entry>').length - 1);
    expect(ofAtom.length).toBeGreaterThan(0);
  });

  it.each(frames)('reads a feed with %s', async (_name, damage) => {
    server.answer(body(damage(goodDay)));
    expect(await shown()).toEqual({ ids, left: [] });
  });

  it('reads a Latin-1 byte as its letter, beside letters in UTF-8', async () => {
    const [before = '', after = ''] = goodDay.replace('Marbles', 'Kühe, Bär').split('Bär');
    server.answer(body(Buffer.concat([Buffer.from(before), latin1('Bär'), Buffer.from(after)])));
    const { entries } = await pull();
    expect(entries.map(({ paper }) => paper.id)).toEqual(ids);
    expect(entries[2]?.paper.title).toBe('Kühe, Bär Down a Staircase, Revisited');
  });

  it('leaves out bytes of half a character', async () => {
    const [before = '', after = ''] = goodDay.split('Marbles');
    server.answer(
      body(Buffer.concat([Buffer.from(before), Buffer.from([0xed, 0xa0, 0xbd]), Buffer.from(`Marbles${after}`)])),
    );
    expect((await pull()).entries[2]?.paper.title).toBe('Marbles Down a Staircase, Revisited');
  });

  it.each([
    ['a tag that is broken', (text: string) => text.replace('<title>Marbles', '<title Marbles')],
    ['tags that cross', (text: string) => text.replace('Marbles', '<i>Mar<b>bles</i></b>')],
    ['a prefix without a namespace', (text: string) => text.replace('Marbles', '<x:y>Marbles</x:y>')],
    ['a closing tag that is missing', (text: string) => text.replace(/(<title>Marbles[^<]*)<\/title>/, '$1')],
    ['200 KB in one text', (text: string) => text.replace('Marbles', `<x>${'x'.repeat(200_000)}`)],
  ])('leaves out an item with %s, counts it, and names it', async (_name, damage) => {
    server.answer(body(damage(goodDay)));
    const { entries, skipped: left, receipts } = await pull();
    expect(entries.map(({ paper }) => paper.id)).toEqual(ids.filter((id) => id !== '2511.07777'));
    expect(left).toMatchObject([{ reason: expect.stringMatching(/\w/) }]);
    expect(receipts).toContainEqual({ category: 'quant-ph', announced: 3, fetched: 2 });
  });

  it.each([
    ['whose end is missing, for the next one', (text: string) => text.replace('</item>', '')],
    ['whose begin is missing', (text: string) => text.replace('<item>', '')],
    ['whose end is missing, as the last one', (text: string) => text.replace(/<\/item>(?![\s\S]*<\/item>)/, '')],
  ])('leaves out one item, and counts it: %s', async (_name, damage) => {
    server.answer(body(damage(goodDay)));
    const { ids: kept, left } = await shown();
    expect([kept.length, left.length]).toEqual([3, 1]);
  });

  it('leaves out an item that is dated another day, and counts it', async () => {
    const [first = '', ...others] = goodDay.split('</item>');
    const dated = [first.replace(/(<category>81P45[\s\S]*)Tue, 10 Mar/, '$1Mon, 09 Mar'), ...others].join('</item>');
    server.answer(body(dated));
    expect(await shown()).toMatchObject({
      ids: ids.slice(1),
      left: [{ item: '2603.01001', reason: 'it belongs to 2026-03-09', categories: ['quant-ph', 'math-ph'] }],
    });
  });

  it.each([
    ['a feed that was cut within an item', goodDay.slice(0, goodDay.indexOf('Marbles'))],
    ['a feed that was cut after an item', goodDay.slice(0, goodDay.lastIndexOf('</item>') + 7)],
    ['a feed that was cut within its last tag', goodDay.trimEnd().slice(0, -3)],
    [
      'a damaged feed that was cut',
      `\n${goodDay.replace('Steam', 'a & b').slice(0, goodDay.lastIndexOf('</channel>'))}`,
    ],
    ['a DOCTYPE after blank lines', `\n\n<!DOCTYPE rss [<!ENTITY a "aaaa">]>\n${goodDay}`],
    ['a DOCTYPE in an item', goodDay.replace('Marbles', '<!DOCTYPE rss [<!ENTITY a "aaaa">]>&a;')],
    ['two feeds in one', goodDay + goodDay],
    ['words before the feed', `Warning: out of memory\n${goodDay}`],
    ['a web page', '<html><head><title>Oops & so on</title></head><body><p>Later.<br></body></html>'],
  ])('still refuses %s', async (_name, text) => {
    server.answer(body(text));
    await expect(pull()).rejects.toMatchObject({ name: 'SourceError', code: 'malformed' });
  });

  it('reads 2,000 damaged items, and gives other work many turns meanwhile', async () => {
    const item = /<item>[\s\S]*?<\/item>/.exec(goodDay)?.[0] ?? '';
    const many = Array.from({ length: 1_999 }, (_, index) =>
      item
        .replaceAll('2603.01001', `2603.${10_000 + index}`)
        .replace('We build castles', `We build castles & p < 0.05 ${'long '.repeat(200)}`),
    );
    const long = goodDay.replace(/<item>[\s\S]*<\/item>/, many.join('\n'));
    await sources.reopen({ deadlineMs: 20_000 });
    server.answer(body(long));
    const { result, turns } = await countTurns(pull);
    expect(result.entries).toHaveLength(1_999);
    expect(turns).toBeGreaterThan(10);
  });

  it.each([
    '&'.repeat(50_000),
    '<'.repeat(50_000),
    '<a '.repeat(40_000),
    '<![CDATA['.repeat(15_000),
    '<!--'.repeat(30_000),
  ])('reads hostile damage in little time: %.9s', async (damage) => {
    server.answer(body(goodDay.replace('Marbles', damage)));
    const start = performance.now();
    expect((await pull()).entries.length).toBeGreaterThanOrEqual(3);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('other XML of arXiv that is damaged costs what is damaged', async () => {
  const { server, sources } = await serveSources({ arxivCategories: [] });
  const never = new AbortController().signal;

  it.each(damages)('finds the papers of the search beside one with %s', async (_name, damaged) => {
    server.answer(body(fixture('query-api-new.xml').replace(/<summary>/, `<summary>${damaged} `)));
    const found = /abs\/([\w.-]+?)v\d/.exec(fixture('query-api-new.xml'))?.[1] ?? '';
    expect(await sources.find('arxiv')?.lookUp?.(found, never)).toMatchObject({ id: found });
  });

  it.each(damages)('reads past papers beside one with %s', async (_name, damaged) => {
    const records = ids.map((id) => ({ id, day: date, categories: 'quant-ph', title: `Tides of ${id}` }));
    server.answer(body(oaiPage(records).replace('Tides of 2603.01001', damaged)));
    const page = await sources.find('arxiv')?.past?.page({ date, resumeToken: null, signal: never });
    expect(page?.entries.map(({ paper }) => paper.id)).toEqual(ids);
  });

  it('counts a past paper whose XML cannot be repaired', async () => {
    const records = ids.map((id) => ({ id, day: date, categories: 'quant-ph', title: `Tides of ${id}` }));
    server.answer(body(oaiPage(records).replace('Tides of 2603.01001', '<i>Ti<b>des</i></b>')));
    const page = await sources.find('arxiv')?.past?.page({ date, resumeToken: null, signal: never });
    expect(page?.entries.map(({ paper }) => paper.id)).toEqual(ids.slice(1));
    expect(page?.skipped).toEqual([{ item: 'record 1', reason: 'its XML is damaged' }]);
  });
});

describe.skipIf(!hasSharedData)(`a real feed with one damaged place ${skipped}`, async () => {
  const { server, sources } = await serveSources({ arxivCategories: ['cs.CL'] });
  const [name = ''] = sharedFiles('data/arxiv_rss').filter((file) => /^rss_cs\.CL_\d/.test(file));

  it.each(damages)('keeps every paper with %s at any place of a text', async (_name, damaged) => {
    await sources.reopen({ arxivCategories: ['cs.CL'], deadlineMs: 20_000 });
    const real = readSharedBytes(`data/arxiv_rss/${name}`).toString('utf8');
    const day = /\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? '';
    const count = real.split('<item>').length - 1;
    const places = [...real.matchAll(/Abstract: /g)].map(({ index }) => index + 'Abstract: '.length);
    for (const share of [0, 0.4, 1]) {
      const at = places[Math.floor((places.length - 1) * share)] ?? 0;
      server.answer(body(`${real.slice(0, at)}${damaged} ${real.slice(at)}`));
      const pulled = await sources.find('arxiv')?.pull(request(day));
      const { entries, skipped: left } = listed(pulled ?? { kind: 'unchanged' });
      expect([entries.length, left.length]).toEqual([count, 0]);
    }
  });
});
