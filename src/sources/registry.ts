import { setTimeout as pause } from 'node:timers/promises';
import { categories } from '../papers/categories.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Clock, Random } from '../ports.ts';
import { createArxivComments } from './arxiv/comments.ts';
import { crossCheck } from './arxiv/cross-check.ts';
import { type ArxivFeedOptions, createArxivSource } from './arxiv/feeds.ts';
import { arxivPast } from './arxiv/oai.ts';
import { lookUpPaper } from './arxiv/query-api.ts';
import type { AuthorService } from './author-service.ts';
import { createPreprintSource } from './biorxiv/preprints.ts';
import { createJournalSource } from './crossref/journals.ts';
import { createPreprintServerSource } from './crossref/preprints.ts';
import type { Enricher } from './enricher.ts';
import { createHuggingFaceSource } from './huggingface/daily-papers.ts';
import { createHuggingFaceEnricher } from './huggingface/enricher.ts';
import { createHuggingFaceRankings } from './huggingface/rankings.ts';
import { createLane, type Sleep } from './lane.ts';
import { createOpenAlexAuthors } from './openalex/author-works.ts';
import { createPoliteFetch, type PoliteFetch, userAgentOf } from './polite-fetch.ts';
import type { RankingSource } from './ranking-source.ts';
import { createRetry } from './retry.ts';
import { createScholarAuthors } from './semantic-scholar/author-papers.ts';
import { createSemanticScholar } from './semantic-scholar/paper-batch.ts';
import type { SourceSettings } from './settings.ts';
import type { PaperSource } from './source.ts';

export interface SourceOptions extends SourceSettings {
  readonly version: string;
  readonly clock: Clock;
  readonly sleep?: Sleep;
  /** The least time between two requests to arXiv. arXiv's terms ask for the default, 3 s. */
  readonly arxivSpacingMs?: number;
  /** The same for Hugging Face, which allows 500 requests in five minutes. */
  readonly huggingfaceSpacingMs?: number;
  /** The same for bioRxiv and medRxiv together, which state no limit. */
  readonly biorxivSpacingMs?: number;
  /** The same for Crossref, which allows three a second with a contact. */
  readonly crossrefSpacingMs?: number;
  /** The same for Semantic Scholar, which allows one a second with a key. */
  readonly semanticScholarSpacingMs?: number;
  /** The same for OpenAlex, which allows ten a second. */
  readonly openAlexSpacingMs?: number;
  /** The pauses before each repetition of a request to arXiv that failed temporarily. */
  readonly arxivRetryPausesMs?: readonly number[];
  readonly random?: Random;
  /** The time for a whole request. */
  readonly deadlineMs?: number;
  /** Makes the signal that ends a request at its deadline. */
  readonly deadline?: (ms: number) => AbortSignal;
}

/** The open sources. Disposing of them closes their connections. */
export interface SourceSet extends AsyncDisposable {
  readonly list: readonly PaperSource[];
  /** The sources that also rank papers. */
  readonly rankings: readonly RankingSource[];
  /** The services that add facts to papers. Each is optional. */
  readonly enrichers: readonly Enricher[];
  /** The services that know the papers of authors. They are asked only when somebody names an author. */
  readonly authors: readonly AuthorService[];
  find(id: SourceId): PaperSource | undefined;
}

/** A service that receives requests, with its limits. All that is used of it shares one lane. */
interface Service {
  /** The name in messages. */
  readonly name: string;
  readonly spacingMs: number;
  readonly maxBytes: number;
  readonly deadlineMs?: number;
}

const services = {
  huggingface: { name: 'Hugging Face', spacingMs: 250, maxBytes: 6_000_000 },
  // Feeds, search and OAI-PMH together, as its terms count them. Some answers took 46 s.
  arxiv: { name: 'arXiv', spacingMs: 3_000, maxBytes: 24_000_000, deadlineMs: 120_000 },
  // Both of its servers.
  biorxiv: { name: 'bioRxiv', spacingMs: 1_000, maxBytes: 6_000_000 },
  crossref: { name: 'Crossref', spacingMs: 1_000, maxBytes: 12_000_000 },
  semanticScholar: { name: 'Semantic Scholar', spacingMs: 1_500, maxBytes: 6_000_000 },
  openAlex: { name: 'OpenAlex', spacingMs: 150, maxBytes: 12_000_000 },
} as const satisfies Readonly<Record<string, Service>>;
type ServiceId = keyof typeof services;

const defaultDeadlineMs = 30_000;
const defaultRetryPausesMs = [20_000, 60_000];

const sleepFor: Sleep = (ms, signal) => pause(ms, undefined, { signal });

