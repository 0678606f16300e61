import { setTimeout as pause } from 'node:timers/promises';
import { categories } from '../papers/categories.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Clock, Random } from '../ports.ts';
import { createArxivComments } from './arxiv/comments.ts';
import { crossCheck } from './arxiv/cross-check.ts';
import { createArxivSource } from './arxiv/feeds.ts';
import { arxivPast } from './arxiv/oai.ts';
import { lookUpPaper } from './arxiv/query-api.ts';
import { createPreprintSource } from './biorxiv/preprints.ts';
import { createJournalSource } from './crossref/journals.ts';
import type { Enricher } from './enricher.ts';
import { createHuggingFaceSource } from './huggingface/daily-papers.ts';
import { createHuggingFaceEnricher } from './huggingface/enricher.ts';
import { createHuggingFaceRankings } from './huggingface/rankings.ts';
import { createLane, type Sleep } from './lane.ts';
import { createPoliteFetch, userAgentOf } from './polite-fetch.ts';
import type { RankingSource } from './ranking-source.ts';
import { createRetry } from './retry.ts';
import { createSemanticScholar } from './semantic-scholar/paper-batch.ts';
import type { PaperSource } from './source.ts';

export interface SourceOptions {
  /** `https://huggingface.co`, or what stands in for it. */
  readonly huggingfaceUrl: string;
  /** `https://rss.arxiv.org` */
  readonly arxivFeedUrl: string;
  /** `https://export.arxiv.org` */
  readonly arxivApiUrl: string;
  /** `https://oaipmh.arxiv.org/oai` */
  readonly arxivOaiUrl: string;
  /** Ids of categories; none means all active ones. */
  readonly arxivCategories: readonly string[];
  /** `https://api.biorxiv.org`, which medRxiv shares. */
  readonly biorxivUrl: string;
  /** `https://api.semanticscholar.org`, which is asked with a key only. */
  readonly semanticScholarUrl?: string;
  readonly semanticScholarKey?: string | null;
  /** `https://api.crossref.org`, which is asked only where there are journals and a contact. */
  readonly crossrefUrl?: string;
  /** The journals to ask Crossref for. */
  readonly crossrefIssns?: readonly string[];
  /** The sources to use; all where absent. */
  readonly sources?: readonly SourceId[];
  /** Goes into the User-Agent, so that a service can reach who runs this bot. */
  readonly contact: string | null;
  readonly version: string;
  readonly clock: Clock;
  readonly sleep?: Sleep;
  /** Least time from one request to arXiv to the next. arXiv's terms ask for the default, 3 s. */
  readonly arxivSpacingMs?: number;
  /** The same for Hugging Face, which allows 500 requests in five minutes. */
  readonly huggingfaceSpacingMs?: number;
  /** The same for bioRxiv and medRxiv together, which name no limit. */
  readonly biorxivSpacingMs?: number;
  /** The same for Crossref, which allows three a second to who gives a contact. */
  readonly crossrefSpacingMs?: number;
  /** The same for Semantic Scholar, which allows one a second with a key. */
  readonly semanticScholarSpacingMs?: number;
  /** Pauses before a request to arXiv is made again that failed in passing. */
  readonly arxivRetryPausesMs?: readonly number[];
  readonly random?: Random;
  /** For one whole request. */
  readonly deadlineMs?: number;
  /** Makes the signal that ends a request at its deadline. */
  readonly deadline?: (ms: number) => AbortSignal;
}

/** The sources at work. Disposing of it closes their connections. */
export interface SourceSet extends AsyncDisposable {
  readonly list: readonly PaperSource[];
  /** Those that rank papers beside listing them. */
  readonly rankings: readonly RankingSource[];
  /** What adds to papers: optional, each by itself. */
  readonly enrichers: readonly Enricher[];
  find(id: SourceId): PaperSource | undefined;
}

const defaults = {
  arxivSpacingMs: 3_000,
  huggingfaceSpacingMs: 250,
  biorxivSpacingMs: 1_000,
  crossrefSpacingMs: 1_000,
  semanticScholarSpacingMs: 1_500,
  arxivRetryPausesMs: [20_000, 60_000],
};
/** arXiv was seen to take 46 s for an answer. */
const deadlinesMs = { arxiv: 120_000, other: 30_000 };
const maxBytes = {
  arxiv: 24_000_000,
  huggingface: 6_000_000,
  biorxiv: 6_000_000,
  crossref: 12_000_000,
  semanticScholar: 6_000_000,
};

