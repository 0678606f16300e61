import { hash } from 'node:crypto';
import type { LocalDate } from '../time.ts';

/** The longest nonce that Discord takes. */
const nonceLength = 25;

/**
 * The nonce of one part (1 is the first) of a channel's digest, its idempotency key: it is the same at every attempt and
 * after any restart, so that Discord and the bot recognise a repeated part. 150 bits of SHA-256 in base64url.
 */
export const deliveryNonce = (channelId: string, date: LocalDate, part: number): string =>
  hash('sha256', `${channelId}/${date}/${part}`, 'base64url').slice(0, nonceLength);
