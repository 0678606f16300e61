import type { Instant } from '../../ports.ts';

/** A received request and its answer. */
export interface LoggedRequest {
  /** On the limits' clock. */
  readonly at: Instant;
  readonly method: string;
  /** After `/api/v10`, with its query. Tokens in it are replaced by `:token`. */
  readonly path: string;
  readonly status: number;
  /** The error code of the answer, if any. */
  readonly code: number | undefined;
  readonly body: unknown;
}

/** A request body that Discord would refuse: a bug of the bot. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  /** `schema`: it breaks Discord's API description; `rules`: it breaks a rule that the description cannot express. */
  readonly source: 'schema' | 'rules';
  readonly errors: unknown;
}

/** A path without its webhook and interaction tokens, which are secrets. */
export function withoutTokens(path: string): string {
  return path.replace(/^\/(webhooks|interactions)\/(\d+)\/[^/?]+/, '/$1/$2/:token');
}
