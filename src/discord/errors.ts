/**
 * Why the bot cannot run until someone acts:
 * - `token`: the token is not valid (any more)
 * - `sharding`, `intents`, `api-version`: Discord will not let this bot in as it is
 */
export type FatalDiscordCode = 'token' | 'sharding' | 'intents' | 'api-version';

/** Discord refuses in a way that no retry mends, so that the process is to end and not to be started again. */
export class FatalDiscordError extends Error {
  readonly code: FatalDiscordCode;

  constructor(code: FatalDiscordCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'FatalDiscordError';
    this.code = code;
  }
}

/**
 * A refusal that its reader can understand and mend. `message` says, in markdown that is safe to show, what happened,
 * why, and one next step.
 */
export class UserError extends Error {
  /** Short and stable, for the log: `missing-permission`. */
  readonly code: string;

  constructor(code: string, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'UserError';
    this.code = code;
  }
}
