import { SourceError } from './source.ts';

/**
 * The error for an answer of which no item can be read: then the answer is at fault, and not one item.
 * @param reason why the first of them cannot be read
 */
export function noneReadable(count: number, name: string, reason: string): SourceError {
  const what =
    count === 1 ? `the only item of ${name} cannot be read` : `none of the ${count} items of ${name} can be read`;
  return new SourceError('malformed', `${what}: ${reason}`);
}
