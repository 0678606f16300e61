import { hash } from 'node:crypto';
import type { LocalDate } from '../time.ts';

/** The longest nonce that Discord takes. */
const nonceLength = 25;

/**
 * The nonce of one part (1 is the first) of a channel's digest, its idempotency key: it is the same at every attempt and
 * after any restart, so that Discord and the bot recognise a repeated part. 150 bits of SHA-256 in base64url.
 */
export const deliveryNonce = (channelId: string, date: LocalDate, part: number): string =>
  nonceOf(`${channelId}/${date}/${part}`);

/** The same for a part that goes to a destination of the channel. */
export const copyNonce = (destinationId: number, date: LocalDate, part: number): string =>
  nonceOf(`destination ${destinationId}/${date}/${part}`);

const nonceOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, nonceLength);
