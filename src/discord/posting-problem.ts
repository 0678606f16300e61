import { listOf } from './rendering/numbers.ts';

/**
 * Why the bot cannot post to a channel.
 * - `gone`: the channel was deleted
 * - `locked`: it is a thread that is locked, and the bot may not manage threads
 * - `untagged`: it is a forum that requires a tag, and it has none for digests
 * - `missing`: the bot lacks these permissions, in Discord's words
 */
export type PostingProblem =
  | { readonly kind: 'gone' | 'locked' | 'untagged' }
  | { readonly kind: 'missing'; readonly permissions: readonly string[] };

/** The reasons of blocks as they are stored. */
export const blockReasons = {
  gone: 'the channel no longer exists',
  locked: 'the thread is locked',
  untagged: 'the forum requires a tag, and has none named Papers or Digest',
  closed: 'you do not accept direct messages from me',
} as const;

const lacking = 'I lack the ';

/** `permission View Channel`, `permissions View Channel and Send Messages` */
const namePermissions = (names: readonly string[]): string =>
  `${names.length === 1 ? 'permission' : 'permissions'} ${listOf(names)}`;

/** The reason of a block: `I lack the permission Send Messages`. */
export const reasonOf = (problem: PostingProblem): string =>
  problem.kind === 'missing' ? `${lacking}${namePermissions(problem.permissions)}` : blockReasons[problem.kind];
