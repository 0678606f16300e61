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
