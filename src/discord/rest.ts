import { DefaultRestOptions, type RateLimitData, REST, type ResponseLike } from 'discord.js';
import type { Logger } from '../ports.ts';
import { createPace } from './posting/pace.ts';
import type { SendGate } from './posting/send-gate.ts';

export interface RestOptions {
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly token: string;
  /** Who we are, appended to the User-Agent: `paperboy/1.0 (+mailto:…)`. */
  readonly userAgent: string;
  readonly log: Logger;
  /** Told of what concerns every request: refusals, and waits that are asked of the whole bot. */
  readonly gate?: SendGate;
  /** How long one request may take, in milliseconds. */
  readonly timeoutMs?: number;
}

/** Waits that are longer than this are left to the outbox, which says why nothing is posted meanwhile. */
const longestWaitInLine = 10_000;

/** How long to stay away after a 429 that does not say: a page of Cloudflare's, which names no time. */
const unstatedWaitSeconds = 60;

/** Of 10,000 invalid requests in ten minutes that would ban this address. */
const invalidRequestWarningInterval = 500;

/** The library remembers every channel that was posted to until it looks for those at rest: an hour, left to itself. */
const handlerSweepInterval = 60_000;

/** Answers to interactions, and what follows them, count towards no limit of the bot's. */
const isExempt = /\/(interactions|webhooks)\//;

/** Digests, and the look for them; everything else is asked while a person waits. */
const isMessages = /\/channels\/\d+\/messages$/;

/**
 * Discord's REST API, through the library's own limiter for each channel and a pace of our own over all. Nothing is
 * retried on errors and timeouts, since a repeated POST could post twice: who calls decides. Where posting or reading
 * messages meets a 429, it fails with RateLimitError and the real wait. All other requests wait it out, and so does
 * everything where the limit over all is reached for a moment: what was refused was not done.
 */
export function createRest({ apiUrl, token, userAgent, log, gate, timeoutMs = 15_000 }: RestOptions): REST {
  const pace = createPace();
  const foreseen = new WeakSet<RateLimitData>();
  const rest = new REST({
    api: apiUrl,
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    userAgentAppendix: userAgent,
    invalidRequestWarningInterval,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    handlerSweepInterval,
    makeRequest: async (url, init) => {
      const request = () => DefaultRestOptions.makeRequest(url, init);
      const { pathname } = new URL(url);
      const urgency = isMessages.test(pathname) ? 'patient' : 'urgent';
      return readRefusal(await (isExempt.test(pathname) ? request() : pace.run(urgency, request)), gate);
    },
    rejectOnRateLimit: (limit) =>
      isMessageRequest(limit) && (limit.retryAfter > longestWaitInLine || !(limit.global || foreseen.has(limit))),
  });
  // The library announces the waits that it foresees from earlier answers; a 429 comes unannounced.
  rest.on('rateLimited', (limit) => void foreseen.add(limit));
  rest.on('invalidRequestWarning', ({ count, remainingTime }) => {
    log.warn({ event: 'discord.invalid-requests', count, remainingMs: remainingTime }, 'Discord refused many requests');
  });
  return rest.setToken(token);
}

const isMessageRequest = ({ route }: RateLimitData): boolean => route === '/channels/:id/messages';

/**
 * Gives a 429 the header that the library waits by: the larger of what header and body say, since the library does not
 * read the body and waits not at all where the header is missing. Bodies of other failures are read to free the socket.
 */
async function readRefusal(response: ResponseLike, gate: SendGate | undefined): Promise<ResponseLike> {
  if (isRefusal(response)) gate?.countRefusal();
  if (response.status !== 429 && response.status < 500) return response;
  const text = await response.text().catch(() => '');
  if (response.status !== 429) return response;
  const isWall = !isJson(text);
  const seconds = secondsToWait(response.headers.get('Retry-After'), text, isWall);
  if (isWall) gate?.close(seconds * 1_000, "the wall in front of Discord's API refuses this address");
  const isLong = seconds * 1_000 > longestWaitInLine;
  if (isLong && response.headers.has('X-RateLimit-Global')) {
    gate?.close(seconds * 1_000, 'the global rate limit is reached');
  }
  response.headers.set('Retry-After', String(seconds));
  return response;
}

/** Of the kind that counts towards a ban of this address. A limit that is shared with other bots does not. */
const isRefusal = ({ status, headers }: ResponseLike): boolean =>
  status === 401 || status === 403 || (status === 429 && headers.get('X-RateLimit-Scope') !== 'shared');

function secondsToWait(header: string | null, body: string, isWall: boolean): number {
  const stated = [Number(header ?? Number.NaN), retryAfterOf(body)].filter((seconds) => seconds > 0);
  return stated.length === 0 || isWall ? Math.max(unstatedWaitSeconds, ...stated) : Math.max(...stated);
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

function retryAfterOf(body: string): number {
  try {
    const { retry_after: seconds } = JSON.parse(body) as { retry_after?: unknown };
    return typeof seconds === 'number' ? seconds : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
