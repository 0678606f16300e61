import { preprintServers } from '../../src/papers/preprint-servers.ts';
import type { PoliteFetch } from '../../src/sources/polite-fetch.ts';
import { createSources, type SourceOptions, type SourceSet } from '../../src/sources/registry.ts';
import type { PaperSource, PulledListing, PullRequest, SourceErrorCode } from '../../src/sources/source.ts';
import type { LocalDate } from '../../src/time.ts';
import { sourceDefaults } from '../support/source-defaults.ts';
import type { FixtureServer } from './fixture-server.ts';

export interface ContractSubject {
  readonly id: string;
  readonly date: LocalDate;
  /** The source's answer for a day with some papers, and their ids. */
  readonly goodDay: string;
  readonly ids: readonly string[];
  /** The same day with its first item damaged, and with every item damaged. */
  readonly oneBadItem: string;
  readonly onlyBadItems: string;
  /** An answer for another date, and one for a day without papers. */
  readonly otherDay: string;
  readonly quietDay: string;
  /** The good day with a newer version of its first paper; absent where the source has no versions. */
  readonly newVersion?: string;
  /** The papers of the good day in the source's form for past papers; the good day where absent. */
  readonly goodPast?: string;
  /** Answers that are well-formed but not a list of papers. */
  readonly wrongShapes: readonly string[];
  /** Makes a source that is not in the registry. */
  readonly make?: (service: { readonly url: string; readonly fetch: PoliteFetch }) => PaperSource;
}

/** The source under test, and its server. */
export interface ContractBench {
  readonly subject: ContractSubject;
  readonly server: FixtureServer;
  source(): PaperSource;
  /** Pulls the subject's date. */
  pull(more?: Partial<PullRequest>): Promise<PulledListing>;
  failsWith(code: SourceErrorCode): Promise<void>;
  /** Opens the source with another address or options, for the rest of the test. */
  reopen(url: string, options?: Partial<SourceOptions>): Promise<void>;
  /** Opens the same source again. */
  open(url: string): SourceSet;
}

const never = new AbortController().signal;
/** The deadline of the contract's sources. On a busy machine, the first answer takes a while. */
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
    crossrefPrefixes: preprintServers.map(({ prefix }) => prefix),
    crossrefSpacingMs: 0,
    contact: 'mailto:host@example.org',
    version: '9.8.7',
    clock: Date.now,
    arxivSpacingMs: 0,
    arxivRetryPausesMs: [],
    huggingfaceSpacingMs: 0,
    // A test with its own deadline signal uses the default time of a request.
    ...(options.deadline === undefined ? { deadlineMs: contractDeadlineMs } : {}),
    ...options,
  });

export function listed(pulled: PulledListing) {
  if (pulled.kind === 'unchanged') throw new Error('unchanged, where a listing was expected');
  return pulled.listing;
}
