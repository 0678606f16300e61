import type { RateLimitData, ResponseLike } from 'discord.js';
import type { Logger, Meter } from '../ports.ts';
import { minuteMs } from '../time.ts';
import { DefaultRestOptions, REST } from './discord-js.ts';
import { createPace, type Pace } from './posting/pace.ts';
import type { SendGate } from './posting/send-gate.ts';

export interface RestOptions {
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly token: string;
  /** Who we are, appended to the User-Agent: `paperboy/1.0 (+mailto:…)`. */
  readonly userAgent: string;
  readonly log: Logger;
  /** Is notified of refusals, and of waits that concern the whole bot. */
  readonly gate?: SendGate;
  /** Spreads the requests; by default as Discord's limits allow. */
  readonly pace?: Pace;
  /** Takes note of each answer. */
  readonly meter?: Meter;
  /** How long one request may take, in milliseconds. */
  readonly timeoutMs?: number;
}

/** Longer waits are left to the outbox, which reports why nothing is posted. */
const longestWaitInLine = 10_000;

/** The wait after a 429 that names no time, such as a page of Cloudflare. */
const unstatedWaitSeconds = 60;

/** After how many invalid requests to warn. 10,000 in ten minutes would ban this address. */
const invalidRequestWarningInterval = 500;

/** How often idle channels are forgotten, at a request. */
const sweepMs = minuteMs;

/** Answers to interactions and their follow-ups, which count towards no limit of the bot. */
const isExempt = /\/(interactions|webhooks)\//;

/** Posting, searching and publishing digests, starting their threads, and events. For everything else a person waits. */
const isMessages = /\/(channels\/\d+\/messages(\/\d+\/(crosspost|threads))?|guilds\/\d+\/scheduled-events)$/;

/** The same requests, as the library writes them. */
const messageRoutes: ReadonlySet<string> = new Set([
  '/channels/:id/messages',
  '/channels/:id/messages/:id/crosspost',
  '/channels/:id/messages/:id/threads',
  '/guilds/:id/scheduled-events',
]);

/**
 * Discord's REST API, with the library's limiter for each channel and a global pace. Errors and timeouts are never
 * retried, because a repeated POST could post twice; callers decide. Posting, reading or publishing messages, or starting a thread below one, fails on a 429 with
 * RateLimitError and the real wait. All other requests wait and repeat, and so does everything at a short global limit:
 * Discord did not do what it refused.
 */
export function createRest({ apiUrl, token, userAgent, log, gate, meter, ...time }: RestOptions): REST {
  const { pace = createPace(), timeoutMs = 15_000 } = time;
  const foreseen = new WeakSet<RateLimitData>();
  const rest = new REST({
    api: apiUrl,
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    userAgentAppendix: userAgent,
    invalidRequestWarningInterval,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    // The library's timers would keep a client, and all that it holds, when nobody uses it any more.
    handlerSweepInterval: 0,
    hashSweepInterval: 0,
    makeRequest: async (url, init) => {
      forgetIdleChannels();
      const request = () => DefaultRestOptions.makeRequest(url, init);
      const { pathname } = new URL(url);
      const urgency = isMessages.test(pathname) ? 'patient' : 'urgent';
      const response = await (isExempt.test(pathname) ? request() : pace.run(urgency, request));
      meter?.({ kind: 'answer', status: response.status });
      return readRefusal(response, gate);
    },
    rejectOnRateLimit: (limit) =>
      isMessageRequest(limit) && (limit.retryAfter > longestWaitInLine || !(limit.global || foreseen.has(limit))),
  });
  let sweptAt = performance.now();
  function forgetIdleChannels(): void {
    if (performance.now() - sweptAt < sweepMs) return;
    sweptAt = performance.now();
    rest.handlers.sweep(({ inactive }) => inactive);
  }
  // The library announces waits that it foresees from earlier answers. A 429 is not announced.
  rest.on('rateLimited', (limit) => void foreseen.add(limit));
  rest.on('invalidRequestWarning', ({ count, remainingTime }) => {
    log.warn({ event: 'discord.invalid-requests', count, remainingMs: remainingTime }, 'Discord refused many requests');
  });
  return rest.setToken(token);
}

const isMessageRequest = ({ route }: RateLimitData): boolean => messageRoutes.has(route);

/**
 * Sets the Retry-After header of a 429 to the longer wait of header and body, because the library ignores the body and
 * does not wait without a header. The bodies of other failures are read to free the socket.
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

/** Whether a response counts towards a ban of this address. A limit shared with other bots does not. */
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
