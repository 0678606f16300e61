import type { JsonObject } from './form.ts';
import type { Interactions } from './interactions.ts';
import type { InteractionsEndpoint } from './interactions-endpoint.ts';
import type { Messages, UploadedFile } from './messages.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Uploads } from './uploads.ts';
import type { World } from './world.ts';

/** The parts that the routes work with. */
export interface Platform {
  readonly world: World;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly endpoint: InteractionsEndpoint;
  readonly limits: RateLimits;
  /** The files that people gave to options. */
  readonly uploads: Uploads;
  /** The URL of the gateway. */
  readonly gatewayUrl: () => string;
}

/** A request whose route, token and body have been accepted. */
export interface ApiRequest {
  /** The value of a `{name}` of the template. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** A route's answer. */
export interface ApiAnswer {
  readonly status: 200 | 201 | 204;
  readonly body?: JsonObject | readonly JsonObject[];
}

/** One route of the API. The template is written as in Discord's own description. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly template: string;
  /** True for routes that need no Authorization: their token, if any, is in the path. */
  readonly open?: boolean;
  readonly answer: (request: ApiRequest, platform: Platform) => ApiAnswer;
}

/** A route and the values of its path. */
export interface RouteMatch {
  readonly route: Route;
  readonly params: ReadonlyMap<string, string>;
}

/** Finds the route of a path; `other-method` if only the method is wrong. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): RouteMatch | 'other-method' | undefined {
  const parts = path.split('/');
  let other = false;
  // Literal templates are listed first: `/applications/@me` before `/applications/{application_id}`.
  for (const route of routes) {
    const params = matchTemplate(route.template.split('/'), parts);
    if (params === undefined) continue;
    if (route.method === method) return { route, params };
    other = true;
  }
  return other ? 'other-method' : undefined;
}

function matchTemplate(template: readonly string[], parts: readonly string[]): Map<string, string> | undefined {
  if (template.length !== parts.length) return undefined;
  const params = new Map<string, string>();
  for (const [at, step] of template.entries()) {
    const part = parts[at] ?? '';
    if (step.startsWith('{')) {
      if (part === '') return undefined;
      params.set(step.slice(1, -1), decodeURIComponent(part));
    } else if (step !== part) return undefined;
  }
  return params;
}

/** An answer with a body. */
export function ok(body: JsonObject | readonly JsonObject[]): ApiAnswer {
  return { status: 200, body };
}

/** 204. */
export const NO_CONTENT: ApiAnswer = { status: 204 };
