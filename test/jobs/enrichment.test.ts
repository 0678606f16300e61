import { describe, expect, it } from 'vitest';
import { createEnrichment } from '../../src/jobs/enrichment.ts';
import type { Enrichment } from '../../src/papers/enrichment.ts';
import type { Paper, PaperId } from '../../src/papers/paper.ts';
import type { Enricher } from '../../src/sources/enricher.ts';
import { SourceError } from '../../src/sources/source.ts';
import { dayMs, hourMs, minuteMs } from '../../src/time.ts';
import { sourcesAt } from '../sources/contract.ts';
import { status } from '../sources/fixture-server.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';
import { startScholarServer } from '../support/scholar-server.ts';

const never = new AbortController().signal;

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

interface Service extends Enricher {
  readonly asked: (readonly PaperId[])[];
}

/** A service that answers as the test says, and records what it was asked. */
function service(
  answer: (papers: readonly Paper[]) => ReadonlyMap<PaperId, Enrichment> | Promise<ReadonlyMap<PaperId, Enrichment>>,
  told: Partial<Enricher> = {},
): Service {
  const asked: (readonly PaperId[])[] = [];
  return {
    id: 'service',
    name: 'A service',
    papersPerRequest: 2,
    takesAnyNews: true,
    requestsPerDay: 4,
    refreshMs: 5 * dayMs,
    canTell: () => true,
    async tell(papers) {
      asked.push(papers.map(({ id }) => id));
      return await answer(papers);
    },
    asked,
    ...told,
  };
}

const citing = (papers: readonly Paper[]) => new Map(papers.map(({ id }) => [id, { citations: 7 }]));
const failing =
  (error = new SourceError('refused', 'A service answered 503 (service unavailable)')) =>
  () =>
    Promise.reject(error);
const enrichment = (...enrichers: readonly Enricher[]) =>
  createEnrichment({ enrichers, store: bot.store, clock: bot.now, log: bot.log, random: () => 0 });
const events = (name: string) => bot.log.lines.filter(({ event }) => event === name);
const cards = () => bot.discord.messages(bot.channelId).flatMap(({ embeds }) => embeds);

