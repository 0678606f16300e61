import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { announceTypes, type LocalDate } from '../../src/papers/listing.ts';
import { parsePaperId } from '../../src/papers/paper-id.ts';
import { cleanText } from '../../src/papers/text.ts';
import { createSources, type SourceOptions, type SourceSet } from '../../src/sources/registry.ts';
import type { PaperSource, PulledListing, PullRequest, SourceErrorCode } from '../../src/sources/source.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import {
  body,
  drip,
  type FixtureServer,
  gzipBomb,
  type Responder,
  reset,
  startFixtureServer,
  status,
} from './fixture-server.ts';

export interface ContractSubject {
  readonly id: string;
  readonly date: LocalDate;
  /** A day of some papers, as the source sends it, and the ids on it. */
  readonly goodDay: string;
  readonly ids: readonly string[];
  /** The same day with its first item damaged, and with every item damaged. */
  readonly oneBadItem: string;
  readonly onlyBadItems: string;
  /** The day of another date, and a day without papers. */
  readonly otherDay: string;
  readonly quietDay: string;
  /** The good day with a newer version of its first paper; absent where the source tells no versions. */
  readonly newVersion?: string;
  /** The papers of the good day as it tells them once they are past; the good day itself where absent. */
  readonly goodPast?: string;
  /** Well-formed, but no list of papers. */
  readonly wrongShapes: readonly string[];
}

const never = new AbortController().signal;
const deadlineMs = 250;

export const request = (date: LocalDate, more: Partial<PullRequest> = {}): PullRequest => ({
  date,
  isExact: true,
  etags: {},
  signal: never,
  ...more,
});

/** The sources against one loopback server. */
export const sourcesAt = (url: string, options: Partial<SourceOptions> = {}): SourceSet =>
  createSources({
    huggingfaceUrl: url,
    arxivFeedUrl: url,
    arxivApiUrl: url,
    arxivOaiUrl: `${url}/oai`,
    arxivCategories: ['quant-ph'],
    biorxivUrl: url,
    biorxivSpacingMs: 0,
    crossrefUrl: url,
    crossrefIssns: ['2049-3630'],
    crossrefSpacingMs: 0,
    contact: 'mailto:host@example.org',
    version: '9.8.7',
    clock: Date.now,
    arxivSpacingMs: 0,
    arxivRetryPausesMs: [],
    huggingfaceSpacingMs: 0,
    // Who brings a deadline of his own means the time that a request has by default.
    ...(options.deadline === undefined ? { deadlineMs } : {}),
    ...options,
  });

export function listed(pulled: PulledListing) {
  if (pulled.kind === 'unchanged') throw new Error('unchanged, where a listing was expected');
  return pulled.listing;
}

