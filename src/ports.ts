/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A clock. It is passed in, so that tests and the demo can set it. */
export type Clock = () => Instant;

/** A source of random numbers in [0, 1). It is passed in, so that tests can repeat jitter. */
export type Random = () => number;

/**
 * The fields of a log line. `event` is the kind of line: `pull.done`, `delivery.sent`.
 * @internal
 */
export interface LogFields {
  readonly event: string;
  readonly [field: string]: unknown;
}

/** A log. `log.ts` makes the real one, which removes secrets from each line. */
export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/**
 * Something that happened, for metrics and the status.
 * - `pulling`: a pull began, or made one of its requests; `share` of them are done, from 0 to 1
 * - `pull`: a pull ended, with the outcome of its report
 * - `digest`: a digest was made, with the papers that matched and those that it shows
 * - `delivery`: an attempt to deliver a message ended, `ms` after the message was planned
 * - `answer`: Discord answered a request
 */
export type Measured =
  | { readonly kind: 'pulling'; readonly source: string; readonly share: number }
  | { readonly kind: 'pull'; readonly source: string; readonly outcome: string; readonly newPapers: number }
  | { readonly kind: 'digest'; readonly outcome: string; readonly matched: number; readonly shown: number }
  | { readonly kind: 'delivery'; readonly channelId: string; readonly outcome: string; readonly ms: number }
  | { readonly kind: 'answer'; readonly status: number };

/** Takes note of what happens. It is absent where nobody asks for metrics. */
export type Meter = (measured: Measured) => void;
