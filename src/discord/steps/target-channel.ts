import { UserError } from '../errors.ts';
import type { ChannelAccess, PickedChannel } from '../interactions/context.ts';
import { hasPermission, isThreadType, missingPermissions, posting, writing } from '../permissions.ts';
import { namePermissions } from '../rendering/block.ts';

/** Discord's numbers for kinds of channels. */
const directMessages = 1;
const textTypes: ReadonlySet<number> = new Set([0, directMessages, 5]);
const forumTypes: ReadonlySet<number> = new Set([15, 16]);

export const isThread = ({ type }: PickedChannel): boolean => isThreadType(type);

/**
 * Checks that the bot can post digests in the channel, and that the invoker, who manages it, could write there.
 * @throws UserError that names the missing permission
 */
export function checkPostable(access: ChannelAccess): void {
  checkType(access);
  const channel = `<#${access.id}>`;
  const yours = missingPermissions(access.invoker, writing(isThread(access)));
  if (yours.length > 0)
    throw new UserError('invoker-cannot-write', (say) =>
      say('errors.invokerCannotWrite', { channel, ...namePermissions(yours, say) }),
    );
  const ours = missingPermissions(access.bot, posting(isThread(access)));
  if (ours.length > 0)
    throw new UserError('bot-cannot-post', (say) =>
      say('errors.botCannotPost', { channel, ...namePermissions(ours, say) }),
    );
  if (access.isLocked && !hasPermission(access.bot, 'manageThreads'))
    throw new UserError('thread-locked', (say) => say('errors.threadLocked', { channel }));
}

function checkType({ id, type }: ChannelAccess): void {
  if (textTypes.has(type) || isThreadType(type)) return;
  const key = forumTypes.has(type) ? 'errors.forum' : 'errors.channelType';
  throw new UserError('channel-type', (say) => say(key, { channel: `<#${id}>` }));
}
