import { count } from '../discord/rendering/numbers.ts';
import type { DatabaseContents } from '../store/database.ts';
import { StoreError } from '../store/store-error.ts';

/** Describes the contents of a database, a line for each kind. */
export function describeContents(contents: DatabaseContents): string {
  const { papers, subscriptions, channels, openDeliveries, newestListing, bytes } = contents;
  return [
    `  ${count(papers, 'paper')}, ${newestListing === null ? 'no listing yet' : `the newest listing of ${newestListing}`}`,
    `  ${count(subscriptions, 'subscription')} in ${count(channels, 'channel')}`,
    `  ${count(openDeliveries, 'message')} not posted yet`,
    `  ${(bytes / 1_000_000).toFixed(1)} MB, checked, no damage`,
  ].join('\n');
}

/** Turns store errors about a named file into plain failures, because the configuration is not at fault. */
export function asFailure<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'bad-url') throw new Error(error.message, { cause: error });
    throw error;
  }
}