/** What every source must do, whatever it sends and however it fails. */
export function describeSourceContract(subject: ContractSubject): void {
  describe(`the source contract: ${subject.id}`, () => {
    let server: FixtureServer;
    let sources: SourceSet;
    const source = (): PaperSource => {
      const found = sources.find(subject.id);
      if (found === undefined) throw new Error(`no source ${subject.id}`);
      return found;
    };
    const pull = (more: Partial<PullRequest> = {}) => source().pull(request(subject.date, more));
    const failsWith = (code: SourceErrorCode) => expect(pull()).rejects.toMatchObject({ name: 'SourceError', code });

    beforeAll(async () => {
      server = await startFixtureServer();
    });
    afterAll(() => server[Symbol.asyncDispose]());
    beforeEach(() => {
      sources = sourcesAt(server.url);
    });
    afterEach(() => sources[Symbol.asyncDispose]());

    it('lists every paper of a good day once, under its date', async () => {
      server.answer(body(subject.goodDay));
      const pulled = await pull();
      expect(pulled.kind).toBe('listed');
      expect(listed(pulled)).toMatchObject({ source: subject.id, date: subject.date, skipped: [], isPartial: false });
      expect(listed(pulled).entries.map(({ paper }) => paper.id)).toEqual(subject.ids);
    });

    it('tells of the past, page by page, the papers of a day, each with a date', async () => {
      server.answer(body(subject.goodPast ?? subject.goodDay));
      const { past } = source();
      const page = await past?.page({ date: subject.date, resumeToken: null, signal: never });
      expect(page).toMatchObject({ source: subject.id, day: subject.date, skipped: [], resumeToken: null });
      expect(page?.entries.map(({ paper }) => paper.id)).toEqual(subject.ids);
      for (const { date } of page?.entries ?? []) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    });

    it('tells the same when asked again, and what is stored of it stays as it is', async () => {
      server.answer(body(subject.goodDay));
      const [first, again] = [await pull(), await pull()];
      expect(again).toEqual(first);
      await using store = await sqlitePlace().open();
      const at = Date.parse(`${subject.date}T12:00:00Z`);
      const told = listed(first).entries.length;
      expect(await store.recordListing(listed(first), at)).toMatchObject({ fresh: told });
      const stored = await store.newsAfter(0, 100);
      expect(await store.recordListing(listed(again), at + 1)).toMatchObject({ fresh: 0, updated: 0, unchanged: told });
      expect(await store.newsAfter(0, 100)).toEqual(stored);
    });

    it.skipIf(subject.newVersion === undefined)(
      'tells a newer version of a paper, which makes it no news',
      async () => {
        await using store = await sqlitePlace().open();
        const [id = ''] = subject.ids;
        for (const day of [subject.goodDay, subject.newVersion ?? '']) {
          server.answer(body(day));
          await store.recordListing(listed(await pull()), Date.parse(`${subject.date}T12:00:00Z`));
        }
        const news = await store.newsAfter(0, 100);
        expect(news.filter(({ paper }) => paper.id === id)).toHaveLength(1);
        expect((await store.paper(id))?.version).toBe(2);
      },
    );

    it('says of every paper what every paper has, and lists none under a category that it cannot have', async () => {
      server.answer(body(subject.goodDay));
      for (const { paper, announceType } of listed(await pull()).entries) {
        expect(parsePaperId(paper.id)?.id).toBe(paper.id);
        expect(paper).toMatchObject({ describedBy: subject.id, sources: [], announcedAs: null });
        expect(announceTypes).toContain(announceType);
        for (const text of [paper.title, paper.abstract, ...paper.authors]) {
          expect(text).toBe(cleanText(text));
          expect(text).not.toMatch(/<\/?(?:jats:)?[a-z]+>/);
        }
        expect(paper.authors).not.toContain('');
        const { canHave = () => true, hasCategories = true } = source();
        expect(paper.categories.every((category) => hasCategories && canHave(category))).toBe(true);
      }
    });

    it('has dates to pull in their order, none of a day that is nowhere yet, and asks no more than is polite', () => {
      const now = Date.parse('2026-03-11T15:00:00Z');
      const dates = source().datesToPull(now);
      expect(dates.length).toBeGreaterThan(0);
      expect(dates.toSorted()).toEqual(dates);
      for (const date of dates) {
        expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(Date.parse(date)).toBeLessThan(now);
      }
      expect(source().refreshMs).toBeGreaterThanOrEqual(15 * 60_000);
    });

    it('takes an answer in which anything is damaged as a listing or as a failure, and never breaks', async () => {
      const damage = fc.tuple(
        fc.nat({ max: subject.goodDay.length - 1 }),
        fc.nat({ max: 60 }),
        fc.constantFrom(...damages),
      );
      const property = fc.asyncProperty(damage, async ([at, length, text]) => {
        server.answer(body(subject.goodDay.slice(0, at) + text + subject.goodDay.slice(at + length)));
        const outcome = await pull().catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'SourceError' });
        else expect(listed(outcome as PulledListing).entries.length).toBeLessThanOrEqual(subject.ids.length + 1);
      });
      await fc.assert(property, { numRuns: 60, seed: 5 });
    });

    it('has one connection at a time, and none once it is closed', async () => {
      await using alone = await startFixtureServer();
      alone.answer(body(subject.goodDay));
      const many = sourcesAt(alone.url);
      const pulls = [1, 2, 3].map(() => many.find(subject.id)?.pull(request(subject.date)));
      await Promise.all(pulls);
      expect(alone.peakConnections()).toBe(1);
      await many[Symbol.asyncDispose]();
      const late = many.find(subject.id)?.pull(request(subject.date));
      await expect(late).rejects.toMatchObject({ name: 'SourceError', code: 'unreachable' });
    });

    it('leaves out an item that cannot be read, says so, and keeps the rest', async () => {
      server.answer(body(subject.oneBadItem));
      const listing = listed(await pull());
      expect(listing.entries.map(({ paper }) => paper.id)).toEqual(subject.ids.slice(1));
      expect(listing.skipped).toHaveLength(1);
      expect(listing.skipped[0]?.reason).toMatch(/\w/);
    });

    it('fails where no item at all can be read', async () => {
      server.answer(body(subject.onlyBadItems));
      await failsWith('malformed');
    });

    it('calls a day without papers quiet', async () => {
      server.answer(body(subject.quietDay));
      const pulled = await pull();
      expect(pulled.kind).toBe('quiet');
      expect(listed(pulled)).toMatchObject({ date: subject.date, entries: [], skipped: [] });
    });

    it('never takes another day for the one that was asked for', async () => {
      server.answer(body(subject.otherDay));
      await failsWith('other-date');
    });

    const malformed: readonly (readonly [string, () => Responder])[] = [
      [
        'a web page',
        () => body('<!DOCTYPE html><html><head><title>Oops</title></head><body><p>Later.<br></body></html>'),
      ],
      ['well-formed HTML', () => body('<html><head><title>Oops</title></head><body/></html>')],
      ['an empty answer', () => body('')],
      ['a truncated answer', () => body(subject.goodDay.slice(0, subject.goodDay.length / 2))],
      ['garbage', () => body(Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 197 + 31) % 256)))],
      ['broken compression', () => body('this is no gzip', { 'content-encoding': 'gzip' })],
      ['an unknown encoding', () => body(subject.goodDay, { 'content-encoding': 'zstd' })],
      ['a document with a DOCTYPE', () => body(doctypeBomb)],
    ];
    it.each(malformed)('refuses %s', async (_name, responder) => {
      server.answer(responder());
      await failsWith('malformed');
    });

    it.each(subject.wrongShapes)('refuses a wrong shape: %s', async (wrong) => {
      server.answer(body(wrong));
      await failsWith('malformed');
    });

    it('refuses 429 without a word on when to come back', async () => {
      server.answer(status(429, { 'content-type': 'text/html' }, 'Rate exceeded.'));
      await expect(pull()).rejects.toMatchObject({ code: 'refused', retryAfterMs: null });
    });

    it('passes on how long a 429 or 503 asks to wait', async () => {
      server.answer(status(429, { 'retry-after': '7' }));
      await expect(pull()).rejects.toMatchObject({ code: 'refused', retryAfterMs: 7_000 });
      server.answer(status(429, { ratelimit: '"api";r=0;t=55' }));
      await expect(pull()).rejects.toMatchObject({ code: 'refused', retryAfterMs: 55_000 });
      server.answer(status(503, {}, '<html>down</html>'));
      await expect(pull()).rejects.toMatchObject({ code: 'refused', retryAfterMs: null });
    });

    it('gives up a slow drip at the deadline', async () => {
      server.answer(drip);
      const start = performance.now();
      await failsWith('unreachable');
      expect(performance.now() - start).toBeLessThan(deadlineMs * 8);
    });

    it('gives up an answer that never comes, and a connection that breaks', async () => {
      server.answer(() => undefined);
      await failsWith('unreachable');
      server.answer(reset(subject.goodDay));
      await failsWith('unreachable');
    });

    it('counts decoded bytes: a small answer that unpacks to a huge one is refused', async () => {
      await sources[Symbol.asyncDispose]();
      sources = sourcesAt(server.url, { deadlineMs: 10_000 });
      server.answer(gzipBomb(40_000_000));
      await failsWith('too-large');
    });

    it('reads a compressed answer', async () => {
      const { gzipSync, brotliCompressSync } = await import('node:zlib');
      server.answer(body(gzipSync(subject.goodDay), { 'content-encoding': 'gzip' }));
      expect(listed(await pull()).entries).toHaveLength(subject.ids.length);
      server.answer(body(brotliCompressSync(subject.goodDay), { 'content-encoding': 'br' }));
      expect(listed(await pull()).entries).toHaveLength(subject.ids.length);
    });

    it('follows a redirect within its host, but to no other', async () => {
      await using other = await startFixtureServer();
      other.answer(body(subject.goodDay));
      server.answer(status(302, { location: `${other.url}/elsewhere` }));
      await failsWith('refused');
      expect(other.requests).toEqual([]);
      server.answer((seen, response) =>
        seen.url === '/moved'
          ? body(subject.goodDay)(seen, response)
          : status(302, { location: '/moved' })(seen, response),
      );
      expect(listed(await pull()).entries).toHaveLength(subject.ids.length);
      server.answer(status(302, { location: '/round-and-round' }));
      await failsWith('refused');
    });

    it('stops when told to', async () => {
      const stop = new AbortController();
      server.answer(() => stop.abort());
      await expect(pull({ signal: stop.signal })).rejects.toMatchObject({ code: 'unreachable' });
      await expect(pull({ signal: stop.signal })).rejects.toMatchObject({ code: 'unreachable' });
    });

    it('is unreachable where nobody listens', async () => {
      const closed = await startFixtureServer();
      await closed[Symbol.asyncDispose]();
      await sources[Symbol.asyncDispose]();
      sources = sourcesAt(closed.url);
      await failsWith('unreachable');
    });

    it('names itself, and how to reach whoever runs it', async () => {
      server.answer(body(subject.goodDay));
      server.requests.length = 0;
      await pull();
      const agents = server.requests.map(({ headers }) => headers['user-agent']);
      expect(new Set(agents)).toEqual(new Set(['Paperboy/9.8.7 (+mailto:host@example.org)']));
    });

    it('never tells what an answer said in its failures', async () => {
      server.answer(body(`<secret-of-the-proxy>${'x'.repeat(500)}`));
      const error = await pull().catch((caught: Error) => caught);
      expect(String(error)).not.toContain('xxx');
    });
  });
}

/** What can come in place of a piece of an answer. */
const damages = [
  '',
  '<',
  '"',
  '\\',
  '\u0000',
  '\ud800',
  '{}',
  'null',
  '&#0;',
  '&lt;b&gt;',
  ']]>',
  'é'.repeat(3_000),
  '9'.repeat(400),
];

const doctypeBomb = `<?xml version="1.0"?>
<!DOCTYPE rss [
  <!ENTITY e0 "expand me ">
  ${Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('\n  ')}
]>
<rss version="2.0"><channel><title>&e9;</title></channel></rss>`;
