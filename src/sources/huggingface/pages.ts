import { readJson } from '../json.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { SourceError } from '../source.ts';

export const sourceId = 'huggingface';
export const sourceName = 'Hugging Face Daily Papers';

const pageSize = 100;

/** The address of the service, and the client for it. */
export interface HuggingFaceTools {
  /** `https://huggingface.co` */
  readonly url: string;
  readonly fetch: PoliteFetch;
}

export interface PagesRequest {
  /** The query of `/api/daily_papers`, without paging. */
  readonly query: Readonly<Record<string, string>>;
  /** ETags of the last pull, by request path. */
  readonly etags: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** A limit that no real answer reaches. */
  readonly mostPages: number;
  /** True where pages beyond the limit are left out, false where they are an error. */
  readonly isCut?: boolean;
}

/** The content of the pages that changed. */
export interface Pages {
  /** Raw items, in order. */
  readonly items: readonly unknown[];
  /** How many pages were sent, and how many did not change. */
  readonly sent: number;
  readonly unchanged: number;
  readonly etags: Readonly<Record<string, string>>;
  /** Why a later page is missing; null where all pages came. */
  readonly failure: SourceError | null;
}

/** Requests all pages. @throws SourceError where one is missing */
export async function fetchAllPages(tools: HuggingFaceTools, request: PagesRequest): Promise<Pages> {
  const pages = await fetchPages(tools, request);
  if (pages.failure !== null) throw pages.failure;
  return pages;
}

/**
 * Requests pages of 100 until one is not full. The default page of 50 would be cut without notice. An unchanged page was
 * full the last time if the next page was requested then.
 * @throws SourceError where the first page is missing
 */
export async function fetchPages(tools: HuggingFaceTools, request: PagesRequest): Promise<Pages> {
  const items: unknown[] = [];
  const etags: Record<string, string> = {};
  let [sent, unchanged] = [0, 0];
  for (let page = 0; page < request.mostPages; page++) {
    const path = pathOf(request, page);
    const answer = await fetchPage(tools, path, request).catch((error: unknown) => asFailure(error, page, request));
    if (answer instanceof SourceError) return { items, sent, unchanged, etags, failure: answer };
    if (answer.etag !== null) etags[path] = answer.etag;
    if (answer.items === null) unchanged += 1;
    else {
      sent += 1;
      items.push(...answer.items);
    }
    const isFull = answer.items === null ? pathOf(request, page + 1) in request.etags : answer.items.length >= pageSize;
    if (!isFull || (request.isCut === true && page + 1 === request.mostPages))
      return { items, sent, unchanged, etags, failure: null };
  }
  const asked = new URLSearchParams(request.query);
  throw new SourceError(
    'malformed',
    `${sourceName} has more than ${request.mostPages} pages for ${asked}, which is too many`,
  );
}

/** Requests one paper. @throws SourceError where the answer is not a list */
export async function probePages(tools: HuggingFaceTools, signal: AbortSignal): Promise<void> {
  await fetchPage(tools, '/api/daily_papers?limit=1', { etags: {}, signal });
}

/** The failure of a later page, which costs that page and those after it. Others are thrown. */
function asFailure(error: unknown, page: number, { signal }: PagesRequest): SourceError {
  if (!(error instanceof SourceError) || page === 0 || signal.aborted) throw error;
  return error;
}

const pathOf = ({ query }: PagesRequest, page: number): string =>
  `/api/daily_papers?${new URLSearchParams({ ...query, limit: String(pageSize), p: String(page) })}`;

/** Fetches a page. `items` is null where nothing changed. */
async function fetchPage(
  { url, fetch }: HuggingFaceTools,
  path: string,
  { etags, signal }: Pick<PagesRequest, 'etags' | 'signal'>,
) {
  const address = new URL(url + path);
  const answer = await fetch.get(address, { signal, accept: 'application/json', etag: etags[path] });
  return { etag: answer.etag, items: answer.status === 304 ? null : readPage(answer.body) };
}

function readPage(body: Buffer): unknown[] {
  const answer = readJson(body, sourceName);
  if (!Array.isArray(answer))
    throw new SourceError('malformed', `${sourceName} sent something that is not a list of papers`);
  return answer;
}
