/**
 * A kind of failure. The first three accept the request and lose the answer; the others refuse it.
 * - `hang`: accepted, never answered
 * - `bad-gateway`: accepted, answered 502
 * - `reset`: accepted, the connection breaks
 * - `unavailable`: 503, not accepted
 * - `rate-limited`: 429 as JSON, with headers
 * - `shared-rate-limited`: 429 of scope `shared`, which does not count as an invalid request
 * - `cloudflare`: 429 as HTML, without Discord's headers
 * - `slow-channel`: 429 with code 20028, whose body asks for a longer wait than its header
 * - `unauthorized`: 401
 * - `refused`: any other error of Discord, by its status and code
 * @internal
 */
export type FaultKind =
  | 'hang'
  | 'bad-gateway'
  | 'reset'
  | 'unavailable'
  | 'rate-limited'
  | 'shared-rate-limited'
  | 'cloudflare'
  | 'slow-channel'
  | 'unauthorized'
  | 'refused';

/** A fault, and the requests that it hits. */
export interface FaultPlan {
  readonly kind: FaultKind;
  /** Only requests with this method. */
  readonly method?: string;
  /** Only paths (after `/api/v10`) that match. */
  readonly path?: RegExp;
  /** How many requests; default 1. */
  readonly times?: number;
  /** For a 429: how long the client must wait, in milliseconds; default 1,000. */
  readonly retryAfterMs?: number;
  /** For `refused`: the status and the code; default 400 and 0. */
  readonly status?: number;
  readonly code?: number;
}

/** The faults that have not happened yet, in the order of planning. */
export class Faults {
  readonly #plans: { readonly plan: FaultPlan; left: number }[] = [];

  /** Plans a fault. */
  add(plan: FaultPlan): void {
    this.#plans.push({ plan, left: plan.times ?? 1 });
  }

  /** Drops the faults that have not happened yet. */
  clear(): void {
    this.#plans.length = 0;
  }

  /** The fault for this request, if one is planned. Each call uses it up once. */
  take(method: string, path: string): FaultPlan | undefined {
    const found = this.#plans.find(
      ({ plan, left }) =>
        left > 0 && (plan.method === undefined || plan.method === method) && (plan.path?.test(path) ?? true),
    );
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.plan;
  }
}
