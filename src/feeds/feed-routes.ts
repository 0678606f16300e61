import { hash } from 'node:crypto';
import type { StoredFeed } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';
import { minuteMs } from '../time.ts';
import type { Route, WebAnswer, WebRequest } from '../web/route.ts';
import { type AnswerCache, createAnswerCache, type FeedAnswer } from './answer-cache.ts';
import { hasAnswer } from './conditional.ts';
import type { FeedFormat } from './feed.ts';
import { feedPath } from './feed-address.ts';
import { feedFormats } from './formats/registry.ts';
import { type FeedTools, readFeed } from './read-feed.ts';
import { createWorkQueue, type WorkQueue } from './work-queue.ts';

/** An answer is made again after this time, because services add to papers that are in it. */
const freshMs = 10 * minuteMs;

/** What answers may take of memory. A feed of 50 papers has some 120 kB. */
const cacheLimits = { answers: 5_000, bytes: 4_000_000 };

/** More work than this does not wait. */
const mostWaiting = 20;

export interface FeedRouteTools extends FeedTools {
  readonly store: FeedTools['store'] & Pick<Store, 'feedBySecret' | 'lastNewsNumber'>;
}

interface FeedServer extends FeedRouteTools {
  readonly cache: AnswerCache;
  readonly queue: WorkQueue;
}

/** The routes of feeds, one for each format. */
export function feedRoutes(tools: FeedRouteTools): readonly Route[] {
  const server = { ...tools, cache: createAnswerCache(cacheLimits), queue: createWorkQueue(mostWaiting) };
  return feedFormats.map((format) => ({
    method: 'GET',
    path: feedPath(':secret', format),
    answer: (request) => answerFeed(request, format, server),
  }));
}

async function answerFeed(request: WebRequest, format: FeedFormat, server: FeedServer): Promise<WebAnswer> {
  const secret = request.parameters['secret'] ?? '';
  const feed = await server.store.feedBySecret(secret);
  if (feed === null) return { status: 404, body: 'There is no feed at this address. It may be renewed or revoked.' };
  const selfUrl = `${request.base}${feedPath(secret, format)}`;
  const state = JSON.stringify([feed, selfUrl, await server.store.lastNewsNumber()]);
  const kept = server.cache.get(selfUrl);
  if (kept !== undefined && isFresh(kept, state, server)) {
    if (hasAnswer(request.headers, kept)) return { status: 304, headers: headersOf(kept, format) };
    if (kept.body !== null) return whole(kept, kept.body, format);
  }
  const made = server.queue.run(selfUrl, () => make({ feed, selfUrl, state, format }, server));
  if (made === null)
    return { status: 503, headers: { 'Retry-After': '60' }, body: 'The bot is busy. Try again later.' };
  const { answer, body } = await made;
  return hasAnswer(request.headers, answer)
    ? { status: 304, headers: headersOf(answer, format) }
    : whole(answer, body, format);
}

const isFresh = ({ state, madeAt }: FeedAnswer, now: string, { clock }: FeedServer): boolean =>
  state === now && Math.abs(clock() - madeAt) < freshMs;

interface Order {
  readonly feed: StoredFeed;
  readonly selfUrl: string;
  readonly state: string;
  readonly format: FeedFormat;
}

async function make({ feed, selfUrl, state, format }: Order, { cache, ...tools }: FeedServer) {
  const body = Buffer.from(await format.write(await readFeed(feed, selfUrl, tools)));
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
  const before = cache.get(selfUrl);
  const madeAt = tools.clock();
  const modifiedAt = before?.etag === etag ? before.modifiedAt : Math.floor(madeAt / 1_000) * 1_000;
  const answer: FeedAnswer = { state, madeAt, etag, modifiedAt, body };
  cache.put(selfUrl, answer);
  return { answer, body };
}

const whole = (answer: FeedAnswer, body: Buffer, format: FeedFormat): WebAnswer => ({
  status: 200,
  headers: headersOf(answer, format),
  body,
});

/** A client keeps its copy, and asks each time whether it is still right. Proxies keep none. */
const headersOf = ({ etag, modifiedAt }: FeedAnswer, { contentType }: FeedFormat) => ({
  'Content-Type': contentType,
  'Cache-Control': 'private, no-cache',
  ETag: etag,
  'Last-Modified': new Date(modifiedAt).toUTCString(),
});
