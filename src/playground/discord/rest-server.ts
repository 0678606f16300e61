import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, invalidForm, refusal } from './api-error.ts';
import type { FaultPlan, Faults } from './faults.ts';
import type { Latency } from './latency.ts';
import { DISCORD_LIMITS, type LimitSettings, type Verdict } from './rate-limits.ts';
import { type RequestBody, readBody } from './request-body.ts';
import { type LoggedRequest, type Violation, withoutTokens } from './request-log.ts';
import { matchRoute, type Platform, type Route, type RouteMatch } from './router.ts';
import { APPLICATION_ROUTES } from './routes/application-routes.ts';
import { CHANNEL_ROUTES } from './routes/channel-routes.ts';
import { EVENT_ROUTES } from './routes/event-routes.ts';
import { GUILD_ROUTES } from './routes/guild-routes.ts';
import { INTERACTION_ROUTES } from './routes/interaction-routes.ts';
import { MESSAGE_ROUTES } from './routes/message-routes.ts';
import { THREAD_ROUTES } from './routes/thread-routes.ts';
import { WEBHOOK_ROUTES } from './routes/webhook-routes.ts';
import type { CheckSchema } from './schema.ts';

const ROUTES: readonly Route[] = [
  ...APPLICATION_ROUTES,
  ...GUILD_ROUTES,
  ...EVENT_ROUTES,
  ...CHANNEL_ROUTES,
  ...THREAD_ROUTES,
  ...MESSAGE_ROUTES,
  ...INTERACTION_ROUTES,
  ...WEBHOOK_ROUTES,
];

const CLOUDFLARE_PAGE =
  '<!doctype html><html><head><title>Access denied | discord.com used Cloudflare to restrict access</title></head>' +
  '<body><h1>Error 1015</h1><p>You are being rate limited.</p></body></html>';

/** How many requests the log keeps: the latest. */
const KEPT_REQUESTS = 50_000;

/** The parts that the REST server works with. */
export interface RestSettings {
  readonly platform: Platform;
  readonly limits: LimitSettings;
  readonly faults: Faults;
  readonly checkSchema: CheckSchema | undefined;
  readonly latency: Latency;
  /** The token that is valid now. */
  readonly token: () => string;
  /** True while the whole API is down. */
  readonly isDown: () => boolean;
  readonly log: LoggedRequest[];
  readonly violations: Violation[];
}

/** An answer to be sent. */
interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly code?: number | undefined;
  /** False for a 429 of scope `shared`, the one refusal that is not the bot's fault. */
  readonly countsAsInvalid?: boolean;
}

/** A received request. */
interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly address: string;
  readonly authorization: string | undefined;
  readonly userAgent: string | undefined;
}

/** The REST API of a local Discord: answers one HTTP request after another. */
export class RestServer {
  readonly #settings: RestSettings;
  /** Connections that a fault leaves hanging; broken at the end. */
  readonly #hanging = new Set<ServerResponse>();

  constructor(settings: RestSettings) {
    this.#settings = settings;
  }

  /** Answers a request whose path begins with `/api`. Never throws. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const incoming: Incoming = {
      method: request.method ?? 'GET',
      path: url.pathname.replace(/^\/api(\/v\d+)?/, ''),
      query: url.searchParams,
      address: request.socket.remoteAddress ?? '',
      authorization: request.headers.authorization,
      userAgent: request.headers['user-agent'],
    };
    const body = await readBody(request).catch((error: unknown) => error as Error);
    await this.#settings.latency();
    const fault = this.#settings.faults.take(incoming.method, incoming.path);
    const outgoing = this.#answer(incoming, body, fault);
    const { limits, log, platform } = this.#settings;
    if ([401, 403, 429].includes(outgoing.status) && outgoing.countsAsInvalid !== false) {
      platform.limits.countInvalid(incoming.address);
    }
    if (log.length >= KEPT_REQUESTS) log.splice(0, KEPT_REQUESTS / 2);
    log.push({
      at: limits.clock(),
      method: incoming.method,
      path: withoutTokens(incoming.path + url.search),
      status: outgoing.status,
      code: outgoing.code,
      body: body instanceof Error ? undefined : body.json,
    });
    await this.#settings.latency();
    this.#send(response, outgoing, fault);
  }

  /** Breaks the connections that a fault left hanging. */
  close(): void {
    for (const response of this.#hanging) response.destroy();
    this.#hanging.clear();
  }

  #send(response: ServerResponse, outgoing: Outgoing, fault: FaultPlan | undefined): void {
    if (fault?.kind === 'hang') {
      this.#hanging.add(response);
      response.once('close', () => this.#hanging.delete(response));
    } else if (fault?.kind === 'reset') response.socket?.resetAndDestroy();
    else {
      response.writeHead(outgoing.status, outgoing.headers);
      response.end(outgoing.body);
    }
  }

  #answer(incoming: Incoming, body: RequestBody | Error, fault: FaultPlan | undefined): Outgoing {
    if (this.#settings.platform.limits.isBanned(incoming.address)) return cloudflare();
    if (this.#settings.isDown() || fault?.kind === 'unavailable') return plain(503, 'upstream connect error');
    const early = fault && refusedByFault(fault);
    if (early !== undefined) return early;
    const answer = this.#route(incoming, body);
    return fault?.kind === 'bad-gateway' ? plain(502, 'Bad Gateway') : answer;
  }

  #route(incoming: Incoming, body: RequestBody | Error): Outgoing {
    if (!incoming.userAgent) return refused(refusal(40333), {});
    const match = matchRoute(ROUTES, incoming.method, incoming.path);
    if (match === undefined) return refused(refusal(0), {});
    if (match === 'other-method') return json(405, { message: '405: Method Not Allowed', code: 0 }, {});
    const { route, params } = match;
    if (route.open !== true && incoming.authorization !== `Bot ${this.#settings.token()}`) return unauthorized();
    let headers: Record<string, string> = {};
    if (!this.#isExempt(route, params)) {
      const verdict = this.#settings.platform.limits.take({
        method: incoming.method,
        template: route.template,
        major: params.get('channel_id') ?? params.get('guild_id') ?? params.get('webhook_token') ?? '',
        subject: incoming.authorization ?? incoming.address,
      });
      if (verdict.refusedFor !== undefined) return limited(verdict);
      headers = bucketHeaders(verdict);
    }
    return this.#dispatch(incoming, match, body, headers);
  }

  /** Answers to interactions, follow-ups included, count towards no limit; a channel's webhooks do. */
  #isExempt(route: Route, params: ReadonlyMap<string, string>): boolean {
    const { applicationId } = this.#settings.platform.world;
    return params.has('interaction_token') || (route.open === true && params.get('webhook_id') === applicationId);
  }

  #dispatch(
    incoming: Incoming,
    { route, params }: RouteMatch,
    body: RequestBody | Error,
    headers: Record<string, string>,
  ): Outgoing {
    const source = { at: 'rules' as Violation['source'] };
    try {
      if (body instanceof Error) throw body;
      this.#checkSchema(route, body, source);
      const param = (name: string) => params.get(name) ?? '';
      const request = { param, query: incoming.query, body: body.json, files: body.files };
      const answer = route.answer(request, this.#settings.platform);
      if (answer.body === undefined) return { status: answer.status, headers, body: '' };
      return json(answer.status, answer.body, headers);
    } catch (error) {
      if (!(error instanceof ApiError)) return plain(500, `A fault of the local Discord: ${String(error)}`);
      if ([50035, 50006, 50109, 40005].includes(error.code)) {
        const path = withoutTokens(incoming.path);
        this.#settings.violations.push({ method: incoming.method, path, source: source.at, errors: error.body() });
      }
      return refused(error, headers);
    }
  }

  #checkSchema(route: Route, body: RequestBody, source: { at: Violation['source'] }): void {
    const template = route.template.replace('/oauth2', '');
    const errors = this.#settings.checkSchema?.(route.method, template, body.json);
    if (errors === undefined) return;
    source.at = 'schema';
    throw invalidForm(errors);
  }
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>>, code?: number): Outgoing {
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body), code };
}

