import type { Clock } from '../ports.ts';
import { createLane } from '../sources/lane.ts';
import { createPoliteFetch } from '../sources/polite-fetch.ts';
import { SourceError } from '../sources/source.ts';

/** The most bytes of a file that is read. */
export const largestFile = 1024 * 1024;
const deadlineMs = 15_000;

/** Fetches a file that somebody attached. @throws SourceError if it cannot be had within the limits */
export type FetchFile = (address: string, signal: AbortSignal) => Promise<Uint8Array>;

export interface AttachedFileOptions {
  /** The only origins that files come from: those of Discord. A command can be forged, and names any address. */
  readonly origins: readonly string[];
  readonly userAgent: string;
  readonly clock: Clock;
}

/** Each file has its own connection, so that a slow one does not hold up others. */
export const createFileFetch =
  ({ origins, userAgent, clock }: AttachedFileOptions): FetchFile =>
  async (address, signal) => {
    const url = URL.canParse(address) ? new URL(address) : null;
    const isTrusted = url !== null && origins.includes(url.origin) && url.username === '' && url.password === '';
    if (!isTrusted) throw new SourceError('refused', 'the file is not at Discord');
    const lane = createLane({ spacingMs: 0, clock, sleep: () => Promise.resolve() });
    const options = { name: 'Discord', userAgent, lane, clock, deadlineMs, maxBytes: largestFile };
    await using fetch = createPoliteFetch(options);
    const { body } = await fetch.get(url, { signal, accept: '*/*' });
    return body;
  };
