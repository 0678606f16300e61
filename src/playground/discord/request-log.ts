import type { Instant } from '../../ports.ts';

/** One request that came in, and how it was answered. */
export interface LoggedRequest {
  /** On the limits' clock. */
  readonly at: Instant;
  readonly method: string;
  /** After `/api/v10`, with its query. Tokens in it are replaced by `:token`. */
  readonly path: string;
  readonly status: number;
  /** Discord's error code, when the answer had one. */
  readonly code: number | undefined;
  readonly body: unknown;
}

/** A request body that Discord would not take: a mistake of the bot's. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  /** `schema`: against Discord's own API description; `rules`: against what that cannot say. */
  readonly source: 'schema' | 'rules';
  readonly errors: unknown;
}

/** What a path may show: webhook and interaction tokens are secrets. */
export function withoutTokens(path: string): string {
  return path.replace(/^\/(webhooks|interactions)\/(\d+)\/[^/?]+/, '/$1/$2/:token');
}
