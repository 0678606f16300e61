import type { PoliteFetch } from '../../src/sources/polite-fetch.ts';
import { createSources, type SourceOptions, type SourceSet } from '../../src/sources/registry.ts';
import type { PaperSource, PulledListing, PullRequest, SourceErrorCode } from '../../src/sources/source.ts';
import type { LocalDate } from '../../src/time.ts';
import { sourceDefaults } from '../support/source-defaults.ts';
import type { FixtureServer } from './fixture-server.ts';

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
  /** Makes the source where the registry has none of that id: one of a test's own. */
  readonly make?: (service: { readonly url: string; readonly fetch: PoliteFetch }) => PaperSource;
}

/** The source under test, against a server that answers as told. */
export interface ContractBench {
  readonly subject: ContractSubject;
  readonly server: FixtureServer;
  source(): PaperSource;
  /** Pulls the subject's date. */
  pull(more?: Partial<PullRequest>): Promise<PulledListing>;
  failsWith(code: SourceErrorCode): Promise<void>;
  /** Has the source talk to another address, or otherwise, for the rest of the test. */
  reopen(url: string, options?: Partial<SourceOptions>): Promise<void>;
  /** The same source once more. */
  open(url: string): SourceSet;
}

const never = new AbortController().signal;
/** So long do the sources of the contract wait for an answer: on a busy machine, the first one takes a while. */
export const contractDeadlineMs = 1_500;

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
    ...sourceDefaults,
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
    ...(options.deadline === undefined ? { deadlineMs: contractDeadlineMs } : {}),
    ...options,
  });

export function listed(pulled: PulledListing) {
  if (pulled.kind === 'unchanged') throw new Error('unchanged, where a listing was expected');
  return pulled.listing;
}
