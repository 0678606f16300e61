import type { IncomingHttpHeaders } from 'node:http';

/** A request for a route. */
export interface WebRequest {
  /** The address that links begin with, without a slash at its end. */
  readonly base: string;
  /** The parts of the path that the pattern names: letters, digits, `_` and `-`, at most 200 of them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Empty for a GET. */
  readonly body: Buffer;
}

/** The answer to a request. */
export interface WebAnswer {
  readonly status: number;
  /**
   * Beside those that every answer has: no storing in caches, no indexing, no referrer, no scripts. A header that is
   * given here takes their place.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /** Texts are UTF-8. By default plain text. The answer to a HEAD is sent without it. */
  readonly body?: string | Buffer;
}

/** What the bot answers at the addresses of one pattern. */
export interface Route {
  /** A GET answers HEAD, too. */
  readonly method: 'GET' | 'POST';
  /** `/feeds/:secret/atom.xml`: a part that begins with a colon is a parameter. */
  readonly path: string;
  /** How long the body of a POST may be. A longer one is refused with 413. By default 4,096. */
  readonly mostBytes?: number;
  /** An error that it throws is logged, and answered with 500. */
  answer(request: WebRequest): WebAnswer | Promise<WebAnswer>;
}
