import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { createLane } from '../../src/sources/lane.ts';
import { createPoliteFetch, userAgentOf } from '../../src/sources/polite-fetch.ts';
import type { SourceOptions, SourceSet } from '../../src/sources/registry.ts';
import type { SourceErrorCode } from '../../src/sources/source.ts';
import { type ContractBench, type ContractSubject, contractDeadlineMs, request, sourcesAt } from './contract.ts';
import { testFailures } from './contract-failures.ts';
import { testListings } from './contract-listings.ts';
import { type FixtureServer, startFixtureServer } from './fixture-server.ts';

/** Tests what every source must do with any answer and any failure. */
export function describeSourceContract(subject: ContractSubject): void {
  describe(`the source contract: ${subject.id}`, () => {
    let server: FixtureServer;
    let sources: SourceSet;
    const bench: ContractBench = {
      subject,
      get server() {
        return server;
      },
      source() {
        const found = sources.find(subject.id);
        if (found === undefined) throw new Error(`no source ${subject.id}`);
        return found;
      },
      pull: (more = {}) => bench.source().pull(request(subject.date, more)),
      failsWith: async (code: SourceErrorCode) => {
        await expect(bench.pull()).rejects.toMatchObject({ name: 'SourceError', code });
      },
      async reopen(url, options = {}) {
        await sources[Symbol.asyncDispose]();
        sources = openSources(subject, url, options);
      },
      open: (url) => openSources(subject, url),
    };

    beforeAll(async () => {
      server = await startFixtureServer();
    });
    afterAll(() => server[Symbol.asyncDispose]());
    beforeEach(() => {
      sources = openSources(subject, server.url);
    });
    afterEach(() => sources[Symbol.asyncDispose]());

    testListings(bench);
    testFailures(bench);
  });
}

/** The registry's sources, or the source that the subject makes. */
function openSources(subject: ContractSubject, url: string, options: Partial<SourceOptions> = {}): SourceSet {
  const { make } = subject;
  if (make === undefined) return sourcesAt(url, options);
  const clock = Date.now;
  const fetch = createPoliteFetch({
    name: subject.id,
    userAgent: userAgentOf('9.8.7', 'mailto:host@example.org'),
    lane: createLane({ spacingMs: 0, clock, sleep: async () => {} }),
    clock,
    deadlineMs: options.deadlineMs ?? contractDeadlineMs,
    maxBytes: 6_000_000,
  });
  const source = make({ url, fetch });
  return {
    list: [source],
    rankings: [],
    enrichers: [],
    authors: [],
    find: (id) => (id === source.id ? source : undefined),
    [Symbol.asyncDispose]: () => fetch[Symbol.asyncDispose](),
  };
}
