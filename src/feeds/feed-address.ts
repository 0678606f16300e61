import { randomBytes } from 'node:crypto';
import type { FeedFormat } from './feed.ts';

/** The path of a feed in a format. */
export const feedPath = (secret: string, { fileName }: Pick<FeedFormat, 'fileName'>): string =>
  `/feeds/${secret}/${fileName}`;

/** The part of an address that nobody can guess: 128 random bits. */
export const newFeedSecret = (): string => randomBytes(16).toString('base64url');
