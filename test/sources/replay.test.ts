import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isNews } from '../../src/papers/announce-type.ts';
import { findCategory } from '../../src/papers/categories.ts';
import type { Listing } from '../../src/papers/listing.ts';
import { cleanTexText } from '../../src/papers/text.ts';
import type { SourceSet } from '../../src/sources/registry.ts';
import type { SourceErrorCode } from '../../src/sources/source.ts';
import { listed, request, sourcesAt } from './contract.ts';
import { hasSharedData, type MetadataRecord, readMetadata, readShared, sharedPath, skipped } from './shared-data.ts';

const hfNow = '2026-06-12T06:00:00Z';
const arxivNow = '2026-02-17T12:00:00Z';

interface Day {
  readonly source: 'huggingface' | 'arxiv' | 'biorxiv' | 'medrxiv';
  readonly date: string;
  readonly now: string;
}
const hfDay: Day = { source: 'huggingface', date: '2026-06-12', now: hfNow };
const biorxivDay: Day = { source: 'biorxiv', date: '2026-07-15', now: '2026-07-16T06:00:00Z' };
const arxivDay: Day = { source: 'arxiv', date: '2026-02-17', now: arxivNow };

describe.skipIf(!hasSharedData)(`the sources on captured days ${skipped}`, () => {
  let replay: ChildProcess;
  let url = '';
  let sources: SourceSet;

  const control = (command: object) => fetch(`${url}/__control`, { method: 'POST', body: JSON.stringify(command) });
  const seen = async (): Promise<{ path: string; time: number; userAgent: string }[]> =>
    (await fetch(`${url}/__requests`)).json() as never;
  const pull = async (day: Day, more = {}) => {
    const source = sources.find(day.source);
    if (source === undefined) throw new Error(`no source ${day.source}`);
    return source.pull(request(day.date, more));
  };
  const at = async (now: string, fault?: object) => control({ reset: true, now, ...(fault ? { fault } : {}) });

  beforeAll(async () => {
    replay = spawn(process.execPath, [sharedPath('tools/replay-sources.mjs'), '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(replay.stdout ?? replay, 'data');
    url = /http:\S+/.exec(String(line))?.[0] ?? '';
    sources = sourcesAt(url, { arxivCategories: [], deadlineMs: 15_000 });
    await at(arxivNow);
    await fetch(`${url}/rss/quant-ph`); // loads the metadata, which takes seconds
  }, 60_000);
  afterAll(async () => {
    await sources?.[Symbol.asyncDispose]();
    replay?.kill();
  });

  describe('Hugging Face on 2026-06-12', () => {
    const captured: { paper: { id: string; upvotes: number; title: string } }[] = hasSharedData
      ? JSON.parse(readShared('data/hf/dev_recent/2026-06-12.json'))
      : [];
    beforeEach(() => at(hfNow));

    it('lists every captured paper once, with its upvotes', async () => {
      const { entries, skipped: left } = listed(await pull(hfDay));
      expect(captured.length).toBeGreaterThan(30);
      expect(left).toEqual([]);
      expect(entries.map(({ paper }) => [paper.id, paper.extras.upvotes])).toEqual(
        captured.map(({ paper }) => [paper.id, paper.upvotes]),
      );
    });

    it('lists the same again', async () => {
      expect(await pull(hfDay)).toEqual(await pull(hfDay));
    });

    it('lists each of the captured days whole', async () => {
      for (const date of ['2026-06-09', '2026-06-10', '2026-06-11']) {
        const day: unknown[] = JSON.parse(readShared(`data/hf/dev_recent/${date}.json`));
        expect(listed(await pull({ ...hfDay, date })).entries).toHaveLength(day.length);
      }
    });

    it('has a quiet weekend', async () => {
      expect((await pull({ ...hfDay, date: '2026-06-07' })).kind).toBe('quiet');
    });
  });

  describe('bioRxiv on 2026-07-15', () => {
    beforeEach(() => at(biorxivDay.now));

    it('lists what was captured, and the same again', async () => {
      const first = await pull(biorxivDay);
      expect(listed(first).entries).toHaveLength(3);
      expect(await pull(biorxivDay)).toEqual(first);
    });

    it('has quiet days, and medRxiv has none of its papers', async () => {
      expect((await pull({ ...biorxivDay, date: '2026-07-14' })).kind).toBe('quiet');
      expect((await pull({ ...biorxivDay, source: 'medrxiv' })).kind).toBe('quiet');
    });
  });

  describe('arXiv on 2026-02-17, all categories', () => {
    let listing: Listing;
    let announced: MetadataRecord[];
    let known: Map<string, string>;
    beforeAll(async () => {
      await at(arxivNow);
      listing = listed(await pull(arxivDay));
      known = new Map();
      announced = [];
      for (const record of readMetadata()) {
        known.set(record.id, record.first_seen ?? '');
        if (record.first_seen === arxivDay.date) announced.push(record);
      }
    }, 60_000);

    it('lists every paper of the day once, and no other as news', () => {
      const news = listing.entries.filter(({ announceType }) => isNews(announceType));
      expect(announced.length).toBeGreaterThan(300);
      expect(listing.skipped).toEqual([]);
      expect(news.map(({ paper }) => paper.id).sort()).toEqual(announced.map(({ id }) => id).sort());
      expect(new Set(listing.entries.map(({ paper }) => paper.id)).size).toBe(listing.entries.length);
    });

    it('calls a paper new where it is in its own category', () => {
      for (const { paper, announceType } of listing.entries) {
        if (isNews(announceType)) expect([paper.id, announceType, paper.version]).toEqual([paper.id, 'new', 1]);
      }
    });

    it('lists newer versions of older papers as replacements', () => {
      const replaced = listing.entries.filter(({ announceType }) => !isNews(announceType));
      expect(replaced.length).toBeGreaterThan(50);
      for (const { paper, announceType } of replaced) {
        expect(announceType).toBe('replace');
        expect(paper.version).toBeGreaterThan(1);
        expect((known.get(paper.id) ?? '9') < arxivDay.date).toBe(true);
      }
    });

    it('reads titles, authors and categories as they were before they became TeX', () => {
      const papers = new Map(listing.entries.map(({ paper }) => [paper.id, paper]));
      const fold = (name: string) => name.normalize('NFC').replaceAll('’', "'").replace(/\s+/g, ' ').trim();
      for (const record of announced) {
        const paper = papers.get(record.id);
        // The feed writes “…” and – in TeX too, and both must become the same. Names are compared where TeX can write them.
        expect(paper?.title.replaceAll('’', "'")).toBe(cleanTexText(record.title).replaceAll('’', "'"));
        const authors = record.authors.filter((name) => !/[(),]/.test(name)).map(fold);
        if (authors.length === record.authors.length) expect(paper?.authors.map(fold)).toEqual(authors);
        expect(paper?.categories).toEqual(record.categories.filter((id) => findCategory(id) !== null));
      }
    });

    it('is unchanged when pulled again with its ETags, and the same without', async () => {
      expect(await pull(arxivDay, { etags: listing.etags })).toEqual({ kind: 'unchanged' });
      expect(listed(await pull(arxivDay))).toEqual(listing);
    });

    it('brings the next day under its own date', async () => {
      await at('2026-02-18T12:00:00Z');
      await expect(pull(arxivDay)).rejects.toMatchObject({ code: 'other-date' });
      const next = listed(await pull(arxivDay, { isExact: false, etags: listing.etags }));
      expect(next).toMatchObject({ date: '2026-02-18', isPartial: false });
      const news = next.entries.filter(({ announceType }) => isNews(announceType)).map(({ paper }) => paper.id);
      expect(news.sort()).toEqual([...known].flatMap(([id, day]) => (day === '2026-02-18' ? [id] : [])).sort());
    });

    it('has a quiet weekend', async () => {
      await at('2026-02-21T12:00:00Z');
      expect(await pull({ ...arxivDay, date: '2026-02-21' })).toMatchObject({
        kind: 'quiet',
        listing: { date: '2026-02-21' },
      });
    });

    it('looks up a paper, and gives null for an unknown one', async () => {
      await at(arxivNow);
      const id = announced[0]?.id ?? '';
      const paper = await sources.find('arxiv')?.lookUp?.(id, new AbortController().signal);
      expect(paper).toMatchObject({ id, version: 1, title: cleanTexText(announced[0]?.title ?? '') });
      expect(await sources.find('arxiv')?.lookUp?.('2602.99999', new AbortController().signal)).toBeNull();
    });

    it('requests far fewer items at a time than the cap', async () => {
      await at(arxivNow);
      await pull(arxivDay);
      const paths = (await seen()).map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
      expect(paths.length).toBeLessThanOrEqual(18);
    });
  });

  describe('each fault of the replay', () => {
    const outcomes: readonly (readonly [string, SourceErrorCode, SourceErrorCode])[] = [
      ['429', 'refused', 'refused'],
      ['503', 'refused', 'refused'],
      ['html', 'malformed', 'malformed'],
      ['empty', 'malformed', 'malformed'],
      ['truncate', 'malformed', 'malformed'],
      ['garbage', 'malformed', 'malformed'],
      ['reset', 'unreachable', 'unreachable'],
      ['slow', 'unreachable', 'unreachable'],
      ['hang', 'unreachable', 'unreachable'],
      ['bomb', 'too-large', 'malformed'],
      ['stale', 'other-date', 'other-date'],
    ];
    const cases = outcomes.flatMap(([kind, ofHf, ofArxiv]) => [
      { kind, day: hfDay, code: ofHf },
      { kind, day: arxivDay, code: ofArxiv },
      // Its days are requested by date, so an answer cannot be stale.
      ...(kind === 'stale' ? [] : [{ kind, day: biorxivDay, code: ofHf }]),
    ]);

    it.each(cases)(
      '$kind fails the pull of $day.source as $code, and the next one works',
      async ({ kind, day, code }) => {
        await using hasty = sourcesAt(url, { arxivCategories: ['cs.CL'], deadlineMs: kind === 'bomb' ? 10_000 : 400 });
        await at(day.now, { kind });
        const source = hasty.find(day.source);
        await expect(source?.pull(request(day.date))).rejects.toMatchObject({ name: 'SourceError', code });
        expect((await source?.pull(request(day.date)))?.kind).toBe('listed');
      },
    );

    it('takes a valid but partial answer, and the rest at the next pull', async () => {
      await at(hfNow, { kind: 'partial' });
      const part = listed(await pull(hfDay)).entries.length;
      expect(part).toBeGreaterThan(0);
      expect(listed(await pull(hfDay)).entries.length).toBeGreaterThan(part * 2);
    });

    it('passes on the wait that Hugging Face states and arXiv does not', async () => {
      await at(hfNow, { kind: '429', retryAfter: 33 });
      await expect(pull(hfDay)).rejects.toMatchObject({ retryAfterMs: 33_000 });
      await at(arxivNow, { kind: '429' });
      await expect(pull(arxivDay)).rejects.toMatchObject({ retryAfterMs: null });
    });
  });

  it('keeps arXiv’s spacing, as the replay saw it', async () => {
    await at(arxivNow);
    const options = { arxivCategories: ['cs.AI', 'cs.CL', 'cs.CV', 'math.AG'], arxivSpacingMs: 60, deadlineMs: 15_000 };
    await using polite = sourcesAt(url, options);
    await polite.find('arxiv')?.pull(request(arxivDay.date));
    const times = (await seen()).map(({ time }) => time);
    expect(times).toHaveLength(4);
    // The replay's clock counts whole milliseconds.
    for (let i = 1; i < times.length; i++) expect((times[i] ?? 0) - (times[i - 1] ?? 0)).toBeGreaterThanOrEqual(58);
  });
});