describe('what services add to papers', () => {
  it('is asked first for the papers of the next digests, and is shown on their cards', async () => {
    await bot.subscribe('kites');
    await bot.announce([...inventPapers(3, 'tides'), inventPaper({ id: '2606.09999', title: 'A kite that sings' })]);
    const tells = new Map([
      ['2606.09999', { citations: 3, tldr: 'It sings.', comment: 'Accepted at KITES 2026, 9 pages' }],
    ]);
    const one = service(() => tells);
    await enrichment(one)(never);
    expect(one.asked[0]).toEqual(['2606.09999', '2606.00003']);
    bot.pass(2 * hourMs);
    await bot.wake();
    const [card] = cards();
    expect(card?.description).toContain('*TLDR by Semantic Scholar:* It sings.');
    expect(card?.description).toContain('Accepted at KITES 2026');
    expect(card?.footer?.text).toContain('3 citations');
  });

  it('never delays a digest, however slow a service is', async () => {
    await bot.subscribe('tides');
    await bot.announce(inventPapers(1, 'tides'));
    const stop = new AbortController();
    const hanging = service(
      () => new Promise((_, reject) => stop.signal.addEventListener('abort', () => reject(stop.signal.reason))),
    );
    const asking = enrichment(hanging)(stop.signal);
    bot.pass(2 * hourMs);
    await bot.wake();
    expect(cards()).toHaveLength(1);
    stop.abort();
    await asking;
    expect(events('enrichment.failed')).toEqual([]);
    expect(await bot.store.enrichmentService('service')).toBeNull();
  });

  it('a failing service does not stop the others', async () => {
    await bot.announce(inventPapers(2, 'tides'));
    const well = service(citing, { id: 'well' });
    const broken = service(
      () => {
        throw new TypeError('a mistake');
      },
      { id: 'broken' },
    );
    await enrichment(service(failing(), { id: 'down' }), broken, well)(never);
    expect(await bot.store.paper('2606.00001')).toMatchObject({ extras: { citations: 7 } });
    const failed = events('enrichment.failed').map(({ level, service: name, reason }) => [level, name, reason]);
    expect(failed.toSorted()).toEqual([
      ['error', 'broken', 'a mistake'],
      ['warn', 'down', 'A service answered 503 (service unavailable)'],
    ]);
  });

  it('rests after each failure, longer each time, and then continues', async () => {
    await bot.announce(inventPapers(2, 'tides'));
    const down = service(failing(), { requestsPerDay: 1_000 });
    const run = enrichment(down);
    const pauses: number[] = [];
    for (let time = 0; time < 9; time++) {
      await run(never);
      await run(never);
      const { restsUntil } = (await bot.store.enrichmentService('service')) ?? {};
      pauses.push(((restsUntil ?? 0) - bot.now()) / minuteMs);
      bot.pass((restsUntil ?? 0) - bot.now());
    }
    expect(down.asked).toHaveLength(9);
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 720]);
    const up = service(citing, { requestsPerDay: 1_000 });
    await enrichment(up)(never);
    expect(up.asked).toHaveLength(1);
    expect(await bot.store.enrichmentService('service')).toMatchObject({ failures: 0, reason: null });
  });

  it('rests as long as the service asks', async () => {
    await bot.announce(inventPapers(2, 'tides'));
    const patient = new SourceError('refused', 'A service answered 429 (too many requests)', {
      retryAfterMs: 2 * hourMs,
    });
    await enrichment(service(failing(patient)))(never);
    const { restsUntil } = (await bot.store.enrichmentService('service')) ?? {};
    expect(restsUntil).toBe(bot.now() + 2 * hourMs);
  });

  it('ignores a rest that a wrong clock made too long', async () => {
    await bot.announce(inventPapers(2, 'tides'));
    const record = { service: 'service', day: '2030-01-01', requests: 1, failures: 1, reason: 'down' };
    await bot.store.putEnrichmentService({ ...record, restsUntil: bot.now() + 400 * dayMs });
    const one = service(citing);
    await enrichment(one)(never);
    expect(one.asked).toHaveLength(1);
  });

  it('keeps its daily budget over restarts, and continues the next day', async () => {
    await bot.announce(inventPapers(20, 'tides'));
    const one = service(citing);
    for (let time = 0; time < 8; time++) await enrichment(one)(never);
    expect(one.asked).toHaveLength(4);
    bot.pass(dayMs);
    await enrichment(one)(never);
    expect(one.asked.length).toBeGreaterThan(4);
    expect(new Set(one.asked.flat()).size).toBe(one.asked.flat().length);
  });

  it('is asked again for old answers, and sooner for unknown papers', async () => {
    await bot.announce(inventPapers(2, 'tides'));
    const one = service((papers) => citing(papers.filter(({ id }) => id === '2606.00001')), { requestsPerDay: 24 });
    const run = enrichment(one);
    await run(never);
    for (let time = 0; time < 12; time++) {
      bot.pass(hourMs);
      await run(never);
    }
    expect(one.asked).toEqual([['2606.00002', '2606.00001']]);
    bot.pass(13 * hourMs);
    await run(never);
    expect(one.asked.slice(1)).toEqual([['2606.00002']]);
    bot.pass(4 * dayMs);
    await run(never);
    expect(one.asked.at(-1)).toEqual(['2606.00002', '2606.00001']);
  });

  it('asks a service that takes one paper at a time only for papers of upcoming digests', async () => {
    await bot.subscribe('kites');
    const kites = Array.from({ length: 12 }, (_, index) =>
      inventPaper({ id: `2606.1${String(index).padStart(4, '0')}`, title: 'On kites' }),
    );
    await bot.announce([...kites, ...inventPapers(5, 'tides')]);
    const one = service(citing, { papersPerRequest: 1, takesAnyNews: false, requestsPerDay: 300 });
    const run = enrichment(one);
    await run(never);
    await run(never);
    expect(one.asked.flat()).toHaveLength(10); // As many as the digest shows at most.
    expect(one.asked.flat().every((id) => id.startsWith('2606.1'))).toBe(true);
  });

  it('skips papers that a service cannot describe, and does not ask again', async () => {
    await bot.announce(inventPapers(3, 'tides'));
    const picky = service(citing, { canTell: ({ id }) => id === '2606.00001', papersPerRequest: 10 });
    await enrichment(picky)(never);
    expect(picky.asked).toEqual([['2606.00001']]);
    const search = { service: 'service', wanted: [], askedBefore: bot.now(), newsSince: 0, limit: 10 };
    expect(await bot.store.papersToEnrich(search)).toEqual([]);
  });

  it('comes from Semantic Scholar over the wire, and digests go out while it is down', async () => {
    await using scholar = await startScholarServer();
    const place = { semanticScholarUrl: scholar.url, semanticScholarKey: 'k', semanticScholarSpacingMs: 0 };
    await using sources = sourcesAt('http://127.0.0.1:9', { ...place, sources: [] });
    await bot.subscribe('tides');
    await bot.announce(inventPapers(2, 'tides'));
    scholar.papers.set('ARXIV:2606.00001', { citationCount: 5, venue: 'Journal of Tides' });
    scholar.fault = status(429, { 'content-type': 'application/json' }, '{"code":"429"}');
    const run = enrichment(...sources.enrichers);
    await run(never);
    expect(await bot.store.enrichmentService('semantic-scholar')).toMatchObject({ failures: 1, reason: /429/ });
    scholar.fault = null;
    bot.pass(10 * minuteMs);
    await run(never);
    bot.pass(2 * hourMs);
    await bot.wake();
    expect(cards().map(({ description = '' }) => description.includes('Published in Journal of Tides'))).toEqual([
      false,
      true,
    ]);
  });
});
