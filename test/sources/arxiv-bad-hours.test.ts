import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceOptions } from '../../src/sources/registry.ts';
import type { PulledListing } from '../../src/sources/source.ts';
import { type InventedArxiv, inventItems, startInventedArxiv } from '../support/invented-arxiv.ts';
import { listed, request, sourcesAt } from './contract.ts';
import { body, type Responder, reset, startFixtureServer, status } from './fixture-server.ts';

const day = '2026-03-11';
const webPage = '<!DOCTYPE html>\n<html><head><title>Oops</title></head><body><p>Come back later.<br></body></html>';

let arxiv: InventedArxiv;
beforeEach(async () => {
  arxiv = await startInventedArxiv(day);
  arxiv.announce(day, inventItems(4, '2603', 1, 'kettles'));
});
afterEach(() => arxiv[Symbol.asyncDispose]());

/** Answers with the failure for a while, and then as usual. */
function failingFirst(times: number, responder: Responder): void {
  let left = times;
  arxiv.breakDown('/rss/', (seen, response) => {
    left -= 1;
    if (left === 0) arxiv.breakDown('/rss/', null);
    responder(seen, response);
  });
}

const pauses = (): { readonly slept: number[] } & Pick<SourceOptions, 'sleep' | 'random' | 'arxivRetryPausesMs'> => {
  const slept: number[] = [];
  return {
    slept,
    random: () => 0.5,
    arxivRetryPausesMs: [20_000, 60_000],
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      slept.push(ms);
    },
  };
};

async function pull(options: Partial<SourceOptions>, url = arxiv.url): Promise<PulledListing> {
  await using sources = sourcesAt(url, { arxivCategories: ['cs.CL'], deadlineMs: 5_000, ...options });
  const source = sources.find('arxiv');
  if (source === undefined) throw new Error('no arXiv');
  return await source.pull(request(day));
}

describe('a request to arXiv that fails temporarily', () => {
  it.each([
    ['429 without Retry-After', status(429, { 'content-type': 'text/html' }, 'Rate exceeded.')],
    ['503 at midnight UTC', status(503, {}, webPage)],
    ['HTML in place of XML', body(webPage)],
    ['an empty answer', body('')],
    ['a broken connection', reset('<?xml version="1.0"?>')],
  ])('is repeated: %s', async (_name, responder) => {
    failingFirst(2, responder);
    const { slept, ...options } = pauses();
    expect(listed(await pull(options)).entries).toHaveLength(4);
    expect(slept).toEqual([20_000, 60_000]);
  });

  it('fails the pull with the last error where the failure lasts', async () => {
    failingFirst(3, status(429));
    const { slept, ...options } = pauses();
    await expect(pull(options)).rejects.toMatchObject({ code: 'refused' });
    expect(slept).toHaveLength(2);
    expect(arxiv.server.requests).toHaveLength(3);
  });

  it('waits as long as arXiv asks, and does not wait at all where that is long', async () => {
    const { slept, ...options } = pauses();
    failingFirst(1, status(503, { 'retry-after': '90' }));
    await pull(options);
    expect(slept).toEqual([90_000]);
    failingFirst(1, status(429, { 'retry-after': '1800' }));
    await expect(pull(options)).rejects.toMatchObject({ retryAfterMs: 1_800_000 });
    expect(slept).toEqual([90_000]);
  });

  it('is not repeated without a connection, for a feed of another day, or where there is no feed', async () => {
    const { slept, ...options } = pauses();
    const closed = await startFixtureServer();
    await closed[Symbol.asyncDispose]();
    await expect(pull(options, closed.url)).rejects.toMatchObject({ code: 'unreachable' });
    arxiv.setDay('2026-03-10');
    await expect(pull(options)).rejects.toMatchObject({ code: 'other-date' });
    failingFirst(1, status(404));
    await expect(pull(options)).rejects.toMatchObject({ code: 'refused', status: 404 });
    expect(slept).toEqual([]);
  });

  it('is given up when the bot stops', async () => {
    const stop = new AbortController();
    failingFirst(9, status(429));
    await using sources = sourcesAt(arxiv.url, {
      arxivCategories: ['cs.CL'],
      arxivRetryPausesMs: [20_000],
      deadlineMs: 5_000,
      sleep: (_ms, signal) => {
        stop.abort();
        return Promise.reject(signal.reason);
      },
    });
    const pulled = sources.find('arxiv')?.pull(request(day, { signal: stop.signal }));
    await expect(pulled).rejects.toMatchObject({ code: 'refused' });
    expect(arxiv.server.requests).toHaveLength(1);
  });
});

describe('a slow arXiv', () => {
  /** Deadlines by a clock that only the server advances. */
  function slowTime() {
    const deadlines: { readonly at: number; readonly controller: AbortController }[] = [];
    let now = 0;
    return {
      deadline: (ms: number) => {
        const controller = new AbortController();
        deadlines.push({ at: now + ms, controller });
        return controller.signal;
      },
      pass: (ms: number) => {
        now += ms;
        for (const { at, controller } of deadlines) if (now >= at) controller.abort();
      },
    };
  }
  async function pullWith({ deadline }: ReturnType<typeof slowTime>) {
    await using sources = sourcesAt(arxiv.url, { arxivCategories: ['cs.CL'], deadline });
    return await sources.find('arxiv')?.pull(request(day));
  }
  const slowBy = (ms: number, time: ReturnType<typeof slowTime>) =>
    failingFirst(1, (seen, response) => {
      time.pass(ms);
      setTimeout(() => {
        arxiv.breakDown('/rss/', null);
        arxiv.server.answerAgain(seen, response);
      }, 20);
    });

  it('still counts when it answers after 46 seconds', async () => {
    const time = slowTime();
    slowBy(46_000, time);
    expect(await pullWith(time)).toMatchObject({ kind: 'listed' });
  });

  it('ends at the deadline', async () => {
    const time = slowTime();
    slowBy(300_000, time);
    await expect(pullWith(time)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
