import { type Say, sayIn } from '../language/say.ts';

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
