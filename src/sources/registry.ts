import { setTimeout as pause } from 'node:timers/promises';
import { categories } from '../papers/categories.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Clock } from '../ports.ts';
import { createArxivSource } from './arxiv/feeds.ts';
import { lookUpPaper } from './arxiv/query-api.ts';
import { createHuggingFaceSource } from './huggingface/daily-papers.ts';
import { createLane, type Sleep } from './lane.ts';
import { createPoliteFetch, userAgentOf } from './polite-fetch.ts';
import type { PaperSource } from './source.ts';

export interface SourceOptions {
  /** `https://huggingface.co`, or what stands in for it. */
  readonly huggingfaceUrl: string;
  /** `https://rss.arxiv.org` */
  readonly arxivFeedUrl: string;
  /** `https://export.arxiv.org` */
  readonly arxivApiUrl: string;
  /** Ids of categories; none means all active ones. */
  readonly arxivCategories: readonly string[];
  /** Goes into the User-Agent, so that a service can reach who runs this bot. */
  readonly contact: string | null;
  readonly version: string;
  readonly clock: Clock;
  readonly sleep?: Sleep;
  /** Least time from one request to arXiv to the next. arXiv's terms ask for the default, 3 s. */
  readonly arxivSpacingMs?: number;
  /** The same for Hugging Face, which allows 500 requests in five minutes. */
  readonly huggingfaceSpacingMs?: number;
  /** For one whole request. */
  readonly deadlineMs?: number;
}

/** The sources at work. Disposing of it closes their connections. */
export interface SourceSet extends AsyncDisposable {
  readonly list: readonly PaperSource[];
  find(id: SourceId): PaperSource | undefined;
}

const defaults = { arxivSpacingMs: 3_000, huggingfaceSpacingMs: 250, deadlineMs: 30_000 };
const maxBytes = { arxiv: 24_000_000, huggingface: 6_000_000 };

const sleepFor: Sleep = (ms, signal) => pause(ms, undefined, { signal });

/** Makes every source. A new one is an entry of `list`, and a fetch of its own that is closed with the rest. */
export function createSources(options: SourceOptions): SourceSet {
  const { arxivSpacingMs, huggingfaceSpacingMs } = { ...defaults, ...options };
  const huggingfaceFetch = fetchFor('Hugging Face', options, huggingfaceSpacingMs, maxBytes.huggingface);
  // One for the feeds and the API, as arXiv's terms count them together.
  const arxivFetch = fetchFor('arXiv', options, arxivSpacingMs, maxBytes.arxiv);
  const list: readonly PaperSource[] = [
    createHuggingFaceSource({ url: options.huggingfaceUrl, fetch: huggingfaceFetch }),
    createArxivSource({
      url: options.arxivFeedUrl,
      categories: options.arxivCategories.length > 0 ? options.arxivCategories : categories.map(({ id }) => id),
      fetch: arxivFetch,
      lookUp: (id, signal) => lookUpPaper({ url: options.arxivApiUrl, fetch: arxivFetch }, id, signal),
    }),
  ];
  return {
    list,
    find: (id) => list.find((source) => source.id === id),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([huggingfaceFetch, arxivFetch].map((fetch) => fetch[Symbol.asyncDispose]()));
    },
  };
}

function fetchFor(name: string, options: SourceOptions, spacingMs: number, maxBytes: number) {
  const { clock, sleep = sleepFor, deadlineMs = defaults.deadlineMs } = options;
  const lane = createLane({ spacingMs, clock, sleep });
  return createPoliteFetch({
    name,
    userAgent: userAgentOf(options.version, options.contact),
    lane,
    clock,
    deadlineMs,
    maxBytes,
  });
}
