/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** Tells the time. Passed in, so that tests and the demo can set it. */
export type Clock = () => Instant;

/** A number in [0, 1). Passed in, so that jitter is repeatable under test. */
export type Random = () => number;

/** The fields of a log line. `event` names what happened, once per kind of line: `pull.done`, `delivery.sent`. */
export interface LogFields {
  readonly event: string;
  readonly [field: string]: unknown;
}

/** Where log lines go. `app.ts` makes the real one; secrets are scrubbed there, at the stream. */
export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}
