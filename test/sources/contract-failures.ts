import { expect, it } from 'vitest';
import { type ContractBench, listed } from './contract.ts';
import { body, drip, gzipBomb, type Responder, reset, startFixtureServer, status } from './fixture-server.ts';

/** The time limit of answers that never end. */
const deadlineMs = 250;

/** Tests how every source fails on answers that are wrong, slow, too large or missing. */
export function testFailures(bench: ContractBench): void {
  it('leaves out an item that cannot be read, says so, and keeps the rest', async () => {
    bench.server.answer(body(bench.subject.oneBadItem));
    const listing = listed(await bench.pull());
    expect(listing.entries.map(({ paper }) => paper.id)).toEqual(bench.subject.ids.slice(1));
    expect(listing.skipped).toHaveLength(1);
    expect(listing.skipped[0]?.reason).toMatch(/\w/);
  });

  it('answers a probe, or says why not', async () => {
    bench.server.answer(body(bench.subject.goodDay));
    const { signal } = new AbortController();
    await bench.source().probe(signal);
    bench.server.answer(status(503));
    await expect(bench.source().probe(signal)).rejects.toMatchObject({ name: 'SourceError', status: 503 });
    bench.server.answer(body('<html><head><title>Sign in</title></head><body/></html>'));
    if (!bench.subject.make) await expect(bench.source().probe(signal)).rejects.toMatchObject({ code: 'malformed' });
  });

  it('fails where no item at all can be read', async () => {
    bench.server.answer(body(bench.subject.onlyBadItems));
    await bench.failsWith('malformed');
  });

  it('calls a day without papers quiet', async () => {
    bench.server.answer(body(bench.subject.quietDay));
    const pulled = await bench.pull();
    expect(pulled.kind).toBe('quiet');
    expect(listed(pulled)).toMatchObject({ date: bench.subject.date, entries: [], skipped: [] });
  });

  it('never takes another day for the requested one', async () => {
    bench.server.answer(body(bench.subject.otherDay));
    await bench.failsWith('other-date');
  });

  const malformed: readonly (readonly [string, () => Responder])[] = [
    [
      'a web page',
      () => body('<!DOCTYPE html><html><head><title>Oops</title></head><body><p>Later.<br></body></html>'),
    ],
    ['well-formed HTML', () => body('<html><head><title>Oops</title></head><body/></html>')],
    ['an empty answer', () => body('')],
    ['a truncated answer', () => body(bench.subject.goodDay.slice(0, bench.subject.goodDay.length / 2))],
    ['garbage', () => body(Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 197 + 31) % 256)))],
    ['broken compression', () => body('this is not gzip', { 'content-encoding': 'gzip' })],
    ['an unknown encoding', () => body(bench.subject.goodDay, { 'content-encoding': 'zstd' })],
    ['a document with a DOCTYPE', () => body(doctypeBomb)],
  ];
  it.each(malformed)('refuses %s', async (_name, responder) => {
    bench.server.answer(responder());
    await bench.failsWith('malformed');
  });

  it.each(bench.subject.wrongShapes)('refuses a wrong shape: %s', async (wrong) => {
    bench.server.answer(body(wrong));
    await bench.failsWith('malformed');
  });

  it('refuses 429 without a wait', async () => {
    bench.server.answer(status(429, { 'content-type': 'text/html' }, 'Rate exceeded.'));
    await expect(bench.pull()).rejects.toMatchObject({ code: 'refused', retryAfterMs: null });
  });

  it('passes on how long a 429 or 503 asks to wait', async () => {
    bench.server.answer(status(429, { 'retry-after': '7' }));
    await expect(bench.pull()).rejects.toMatchObject({ code: 'refused', retryAfterMs: 7_000 });
    bench.server.answer(status(429, { ratelimit: '"api";r=0;t=55' }));
    await expect(bench.pull()).rejects.toMatchObject({ code: 'refused', retryAfterMs: 55_000 });
    bench.server.answer(status(503, {}, '<html>down</html>'));
    await expect(bench.pull()).rejects.toMatchObject({ code: 'refused', retryAfterMs: null });
  });

  it('stops a slow drip at the deadline', async () => {
    await bench.reopen(bench.server.url, { deadlineMs });
    bench.server.answer(drip);
    const start = performance.now();
    await bench.failsWith('unreachable');
    expect(performance.now() - start).toBeLessThan(deadlineMs * 8);
  });

  it('fails on an answer that never comes, and on a connection that breaks', async () => {
    await bench.reopen(bench.server.url, { deadlineMs });
    bench.server.answer(() => undefined);
    await bench.failsWith('unreachable');
    bench.server.answer(reset(bench.subject.goodDay));
    await bench.failsWith('unreachable');
  });

  it('counts decoded bytes: a small answer that unpacks to a huge one is refused', async () => {
    await bench.reopen(bench.server.url, { deadlineMs: 10_000 });
    bench.server.answer(gzipBomb(40_000_000));
    await bench.failsWith('too-large');
  });

  it('reads a compressed answer', async () => {
    const { gzipSync, brotliCompressSync } = await import('node:zlib');
    bench.server.answer(body(gzipSync(bench.subject.goodDay), { 'content-encoding': 'gzip' }));
    expect(listed(await bench.pull()).entries).toHaveLength(bench.subject.ids.length);
    bench.server.answer(body(brotliCompressSync(bench.subject.goodDay), { 'content-encoding': 'br' }));
    expect(listed(await bench.pull()).entries).toHaveLength(bench.subject.ids.length);
  });

  it('follows a redirect within its host, but to no other', async () => {
    await using other = await startFixtureServer();
    other.answer(body(bench.subject.goodDay));
    bench.server.answer(status(302, { location: `${other.url}/elsewhere` }));
    await bench.failsWith('refused');
    expect(other.requests).toEqual([]);
    bench.server.answer((seen, response) =>
      seen.url === '/moved'
        ? body(bench.subject.goodDay)(seen, response)
        : status(302, { location: '/moved' })(seen, response),
    );
    expect(listed(await bench.pull()).entries).toHaveLength(bench.subject.ids.length);
    bench.server.answer(status(302, { location: '/round-and-round' }));
    await bench.failsWith('refused');
  });

  it('stops when it is aborted', async () => {
    const stop = new AbortController();
    bench.server.answer(() => stop.abort());
    await expect(bench.pull({ signal: stop.signal })).rejects.toMatchObject({ code: 'unreachable' });
    await expect(bench.pull({ signal: stop.signal })).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('is unreachable where nobody listens', async () => {
    const closed = await startFixtureServer();
    await closed[Symbol.asyncDispose]();
    await bench.reopen(closed.url);
    await bench.failsWith('unreachable');
  });

  it('names the bot and its contact', async () => {
    bench.server.answer(body(bench.subject.goodDay));
    bench.server.requests.length = 0;
    await bench.pull();
    const agents = bench.server.requests.map(({ headers }) => headers['user-agent']);
    expect(new Set(agents)).toEqual(new Set(['Paperboy/9.8.7 (+mailto:host@example.org)']));
  });

  it('never repeats an answer in its errors', async () => {
    bench.server.answer(body(`<secret-of-the-proxy>${'x'.repeat(500)}`));
    const error = await bench.pull().catch((caught: Error) => caught);
    expect(String(error)).not.toContain('xxx');
  });
}

const doctypeBomb = `<?xml version="1.0"?>
<!DOCTYPE rss [
  <!ENTITY e0 "expand me ">
  ${Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('\n  ')}
]>
<rss version="2.0"><channel><title>&e9;</title></channel></rss>`;
