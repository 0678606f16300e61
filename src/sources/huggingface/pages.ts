import { readJson } from '../json.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { SourceError } from '../source.ts';

export const sourceId = 'huggingface';
export const sourceName = 'Hugging Face Daily Papers';

const pageSize = 100;

/** Where the service is, and how it is asked. */
export interface HuggingFaceTools {
  /** `https://huggingface.co` */
  readonly url: string;
  readonly fetch: PoliteFetch;
}

export interface PagesRequest {
  /** What is asked of `/api/daily_papers`, without the pages. */
  readonly query: Readonly<Record<string, string>>;
  /** ETags of the last time, by request path. */
  readonly etags: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** More pages than there can be. */
  readonly mostPages: number;
  /** Where there is one page more, the rest is left out instead of being a mistake. */
  readonly isCut?: boolean;
}

/** What the pages held that were sent anew. */
export interface Pages {
  /** Raw items, in order. */
  readonly items: readonly unknown[];
  /** How many pages were sent, and how many the service said of that nothing changed. */
  readonly sent: number;
  readonly unchanged: number;
  readonly etags: Readonly<Record<string, string>>;
}

/**
 * Asks for whole pages of 100 until one is not full: the default page of 50 is cut short without a word. A page of which
 * nothing changed was full the last time if the one after it was asked for then.
 */
export async function fetchPages(tools: HuggingFaceTools, request: PagesRequest): Promise<Pages> {
  const items: unknown[] = [];
  const etags: Record<string, string> = {};
  let [sent, unchanged] = [0, 0];
  for (let page = 0; page < request.mostPages; page++) {
    const path = pathOf(request, page);
    const answer = await fetchPage(tools, path, request);
    if (answer.etag !== null) etags[path] = answer.etag;
    if (answer.items === null) unchanged += 1;
    else {
      sent += 1;
      items.push(...answer.items);
    }
    const isFull = answer.items === null ? pathOf(request, page + 1) in request.etags : answer.items.length >= pageSize;
    if (!isFull || (request.isCut === true && page + 1 === request.mostPages)) return { items, sent, unchanged, etags };
  }
  const asked = new URLSearchParams(request.query);
  throw new SourceError(
    'malformed',
    `${sourceName} has more than ${request.mostPages} pages for ${asked}, which cannot be`,
  );
}

const pathOf = ({ query }: PagesRequest, page: number): string =>
  `/api/daily_papers?${new URLSearchParams({ ...query, limit: String(pageSize), p: String(page) })}`;

/** `items` is null where nothing changed. */
async function fetchPage({ url, fetch }: HuggingFaceTools, path: string, { etags, signal }: PagesRequest) {
  const address = new URL(url + path);
  const answer = await fetch.get(address, { signal, accept: 'application/json', etag: etags[path] });
  return { etag: answer.etag, items: answer.status === 304 ? null : readPage(answer.body) };
}

function readPage(body: Buffer): unknown[] {
  const answer = readJson(body, sourceName);
  if (!Array.isArray(answer))
    throw new SourceError('malformed', `${sourceName} sent something that is no list of papers`);
  return answer;
}