function plain(status: number, body: string): Outgoing {
  return { status, headers: { 'content-type': 'text/plain' }, body };
}

function refused(error: ApiError, headers: Readonly<Record<string, string>>): Outgoing {
  return json(error.status, error.body(), headers, error.code);
}

function unauthorized(): Outgoing {
  return json(401, { message: '401: Unauthorized', code: 0 }, {}, 0);
}

/** A refusal by Cloudflare: HTML, without Discord's headers. */
function cloudflare(): Outgoing {
  return { status: 429, headers: { 'content-type': 'text/html; charset=UTF-8' }, body: CLOUDFLARE_PAGE };
}

/** The answer of a fault that refuses the request; undefined if the fault accepts it. */
function refusedByFault(fault: FaultPlan): Outgoing | undefined {
  switch (fault.kind) {
    case 'cloudflare':
      return cloudflare();
    case 'unauthorized':
      return unauthorized();
    case 'rate-limited':
    case 'shared-rate-limited':
    case 'slow-channel':
      return limitedByFault(fault);
    case 'refused':
      return refused(new ApiError(fault.status ?? 400, fault.code ?? 0, 'A planned fault'), {});
    default:
      return undefined;
  }
}

function limitedByFault({ kind, retryAfterMs = 1000 }: FaultPlan): Outgoing {
  const seconds = retryAfterMs / 1000;
  const isSlow = kind === 'slow-channel';
  const isShared = kind === 'shared-rate-limited';
  const message = isSlow
    ? 'The write action you are performing on the channel has hit the write rate limit.'
    : RATE_LIMITED;
  const body = { message, retry_after: seconds, global: false, ...(isSlow ? { code: 20028 } : {}) };
  const headers = {
    'retry-after': isSlow ? '1' : String(Math.ceil(seconds)),
    'x-ratelimit-scope': isShared ? 'shared' : 'user',
  };
  return { ...json(429, body, headers, isSlow ? 20028 : undefined), countsAsInvalid: !isShared };
}

const RATE_LIMITED = 'You are being rate limited.';

function limited(verdict: Verdict): Outgoing {
  const seconds = Math.max(1, verdict.refusedFor ?? 0) / 1000;
  const isGlobal = verdict.scope === 'global';
  const headers = {
    ...bucketHeaders(verdict),
    'retry-after': String(Math.ceil(seconds)),
    'x-ratelimit-scope': verdict.scope,
    ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
  };
  return json(429, { message: RATE_LIMITED, retry_after: seconds, global: isGlobal }, headers);
}

function bucketHeaders({ bucket }: Verdict): Record<string, string> {
  if (bucket === undefined) return {};
  return {
    'x-ratelimit-limit': String(bucket.limit),
    'x-ratelimit-remaining': String(bucket.remaining),
    'x-ratelimit-reset': (bucket.resetAt / 1000).toFixed(3),
    'x-ratelimit-reset-after': (bucket.resetAfterMs / 1000).toFixed(3),
    'x-ratelimit-bucket': bucket.name,
  };
}

/** Discord's limits, except those that are given. */
export function limitSettings(settings: Partial<LimitSettings>): LimitSettings {
  return { ...DISCORD_LIMITS, ...settings };
}
