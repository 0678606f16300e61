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
} as const;

const lacking = 'I lack the ';
/** Earlier versions stored these reasons with other words. */
const missing = /^(?:I lack|the bot lacks) the permission(s?) /;

/** `permission View Channel`, `permissions View Channel and Send Messages` */
const namePermissions = (names: readonly string[]): string =>
  `${names.length === 1 ? 'permission' : 'permissions'} ${listOf(names)}`;

/** The reason of a block: `I lack the permission Send Messages`. */
export const reasonOf = (problem: PostingProblem): string =>
  problem.kind === 'missing' ? `${lacking}${namePermissions(problem.permissions)}` : blockReasons[problem.kind];

/** How people end a block with this reason, and what the bot does then. It makes sense without the reason, too. */
export function howToUnblock(reason: string): string {
  if (reason === blockReasons.gone) return 'Move its topics to another channel or remove them with `/subscriptions`.';
  if (reason === blockReasons.locked)
    return `Unlock the thread, or give me the permission Manage Threads. ${afterwards}`;
  if (reason === blockReasons.untagged)
    return `Add a tag named Papers, which everybody may use, in the settings of the forum. ${afterwards}`;
  const [isMissing, plural] = missing.exec(reason) ?? [];
  if (isMissing !== undefined)
    return `Give me the missing permission${plural} in the channel's settings, under Permissions. ${afterwards}`;
  return "Fix the cause in the channel's settings, or subscribe another channel. I look again once a day.";
}

const afterwards = 'I notice that within a minute and post what I held back.';
