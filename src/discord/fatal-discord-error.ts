/**
 * Why the bot cannot run until someone acts.
 * - `token`: the token is not valid
 * - `sharding`, `intents`, `api-version`: Discord does not accept the bot as it is
 */
export type FatalDiscordCode = 'token' | 'sharding' | 'intents' | 'api-version';

/** Discord refuses the bot, and no retry helps. The process ends and must not be restarted unchanged. */
export class FatalDiscordError extends Error {
  readonly code: FatalDiscordCode;

  constructor(code: FatalDiscordCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'FatalDiscordError';
    this.code = code;
  }
}
