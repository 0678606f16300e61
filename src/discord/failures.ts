import { DiscordAPIError, RateLimitError } from 'discord.js';

/**
 * What a failed request means for whoever made it. `inDoubt`: Discord may have done what was asked, and only its answer
 * was lost. `fields`: the fields of the body that Discord names, such as `embeds.2.title`; empty where it names none.
 */
export type Failure =
  | { readonly kind: 'retry'; readonly delayMs: number; readonly reason: string; readonly inDoubt: boolean }
  | { readonly kind: 'rejected'; readonly reason: string; readonly fields: readonly string[] }
  | { readonly kind: 'blocked' | 'unauthorized'; readonly reason: string };

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

/** Worth another attempt soon, whatever the status says. */
const later: ReadonlySet<number> = new Set([20016, 20022, 20028, 20029, 40062, 130000]);

/** Worth another attempt, but slowly: milliseconds. */
const slowly: Readonly<Record<number, number>> = {
  40004: 15 * 60_000,
  40006: 15 * 60_000,
  30034: 60 * 60_000,
  160006: 15 * 60_000,
};

/** After a failure of Discord's, or of the way to it; whoever retries adds its own growing delay. */
const soonMs = 2_000;

/** Network errors after which nothing can have reached Discord. */
const neverArrived: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Tells by Discord's code, the status, and what the library throws, what a failed request means. Never quotes a body. */
export function readFailure(error: unknown): Failure {
  if (error instanceof RateLimitError) {
    const delayMs = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout);
    return {
      kind: 'retry',
      delayMs,
      reason: `rate limited (${error.global ? 'global' : error.scope})`,
      inDoubt: false,
    };
  }
  if (error instanceof DiscordAPIError) return readApiError(error);
  const message = error instanceof Error ? error.message : '';
  // The library forgets a token that was answered with 401, and then says so without asking Discord.
  if (message.startsWith('Expected token to be set')) return { kind: 'unauthorized', reason: 'the token was refused' };
  const inDoubt = !neverArrived.has(networkCodeOf(error));
  return { kind: 'retry', delayMs: soonMs, reason: describeTrouble(error), inDoubt };
}

/** Whether Discord says that the message does not exist. */
export const isUnknownMessage = (error: unknown): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === 10008;

function readApiError(error: DiscordAPIError): Failure {
  const code = Number(error.code);
  const reason = blocked[code];
  if (reason !== undefined) return { kind: 'blocked', reason };
  if (error.status === 401 || unauthorized.has(code)) {
    return { kind: 'unauthorized', reason: `Discord answered ${error.status} (code ${code || 'none'})` };
  }
  if (rejected.has(code)) return rejection(error, `Discord does not take the message (code ${code})`);
  const delayMs = later.has(code) ? soonMs : slowly[code];
  if (delayMs !== undefined) {
    return { kind: 'retry', delayMs, reason: `Discord asks for patience (code ${code})`, inDoubt: false };
  }
  return readStatus(error, code);
}

/** By status alone, where the code is none that is known. An answer without any code is not Discord's own. */
function readStatus(error: DiscordAPIError, code: number): Failure {
  const { status } = error;
  const answer = `Discord answered ${status} (code ${code || 'none'})`;
  const retry: Failure = { kind: 'retry', delayMs: soonMs, reason: answer, inDoubt: status >= 500 || status === 408 };
  if (Number.isNaN(code)) return retry;
  if (status === 403 || status === 404) return { kind: 'blocked', reason: answer };
  if (status === 400 || status === 413) return rejection(error, answer);
  return retry;
}

const rejection = ({ rawError }: DiscordAPIError, reason: string): Failure => ({
  kind: 'rejected',
  reason,
  fields: 'errors' in rawError ? fieldsOf(rawError.errors) : [],
});

/** The paths of a tree of field errors down to its complaints: `embeds.2.title`. Never what the complaints quote. */
function fieldsOf(tree: unknown, path: readonly string[] = []): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  if ('_errors' in tree) return [path.join('.')];
  return Object.entries(tree).flatMap(([name, branch]) => fieldsOf(branch, [...path, name]));
}

function networkCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return networkCodeOf(error.cause);
}

function describeTrouble(error: unknown): string {
  if (!(error instanceof Error)) return 'Discord could not be reached';
  if (error.name === 'AbortError') return 'Discord did not answer in time';
  const status = 'status' in error && typeof error.status === 'number' ? error.status : null;
  if (status !== null) return `Discord answered ${status}`;
  const code = networkCodeOf(error);
  return `Discord could not be reached${code === '' ? '' : ` (${code})`}`;
}
