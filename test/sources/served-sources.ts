import { afterAll, afterEach, beforeEach } from 'vitest';
import type { SourceOptions, SourceSet } from '../../src/sources/registry.ts';
import { sourcesAt } from './contract.ts';
import { type FixtureServer, startFixtureServer } from './fixture-server.ts';

/** Sources that are opened for each test, and closed after it. */
export interface ServedSources extends Omit<SourceSet, keyof AsyncDisposable> {
  /** Opens them again with these options as well, for the rest of the test. */
  reopen(options: Partial<SourceOptions>): Promise<void>;
}

/**
 * Starts a server on loopback and sources that use it, for the tests of the calling file or block. Before each test, the
 * server forgets its requests, but keeps its answer.
 */
export async function serveSources(
  options: Partial<SourceOptions> = {},
): Promise<{ server: FixtureServer; sources: ServedSources }> {
  const server = await startFixtureServer();
  let opened: SourceSet;
  const open = (given: Partial<SourceOptions>) => {
    opened = sourcesAt(server.url, given);
  };
  beforeEach(() => {
    server.requests.length = 0;
    open(options);
  });
  afterEach(() => opened[Symbol.asyncDispose]());
  afterAll(() => server[Symbol.asyncDispose]());
  const sources: ServedSources = {
    get list() {
      return opened.list;
    },
    get rankings() {
      return opened.rankings;
    },
    get enrichers() {
      return opened.enrichers;
    },
    get authors() {
      return opened.authors;
    },
    find: (id) => opened.find(id),
    async reopen(given) {
      await opened[Symbol.asyncDispose]();
      open({ ...options, ...given });
    },
  };
  return { server, sources };
}
