import { DiscordAPIError, RateLimitError } from 'discord.js';

/** What a failed request means for whoever made it. */
export type Failure =
  | { readonly kind: 'retry'; readonly delayMs: number; readonly reason: string }
  | { readonly kind: 'blocked' | 'rejected' | 'unauthorized'; readonly reason: string };

/** Nothing can be done in this channel until someone acts. */
const blocked: Readonly<Record<number, string>> = {
  10003: 'the channel does not exist any more',
  10004: 'the server does not exist any more, or the bot is not on it',
  10015: 'the webhook does not exist any more',
  40058: 'the channel is a forum, where only threads can be posted',
  50001: 'the bot may not see the channel (View Channel)',
  50008: 'messages cannot be sent in this kind of channel',
  50013: 'the bot lacks a permission in the channel (View Channel, Send Messages, Embed Links)',
  50024: 'this kind of channel cannot take messages',
  50027: 'the webhook is not valid any more',
  50083: 'the thread is archived',
  50095: 'the server is restricted',
  160005: 'the thread is locked',
};

/** Discord will never take this payload. */
const rejected: ReadonlySet<number> = new Set([50035, 50006, 50109, 40005, 200000, 240000]);

/** Nothing works with this token, or from this address. */
const unauthorized: ReadonlySet<number> = new Set([40001, 50014, 40333]);

/** Worth another attempt, but slowly: milliseconds. */
const slowly: Readonly<Record<number, number>> = {
  40004: 15 * 60_000,
  40006: 15 * 60_000,
  30034: 60 * 60_000,
  160006: 15 * 60_000,
};

/** After a failure of Discord's, or of the way to it; whoever retries adds its own growing delay. */
const soonMs = 2_000;

/** Tells by Discord's code, the status, and what the library throws, what a failed request means. Never quotes a body. */
export function readFailure(error: unknown): Failure {
  if (error instanceof RateLimitError) {
    const delayMs = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout);
    return { kind: 'retry', delayMs, reason: `rate limited (${error.global ? 'global' : error.scope})` };
  }
  if (error instanceof DiscordAPIError) return readApiError(error);
  const message = error instanceof Error ? error.message : '';
  // The library forgets a token that was answered with 401, and then says so without asking Discord.
  if (message.startsWith('Expected token to be set')) return { kind: 'unauthorized', reason: 'the token was refused' };
  return { kind: 'retry', delayMs: soonMs, reason: describeTrouble(error) };
}

function readApiError(error: DiscordAPIError): Failure {
  const code = Number(error.code);
  if (error.status === 401 || unauthorized.has(code)) {
    return { kind: 'unauthorized', reason: `Discord answered ${error.status} (code ${code || 'none'})` };
  }
  const reason = blocked[code];
  if (reason !== undefined) return { kind: 'blocked', reason };
  if (rejected.has(code)) return { kind: 'rejected', reason: `Discord does not take the message (code ${code})` };
  const delayMs = slowly[code];
  if (delayMs !== undefined) return { kind: 'retry', delayMs, reason: `Discord asks for patience (code ${code})` };
  return readStatus(error.status, code);
}

/** By status alone, where the code is none that is known. An answer without any code is not Discord's own. */
function readStatus(status: number, code: number): Failure {
  const told = `Discord answered ${status} (code ${code || 'none'})`;
  if (Number.isNaN(code)) return { kind: 'retry', delayMs: soonMs, reason: told };
  if (status === 403 || status === 404) return { kind: 'blocked', reason: told };
  if (status === 400 || status === 413) return { kind: 'rejected', reason: told };
  return { kind: 'retry', delayMs: soonMs, reason: told };
}

function describeTrouble(error: unknown): string {
  if (!(error instanceof Error)) return 'Discord could not be reached';
  if (error.name === 'AbortError') return 'Discord did not answer in time';
  const status = 'status' in error && typeof error.status === 'number' ? error.status : null;
  if (status !== null) return `Discord answered ${status}`;
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return `Discord could not be reached${code}`;
}
