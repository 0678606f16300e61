import type { IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import type { Instant } from '../ports.ts';
import { dayMs } from '../time.ts';
import { SourceError } from './source.ts';

// An import of this module would load Node's own undici, for names that it exports, beside the one of the packages.
const { STATUS_CODES } = createRequire(import.meta.url)('node:http') as typeof import('node:http');

/** The longest pause that a source can ask for. A longer one is taken for a mistake. */
const longestPauseMs = dayMs;

/** The error for an answer whose status is not a success. */
export function refusal(name: string, status: number, headers: IncomingHttpHeaders, now: Instant): SourceError {
  const retryAfterMs = status === 429 || status === 503 ? pauseAskedFor(headers, now) : null;
  const reason = STATUS_CODES[status]?.toLowerCase() ?? 'an unknown status';
  const pause = retryAfterMs === null ? '' : `, and asked to wait ${Math.ceil(retryAfterMs / 1000)} s`;
  return new SourceError(
    'refused',
    `${name} answered ${status} (${reason})${pause}`,
    retryAfterMs === null ? { status } : { status, retryAfterMs },
  );
}

/** The error for a request that failed on the way, in plain words. */
export function asSourceError(
  error: unknown,
  { name, isStopped, isLate }: { readonly name: string; readonly isStopped: boolean; readonly isLate: boolean },
): SourceError {
  if (error instanceof SourceError) return error;
  if (isStopped) return new SourceError('unreachable', `the request to ${name} was stopped`, { cause: error });
  if (isLate)
    return new SourceError('unreachable', `${name} did not answer in full within the deadline`, { cause: error });
  const code = codeOf(error);
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR')) {
    return new SourceError('malformed', `${name} sent an answer that cannot be decompressed`, { cause: error });
  }
  const detail = code === '' ? '' : ` (${code})`;
  const text = isBroken(code) ? `${name} broke off its answer${detail}` : `${name} could not be reached${detail}`;
  return new SourceError('unreachable', text, { cause: error });
}

/** The pause of `Retry-After`, in seconds or as a date, or of Hugging Face's `RateLimit: "api";r=0;t=55`. */
function pauseAskedFor(headers: IncomingHttpHeaders, now: Instant): number | null {
  const retryAfter = headers['retry-after']?.trim() ?? '';
  const untilReset = /(?:^|;)\s*t=(\d{1,9})/.exec(String(headers['ratelimit'] ?? ''))?.[1];
  const pause = readRetryAfter(retryAfter, now) ?? (untilReset === undefined ? null : Number(untilReset) * 1000);
  return pause === null ? null : Math.min(Math.max(pause, 0), longestPauseMs);
}

function readRetryAfter(text: string, now: Instant): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : moment - now;
}

const brokenOff = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_ABORTED'];
const isBroken = (code: string): boolean => brokenOff.includes(code) || code.startsWith('HPE_');

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