/** Makes every source, a line each. The service that it uses is a row of `services`. */
export function createSources(options: SourceOptions): SourceSet {
  const { sleep = sleepFor, random = Math.random, arxivRetryPausesMs = defaultRetryPausesMs } = options;
  const fetches = openServices(options);
  const isUsed = (id: SourceId) => options.sources.includes(id);
  const arxiv = {
    feedUrl: options.arxivFeedUrl,
    url: options.arxivApiUrl,
    oaiUrl: options.arxivOaiUrl,
    categories: options.arxivCategories.length > 0 ? options.arxivCategories : categories.map(({ id }) => id),
    fetch: fetches.of('arxiv'),
    retry: createRetry({ pausesMs: arxivRetryPausesMs, sleep, random }),
  };
  const huggingface = { url: options.huggingfaceUrl, fetch: fetches.of('huggingface') };
  const biorxiv = { url: options.biorxivUrl, fetch: fetches.of('biorxiv') };
  const all: readonly PaperSource[] = [
    createHuggingFaceSource(huggingface),
    wholeArxiv(arxiv),
    createPreprintSource({ server: 'biorxiv', ...biorxiv }),
    createPreprintSource({ server: 'medrxiv', ...biorxiv }),
    ...fromCrossref(options, fetches),
  ];
  const list = all.filter(({ id }) => isUsed(id));
  return {
    list,
    rankings: isUsed('huggingface') ? [createHuggingFaceRankings(huggingface)] : [],
    enrichers: [
      ...(isUsed('huggingface') ? [createHuggingFaceEnricher(huggingface)] : []),
      ...(isUsed('arxiv') ? [createArxivComments(arxiv)] : []),
      ...scholarOf(options, fetches),
    ],
    authors: authorsOf(options, fetches),
    find: (id) => list.find((source) => source.id === id),
    [Symbol.asyncDispose]: fetches.close,
  };
}

interface ArxivPlaces extends Required<Pick<ArxivFeedOptions, 'url' | 'categories' | 'fetch' | 'retry'>> {
  readonly feedUrl: string;
  readonly oaiUrl: string;
}

/** The source of arXiv: its feeds, its search and its past. */
function wholeArxiv(arxiv: ArxivPlaces): PaperSource {
  return {
    ...createArxivSource({
      ...arxiv,
      url: arxiv.feedUrl,
      lookUp: (id, signal) => lookUpPaper(arxiv, id, signal),
      crossCheck: (request) => crossCheck(arxiv, request),
    }),
    past: arxivPast({ ...arxiv, url: arxiv.oaiUrl }),
  };
}

/** The journals and preprint servers that the host names together with a contact. */
function fromCrossref(options: SourceOptions, fetches: Fetches): readonly PaperSource[] {
  const { crossrefUrl: url, crossrefIssns: issns, crossrefPrefixes: prefixes, contact } = options;
  if (contact === null || issns.length + prefixes.length === 0) return [];
  const access = { url, contact, fetch: fetches.of('crossref') };
  return [
    ...(prefixes.length === 0 ? [] : [createPreprintServerSource({ prefixes, ...access })]),
    ...(issns.length === 0 ? [] : [createJournalSource({ issns, ...access })]),
  ];
}

/** Semantic Scholar, where the host has a key: without one it refuses most requests. */
function scholarOf({ semanticScholarUrl: url, semanticScholarKey: key }: SourceOptions, fetches: Fetches) {
  if (key === null) return [];
  return [createSemanticScholar({ url, key, fetch: fetches.of('semanticScholar') })];
}

const authorsOf = (options: SourceOptions, fetches: Fetches): readonly AuthorService[] => [
  createOpenAlexAuthors({
    url: options.openAlexUrl,
    key: options.openAlexKey,
    contact: options.contact,
    fetch: fetches.of('openAlex'),
  }),
  createScholarAuthors({
    url: options.semanticScholarUrl,
    key: options.semanticScholarKey,
    fetch: fetches.of('semanticScholar'),
  }),
];

/** The clients of the used services. */
interface Fetches {
  of(id: ServiceId): PoliteFetch;
  close(): Promise<void>;
}

function openServices(options: SourceOptions): Fetches {
  const open = new Map<ServiceId, PoliteFetch>();
  return {
    of(id) {
      const fetch = open.get(id) ?? fetchFor(services[id], options[`${id}SpacingMs`], options);
      open.set(id, fetch);
      return fetch;
    },
    close: async () => {
      await Promise.all([...open.values()].map((fetch) => fetch[Symbol.asyncDispose]()));
    },
  };
}

function fetchFor(service: Service, spacing: number | undefined, options: SourceOptions): PoliteFetch {
  const { name, spacingMs, maxBytes, deadlineMs = defaultDeadlineMs } = service;
  const { clock, sleep = sleepFor, deadline } = options;
  return createPoliteFetch({
    name,
    userAgent: userAgentOf(options.version, options.contact),
    lane: createLane({ spacingMs: spacing ?? spacingMs, clock, sleep }),
    clock,
    deadlineMs: options.deadlineMs ?? deadlineMs,
    ...(deadline === undefined ? {} : { deadline }),
    maxBytes,
  });
}
