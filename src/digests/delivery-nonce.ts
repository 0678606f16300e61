import { hash } from 'node:crypto';
import type { LocalDate } from '../time.ts';

/** As long as Discord lets a nonce be. */
const nonceLength = 25;

/**
 * The nonce of one part (1 is the first) of a channel's digest: the same at every attempt, after any restart, so that
 * Discord and we can tell a repeated part from another one. 150 bits of SHA-256 in base64url.
 */
export const deliveryNonce = (channelId: string, date: LocalDate, part: number): string =>
  hash('sha256', `${channelId}/${date}/${part}`, 'base64url').slice(0, nonceLength);
