import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCategory } from '../../src/papers/categories.ts';
import { findSubjectArea } from '../../src/papers/subject-areas.ts';
import { readFeed } from '../../src/sources/arxiv/feed.ts';
import { readAnswer } from '../../src/sources/arxiv/query-api.ts';
import type { SourceSet } from '../../src/sources/registry.ts';
import { listed, request, sourcesAt } from './contract.ts';
import { body, type FixtureServer, startFixtureServer } from './fixture-server.ts';
import { hasSharedData, readSharedBytes, sharedFiles, skipped } from './shared-data.ts';

/** The ids in a capture, found by a plain search. */
const plainIds = (bytes: Buffer, pattern: RegExp): string[] =>
  [...bytes.toString('utf8').matchAll(pattern)].map(([, id]) => id ?? '');
const feedIds = /oai:arXiv\.org:([^v<]+)v\d+</g;

describe.skipIf(!hasSharedData)(`captures of the arXiv feeds ${skipped}`, () => {
  const feeds = sharedFiles('data/arxiv_rss').filter((name) => name.endsWith('.xml'));
  const whole = feeds.filter((name) => !/TRUNCATED|empty/.test(name));

  it.each(whole)('%s is read whole', async (name) => {
    const bytes = readSharedBytes(`data/arxiv_rss/${name}`);
    const feed = await readFeed(bytes);
    expect(feed.date).toBe(/\d{4}-\d\d-\d\d/.exec(name)?.[0]);
    expect(feed.skipped).toEqual([]);
    expect(feed.entries.map(({ paper }) => paper.id)).toEqual(plainIds(bytes, feedIds));
    for (const { paper } of feed.entries) {
      expect(paper.abstract).not.toMatch(/Announce Type|^Abstract:/);
      expect(paper.authors.length).toBeGreaterThan(0);
      expect(paper.categories.every((id) => findCategory(id)?.id === id)).toBe(true);
      expect(`${paper.title} ${paper.authors}`).not.toMatch(/\\|\s\s|\n/);
    }
  });

  it.each(feeds.filter((name) => name.includes('TRUNCATED')))('%s is refused whole', async (name) => {
    await expect(readFeed(readSharedBytes(`data/arxiv_rss/${name}`))).rejects.toMatchObject({ code: 'malformed' });
  });

  it.each(feeds.filter((name) => name.includes('weekend_empty')))('%s has a date and no papers', async (name) => {
    const date = /\d{4}-\d\d-\d\d/.exec(name)?.[0];
    expect(await readFeed(readSharedBytes(`data/arxiv_rss/${name}`))).toEqual({ date, entries: [], skipped: [] });
  });
});

describe.skipIf(!hasSharedData)(`captures of the arXiv query API ${skipped}`, () => {
  const topLevel = sharedFiles('data/arxiv_api').filter((name) => name.endsWith('.xml'));
  const answers = [...topLevel, ...sharedFiles('data/arxiv_api/xml_bodies').map((name) => `xml_bodies/${name}`)];
  const entryIds = /<id>http:\/\/arxiv\.org\/abs\/([^<]+?)(?:v\d+)?<\/id>/g;

  it.each(answers.filter((name) => !name.includes('id_abc')))('%s is read whole', async (name) => {
    const bytes = readSharedBytes(`data/arxiv_api/${name}`);
    const papers = await readAnswer(bytes);
    expect(papers.map(({ id }) => id)).toEqual(plainIds(bytes, entryIds));
    for (const paper of papers) {
      expect(paper.version).toBeGreaterThan(0);
      expect(paper.publishedAt).toMatch(/^\d{4}-/);
      expect(`${paper.title} ${paper.abstract} ${paper.authors}`).not.toMatch(/\s\s|\n/);
    }
  });

  it.each(answers.filter((name) => name.includes('id_abc')))('%s reports an error', async (name) => {
    await expect(readAnswer(readSharedBytes(`data/arxiv_api/${name}`))).rejects.toMatchObject({ code: 'refused' });
  });
});

describe.skipIf(!hasSharedData)(`captures of Hugging Face ${skipped}`, () => {
  let server: FixtureServer;
  let sources: SourceSet;
  const pull = async (path: string, date: string) => {
    const bytes = readSharedBytes(path);
    server.answer((seen, response) => body(seen.url?.endsWith('p=0') ? bytes : '[]')(seen, response));
    const source = sources.find('huggingface');
    if (source === undefined) throw new Error('no source');
    return { items: JSON.parse(bytes.toString('utf8')), pulled: await source.pull(request(date)) };
  };

  beforeAll(async () => {
    server = await startFixtureServer();
    sources = sourcesAt(server.url, { deadlineMs: 5_000 });
  });
  afterAll(async () => {
    await sources[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  const days = ['dev_recent', 'era_samples'].flatMap((folder) =>
    sharedFiles(`data/hf/${folder}`).map((name) => [name.slice(0, 10), `data/hf/${folder}/${name}`] as const),
  );
  it.each(days)('the day %s is read whole', async (date, path) => {
    const { items, pulled } = await pull(path, date);
    const listing = listed(pulled);
    expect(listing.skipped).toEqual([]);
    expect(listing.entries.map(({ paper }) => paper.id)).toEqual(
      items.map(({ paper }: { paper: { id: string } }) => paper.id),
    );
    for (const { paper } of listing.entries) {
      expect(paper.title).not.toBe('');
      for (const url of [paper.extras.codeUrl, paper.extras.projectUrl, paper.extras.thumbnailUrl]) {
        if (url !== null) expect(url).toMatch(/^https:\/\//);
      }
    }
  });

  it.each(sharedFiles('data/hf/malformed_archive'))('the malformed %s is refused', async (name) => {
    const refused = pull(`data/hf/malformed_archive/${name}`, name.slice(0, 10));
    await expect(refused).rejects.toMatchObject({ name: 'SourceError', code: 'malformed' });
  });
});

describe.skipIf(!hasSharedData)(`captures of bioRxiv ${skipped}`, () => {
  const captures = sharedFiles('data/biorxiv').filter((name) => name.startsWith('details_'));

  it.each(captures)('%s is read whole', async (name) => {
    await using server = await startFixtureServer();
    await using sources = sourcesAt(server.url, { deadlineMs: 5_000 });
    const bytes = readSharedBytes(`data/biorxiv/${name}`);
    server.answer(body(bytes));
    const items: { doi: string; version: string; category: string }[] = JSON.parse(bytes.toString('utf8')).collection;
    const date = /\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? '';
    const pulled = await sources.find('biorxiv')?.pull(request(date));
    const listing = listed(pulled ?? { kind: 'unchanged' });
    expect(listing.skipped).toEqual([]);
    expect(listing.entries.map(({ paper }) => paper.id)).toEqual(items.map(({ doi }) => doi));
    expect(listing.entries.map(({ announceType }) => announceType)).toEqual(
      items.map(({ version }) => (version === '1' ? 'new' : 'replace')),
    );
    for (const { paper } of listing.entries) {
      expect(paper.categories.map((id) => findSubjectArea(id)?.id)).toEqual(paper.categories);
      expect(paper.authors.every((author) => /^[^,;]+ [^,;]+$/.test(author))).toBe(true);
    }
  });
});
