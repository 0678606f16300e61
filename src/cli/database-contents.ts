import { count } from '../discord/rendering/numbers.ts';
import type { DatabaseContents } from '../store/database.ts';

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
