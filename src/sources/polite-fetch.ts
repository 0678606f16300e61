import type { IncomingHttpHeaders } from 'node:http';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, type Dispatcher } from 'undici';
import type { Clock } from '../ports.ts';
import { asSourceError, refusal } from './fetch-failure.ts';
import type { Lane } from './lane.ts';
import { SourceError } from './source.ts';

interface Answer {
  /** 304 only where an ETag was sent along. */
  readonly status: 200 | 304;
  readonly etag: string | null;
  /** The decoded body. Empty with 304. */
  readonly body: Buffer;
}

interface GetOptions {
  readonly signal: AbortSignal;
  readonly accept: string;
  /** Sent as If-None-Match, unchanged. */
  readonly etag?: string | undefined;
  /** Further headers, such as a key. They are never sent to another host. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The name in messages, if the service has several and this request is to another: `medRxiv`. */
  readonly name?: string;
}

interface PostOptions extends GetOptions {
  /** The body, sent as JSON. */
  readonly json: unknown;
}

/** Requests to one source, in its lane and within limits of time and size. */
export interface PoliteFetch extends AsyncDisposable {
  /** @throws SourceError for anything but a whole answer with status 200 or 304. */
  get(url: URL, options: GetOptions): Promise<Answer>;
  /** For a query that is too long for an address. @throws SourceError as `get` does. */
  post(url: URL, options: PostOptions): Promise<Answer>;
}

export interface PoliteFetchOptions {
  /** The name in messages: `arXiv`. */
  readonly name: string;
  readonly userAgent: string;
  readonly lane: Lane;
  readonly clock: Clock;
  /** The time for a whole request, from its start to the last byte, however slowly bytes come. */
  readonly deadlineMs: number;
  /** Makes the signal that ends a request at its deadline. Tests replace it. */
  readonly deadline?: (ms: number) => AbortSignal;
  /** The most bytes of a decoded answer. */
  readonly maxBytes: number;
}

const mostRedirects = 3;
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The User-Agent of the bot: `Paperboy/1.2.0 (+mailto:host@example.org)`. */
export function userAgentOf(version: string, contact: string | null): string {
  const safe = (contact ?? '').replace(/[^\x20-\x7e]|[()]/g, '').trim();
  return safe === '' ? `Paperboy/${version}` : `Paperboy/${version} (+${safe})`;
}

/** A client with at most one connection, which is closed after each request. */
export function createPoliteFetch(options: PoliteFetchOptions): PoliteFetch {
  const { name } = options;
  const agent = new Agent({ connections: 1, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
  return {
    get: (url, request) => follow(agent, { ...options, name: request.name ?? name }, url, request, mostRedirects),
    post: (url, request) => follow(agent, { ...options, name: request.name ?? name }, url, request, mostRedirects),
    [Symbol.asyncDispose]: () => agent.destroy(),
  };
}

/** Follows redirects within the configured origin only, because the settings decide which hosts the bot talks to. */
async function follow(
  agent: Agent,
  options: PoliteFetchOptions,
  url: URL,
  request: GetOptions | PostOptions,
  redirectsLeft: number,
): Promise<Answer> {
  const outcome = await attempt(agent, options, url, request);
  if (!('location' in outcome)) return outcome;
  const { location } = outcome;
  if (location === null || location.origin !== url.origin || redirectsLeft === 0) {
    const to = location === null || location.origin === url.origin ? 'too often' : `to another host, ${location.host}`;
    throw new SourceError('refused', `${options.name} redirected the request ${to}, which is not followed`);
  }
  return await follow(agent, options, location, request, redirectsLeft - 1);
}

interface Redirect {
  readonly location: URL | null;
}

async function attempt(
  agent: Agent,
  options: PoliteFetchOptions,
  url: URL,
  request: GetOptions | PostOptions,
): Promise<Answer | Redirect> {
  const { deadlineMs, deadline: deadlineIn = AbortSignal.timeout } = options;
  let deadline: AbortSignal | null = null;
  try {
    return await options.lane.run((answered) => {
      deadline = deadlineIn(deadlineMs);
      return exchange(
        agent,
        options,
        url,
        { ...request, signal: AbortSignal.any([request.signal, deadline]) },
        answered,
      );
    }, request.signal);
  } catch (error) {
    const isLate = (deadline as AbortSignal | null)?.aborted === true;
    throw asSourceError(error, { name: options.name, isStopped: request.signal.aborted, isLate });
  }
}

async function exchange(
  agent: Agent,
  options: PoliteFetchOptions,
  url: URL,
  request: GetOptions | PostOptions,
  answered: () => void,
): Promise<Answer | Redirect> {
  const response = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    ...('json' in request ? { method: 'POST', body: JSON.stringify(request.json) } : { method: 'GET' }),
    headers: requestHeaders(options, request),
    // With seconds between two requests, the other side would often have closed a kept connection.
    reset: true,
    signal: request.signal,
  });
  answered();
  const { statusCode, headers } = response;
  if (statusCode === 200) {
    return { status: 200, etag: first(headers['etag']), body: await readBody(response, options, request.signal) };
  }
  discard(response);
  if (statusCode === 304 && request.etag !== undefined) {
    return { status: 304, etag: first(headers['etag']) ?? request.etag, body: Buffer.alloc(0) };
  }
  if (statusCode > 300 && statusCode < 400 && statusCode !== 304) return { location: locationOf(headers, url) };
  throw refusal(options.name, statusCode, headers, options.clock());
}

function requestHeaders(options: PoliteFetchOptions, request: GetOptions | PostOptions): Record<string, string> {
  return {
    'user-agent': options.userAgent,
    accept: request.accept,
    'accept-encoding': 'gzip, deflate, br',
    ...(request.etag === undefined ? {} : { 'if-none-match': request.etag }),
    ...('json' in request ? { 'content-type': 'application/json' } : {}),
    ...request.headers,
  };
}

/** Reads a body and counts the decoded bytes, because a few kilobytes of gzip can hold gigabytes. */
async function readBody(
  { body, headers }: Dispatcher.ResponseData,
  { name, maxBytes }: PoliteFetchOptions,
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const collect = async (decoded: AsyncIterable<Buffer>): Promise<void> => {
    let size = 0;
    for await (const chunk of decoded) {
      size += chunk.length;
      if (size > maxBytes) throw new SourceError('too-large', `${name} sent more than ${megabytes(maxBytes)} MB`);
      chunks.push(chunk);
    }
  };
  const encoding = (first(headers['content-encoding']) ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') await pipeline(body, collect, { signal });
  else await pipeline(body, decoderOf(encoding, name), collect, { signal });
  return Buffer.concat(chunks);
}

function decoderOf(encoding: string, name: string): Transform {
  const create = decoders[encoding];
  if (create === undefined) throw new SourceError('malformed', `${name} used an encoding that was not requested`);
  return create();
}

/** Drops the rest of a body without waiting for it. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => undefined);
  body.destroy();
}

function locationOf(headers: IncomingHttpHeaders, from: URL): URL | null {
  const location = first(headers['location']);
  return location !== null && URL.canParse(location, from.href) ? new URL(location, from) : null;
}

const first = (header: string | string[] | undefined): string | null =>
  (Array.isArray(header) ? header[0] : header) ?? null;

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 1_000_000 ? 3 : 0);
