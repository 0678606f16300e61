import { describe, expect, it } from 'vitest';
import { sourceNames } from '../../src/papers/source-names.ts';
import { createLane } from '../../src/sources/lane.ts';
import { userAgentOf } from '../../src/sources/polite-fetch.ts';
import { createSources } from '../../src/sources/registry.ts';
import { sourceDefaults } from '../support/source-defaults.ts';
import { request, sourcesAt } from './contract.ts';
import { body, fixture, type Responder, startFixtureServer, status } from './fixture-server.ts';

const never = new AbortController().signal;

/** A clock that only sleeping advances. */
function fakeTime() {
  let now = 1_000_000;
  const sleeps: number[] = [];
  return {
    clock: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    sleeps,
    sleep: async (ms: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      sleeps.push(ms);
      now += ms;
    },
  };
}

describe('the requests that arXiv sees', () => {
  it('come one at a time over all its services, never sooner than the spacing', async () => {
    const spacingMs = 40;
    const answerMs = 60;
    const slowly =
      (text: string): Responder =>
      (seen, response) =>
        void setTimeout(() => body(text)(seen, response), answerMs);
    await using feeds = await startFixtureServer();
    await using api = await startFixtureServer();
    await using oai = await startFixtureServer();
    feeds.answer(slowly(fixture('announcement.rss.xml')));
    api.answer(slowly(fixture('query-api-new.xml')));
    oai.answer(slowly('<OAI-PMH/>'));
    const arxivCategories = ['cs.AI', 'cs.CL', 'cs.CV', 'quant-ph'];
    const places = { arxivApiUrl: api.url, arxivOaiUrl: oai.url };
    const options = { ...places, arxivSpacingMs: spacingMs, arxivCategories, deadlineMs: 5_000 };
    await using sources = sourcesAt(feeds.url, options);
    const arxiv = sources.find('arxiv');
    const date = '2026-03-10';
    await Promise.allSettled([
      arxiv?.pull(request(date)),
      arxiv?.lookUp?.('2603.01001', never),
      arxiv?.past?.page({ date, resumeToken: null, signal: never }),
      arxiv?.crossCheck?.({ date, now: Date.parse(`${date}T10:00Z`), signal: never }),
    ]);
    const servers = [feeds, api, oai];
    expect(servers.map(({ requests }) => requests.length)).toEqual([4, 2, 1]);
    const seen = servers.flatMap(({ requests }) => requests);
    const arrivals = seen.map(({ at }) => at).sort((a, b) => a - b);
    for (const [i, at] of arrivals.entries()) {
      // The milliseconds of two timers are rounded. The spacing counts from the beginning of an answer.
      if (i > 0) expect(at - (arrivals[i - 1] ?? 0)).toBeGreaterThanOrEqual(answerMs + spacingMs - 2);
    }
    expect(new Set(seen.map(({ headers }) => headers.connection))).toEqual(new Set(['close']));
    expect(servers.map((server) => server.peakConnections())).toEqual([1, 1, 1]);
  });

  it('come as long after a refusal as after an answer', async () => {
    await using server = await startFixtureServer();
    server.answer(status(429));
    await using sources = sourcesAt(server.url, { arxivSpacingMs: 40 });
    const arxiv = sources.find('arxiv');
    await Promise.allSettled([arxiv?.lookUp?.('2603.01001', never), arxiv?.lookUp?.('2603.01001', never)]);
    const [first, second] = server.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(39);
  });

  it('are three seconds apart by default', async () => {
    await using server = await startFixtureServer();
    server.answer(body(fixture('announcement.rss.xml')));
    const time = fakeTime();
    await using sources = createSources({
      ...sourceDefaults,
      huggingfaceUrl: server.url,
      arxivFeedUrl: server.url,
      arxivApiUrl: server.url,
      arxivOaiUrl: server.url,
      biorxivUrl: server.url,
      arxivCategories: ['cs.AI', 'quant-ph'],
      version: '1',
      clock: time.clock,
      sleep: time.sleep,
    });
    await sources.find('arxiv')?.pull(request('2026-03-10'));
    expect(time.sleeps).toEqual([3_000]);
    expect(server.requests[0]?.headers['user-agent']).toBe('Paperboy/1');
  });
});

describe('a lane', () => {
  it('counts from the moment the answer began', async () => {
    const time = fakeTime();
    const lane = createLane({ spacingMs: 3_000, ...time });
    await lane.run(async (answered) => {
      time.pass(500);
      answered();
      time.pass(2_000);
    }, never);
    await lane.run(async () => undefined, never);
    expect(time.sleeps).toEqual([1_000]);
  });

  it('does not wait where enough time has passed', async () => {
    const time = fakeTime();
    const lane = createLane({ spacingMs: 3_000, ...time });
    await lane.run(async () => undefined, never);
    time.pass(3_000);
    await lane.run(async () => undefined, never);
    expect(time.sleeps).toEqual([]);
  });

  it('does not wait longer when the clock was set back', async () => {
    const time = fakeTime();
    const lane = createLane({ spacingMs: 3_000, ...time });
    await lane.run(async () => undefined, never);
    time.pass(-86_400_000);
    await lane.run(async () => undefined, never);
    expect(time.sleeps).toEqual([3_000]);
  });

  it('goes on after a request that failed', async () => {
    const lane = createLane({ spacingMs: 0, ...fakeTime() });
    await expect(lane.run(() => Promise.reject(new Error('no')), never)).rejects.toThrow('no');
    expect(await lane.run(async () => 'yes', never)).toBe('yes');
  });

  it('rejects at once when a queued request is aborted, and never makes it', async () => {
    const lane = createLane({ spacingMs: 0, ...fakeTime() });
    const busy = Promise.withResolvers<void>();
    const first = lane.run(() => busy.promise, never);
    const stop = new AbortController();
    let isMade = false;
    const second = lane.run(async () => {
      isMade = true;
    }, stop.signal);
    stop.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    busy.resolve();
    await first;
    await lane.run(async () => undefined, never);
    expect(isMade).toBe(false);
  });
});

describe('the User-Agent', () => {
  it.each([
    ['1.0.0', 'mailto:a@example.org', 'Paperboy/1.0.0 (+mailto:a@example.org)'],
    ['1.0.0', null, 'Paperboy/1.0.0'],
    ['1.0.0', '  ', 'Paperboy/1.0.0'],
    ['1.0.0', 'me)\r\nX-Evil: 1', 'Paperboy/1.0.0 (+meX-Evil: 1)'],
  ])('%s, %j → %s', (version, contact, expected) => {
    expect(userAgentOf(version, contact)).toBe(expected);
  });
});

describe('the registry', () => {
  it('has each source under a name that topics and the configuration know', async () => {
    await using sources = sourcesAt('http://127.0.0.1:9');
    expect(sources.list.map(({ id }) => id).toSorted()).toEqual(sourceNames.map(({ id }) => id).toSorted());
  });
});
