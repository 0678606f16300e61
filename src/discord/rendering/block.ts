import { permissions as englishNames } from '../../language/english/permissions.ts';
import type { Say } from '../../language/say.ts';
import { blockReasons } from '../posting-problem.ts';
import { escapeToFit } from './escape.ts';

/** Says that a channel is blocked, why, and what ends the block. The reason has at most `limit` characters. */
export const showBlock = (reason: string, limit: number, say: Say): string =>
  say('blocks.blocked', { reason: escapeToFit(wordReason(reason, say), limit), next: howToUnblock(reason, say) });

/** Reasons as they are stored, in English, with the messages that word them. */
const wordings = {
  [blockReasons.gone]: 'blocks.gone',
  [blockReasons.locked]: 'blocks.locked',
  [blockReasons.untagged]: 'blocks.untagged',
  [blockReasons.closed]: 'blocks.closed',
  'the server no longer exists, or I am not on it': 'blocks.guildGone',
  'the channel is a forum, where only threads can be posted': 'blocks.forum',
  'messages cannot be posted in this kind of channel': 'blocks.noMessages',
  'I lack a permission in the channel': 'blocks.noPermission',
  'this kind of channel cannot take messages': 'blocks.wrongKind',
  'the server is restricted': 'blocks.restricted',
  'Discord asked me to slow down': 'blocks.slowDown',
  'Discord could not be reached': 'blocks.unreachable',
  'Discord did not answer in time': 'blocks.late',
} as const;

/** A stored reason in the language of the reader. Rare ones, such as Discord's codes, stay in English. */
export function wordReason(reason: string, say: Say): string {
  const lacked = lackedPermissions(reason);
  if (lacked !== null) return say('blocks.missing', namePermissions(lacked, say));
  return Object.hasOwn(wordings, reason) ? say(wordings[reason as keyof typeof wordings]) : reason;
}

/** How people end a block with this reason, and what the bot does then. It makes sense without the reason, too. */
export function howToUnblock(reason: string, say: Say): string {
  if (reason === blockReasons.gone) return say('blocks.unblockGone');
  if (reason === blockReasons.locked) return say('blocks.unblockLocked');
  if (reason === blockReasons.untagged) return say('blocks.unblockUntagged');
  if (reason === blockReasons.closed) return say('blocks.unblockClosed');
  const lacked = lackedPermissions(reason);
  return lacked === null ? say('blocks.unblockOther') : say('blocks.unblockMissing', { n: lacked.length });
}

/** Earlier versions stored these reasons with other words. */
const missing = /^(?:I lack|the bot lacks) the permissions? (.+)$/;

/** The permissions in a stored reason, by Discord's English names; null for another reason. */
function lackedPermissions(reason: string): readonly string[] | null {
  const names = missing.exec(reason)?.[1];
  return names === undefined ? null : names.split(/, | and /);
}

/** How many permissions, and their names in the language of the reader. */
export const namePermissions = (names: readonly string[], say: Say) => ({
  n: names.length,
  names: say.list(names.map((name) => wordPermission(name, say))),
});

type PermissionKey = keyof typeof englishNames;

/** The name of a permission in the language of the reader, from Discord's English one. */
function wordPermission(name: string, say: Say): string {
  const key = Object.keys(englishNames).find((one) => englishNames[one as PermissionKey] === name);
  return key === undefined ? name : say(`permissions.${key as PermissionKey}`);
}
