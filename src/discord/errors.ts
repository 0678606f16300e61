import { type Say, sayIn } from '../language/say.ts';

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

/** A text that is worded once the language of its reader is known. */
export type Wording = (say: Say) => string;

/**
 * A refusal that the user can act on. Its text is markdown that is safe to show. It says what happened, why, and one
 * next step. `message` has it in English.
 */
export class UserError extends Error {
  /** Short and stable, for the log: `missing-permission`. */
  readonly code: string;
  /** The text in the language of its reader. */
  readonly wording: Wording;

  constructor(code: string, text: Wording | string, options: { cause?: unknown } = {}) {
    const wording = typeof text === 'string' ? () => text : text;
    super(wording(sayIn('en')), options);
    this.name = 'UserError';
    this.code = code;
    this.wording = wording;
  }
}