const sleepFor: Sleep = (ms, signal) => pause(ms, undefined, { signal });

/** Makes every source. A new one is an entry of `list`, and a fetch of its own that is closed with the rest. */
export function createSources(options: SourceOptions): SourceSet {
  const { arxivSpacingMs, huggingfaceSpacingMs, biorxivSpacingMs, arxivRetryPausesMs } = { ...defaults, ...options };
  const { crossrefSpacingMs, semanticScholarSpacingMs } = { ...defaults, ...options };
  const { sleep = sleepFor, random = Math.random } = options;
  const huggingfaceFetch = fetchFor('Hugging Face', options, huggingfaceSpacingMs, maxBytes.huggingface);
  // One for all of its services, as arXiv's terms count them together.
  const arxivFetch = fetchFor('arXiv', { deadlineMs: deadlinesMs.arxiv, ...options }, arxivSpacingMs, maxBytes.arxiv);
  const arxivCategories = options.arxivCategories.length > 0 ? options.arxivCategories : categories.map(({ id }) => id);
  const retry = createRetry({ pausesMs: arxivRetryPausesMs, sleep, random });
  const arxivApi = { url: options.arxivApiUrl, categories: arxivCategories, fetch: arxivFetch };
  // One for both of its servers.
  const biorxivFetch = fetchFor('bioRxiv', options, biorxivSpacingMs, maxBytes.biorxiv);
  const biorxivApi = { url: options.biorxivUrl, fetch: biorxivFetch };
  const crossrefFetch = fetchFor('Crossref', options, crossrefSpacingMs, maxBytes.crossref);
  const { crossrefUrl, crossrefIssns: issns = [], contact } = options;
  const hasJournals = crossrefUrl !== undefined && issns.length > 0 && contact !== null;
  const all: readonly PaperSource[] = [
    createHuggingFaceSource({ url: options.huggingfaceUrl, fetch: huggingfaceFetch }),
    {
      ...createArxivSource({
        url: options.arxivFeedUrl,
        categories: arxivCategories,
        fetch: arxivFetch,
        retry,
        lookUp: (id, signal) => lookUpPaper(arxivApi, id, signal),
        crossCheck: (request) => crossCheck(arxivApi, request),
      }),
      past: arxivPast({ ...arxivApi, url: options.arxivOaiUrl, retry }),
    },
    createPreprintSource({ server: 'biorxiv', ...biorxivApi }),
    createPreprintSource({ server: 'medrxiv', ...biorxivApi }),
    ...(hasJournals ? [createJournalSource({ url: crossrefUrl, issns, contact, fetch: crossrefFetch })] : []),
  ];
  const isUsed = (id: SourceId) => options.sources?.includes(id) ?? true;
  const list = all.filter(({ id }) => isUsed(id));
  const huggingfaceApi = { url: options.huggingfaceUrl, fetch: huggingfaceFetch };
  const scholarFetch = fetchFor('Semantic Scholar', options, semanticScholarSpacingMs, maxBytes.semanticScholar);
  const { semanticScholarUrl: scholarUrl, semanticScholarKey: key = null } = options;
  return {
    list,
    rankings: isUsed('huggingface') ? [createHuggingFaceRankings(huggingfaceApi)] : [],
    enrichers: [
      ...(isUsed('huggingface') ? [createHuggingFaceEnricher(huggingfaceApi)] : []),
      ...(isUsed('arxiv') ? [createArxivComments(arxivApi)] : []),
      ...(key === null || scholarUrl === undefined
        ? []
        : [createSemanticScholar({ url: scholarUrl, key, fetch: scholarFetch })]),
    ],
    find: (id) => list.find((source) => source.id === id),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(
        [huggingfaceFetch, arxivFetch, biorxivFetch, crossrefFetch, scholarFetch].map((fetch) =>
          fetch[Symbol.asyncDispose](),
        ),
      );
    },
  };
}

function fetchFor(name: string, options: SourceOptions, spacingMs: number, maxBytes: number) {
  const { clock, sleep = sleepFor, deadlineMs = deadlinesMs.other, deadline } = options;
  const lane = createLane({ spacingMs, clock, sleep });
  return createPoliteFetch({
    name,
    userAgent: userAgentOf(options.version, options.contact),
    lane,
    clock,
    deadlineMs,
    ...(deadline === undefined ? {} : { deadline }),
    maxBytes,
  });
}
