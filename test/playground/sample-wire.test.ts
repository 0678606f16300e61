import { existsSync, readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { answerQuery } from '../../src/playground/sample/arxiv-answer.ts';
import { renderFeed } from '../../src/playground/sample/arxiv-feed.ts';
import { dailyPapers } from '../../src/playground/sample/daily-papers.ts';
import { type Edition, makeEdition } from '../../src/playground/sample/edition.ts';
import { toTex } from '../../src/playground/sample/tex-accents.ts';
import { submissionWindow } from '../../src/sources/arxiv/announcement-day.ts';

const today = '2026-11-24';
const yesterday = '2026-11-23';
const edition = makeEdition(today, today);
const everything =
  'astro-ph+cond-mat+cs+econ+eess+gr-qc+hep-ex+hep-lat+hep-ph+hep-th+math+math-ph+nlin+nucl-ex+nucl-th+physics+q-bio+q-fin+quant-ph+stat';

type Entry = Record<string, string[]>;

/** The texts of a document's elements (and `category` terms), by entry. Throws if it is not well-formed. */
function readEntries(xml: string, entryName: string): Entry[] {
  const entries: Entry[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  const remember = (name: string, value: string | undefined) => {
    const entry = entries.at(-1);
    if (entry && value?.trim()) entry[name] = [...(entry[name] ?? []), value];
  };
  parser.on('opentag', (tag) => {
    text = '';
    if (tag.name === entryName) entries.push({});
    if (tag.name === 'category') remember('category', tag.attributes['term']?.value);
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', (tag) => {
    remember(tag.name, text);
    text = '';
  });
  parser.write(xml).close();
  return entries;
}

const atomEntries = (of: Edition, query: string, day: string) =>
  readEntries(renderFeed(of, 'atom', query, day).body, 'entry');

describe('the papers of the sample', () => {
  test('are about sixty today and about twenty-five yesterday, of many fields', () => {
    const on = (day: string) => edition.papers.filter(({ listedOn }) => listedOn === day);
    expect(on(today).length).toBeGreaterThanOrEqual(55);
    expect(on(yesterday).length).toBeGreaterThanOrEqual(25);
    const archives = new Set(on(today).map(({ paper }) => paper.categories[0].split('.')[0]));
    for (const archive of [
      'cs',
      'stat',
      'math',
      'physics',
      'astro-ph',
      'cond-mat',
      'q-bio',
      'econ',
      'quant-ph',
      'eess',
    ]) {
      expect(archives).toContain(archive);
    }
  });

  test('have abstracts of 80 to 180 words and different titles', () => {
    for (const { abstract, title } of edition.papers) {
      const words = abstract.split(/\s+/).length;
      expect(words, title).toBeGreaterThanOrEqual(80);
      expect(words, title).toBeLessThanOrEqual(180);
    }
    expect(new Set(edition.papers.map(({ title }) => title)).size).toBe(edition.papers.length);
  });

  test.each(['2026-11-24', '2026-03-01', '2027-01-01', '2028-02-29'])(
    'have ids on %s that are valid, differ, and belong to no real paper',
    (day) => {
      const { papers } = makeEdition(day, day);
      expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
      for (const { id, announcedOn } of papers) {
        if (id.includes('/')) expect(id).toMatch(/^math\/\d{4}999$/);
        else expect(id).toMatch(new RegExp(`^${announcedOn.slice(2, 4)}${announcedOn.slice(5, 7)}\\.9\\d{4}$`));
      }
    },
  );

  test('keep the hard cases: a ping with a forged link, C++, 300 authors, an old id', () => {
    const titles = edition.papers.map(({ title }) => title);
    expect(titles.some((title) => title.includes('@everyone') && title.includes('A](https://evil.example) [B'))).toBe(
      true,
    );
    expect(titles.some((title) => title.includes('C++'))).toBe(true);
    expect(edition.papers.some(({ paper }) => paper.authors.length >= 300)).toBe(true);
    expect(edition.papers.some(({ id, arxivListing }) => id.includes('/') && arxivListing === 'replacement')).toBe(
      true,
    );
  });
});

describe('arXiv’s feeds of the sample', () => {
  test('list each paper of the day once, in every announce type', () => {
    const types = new Set<string>();
    for (const query of [everything, 'cs', 'q-bio+stat']) {
      const entries = atomEntries(edition, query, today);
      const ids = entries.map((entry) => entry['id']?.[0]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const entry of entries) types.add(entry['arxiv:announce_type']?.[0] ?? 'none');
    }
    const listed = edition.papers.filter((entry) => entry.listedOn === today && entry.arxivListing !== 'unlisted');
    expect(atomEntries(edition, everything, today)).toHaveLength(listed.length);
    expect([...types].sort()).toEqual(['cross', 'new', 'replace', 'replace-cross']);
  });

  test('are equal in Atom and RSS', () => {
    const atom = atomEntries(edition, 'cs.LG', today).map((entry) => [
      entry['title'],
      entry['dc:creator'],
      entry['category'],
    ]);
    const rss = readEntries(renderFeed(edition, 'rss', 'cs.lg', today).body, 'item');
    expect(atom.length).toBeGreaterThan(5);
    expect(rss.map((item) => [item['title'], item['dc:creator'], item['category']])).toEqual(atom);
  });

  test('have id, version, type and abstract in arXiv’s places, and accents in TeX', () => {
    for (const entry of atomEntries(edition, everything, yesterday)) {
      const [, id, version] = /^oai:arXiv\.org:(.+)v(\d+)$/.exec(entry['id']?.[0] ?? '') ?? [];
      const type = entry['arxiv:announce_type']?.[0];
      expect(entry['summary']?.[0]).toContain(`arXiv:${id}v${version} Announce Type: ${type} \nAbstract: `);
      expect(entry['published']).toEqual(['2026-11-23T00:00:00-05:00']);
    }
    const everyCreator = atomEntries(edition, everything, today).flatMap((entry) => entry['dc:creator'] ?? []);
    expect(everyCreator.join()).toContain("Ji\\v{r}ina Holobr\\'adek");
    expect(everyCreator.join()).toContain('LANTERN Collaboration,  :, A. Abelquist');
  });

  test('are empty on other days and refuse categories that do not exist', () => {
    expect(renderFeed(edition, 'atom', 'cs', '2026-11-22')).toMatchObject({ status: 200 });
    expect(atomEntries(edition, everything, '2026-11-22')).toHaveLength(0);
    for (const query of ['cs.XX', 'nonsense', 'cs+']) {
      const { status, body } = renderFeed(edition, 'rss', query, today);
      expect(status).toBe(400);
      expect(body).toContain('Feed error for query');
      expect(readEntries(body, 'item')).toHaveLength(0);
    }
  });

  test('write accents in TeX', () => {
    expect(toTex('Žitnikov, Søren Ñandú, Łucja, 読む')).toBe("\\v{Z}itnikov, S{\\o}ren \\~Nand\\'u, {\\L}ucja, 読む");
  });
});

describe('arXiv’s query API of the sample', () => {
  const first = edition.papers[0] ?? expect.fail('the sample is empty');
  const ask = (query: string, day = today) => answerQuery(edition, new URLSearchParams(query), day);

  test('finds papers by id, with or without version, and omits unknown ones', () => {
    const { status, body } = ask(`id_list=${first.id}v1,math.GT/9803999,2611.00001`);
    expect(status).toBe(200);
    const entries = readEntries(body, 'entry');
    expect(entries.map((entry) => entry['id']?.[0])).toEqual([
      `http://arxiv.org/abs/${first.id}v1`,
      'http://arxiv.org/abs/math/9803999v4',
    ]);
    expect(entries[0]?.['name']).toEqual(first.paper.authors);
    expect(entries[1]?.['published']?.[0]).toMatch(/^1998-03/);
  });

  test('does not know tomorrow’s papers, and refuses a malformed id', () => {
    expect(readEntries(ask(`id_list=${first.id}`, yesterday).body, 'entry')).toHaveLength(0);
    expect(ask('id_list=abc')).toMatchObject({
      status: 400,
      body: expect.stringContaining('incorrect id format for abc'),
    });
    expect(ask('search_query=all:water').status).toBe(400);
  });

  test('finds the papers that were submitted in time for a day’s announcement', () => {
    const { from, to } = submissionWindow(yesterday, Date.parse(`${yesterday}T12:00Z`));
    const minute = (instant: number) => new Date(instant).toISOString().slice(0, 16).replace(/\D/g, '');
    const query = `max_results=2000&search_query=submittedDate:[${minute(from)}+TO+${minute(to)}]`;
    const listed = edition.papers.filter(
      ({ listedOn, arxivListing }) => listedOn === yesterday && arxivListing === 'new',
    );
    expect(listed.length).toBeGreaterThan(5);
    expect(readEntries(ask(query, yesterday).body, 'entry')).toHaveLength(listed.length);
  });
});

describe('the Daily Papers of the sample', () => {
  test.each([
    [today, 18],
    [yesterday, 12],
  ])('of %s are many, most upvoted first, and all of that day', (day, least) => {
    const items = dailyPapers(edition, day);
    expect(items.length).toBeGreaterThanOrEqual(least);
    const upvotes = items.map((item) => item.paper.upvotes);
    expect(upvotes).toEqual([...upvotes].sort((a, b) => b - a));
    for (const { paper } of items) expect(paper.submittedOnDailyAt).toBe(`${day}T00:00:00.000Z`);
  });

  test('share ids with arXiv, have some other papers, and omit keys instead of null', () => {
    const items = dailyPapers(edition, today);
    const feed = new Set(atomEntries(edition, everything, today).map((entry) => entry['id']?.[0]));
    const shared = items.filter(({ paper }) => feed.has(`oai:arXiv.org:${paper.id}v1`));
    expect(shared.length).toBeGreaterThan(8);
    expect(shared.length).toBeLessThan(items.length);
    expect(JSON.stringify(items)).not.toContain('null');
    expect(items.some(({ paper }) => !('githubRepo' in paper))).toBe(true);
    expect(items.some(({ paper }) => 'githubRepo' in paper && !('githubStars' in paper))).toBe(true);
  });

  const capture = '../shared/data/hf/dev_recent/2026-06-12.json';
  test.skipIf(!existsSync(capture))('have the keys of the real API, and no others (needs ../shared)', () => {
    const real = JSON.parse(readFileSync(capture, 'utf8')) as { paper: object }[];
    const keys = (items: readonly object[]) => new Set(items.flatMap((item) => Object.keys(item)));
    const items = [...dailyPapers(edition, today), ...dailyPapers(edition, yesterday)];
    expect([...keys(items)].filter((key) => !keys(real).has(key))).toEqual([]);
    const realPaperKeys = keys(real.map(({ paper }) => paper));
    expect([...keys(items.map(({ paper }) => paper))].filter((key) => !realPaperKeys.has(key))).toEqual([]);
  });
});
