import type { DatabaseContents } from '../store/database.ts';
import { StoreError } from '../store/store-error.ts';

/** What is in a database, a line each. */
export function describeContents(contents: DatabaseContents): string {
  const { papers, subscriptions, channels, openDeliveries, newestListing, bytes } = contents;
  return [
    `  ${papers} papers, the newest listing of ${newestListing ?? 'no day yet'}`,
    `  ${subscriptions} subscriptions in ${channels} channels`,
    `  ${openDeliveries} messages still to be posted`,
    `  ${(bytes / 1_000_000).toFixed(1)} MB, checked and sound`,
  ].join('\n');
}

/** What a file that was named cannot do is a failure of this command, and not of the host's configuration. */
export function asFailure<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'bad-url') throw new Error(error.message, { cause: error });
    throw error;
  }
}
