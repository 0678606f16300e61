import { hourMs, minuteMs } from '../time.ts';
import { DiscordAPIError, RateLimitError } from './discord-js.ts';
import { blockReasons, reasonOf } from './posting-problem.ts';

/**
 * The meaning of a failed request for its caller. `inDoubt`: Discord may have done it, and only its answer was lost.
 * `fields`: the fields of the body that Discord complains about, such as `embeds.2.title`.
 */
export type Failure =
  | { readonly kind: 'retry'; readonly delayMs: number; readonly reason: string; readonly inDoubt: boolean }
  | { readonly kind: 'rejected'; readonly reason: string; readonly fields: readonly string[] }
  | { readonly kind: 'blocked' | 'unauthorized'; readonly reason: string };

/** Nothing can be done in this channel until someone acts. */
const blocked: Readonly<Record<number, string>> = {
  10003: blockReasons.gone,
  10004: 'the server no longer exists, or I am not on it',
  10015: 'the webhook no longer exists',
  40058: 'the channel is a forum, where only threads can be posted',
  40067: blockReasons.untagged,
  50007: blockReasons.closed,
  50001: reasonOf({ kind: 'missing', permissions: ['View Channel'] }),
  50008: 'messages cannot be posted in this kind of channel',
  50013: 'I lack a permission in the channel',
  50024: 'this kind of channel cannot take messages',
  50027: 'the webhook is no longer valid',
  // A message opens an archived thread again, unless the thread is locked.
  50083: blockReasons.locked,
  50095: 'the server is restricted',
  160005: blockReasons.locked,
};

/** Codes that mean: Discord will never accept this payload. */
const rejected: ReadonlySet<number> = new Set([50035, 50006, 50109, 40005, 200000, 240000]);

/** Codes that mean: nothing works with this token, or from this address. */
const unauthorized: ReadonlySet<number> = new Set([40001, 50014, 40333]);

/** Codes that are worth another attempt soon, whatever the status is. */
const later: ReadonlySet<number> = new Set([20016, 20022, 20028, 20029, 40062, 130000]);

/** Codes that are worth another attempt after these milliseconds. */
const slowly: Readonly<Record<number, number>> = {
  40004: 15 * minuteMs,
  40006: 15 * minuteMs,
  30034: hourMs,
  160006: 15 * minuteMs,
};

/** The delay after a failure of Discord or the network. Callers add their own growing delay. */
const soonMs = 2_000;

/** Network errors that mean: the request never reached Discord. */
const neverArrived: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Explains a failed request by Discord's code, the status, or the library's error. It never quotes a body. */
export function readFailure(error: unknown): Failure {
  if (error instanceof RateLimitError) {
    const delayMs = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout);
    return {
      kind: 'retry',
      delayMs,
      reason: 'Discord asked me to slow down',
      inDoubt: false,
    };
  }
  if (error instanceof DiscordAPIError) return readApiError(error);
  const message = error instanceof Error ? error.message : '';
  // The library forgets a token after a 401. Later requests then fail without reaching Discord.
  if (message.startsWith('Expected token to be set')) return { kind: 'unauthorized', reason: 'the token was refused' };
  const inDoubt = !neverArrived.has(networkCodeOf(error));
  return { kind: 'retry', delayMs: soonMs, reason: describeTrouble(error), inDoubt };
}

/** Whether Discord says that the message does not exist. */
export const isUnknownMessage = (error: unknown): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === 10008;

/** Whether Discord says that the message has its thread already. */
export const isThreadThere = (error: unknown): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === 160004;

/** Whether Discord says that the server has as many open threads as it can have. */
export const isThreadLimit = (error: unknown): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === 160006;

/** Whether Discord says that the server has as many scheduled events as it can have. */
export const isEventLimit = (error: unknown): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === 30038;

/** Whether Discord says that the message was published before. */
export const isPublished = (error: unknown): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === 40033;

/** Whether Discord says that a channel of this kind publishes no messages. */
export const isUnpublishable = (error: unknown): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === 50024;

/** Whether Discord says that the channel is a forum, which takes no messages. */
export const isForum = (error: unknown): boolean => error instanceof DiscordAPIError && Number(error.code) === 40058;

/** Whether Discord says that the channel does not exist. */
export const isUnknownChannel = (error: unknown): boolean =>
  error instanceof DiscordAPIError && Number(error.code) === 10003;

/** Whether Discord says that the user is not on the server. */
export const isUnknownMember = (error: unknown): boolean =>
  error instanceof DiscordAPIError && [10007, 10013].includes(Number(error.code));

function readApiError(error: DiscordAPIError): Failure {
  const code = Number(error.code);
  const reason = blocked[code];
  if (reason !== undefined) return { kind: 'blocked', reason };
  if (error.status === 401 || unauthorized.has(code)) {
    return { kind: 'unauthorized', reason: `Discord answered ${error.status} (code ${code || 'none'})` };
  }
  if (rejected.has(code)) return rejection(error, `Discord does not accept the message (code ${code})`);
  const delayMs = later.has(code) ? soonMs : slowly[code];
  if (delayMs !== undefined) {
    return { kind: 'retry', delayMs, reason: `Discord asks me to try later (code ${code})`, inDoubt: false };
  }
  return readStatus(error, code);
}

/** Explains an unknown code by the status. An answer without a code does not come from Discord itself. */
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

/** The paths to the errors in a tree of field errors: `embeds.2.title`. It leaves out what the errors quote. */
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
